// Commits one after another into a journal in the folder that is named, and says so after each: what was said must survive.
import { join } from 'node:path'
import { openDatabase } from '../../../agent/store/database.ts'
import { createJournal } from '../../../agent/store/journal.ts'
import { writeSync } from 'node:fs'
import { PERIOD, TAXPAYER } from '../../sheets.ts'

const OPERATIONS = 90
/** Large enough that the write-ahead log is taken into the file several times. */
const BODY = 48 * 1024

let ids = 0
const opened = await openDatabase(join(process.argv[2] ?? '', 'journal.sqlite'))
if (!opened.ok) throw new Error(opened.problem.code)
const journal = createJournal(opened.value, {
  now: () => new Date(1_800_000_000_000 + ids * 1000),
  newId: () => `id-${(ids += 1)}`,
})
const key = { environment: 'practice', gstin: TAXPAYER.gstin, period: PERIOD } as const
/** On a descriptor of its own kind, so that it stands in the order of all writes. */
const acknowledge = ({ id, version }: { id: string; version: number }): void => {
  writeSync(1, `ACK ${id} ${version}\n`)
}

for (let i = 0; i < OPERATIONS; i += 1) {
  const body = `{"n":${i},"filler":"${String(i % 10).repeat(BODY)}"}`
  const [intent] = await journal.intend(key, [{ kind: 'PROCEED', snapshot: undefined, body }])
  if (intent === undefined) throw new Error('no intent')
  acknowledge(intent)
  const sent = await journal.move(intent, 'send')
  acknowledge(sent)
  acknowledge(await journal.move(sent, 'done'))
}
await opened.value.destroy()
