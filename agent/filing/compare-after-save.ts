// After the last part of a save: does the portal hold what its verdicts said? What it holds otherwise, the next plan shows.
import { TABLES } from '../../templates/tables/tables.ts'
import type { OperationRow, ReturnKey } from '../store/tables.ts'
import { compare } from './compare.ts'
import { askedToWait, backoff } from './patience.ts'
import type { Tools } from './tools.ts'
import { sentIn } from './verdict.ts'
import type { Turn } from './worker.ts'

/** The save is done whatever the comparison says, so it is not waited for without end. */
const TRIES = 6

export async function compareAfterSave(
  tools: Tools,
  key: ReturnKey,
  operations: readonly OperationRow[],
  tries: number,
): Promise<Turn> {
  const { journal, sessions } = tools
  const token = await sessions.token(key.gstin)
  if (token === undefined) return { kind: 'sign-in' }
  const last = operations.findLast(({ kind }) => kind === 'SAVE')
  const sent = operations
    .filter(({ kind, snapshot_id }) => kind === 'SAVE' && snapshot_id === last?.snapshot_id)
    .flatMap(({ body }) => sentIn(body, TABLES))
  const outcome = await compare(tools, key, { token, ...key }, sent)
  await tools.at('save:compared')
  if (outcome.kind === 'compared') {
    const read_back = outcome.differing === 0 ? 'same' : 'different'
    await journal.changeReturn(key, { compare_due: 0, read_back })
    return { kind: 'again' }
  }
  if (await sessions.ended(key.gstin, outcome)) return { kind: 'sign-in' }
  if (tries + 1 >= TRIES) {
    await journal.changeReturn(key, { compare_due: 0, read_back: 'no-answer' })
    return { kind: 'again' }
  }
  const milliseconds = askedToWait(outcome) ?? backoff(tools, tries)
  return { kind: 'wait', step: 'comparing', milliseconds }
}
