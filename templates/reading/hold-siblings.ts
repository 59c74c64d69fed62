// A row with a mistake may belong to a document whose other rows are good; sent without it, the document would be wrong.
import type { Fields, Table } from '../tables/table.ts'
import type { Draft } from './join-rows.ts'
import type { HeldRow } from './read-sheet.ts'

/** Roles that tell one document from another where its number cannot be read. */
const TELLING = new Set<unknown>(['party', 'date', 'value'])

/** Holds back every document that a held-back row may belong to. */
export function holdSiblings(
  table: Table,
  held: readonly HeldRow[],
  drafts: ReadonlyMap<string, Draft>,
): void {
  const groups = new Map<string, Map<string, Draft[]>>()
  for (const { row, fields } of held) {
    const names = tellingColumns(table, fields)
    if (names === undefined) continue
    const valuesOf = (of: Fields) => names.map((name) => String(of[name]).toUpperCase()).join('|')
    const group =
      groups.get(names.join()) ??
      Map.groupBy(drafts.values(), ({ document }) => valuesOf(document.fields))
    groups.set(names.join(), group)
    for (const draft of group.get(valuesOf(fields)) ?? []) {
      draft.good = false
      draft.heldWith ??= row
    }
  }
}

/**
 * The columns by which a row's document is known: its number and what else of its key could be read, or, where the
 * number could not, at least two of party, date and value. An entry of a summary table has no number: its whole key.
 */
function tellingColumns(table: Table, fields: Fields): string[] | undefined {
  const number = table.columns.find(({ role }) => role === 'number')?.name
  const key = table.key.filter((name) => fields[name] !== undefined)
  if (number === undefined) return key.length === table.key.length ? key : undefined
  if (key.includes(number)) return key
  const telling = table.columns.filter(
    ({ name, role }) => TELLING.has(role) && fields[name] !== undefined,
  )
  return telling.length < 2 ? undefined : telling.map(({ name }) => name)
}
