// Pictures of every view for people to judge: `node scripts/screenshots.ts FOLDER [WIDE]`. The pane at three
// widths in three looks goes into FOLDER, the whole preview for the README into WIDE. Needs a build in dist/ and a Chromium.
import { resolve } from 'node:path'
import { rehearse } from '../test/e2e/rehearsal.ts'
import { openAlbum } from './pictures/album.ts'
import { firstMinute } from './pictures/first-minute.ts'
import { mending } from './pictures/mending.ts'
import { otherWays } from './pictures/other-ways.ts'
import { portalSide } from './pictures/portal-side.ts'
import { sampleMonth } from './pictures/sample-month.ts'
import { smallMonth } from './pictures/small-month.ts'
import { twoOffices } from './pictures/two-offices.ts'

/** Each on a portal of its own, where nothing was saved yet; slow where the portal at work is to be seen. */
const STORIES = [
  { pace: 'fast', newcomer: true, parts: [firstMinute] },
  { pace: 'human', newcomer: false, parts: [sampleMonth, smallMonth] },
  { pace: 'fast', newcomer: false, parts: [mending] },
  { pace: 'fast', newcomer: false, parts: [otherWays] },
  { pace: 'fast', newcomer: false, parts: [twoOffices] },
  { pace: 'fast', newcomer: false, parts: [portalSide] },
] as const

const [folder, wide] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder for the pictures.')
const album = openAlbum(resolve(folder), wide === undefined ? undefined : resolve(wide))
for (const { pace, newcomer, parts } of STORIES) {
  const job = await rehearse(pace, { newcomer })
  try {
    for (const part of parts) await part(job, album)
  } finally {
    await job.end()
  }
}
console.log(album.size)
