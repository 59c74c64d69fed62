// Rows of one key → one document: further lines of it, or amounts to add, as its table says.
import { fold, textOf, type Value } from '../columns/kind.ts'
import { keyOf, type Document, type Fields } from '../tables/table.ts'
import type { RowValues } from './read-row.ts'
import type { Sheet, Tell } from './sheet.ts'
import { cellAt } from './sheet-rows.ts'

/** A document while its rows come in; no longer good once they contradict each other. */
export interface Draft {
  readonly document: Document
  good: boolean
  /** The row whose mistake holds it back, where that row could not be joined to it. */
  heldWith?: number
}

/** Takes good rows in the order they come, and joins them to `drafts` by key. */
export function rowJoiner(
  { rows, table, header }: Sheet,
  tell: Tell,
  drafts: Map<string, Draft>,
): (row: number, values: RowValues) => void {
  const teller = header.columns.find(({ column }) => column.name === table.line?.column)?.column

  return (row, { fields, line }) => {
    const key = keyOf(table, fields)
    const draft = drafts.get(key)
    if (draft === undefined) {
      drafts.set(key, { document: { table, key, fields, lines: [line], rows: [row] }, good: true })
      return
    }
    compare(draft, row, fields)
    if (table.rows === 'add') add(draft.document, row, line)
    else append(draft, row, line)
    draft.document.rows.push(row)
  }

  function compare(draft: Draft, row: number, fields: Fields): void {
    const { document } = draft
    const first = document.rows[0] ?? row
    for (const { column, index } of header.columns) {
      if (column.level === 'line' || column.sheetOnly) continue
      const [before, now] = [document.fields[column.name], fields[column.name]]
      if (sameValue(before, now)) continue
      if (column.rowsDiffer === undefined) {
        draft.good = false
        tell('error', 'rows-disagree', [first, row], [column.name], {
          column: column.header,
          number: numberOf(document),
          first: textOf(cellAt(rows, first, index)),
          second: textOf(cellAt(rows, row, index)),
          firstRow: first + 1,
          secondRow: row + 1,
        })
      } else if (before === undefined && now !== undefined) {
        document.fields[column.name] = now
      } else if (before !== undefined && now !== undefined) {
        const facts = { column: column.header, first: before, second: now, row: row + 1 }
        tell('note', 'first-row-wins', [row], [column.name], facts)
      }
    }
  }

  function add({ lines, rows: own }: Document, row: number, line: Fields): void {
    const total = lines[0] ?? {}
    for (const [name, value] of Object.entries(line)) {
      if (typeof value === 'number') total[name] = Number(total[name] ?? 0) + value
    }
    const first = own[0] ?? row
    tell('note', 'rows-added', [first, row], table.key, { firstRow: first + 1, secondRow: row + 1 })
  }

  function append(draft: Draft, row: number, line: Fields): void {
    const { document } = draft
    if (teller !== undefined) {
      const twin = document.lines.findIndex((other) => other[teller.name] === line[teller.name])
      if (twin >= 0) {
        const other = document.rows[twin] ?? row
        draft.good = false
        tell('error', 'line-repeated', [other, row], [teller.name], {
          number: numberOf(document),
          firstRow: other + 1,
          secondRow: row + 1,
        })
      }
    }
    document.lines.push(line)
  }
}

/** What a document is called in a sentence: the last part of its key. */
export const numberOf = ({ table, fields }: Document): string =>
  String(fields[table.key.at(-1) ?? ''] ?? '')

/** Texts are compared without regard to case and spaces, as the portal compares numbers. */
const sameValue = (a: Value | undefined, b: Value | undefined): boolean =>
  a === b || (typeof a === 'string' && typeof b === 'string' && fold(a) === fold(b))
