// What the portal holds now, against what it confirmed: by its own totals and checksums, and row by row where they differ.
import { documentsIn } from '../../templates/payload/payload.ts'
import { sameDocument } from '../../templates/payload/same-document.ts'
import { addAmounts, type WireDocument } from '../../templates/payload/wire-document.ts'
import { SECTIONS, type Section } from '../../templates/sections.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { Summary } from '../../templates/wire/answers.ts'
import type { Outcome, ReturnAccess } from '../portal/portal.ts'
import type { Theirs } from '../store/held.ts'
import type { ReturnKey } from '../store/tables.ts'
import { heldBy, idOf, type PortalSide } from './plan.ts'
import type { Failure } from './refusal.ts'
import { totalOf } from './snapshot.ts'
import { comparable, isNothing, totalsOfPortal } from './summary.ts'
import type { Tools } from './tools.ts'

/** Answers of a document GET and of the summary that mean an empty section. */
export const NOTHING_THERE = new Set(['RET11416', 'RET11417', 'RET13508', 'RET13509', 'RET13510'])

export type Compared =
  /** Sections that were read row by row, and how many documents differ in all. */
  | { readonly kind: 'compared'; readonly read: readonly string[]; readonly differing: number }
  | { readonly kind: 'being-prepared'; readonly minutes: number }
  | Failure

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
  const read: string[] = []
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
    read.push(id)
  }
  return { kind: 'compared', read, differing: (await tools.held.theirs(key)).length }
}

/** A summary of nothing where the portal says that there is nothing. */
async function summaryOf(
  { portal }: Tools,
  access: ReturnAccess,
): Promise<Exclude<Outcome<Pick<Summary, 'sec_sum'>>, Failure> | Failure> {
  const outcome = await portal.summary(access)
  if (outcome.kind !== 'refused' || !NOTHING_THERE.has(outcome.code)) return outcome
  return { kind: 'answer', value: { sec_sum: [] }, evidence: outcome.evidence }
}

/** Reads one section row by row and keeps what differs from what the portal confirmed. Gives the portal's own JSON. */
export async function readSection(
  { portal, held }: Tools,
  key: ReturnKey,
  access: ReturnAccess,
  { id, slug }: Section,
  { checksum, sent = [] }: { checksum?: string; sent?: readonly WireDocument[] },
): Promise<
  | { readonly kind: 'rows'; readonly json: unknown; readonly count: number }
  | { readonly kind: 'being-prepared'; readonly minutes: number }
  | Failure
> {
  const outcome = await portal.documents(access, slug)
  const nothing = outcome.kind === 'refused' && NOTHING_THERE.has(outcome.code)
  if (outcome.kind !== 'answer' && !nothing) return outcome
  const answer =
    outcome.kind === 'answer' ? outcome.value : { kind: 'rows' as const, json: undefined }
  if (answer.kind === 'being-prepared') return answer
  const documents = TABLES.filter(({ section }) => section === id).flatMap((table) =>
    documentsIn(table, answer.json),
  )
  const base = (await held.confirmed(key)).filter(({ section }) => section === id)
  await held.found(key, id, differencesOf(base, documents, sent), checksum)
  return { kind: 'rows', json: answer.json, count: documents.length }
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
    if (own !== undefined && own.body.flag !== 'D' && same(own, document)) alike.push(document)
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

function same(a: WireDocument, b: WireDocument): boolean {
  const table = TABLES.find(({ id }) => id === a.table)
  return table !== undefined && sameDocument(table, a, b)
}
