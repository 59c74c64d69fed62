// One section as the portal holds it: its own JSON, and the documents that our tables know in it.
import { documentsIn } from '../../templates/payload/payload.ts'
import { sameDocument } from '../../templates/payload/same-document.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { Section } from '../../templates/sections.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { Outcome, Portal, ReturnAccess } from '../portal/portal.ts'
import type { Failure } from './refusal.ts'

/** Answers of a document GET and of the summary that mean an empty section. */
const NOTHING_THERE = new Set(['RET11416', 'RET11417', 'RET13508', 'RET13509', 'RET13510'])

export const isNothingThere = (
  outcome: Outcome<unknown>,
): outcome is Extract<Outcome<unknown>, { kind: 'refused' }> =>
  outcome.kind === 'refused' && NOTHING_THERE.has(outcome.code)

/** The portal puts a large answer together; it wants to be asked again after so long. */
export interface BeingPrepared {
  readonly kind: 'being-prepared'
  readonly minutes: number
}

export type PortalSection =
  /** `json` is undefined where the portal holds nothing. */
  | {
      readonly kind: 'rows'
      readonly json: unknown
      readonly documents: readonly WireDocument[]
    }
  | BeingPrepared
  | Failure

export async function sectionAtPortal(
  portal: Portal,
  access: ReturnAccess,
  { id, slug }: Section,
): Promise<PortalSection> {
  const outcome = await portal.documents(access, slug)
  if (isNothingThere(outcome)) return { kind: 'rows', json: undefined, documents: [] }
  if (outcome.kind !== 'answer') return outcome
  const answer = outcome.value
  if (answer.kind === 'being-prepared') return answer
  const documents = TABLES.filter(({ section }) => section === id).flatMap((table) =>
    documentsIn(table, answer.json),
  )
  return { kind: 'rows', json: answer.json, documents }
}

/** Whether two documents of one table say the same. */
export function same(a: WireDocument, b: WireDocument): boolean {
  const table = TABLES.find(({ id }) => id === a.table)
  return table !== undefined && sameDocument(table, a, b)
}
