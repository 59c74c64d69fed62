// What the portal holds now, against what it confirmed: by its own totals and checksums, and row by row where they differ.
import { addAmounts, type WireDocument } from '../../templates/payload/wire-document.ts'
import { SECTIONS, type Section } from '../../templates/sections.ts'
import type { Summary } from '../../templates/wire/answers.ts'
import type { Outcome, ReturnAccess } from '../portal/portal.ts'
import type { Theirs } from '../store/held.ts'
import type { ReturnKey } from '../store/tables.ts'
import { heldBy, idOf, type PortalSide } from './plan.ts'
import type { Failure } from './refusal.ts'
import { totalOf } from './snapshot.ts'
import {
  isNothingThere,
  same,
  sectionAtPortal,
  type BeingPrepared,
  type PortalSection,
} from './portal-section.ts'
import { comparable, isNothing, totalsOfPortal } from './summary.ts'
import type { Tools } from './tools.ts'
import { isRemoval } from './verdict.ts'

export type Compared =
  /** How many documents differ in all. */
  { readonly kind: 'compared'; readonly differing: number } | BeingPrepared | Failure

/** What is known of the portal's side of a return. */
export const portalSide = async ({ held }: Tools, key: ReturnKey): Promise<PortalSide> => ({
  base: await held.confirmed(key),
  theirs: await held.theirs(key),
})

/**
 * One summary, and the documents of every section that is not as it was. Right after a save the sections it changed may
 * differ in their checksum: they count as read when count and totals are what the portal confirmed. `sent` are the
 * documents of that save; what the portal holds like them is base from then on.
 */
export async function compare(
  tools: Tools,
  key: ReturnKey,
  access: ReturnAccess,
  sent: readonly WireDocument[] = [],
): Promise<Compared> {
  const asked = await summaryOf(tools, access)
  if (asked.kind !== 'answer') return asked
  const seen = await tools.held.seen(key)
  const touched = new Set(sent.map(({ section }) => section))
  const held = [...heldBy(await portalSide(tools, key)).values()]
  for (const { section: id, totals, checksum } of totalsOfPortal(asked.value)) {
    const section = SECTIONS.find((one) => one.id === id)
    if (section === undefined || seen.get(id) === checksum) continue
    const ours = held.filter((document) => document.section === id)
    const ties = isNothing(addAmounts(totals, comparable(id, totalOf(ours)), -1))
    const known = touched.has(id) || (ours.length === 0 && !seen.has(id))
    // What differs there was not touched, or is no longer among what differs: the portal holds what we know it to hold.
    if (known && ties) {
      await tools.held.sawAll(key, id, checksum)
      continue
    }
    const found = await readSection(tools, key, access, section, { checksum, sent })
    if (found.kind !== 'rows') return found
  }
  return { kind: 'compared', differing: (await tools.held.theirs(key)).length }
}

/** A summary of nothing where the portal says that there is nothing. */
async function summaryOf(
  { portal }: Tools,
  access: ReturnAccess,
): Promise<Exclude<Outcome<Pick<Summary, 'sec_sum'>>, Failure> | Failure> {
  const outcome = await portal.summary(access)
  if (!isNothingThere(outcome)) return outcome
  return { kind: 'answer', value: { sec_sum: [] }, evidence: outcome.evidence }
}

/** Reads one section row by row and keeps what differs from what the portal confirmed. */
export async function readSection(
  { portal, held }: Tools,
  key: ReturnKey,
  access: ReturnAccess,
  section: Section,
  { checksum, sent = [] }: { checksum?: string; sent?: readonly WireDocument[] },
): Promise<PortalSection> {
  const found = await sectionAtPortal(portal, access, section)
  if (found.kind !== 'rows') return found
  const base = (await held.confirmed(key)).filter((document) => document.section === section.id)
  await held.found(key, section.id, differencesOf(base, found.documents, sent), checksum)
  return found
}

/** `alike`: held as confirmed or as sent, but not known to be (an IRN was added, a verdict named no row). */
function differencesOf(
  base: readonly WireDocument[],
  found: readonly WireDocument[],
  sent: readonly WireDocument[],
): { differing: Theirs[]; alike: WireDocument[] } {
  const known = new Map(base.map((document) => [idOf(document), document]))
  const wanted = new Map(sent.map((document) => [idOf(document), document]))
  const alike: WireDocument[] = []
  const differing: Theirs[] = []
  for (const document of found) {
    const confirmed = known.get(idOf(document))
    if (confirmed !== undefined && same(confirmed, document)) {
      if (document.irn !== confirmed.irn) alike.push(document)
      continue
    }
    const own = wanted.get(idOf(document))
    if (own !== undefined && !isRemoval(own) && same(own, document)) alike.push(document)
    else differing.push({ table: document.table, key: document.key, document })
  }
  const there = new Set(found.map(idOf))
  const gone = base.filter((document) => !there.has(idOf(document)))
  return {
    differing: [
      ...differing,
      ...gone.map(({ table, key }) => ({ table, key, document: undefined })),
    ],
    alike,
  }
}
