// A row with a mistake may belong to a document whose other rows are good; sent without it, the document would be wrong.
import { keyParts, type Fields, type Table } from '../tables/table.ts'
import { sameValue, type Draft } from './join-rows.ts'
import type { HeldRow } from './read-sheet.ts'

/** Roles that tell one document from another where its number cannot be read. */
const TELLING = new Set<unknown>(['party', 'date', 'value'])

/**
 * Calls `hold` for every document that a held-back row may belong to: what could be read of its key agrees, and, where
 * its number could not be read, at least two of party, date and value were, and agree too. An entry of a summary table
 * has no number; a row belongs to it only by its whole key.
 */
export function holdSiblings(
  table: Table,
  held: readonly HeldRow[],
  drafts: ReadonlyMap<string, Draft>,
  hold: (draft: Draft, row: HeldRow) => void,
): void {
  const all = [...drafts.values()]
  const parts = new Map(all.map((draft) => [draft, keyParts(table, draft.document.fields)]))
  const byPart = table.key.map((_, i) => Map.groupBy(all, (draft) => parts.get(draft)?.[i]))
  const telling = table.columns.filter(({ role }) => TELLING.has(role)).map(({ name }) => name)
  const number = table.columns.find(({ role }) => role === 'number')?.name

  for (const row of held) {
    const known = row.key.findLastIndex((part) => part !== undefined)
    const near = known < 0 ? all : (byPart[known]?.get(row.key[known]) ?? [])
    const alike = aliker(row)
    if (alike === undefined) continue
    for (const draft of near) {
      const own = parts.get(draft)
      const agrees = row.key.every((part, i) => part === undefined || part === own?.[i])
      if (agrees && alike(draft.document.fields)) hold(draft, row)
    }
  }

  /** What besides the key must agree; undefined where too little was read to tell. */
  function aliker({ key, fields }: HeldRow): ((other: Fields) => boolean) | undefined {
    const identified =
      number === undefined ? !key.includes(undefined) : fields[number] !== undefined
    if (identified) return () => true
    const read = telling.filter((name) => fields[name] !== undefined)
    if (read.length < 2) return undefined
    return (other) => read.every((name) => sameValue(other[name], fields[name]))
  }
}
