// Rows with content that are no data: repeated headers, totals, GSTN's sample rows. They are set aside and told, never dropped.
import type { Cell } from '../block.ts'
import { textOf } from '../columns/kind.ts'
import type { Table } from '../tables/table.ts'
import { repeatsHeader, type ColumnAt, type Header } from './header.ts'
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
const SAMPLE_SERIAL = 42930
const SAMPLE_DATE = /^(42930|14[-/ ]jul(y)?[-/ ](20)?17)$/i

/** The date is looked at first, since a number tells at once. */
const isSampleOf = (party: Cell, date: Cell): boolean =>
  (typeof date === 'string' ? SAMPLE_DATE.test(textOf(date)) : date === SAMPLE_SERIAL) &&
  SAMPLE_GSTINS.has(textOf(party).toUpperCase())

/** Whether a row is one of GSTN's samples, whose cells are all good. */
export function sampleOf({ columns }: Header) {
  const party = columns.find(({ column }) => column.role === 'party')
  const date = columns.find(({ column }) => column.role === 'date')
  return (cells: readonly Cell[], firstColumn: number): boolean =>
    party !== undefined &&
    date !== undefined &&
    isSampleOf(cells[party.index - firstColumn] ?? '', cells[date.index - firstColumn] ?? '')
}

/** Why a row is no data, or undefined. */
export type SetAsideOf = (cells: readonly Cell[], firstColumn: number) => SetAside | undefined

/**
 * A totals row says so in a cell while its key, date and rate are blank, or carries nothing but amounts that equal the
 * column's sum so far; one wrong cell never turns a row of data into one.
 */
export function setAsideOf(
  header: Header,
  table: Table,
  sumSoFar: (column: string) => number | undefined,
): SetAsideOf {
  const { columns } = header
  const isSample = sampleOf(header)
  const firm = columns.filter(
    ({ column: { name, role } }) => FIRM.has(role) || table.key.includes(name),
  )

  /** The row that is looked at: one at a time, so that its questions are made once a sheet. */
  let row: { cells: readonly Cell[]; firstColumn: number } = { cells: [], firstColumn: 0 }
  const cellOf = ({ index }: ColumnAt): Cell => row.cells[index - row.firstColumn] ?? ''
  const isFilled = (at: ColumnAt) => !isBlank(cellOf(at))
  const saysTotal = (at: ColumnAt) => {
    const cell = cellOf(at)
    return typeof cell === 'string' && TOTAL.test(textOf(cell))
  }
  const saysNothingElse = (at: ColumnAt) => !isFilled(at) || saysTotal(at)
  const isOfAmounts = (at: ColumnAt) => !isFilled(at) || SUMMED.has(at.column.kind.name)

  return (cells, firstColumn) => {
    row = { cells, firstColumn }
    if (!columns.some(isFilled)) return 'row-outside-columns'
    if (repeatsHeader(cells, firstColumn, header, table)) return 'row-repeats-header'
    if (isSample(cells, firstColumn)) return 'row-is-sample'
    if (firm.every(saysNothingElse) && columns.some(saysTotal)) return 'row-is-total'
    return columns.every(isOfAmounts) && sumsUp(columns.filter(isFilled), cellOf, sumSoFar)
      ? 'row-is-total'
      : undefined
  }
}

function sumsUp(
  filled: readonly ColumnAt[],
  cellOf: (at: ColumnAt) => Cell,
  sumSoFar: (column: string) => number | undefined,
): boolean {
  const lines = filled.filter(({ column }) => column.level === 'line')
  return (
    lines.length > 0 &&
    lines.every((at) => {
      const cell = cellOf(at)
      const { kind, name } = at.column
      return typeof cell === 'number' && kind.fromWire(cell) === sumSoFar(name)
    })
  )
}
