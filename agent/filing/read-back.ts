// What the portal holds, against what was sent: how a verdict settles in the journal, and what became of a lost save.
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import { SECTIONS } from '../../templates/sections.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { Portal, ReturnAccess } from '../portal/portal.ts'
import type { OperationRow, ReturnKey } from '../store/tables.ts'
import type { Failure } from './refusal.ts'
import { idOf } from './plan.ts'
import { same, sectionAtPortal, type BeingPrepared } from './portal-section.ts'
import { sectionsIn, wholeSectionsIn } from './submissions.ts'
import type { Tools } from './tools.ts'
import { acceptedOf, isRemoval, sentIn, type Verdict } from './verdict.ts'

/** What a verdict changes in the journal, besides the operation's state. */
export async function settled(
  { held }: Pick<Tools, 'held'>,
  key: ReturnKey,
  { body }: OperationRow,
  sent: readonly WireDocument[],
  verdict: Verdict,
) {
  const { replaced, emptied } = wholeSectionsIn(body)
  const taken = acceptedOf(sent, verdict).filter(({ section }) => !emptied.has(section))
  const there = new Set(taken.map(idOf))
  const before = replaced.size > 0 ? await held.confirmed(key) : []
  const dropped = before.filter(
    (document) => replaced.has(document.section) && !there.has(idOf(document)),
  )
  return {
    patch: { outcome: JSON.stringify({ verdict }) },
    confirmed: taken.filter((document) => !isRemoval(document)),
    removed: [...taken.filter(isRemoval), ...dropped],
  }
}

/** Whether the portal holds exactly what a request body asked for, or how the question ended that it did not answer. */
export async function isAsSent(
  portal: Portal,
  access: ReturnAccess,
  body: string,
): Promise<boolean | BeingPrepared | Failure> {
  const sent = sentIn(body, TABLES)
  const held = await heldAtPortal(portal, access, sectionsIn(body))
  if (!Array.isArray(held)) return held
  const there = new Map(held.map((document) => [idOf(document), document]))
  const { replaced, emptied } = wholeSectionsIn(body)
  const wanted = new Set(sent.map(idOf))
  const more = held.some(
    (document) =>
      replaced.has(document.section) &&
      (emptied.has(document.section) || !wanted.has(idOf(document))),
  )
  if (more) return false
  return sent.every((document) => {
    const found = there.get(idOf(document))
    if (isRemoval(document)) return found === undefined
    return found !== undefined && same(found, document)
  })
}

/** A removal that is refused because the document is gone already has done what it should. */
export async function withoutVainRemovals(
  portal: Portal,
  access: ReturnAccess,
  sent: readonly WireDocument[],
  verdict: Verdict,
): Promise<Verdict> {
  const removals = new Set(sent.filter(isRemoval).map(idOf))
  const refused = verdict.refusals.filter((one) => removals.has(idOf(one)))
  if (refused.length === 0) return verdict
  const held = await heldAtPortal(portal, access, new Set(refused.map(({ section }) => section)))
  if (!Array.isArray(held)) return verdict
  const there = new Set(held.map(idOf))
  return {
    ...verdict,
    refusals: verdict.refusals.filter((one) => !removals.has(idOf(one)) || there.has(idOf(one))),
  }
}

/** What the portal holds of the sections, or how the first question that it did not answer ended. */
async function heldAtPortal(
  portal: Portal,
  access: ReturnAccess,
  sections: ReadonlySet<string>,
): Promise<WireDocument[] | BeingPrepared | Failure> {
  const found: WireDocument[] = []
  for (const section of SECTIONS.filter(({ id }) => sections.has(id))) {
    const read = await sectionAtPortal(portal, access, section)
    if (read.kind !== 'rows') return read
    found.push(...read.documents)
  }
  return found
}
