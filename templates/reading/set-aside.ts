// Rows with content that are no data: repeated headers, totals, GSTN's sample rows. They are set aside and told, never dropped.
import type { Cell } from '../block.ts'
import { textOf } from '../columns/kind.ts'
import type { Table } from '../tables/table.ts'
import { repeatsHeader, type Header } from './header.ts'
import { isBlank } from './sheet-rows.ts'

/** Codes of the catalogue, one for each reason. */
export type SetAside =
  'row-outside-columns' | 'row-repeats-header' | 'row-is-total' | 'row-is-sample'

const TOTAL = /^(grand\s*|sub\s*)?totals?\b/i
/** What a totals row leaves blank, beside the key: a row of data is known by these. */
const FIRM = new Set<unknown>(['party', 'number', 'date', 'rate'])
/** Kinds that a totals row sums. */
const SUMMED = new Set(['amount', 'signed-amount', 'quantity', 'count'])
/** Recipients of the sample rows GSTN ships in its templates, dated 14 July 2017 (serial 42930). */
const SAMPLE_GSTINS = new Set(['12GEOPS0823BBZH', '05AEJPP8087R1ZF'])
const SAMPLE_DATE = /^(42930|14[-/ ]jul(y)?[-/ ](20)?17)$/i

/**
 * Why a row is no data, or undefined. A totals row says so in a cell while party, number and date are blank, or carries
 * nothing but amounts that equal the column's sum so far; one wrong cell never turns a row of data into one.
 */
export function setAsideReason(
  cells: readonly Cell[],
  firstColumn: number,
  header: Header,
  table: Table,
  sumSoFar: (column: string) => number | undefined,
): SetAside | undefined {
  const cellOf = (name: string): Cell => {
    const at = header.columns.find(({ column }) => column.name === name)
    return at === undefined ? '' : (cells[at.index - firstColumn] ?? '')
  }
  const filled = header.columns.filter(({ index }) => !isBlank(cells[index - firstColumn]))
  if (filled.length === 0) return 'row-outside-columns'
  if (repeatsHeader(cells, firstColumn, header, table)) return 'row-repeats-header'

  const party = table.columns.find(({ role }) => role === 'party')
  const date = table.columns.find(({ role }) => role === 'date')
  if (
    party &&
    date &&
    SAMPLE_GSTINS.has(textOf(cellOf(party.name)).toUpperCase()) &&
    SAMPLE_DATE.test(textOf(cellOf(date.name)))
  ) {
    return 'row-is-sample'
  }

  const firm = table.columns.filter(({ name, role }) => table.key.includes(name) || FIRM.has(role))
  const saysTotal = filled.some(({ index }) => TOTAL.test(textOf(cells[index - firstColumn] ?? '')))
  const labelled = firm.filter(({ name }) => !isBlank(cellOf(name)))
  if (saysTotal && labelled.every(({ name }) => TOTAL.test(textOf(cellOf(name)))))
    return 'row-is-total'

  const onlyAmounts = filled.every(({ column }) => SUMMED.has(column.kind.name))
  if (onlyAmounts && sumsUp(filled, cells, firstColumn, sumSoFar)) return 'row-is-total'
  return undefined
}

function sumsUp(
  filled: Header['columns'],
  cells: readonly Cell[],
  firstColumn: number,
  sumSoFar: (column: string) => number | undefined,
): boolean {
  const lines = filled.filter(({ column }) => column.level === 'line')
  return (
    lines.length > 0 &&
    lines.every(({ column, index }) => {
      const cell = cells[index - firstColumn]
      return typeof cell === 'number' && column.kind.fromWire(cell) === sumSoFar(column.name)
    })
  )
}
