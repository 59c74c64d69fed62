// The plan: what one Save would change. Base is what the portal last confirmed to us; ours is what the sheets hold.
// A document is removed only when no row of any sheet carries its key, held-back rows included.
import { sameDocument } from '../../templates/payload/same-document.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { HeldRow } from '../../templates/reading/read-sheet.ts'
import { SECTIONS, type Section } from '../../templates/sections.ts'
import type { Table } from '../../templates/tables/table.ts'

/** What the sheets say about one table that could be read. A table that is not here is not part of the save. */
export interface TableState {
  readonly table: Table
  readonly documents: readonly WireDocument[]
  readonly held: readonly HeldRow[]
}

export interface Changes {
  readonly added: readonly WireDocument[]
  readonly changed: readonly WireDocument[]
  readonly removed: readonly WireDocument[]
  readonly unchanged: number
  readonly heldBack: number
}

export interface SectionChanges extends Changes {
  readonly section: string
  /** Documents of the base, for telling whether a whole section would go. */
  readonly base: number
  /**
   * Of a section that the portal replaces whole and that changes: everything it shall hold, what an unread sheet of it
   * gave before included. Undefined where the section goes row by row, does not change, or waits for held-back rows.
   */
  readonly whole?: readonly WireDocument[]
  /** Documents that are good but wait, because the section goes whole and something in it is held back. */
  readonly waiting: readonly WireDocument[]
}

/** More removals than this must be typed. */
export const REMOVALS_SHOWN = 10

export function planOf(
  base: readonly WireDocument[],
  tables: readonly TableState[],
  sections: readonly Section[] = SECTIONS,
): SectionChanges[] {
  const names = [...new Set(tables.map(({ table }) => table.section))]
  return names.map((name) => {
    const own = base.filter(({ section }) => section === name)
    const read = tables.filter(({ table }) => table.section === name)
    const changes = read
      .map((state) =>
        changesOf(
          own.filter(({ table }) => table === state.table.id),
          state,
        ),
      )
      .reduce(together)
    const plan = { ...changes, section: name, base: own.length, waiting: [] }
    const section = sections.find(({ id }) => id === name)
    return section?.saved === 'whole' ? asWhole(plan, own, read) : plan
  })
}

/** All of the section or nothing of it: sent in part, the portal would drop the rest. */
function asWhole(
  plan: SectionChanges,
  base: readonly WireDocument[],
  read: readonly TableState[],
): SectionChanges {
  const { added, changed, removed } = plan
  const touched = [...added, ...changed]
  if (plan.heldBack > 0) return { ...plan, added: [], changed: [], removed: [], waiting: touched }
  if (touched.length + removed.length === 0) return plan
  const unread = base.filter((known) => !read.some(({ table }) => table.id === known.table))
  return { ...plan, whole: [...read.flatMap(({ documents }) => documents), ...unread] }
}

function changesOf(base: readonly WireDocument[], { table, documents, held }: TableState): Changes {
  const theirs = new Map(base.map((document) => [document.key, document]))
  const ours = new Set(documents.map(({ key }) => key))
  const added: WireDocument[] = []
  const changed: WireDocument[] = []
  let unchanged = 0
  for (const document of documents) {
    const known = theirs.get(document.key)
    if (known === undefined) added.push(document)
    else if (sameDocument(table, known, document)) unchanged += 1
    else changed.push(document)
  }
  const gone = base.filter(({ key }) => !ours.has(key))
  const removed = gone.filter(({ key }) => !held.some((row) => mayBe(row, key)))
  const heldBack = new Set(
    held.map(({ key, row }) => (key.includes(undefined) ? row : key.join('|'))),
  )
  return { added, changed, removed, unchanged, heldBack: heldBack.size }
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
})

/** The user must type the number of removals: they are many, or they empty a section. */
export const mustTypeRemovals = ({ removed, base }: SectionChanges): boolean =>
  removed.length > REMOVALS_SHOWN || (removed.length > 0 && removed.length === base)
