// Rows of one key → one document: further lines of it, or amounts to add, as its table says.
import { documentNumber } from '../columns/document-number.ts'
import { fold, textOf, type Value } from '../columns/kind.ts'
import {
  entryName,
  keyOf,
  keyParts,
  numberColumn,
  type Column,
  type Document,
  type Fields,
} from '../tables/table.ts'
import type { ColumnAt } from './header.ts'
import type { RowValues } from './read-row.ts'
import type { Sheet, Tell } from './sheet.ts'
import { cellAt } from './sheet-rows.ts'

/** A document while its rows come in; no longer good once they contradict each other. */
export interface Draft {
  readonly document: Document
  /** The sheet rows that each of its lines was read from, once a line has several; else line and row go together. */
  rowsOfLines?: number[][]
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
  const agreeing = header.columns.filter(
    ({ column }) => column.level !== 'line' && !column.sheetOnly,
  )
  let above: Draft | undefined
  /** The fields of the row above, where they agree with its document's. */
  let agreed: Fields | undefined

  return (row, { fields, line }) => {
    if (above === undefined || fields !== agreed) {
      const key = isSameKey(fields, above) ? above.document.key : keyOf(table, fields)
      const draft = key === above?.document.key ? above : drafts.get(key)
      if (draft === undefined) {
        if (above !== undefined) trim(above)
        above = { document: { table, key, fields, lines: [line], rows: [row] }, good: true }
        drafts.set(key, above)
        agreed = fields
        return
      }
      above = draft
      agreed = agrees(above, row, fields) ? fields : undefined
    }
    addRow(above, row, line)
  }

  /** Most often the rows of a document stand together, and no key need be made. */
  function isSameKey(fields: Fields, draft: Draft | undefined): draft is Draft {
    if (draft === undefined) return false
    for (let i = 0; i < table.key.length; i += 1) {
      const name = table.key[i] ?? ''
      if (fields[name] !== draft.document.fields[name]) return false
    }
    return true
  }

  function addRow(draft: Draft, row: number, line: Fields): void {
    const { document } = draft
    const twin = twinOf(document, line)
    if (twin < 0) {
      document.lines.push(line)
      draft.rowsOfLines?.push([row])
    } else if (table.rows === 'add' || table.line?.repeat === 'add') add(draft, twin, row, line)
    else refuseRepeat(draft, twin, row)
    document.rows.push(row)
  }

  /** Whether the row says the same as its document; tells where it does not. */
  function agrees(draft: Draft, row: number, fields: Fields): boolean {
    const { document } = draft
    const first = document.rows[0] ?? row
    const isSame = ({ column: { name } }: ColumnAt) => document.fields[name] === fields[name]
    if (agreeing.every(isSame)) return true
    for (const { column, index } of agreeing) {
      const before = document.fields[column.name]
      const now = fields[column.name]
      if (before === now) continue
      if (sameText(before, now, column)) {
        if (column.kind === documentNumber) {
          tell('note', 'number-case-differs', [row], [column.name], {
            first: String(before),
            second: String(now),
            row: row + 1,
          })
        }
        continue
      }
      if (column.rowsDiffer === undefined) {
        draft.good = false
        const code = column.role === 'value' ? 'values-disagree' : 'rows-disagree'
        tell('error', code, [first, row], [column.name], {
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
    return false
  }

  /** The line that a row repeats, or -1. A table without lines has one a document. */
  function twinOf({ lines }: Document, line: Fields): number {
    if (table.rows !== 'lines') return 0
    if (teller === undefined) return -1
    return lines.findIndex((other) => other[teller.name] === line[teller.name])
  }

  function add(draft: Draft, twin: number, row: number, line: Fields): void {
    const { document } = draft
    const total = document.lines[twin] ?? {}
    for (const [name, value] of Object.entries(line)) {
      if (typeof value === 'number' && name !== teller?.name) {
        total[name] = Number(total[name] ?? 0) + value
      }
    }
    const first = firstRowOf(draft, twin, row)
    tell('note', 'rows-added', [first, row], table.key, { firstRow: first + 1, secondRow: row + 1 })
  }

  function refuseRepeat(draft: Draft, twin: number, row: number): void {
    const first = firstRowOf(draft, twin, row)
    draft.good = false
    const code = table.rows === 'lines' ? 'line-repeated' : 'row-repeated'
    tell('error', code, [first, row], table.rows === 'lines' ? [teller?.name ?? ''] : table.key, {
      number: numberOf(draft.document),
      firstRow: first + 1,
      secondRow: row + 1,
    })
  }
}

/** Pushing makes room for sixteen more, which most documents never have: it would be a third of their memory. */
function trim({ document }: Draft): void {
  if (document.rows.length < 2) return
  document.lines = document.lines.slice()
  document.rows = document.rows.slice()
}

/** The first row of a line, which the row now belongs to as well. */
function firstRowOf(draft: Draft, line: number, row: number): number {
  draft.rowsOfLines ??= draft.document.rows.map((own) => [own])
  const rows = draft.rowsOfLines[line]
  rows?.push(row)
  return rows?.[0] ?? row
}

/** The sheet rows that a line was read from. */
export const rowsOfLine = ({ document, rowsOfLines }: Draft, line: number): readonly number[] =>
  (rowsOfLines ?? document.rows.map((own) => [own]))[line] ?? document.rows

/** What a document is called in a sentence: its number, or, for an entry of a summary table, its key as the sheet has it. */
export function numberOf({ table, fields }: Document): string {
  const number = numberColumn(table)
  if (number !== undefined) return String(fields[number.name] ?? '')
  return entryName(table, keyParts(table, fields))
}

/** Texts are compared without regard to case and signs; of a document's number every sign counts, as at the portal. */
const sameText = (a: Value | undefined, b: Value | undefined, { kind }: Column): boolean => {
  if (typeof a !== 'string' || typeof b !== 'string') return false
  return kind === documentNumber ? a.toUpperCase() === b.toUpperCase() : fold(a) === fold(b)
}
