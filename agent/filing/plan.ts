// The plan: what one Save would change. Base is what the portal last confirmed to us, theirs what it was found to hold
// now, ours what the sheets hold. Ours against base is sent; theirs against base is shown, and overwritten only when told.
// A document is removed only when no row of any sheet carries its key, held-back rows included.
import { sameDocument } from '../../templates/payload/same-document.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { HeldRow } from '../../templates/reading/read-sheet.ts'
import { SECTIONS, type Section } from '../../templates/sections.ts'
import type { Table } from '../../templates/tables/table.ts'
import type { DifferenceKind } from '../http/outputs/plan.ts'
import type { Theirs } from '../store/held.ts'

/** What the sheets say about one table that could be read. A table that is not here is not part of the save. */
export interface TableState {
  readonly table: Table
  readonly documents: readonly WireDocument[]
  readonly held: readonly HeldRow[]
}

/** What the portal holds otherwise than it confirmed, or as an e-invoice otherwise than the sheet has it. */
export interface Differing {
  readonly kind: DifferenceKind
  readonly table: Table
  readonly key: string
  readonly ours?: WireDocument
  readonly theirs?: WireDocument
}

export interface Changes {
  readonly added: readonly WireDocument[]
  readonly changed: readonly WireDocument[]
  readonly removed: readonly WireDocument[]
  readonly unchanged: number
  readonly heldBack: number
  /** Not part of the plan. */
  readonly differing: readonly Differing[]
  /** Found on the portal as the sheets have them, and gone from both: from now on base. */
  readonly adopted: readonly WireDocument[]
  readonly forgotten: readonly Pick<WireDocument, 'table' | 'key'>[]
  /** Documents that the portal holds, for telling whether a whole section would go. */
  readonly there: number
}

export interface SectionChanges extends Changes {
  readonly section: string
  /**
   * Of a section that the portal replaces whole and that changes: everything it shall hold, what an unread sheet of it
   * gave before included. Undefined where the section goes row by row, does not change, or waits for held-back rows.
   */
  readonly whole?: readonly WireDocument[]
  /** Documents that are good but wait: the section goes whole, and something in it is held back or differs unasked. */
  readonly waiting: readonly WireDocument[]
}

/** What is known of the portal's side. */
export interface PortalSide {
  readonly base: readonly WireDocument[]
  readonly theirs: readonly Theirs[]
}

/** More removals than this must be typed. */
export const REMOVALS_SHOWN = 10

/** Names a document over all tables. */
export const idOf = ({ table, key }: Pick<WireDocument, 'table' | 'key'>): string =>
  `${table} ${key}`

/** What the portal holds, as far as we know. */
export function heldBy({ base, theirs }: PortalSide): Map<string, WireDocument> {
  const held = new Map(base.map((document) => [idOf(document), document]))
  for (const { document, ...named } of theirs) {
    if (document === undefined) held.delete(idOf(named))
    else held.set(idOf(named), document)
  }
  return held
}

/** `overwrite`: ids of documents in which the sheet shall win. */
export function planOf(
  portal: PortalSide,
  tables: readonly TableState[],
  overwrite: ReadonlySet<string> = new Set(),
  sections: readonly Section[] = SECTIONS,
): SectionChanges[] {
  const held = heldBy(portal)
  const names = [...new Set(tables.map(({ table }) => table.section))]
  return names.map((name) => {
    const read = tables.filter(({ table }) => table.section === name)
    const whole = sections.find(({ id }) => id === name)?.saved === 'whole'
    const differs = portal.theirs.some((one) => read.some(({ table }) => table.id === one.table))
    // The whole section goes at once, so with one difference in it everything it would remove is asked about.
    const manner = { overwrite, askAll: whole && differs }
    const changes = read.map((state) => changesOf(portal, held, state, manner)).reduce(together)
    const plan = { ...changes, section: name, waiting: [] }
    return whole ? asWhole(plan, held, read) : plan
  })
}

/** All of the section or nothing of it: sent in part, the portal would drop the rest. */
function asWhole(
  plan: SectionChanges,
  held: ReadonlyMap<string, WireDocument>,
  read: readonly TableState[],
): SectionChanges {
  const touched = [...plan.added, ...plan.changed]
  if (plan.heldBack + plan.differing.length > 0) {
    return { ...plan, added: [], changed: [], removed: [], waiting: touched }
  }
  if (touched.length + plan.removed.length === 0) return plan
  const unread = [...held.values()].filter(
    (known) =>
      known.section === plan.section && !read.some(({ table }) => table.id === known.table),
  )
  return { ...plan, whole: [...read.flatMap(({ documents }) => documents), ...unread] }
}

