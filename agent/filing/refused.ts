// What the portal refused of the newest save, by document: one by one, or with the part of the save they were in.
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { Problem } from '../../templates/problems/problem.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { OperationRow } from '../store/tables.ts'
import { idOf } from './plan.ts'
import type { ReturnState } from './return-view.ts'
import { sentIn, type Refusal, type Verdict } from './verdict.ts'

export interface Refused extends Pick<Refusal, 'code' | 'message'> {
  /** As the portal got it; mended since, it is no longer what was refused. */
  readonly sent: WireDocument
}

type Saves = Pick<ReturnState, 'operations' | 'snapshot'>

/** The parts of the newest save. */
export const partsOf = ({ operations, snapshot }: Saves): OperationRow[] =>
  operations.filter(({ kind, snapshot_id }) => kind === 'SAVE' && snapshot_id === snapshot?.id)

/** By `table key`. */
export function refusedIn(state: Saves): ReadonlyMap<string, Refused> {
  const refused = new Map<string, Refused>()
  for (const { state: ended, outcome, body } of partsOf(state)) {
    const { verdict, problem } = JSON.parse(outcome ?? '{}') as {
      verdict?: Verdict
      problem?: Problem
    }
    const refusals = verdict?.refusals ?? []
    if (ended !== 'REJECTED' && refusals.length === 0) continue
    const sent = new Map(sentIn(body, TABLES).map((document) => [idOf(document), document]))
    if (ended === 'REJECTED') {
      const { code = '', message = '' } = problem?.facts ?? {}
      for (const [id, document] of sent)
        refused.set(id, { sent: document, code: String(code), message: String(message) })
    }
    for (const { table, key, code, message } of refusals) {
      const document = sent.get(idOf({ table, key }))
      if (document !== undefined) refused.set(idOf(document), { sent: document, code, message })
    }
  }
  return refused
}
