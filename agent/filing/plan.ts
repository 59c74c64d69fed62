// The plan: what one Save would change. Base is what the portal last confirmed to us; ours is what the sheets hold.
// A document is removed only when no row of any sheet carries its key, held-back rows included.
import { sameDocument } from '../../templates/payload/same-document.ts'
import {
  addAmounts,
  amountsOf,
  NO_AMOUNTS,
  type Amounts,
  type WireDocument,
} from '../../templates/payload/wire-document.ts'
import type { HeldRow } from '../../templates/reading/read-sheet.ts'
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
}

/** More removals than this must be typed. */
export const REMOVALS_SHOWN = 10

export function planOf(
  base: readonly WireDocument[],
  tables: readonly TableState[],
): SectionChanges[] {
  const sections = new Map<string, SectionChanges>()
  for (const state of tables) {
    const { section, id } = state.table
    const own = base.filter((document) => document.table === id)
    const changes = changesOf(own, state)
    const before = sections.get(section)
    sections.set(
      section,
      before ? merged(before, changes, own.length) : { ...changes, section, base: own.length },
    )
  }
  return [...sections.values()]
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

const merged = (a: SectionChanges, b: Changes, base: number): SectionChanges => ({
  section: a.section,
  base: a.base + base,
  added: [...a.added, ...b.added],
  changed: [...a.changed, ...b.changed],
  removed: [...a.removed, ...b.removed],
  unchanged: a.unchanged + b.unchanged,
  heldBack: a.heldBack + b.heldBack,
})

/** The user must type the number of removals: they are many, or they empty a section. */
export const mustTypeRemovals = ({ removed, base }: SectionChanges): boolean =>
  removed.length > REMOVALS_SHOWN || (removed.length > 0 && removed.length === base)

export const sumOf = (documents: readonly WireDocument[], tables: readonly Table[]): Amounts =>
  documents.reduce((sum, document) => {
    const table = tables.find(({ id }) => id === document.table)
    return table === undefined ? sum : addAmounts(sum, amountsOf(table, document))
  }, NO_AMOUNTS)