function changesOf(
  { base, theirs }: PortalSide,
  held: ReadonlyMap<string, WireDocument>,
  { table, documents, held: heldRows }: TableState,
  { overwrite, askAll }: { overwrite: ReadonlySet<string>; askAll: boolean },
): Changes {
  const known = new Set(base.map(idOf))
  const elsewhere = new Set(theirs.map(idOf))
  const added: WireDocument[] = []
  const changed: WireDocument[] = []
  const removed: WireDocument[] = []
  const differing: Differing[] = []
  const adopted: WireDocument[] = []
  let unchanged = 0

  /** Notes a difference, unless the user has decided it. */
  const asked = (difference: Omit<Differing, 'table'>): boolean => {
    const decided = overwrite.has(`${table.id} ${difference.key}`)
    if (!decided) differing.push({ ...difference, table })
    return !decided
  }

  for (const ours of documents) {
    const { key } = ours
    const id = idOf(ours)
    const there = held.get(id)
    if (there === undefined) {
      const gone = known.has(id) && elsewhere.has(id)
      if (!gone || !asked({ kind: 'gone', key, ours })) added.push(ours)
    } else if (sameDocument(table, there, ours)) {
      unchanged += 1
      if (elsewhere.has(id)) adopted.push(there)
    } else {
      const kind = there.irn === undefined ? 'elsewhere' : 'e-invoice'
      const unasked = kind === 'elsewhere' && !elsewhere.has(id)
      if (unasked || !asked({ kind, key, ours, theirs: there })) changed.push(ours)
    }
  }

  const ours = new Set(documents.map(idOf))
  const isOurs = (document: Pick<WireDocument, 'table' | 'key'>) =>
    ours.has(idOf(document)) || heldRows.some((row) => mayBe(row, document.key))
  const own = [...held.values()].filter((document) => document.table === table.id)
  for (const there of own.filter((document) => !isOurs(document))) {
    const id = idOf(there)
    const kind = whyAsked(there, { elsewhere: elsewhere.has(id), known: known.has(id), askAll })
    if (kind === undefined || !asked({ kind, key: there.key, theirs: there })) removed.push(there)
  }
  const forgotten = theirs.filter(
    (one) => one.table === table.id && one.document === undefined && !ours.has(idOf(one)),
  )
  const heldBack = new Set(
    heldRows.map(({ key, row }) => (key.includes(undefined) ? row : key.join('|'))),
  )
  return {
    added,
    changed,
    removed,
    unchanged,
    heldBack: heldBack.size,
    differing,
    adopted,
    forgotten,
    there: own.length,
  }
}

/** Why a document that no sheet has is not simply removed. */
function whyAsked(
  { irn }: WireDocument,
  { elsewhere, known, askAll }: { elsewhere: boolean; known: boolean; askAll: boolean },
): DifferenceKind | undefined {
  if (elsewhere) return known ? 'elsewhere' : 'only-there'
  if (irn !== undefined) return 'e-invoice'
  return askAll ? 'only-there' : undefined
}

/** Whether a held-back row may be the document of a key: what could be read of its key agrees. */
export function mayBe(row: HeldRow, key: string): boolean {
  const parts = key.split('|')
  return row.key.every((part, i) => part === undefined || part === parts[i])
}

const together = (a: Changes, b: Changes): Changes => ({
  added: [...a.added, ...b.added],
  changed: [...a.changed, ...b.changed],
  removed: [...a.removed, ...b.removed],
  unchanged: a.unchanged + b.unchanged,
  heldBack: a.heldBack + b.heldBack,
  differing: [...a.differing, ...b.differing],
  adopted: [...a.adopted, ...b.adopted],
  forgotten: [...a.forgotten, ...b.forgotten],
  there: a.there + b.there,
})

/** The user must type the number of removals: they are many, or they empty a section. */
export const mustTypeRemovals = ({ removed, there }: Pick<Changes, 'removed' | 'there'>): boolean =>
  removed.length > REMOVALS_SHOWN || (removed.length > 0 && removed.length === there)
