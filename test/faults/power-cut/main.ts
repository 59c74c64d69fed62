// `node test/faults/power-cut/main.ts 500`: so many power cuts at random moments of a journal's life. Every commit that was said
// to be done must be there afterwards, in a sound file. Ends with 1 where one is not.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../../../agent/store/database.ts'
import { below, randomFrom } from '../simulator/random.ts'
import { Disk } from './disk.ts'
import { traced } from './trace.ts'

const images = Number(process.argv[2] ?? 500)
const random = randomFrom(Number(process.env.SEED ?? 1))
const folder = mkdtempSync(join(tmpdir(), 'gstr1-power-'))
const say = (text: string) => process.stdout.write(`${text}\n`)

/** What is wrong with an image; nothing where all that was acknowledged is there. */
async function wrongWith(
  image: ReadonlyMap<string, Buffer>,
  acknowledged: ReadonlyMap<string, number>,
): Promise<'lost' | 'corrupt' | undefined> {
  const place = join(folder, 'image')
  mkdirSync(place)
  try {
    for (const [file, content] of image) {
      // The index of the log lies in shared memory and does not outlive the machine.
      if (!file.endsWith('-shm')) writeFileSync(join(place, file), content)
    }
    const opened = await openDatabase(join(place, 'journal.sqlite'))
    if (!opened.ok) return 'corrupt'
    const database = opened.value
    const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(
      database,
    )
    const found = await database.selectFrom('operation').select(['id', 'version']).execute()
    await database.destroy()
    if (rows[0]?.integrity_check !== 'ok') return 'corrupt'
    const versions = new Map(found.map(({ id, version }) => [id, version]))
    return [...acknowledged].some(([id, version]) => (versions.get(id) ?? 0) < version)
      ? 'lost'
      : undefined
  } catch {
    return 'corrupt'
  } finally {
    rmSync(place, { recursive: true })
  }
}

const work = join(folder, 'work')
mkdirSync(work)
const deeds = traced(join(import.meta.dirname, 'workload.ts'), work)
if (deeds === undefined) {
  rmSync(folder, { recursive: true })
  say('power cut: not run, since no process can be traced here (strace)')
  process.exit(0)
}
const cuts = Array.from({ length: images }, () => below(random, deeds.length + 1)).sort(
  (a, b) => a - b,
)
const disk = new Disk()
const acknowledged = new Map<string, number>()
const found = { lost: 0, corrupt: 0 }
let done = 0
for (const cut of cuts) {
  for (; done < cut; done += 1) {
    const deed = deeds[done]
    if (deed === undefined) break
    disk.do(deed)
    const [, id, version] = deed.kind === 'said' ? (/^ACK (\S+) (\d+)$/.exec(deed.line) ?? []) : []
    if (id !== undefined) acknowledged.set(id, Number(version))
  }
  const wrong = await wrongWith(disk.image(random), acknowledged)
  if (wrong !== undefined) found[wrong] += 1
}
rmSync(folder, { recursive: true })
const said = deeds.filter(({ kind }) => kind === 'said').length
const syncs = deeds.filter(({ kind }) => kind === 'sync').length
say(
  `power cut: ${images} images of ${deeds.length} deeds (${syncs} syncs, ${said} acknowledged commits): ` +
    `${found.lost} with a lost commit, ${found.corrupt} corrupt`,
)
if (said === 0) throw new Error('nothing was acknowledged')
process.exit(found.lost + found.corrupt === 0 ? 0 : 1)
