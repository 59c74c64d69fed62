// Builds the .xlsx template from the tables' definitions, in the layout of the official workbook:
// title, totals, header in row 4, data below; drop-down lists come from a `master` sheet.
import Excel from 'exceljs'
import { cellName, columnName, type Cell } from './block.ts'
import type { Period } from './identifiers.ts'
import { LAYOUT } from './layout.ts'
import { NOT_IN_LIST } from './limits.ts'
import type { Table, TotalLabel } from './tables/table.ts'
import {
  LISTS_SHEET,
  LOOKS,
  templateLists,
  templateSheet,
  type TemplateColumn,
  type TemplateTotal,
} from './template-sheet.ts'
import { columnIndex, dataOf, keyIndexes } from './totals.ts'

export interface TemplateOptions {
  /** Only data cells may be written and nothing formatted, as in the official V2.x. No password. */
  readonly protect?: boolean
  /** Rows of data by table id, cells in the table's column order, dates as serials. */
  readonly rows?: Readonly<Record<string, readonly (readonly Cell[])[]>>
  /** Cells of data to paint and comment on, by table id. */
  readonly marks?: Readonly<Record<string, readonly Mark[]>>
  readonly texts?: readonly TextSheet[]
}

/** A cell of data, counted from 0, and why it is marked. */
export interface Mark {
  readonly row: number
  readonly column: number
  readonly comment: string
}

/** A sheet that is no table: rows of texts to read. */
export interface TextSheet {
  readonly name: string
  readonly place: 'first' | 'last'
  /** In characters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

const argb = (color: string) => ({ argb: `FF${color.slice(1)}` })
const filled = (color: string): Excel.Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: argb(color),
})
const BANNER: Partial<Excel.Style> = {
  font: { name: 'Calibri', size: 11, bold: true, color: argb(LOOKS.banner.color) },
  fill: filled(LOOKS.banner.fill),
}
const HEADING: Partial<Excel.Style> = {
  font: { name: 'Calibri', size: 11, color: { theme: 1 } },
  fill: filled(LOOKS.heading.fill),
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
}
const MARKED = filled('#FFC7CE')
const LOCKED: Partial<Excel.Style> = { protection: { locked: true } }

/** The bytes of the workbook. Its creation date is the period's first day, so that it can be built again. */
export async function buildTemplate(
  tables: readonly Table[],
  period: Period,
  options: TemplateOptions = {},
): Promise<Uint8Array> {
  const workbook = new Excel.Workbook()
  workbook.creator = 'GSTR-1 for Excel'
  workbook.created = new Date(Date.UTC(Number(period.slice(2)), Number(period.slice(0, 2)) - 1, 1))
  workbook.modified = workbook.created

  const { protect, rows, marks, texts = [] } = options
  for (const text of texts) if (text.place === 'first') addTexts(workbook, text)
  for (const table of tables) {
    const sheet = addTable(workbook, table, rows?.[table.id] ?? [])
    for (const mark of marks?.[table.id] ?? []) addMark(sheet, mark)
    if (protect === true) await sheet.protect('', {})
  }
  addLists(workbook, tables)
  for (const text of texts) if (text.place === 'last') addTexts(workbook, text)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addTable(
  workbook: Excel.Workbook,
  table: Table,
  rows: readonly (readonly Cell[])[],
): Excel.Worksheet {
  const { name, title, columns } = templateSheet(table)
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: LAYOUT.firstRow }],
  })
  columns.forEach((column, i) => {
    const at = sheet.getColumn(i + 1)
    at.width = column.width
    // The column carries the data's style, so that twenty thousand empty rows need no cell.
    at.style = { numFmt: column.numberFormat, protection: { locked: false } }
    sheet.getCell(cellName(LAYOUT.title, i)).style = { ...BANNER, ...LOCKED }
    sheet.getCell(cellName(LAYOUT.totalLabels, i)).style = { ...BANNER, ...LOCKED }
    sheet.getCell(cellName(LAYOUT.totals, i)).style = LOCKED
    const header = sheet.getCell(cellName(LAYOUT.header, i))
    header.value = column.header
    header.style = { ...HEADING, ...LOCKED }
    limit(sheet, i, column)
  })
  sheet.getCell(cellName(LAYOUT.title, 0)).value = title
  sheet.getRow(LAYOUT.header + 1).height = LOOKS.headerHeight
  for (const { column, how } of table.totals) {
    const index = columnIndex(table, column)
    const result = RESULT[how](
      index,
      keyIndexes(table),
      rows.map((cells) => cells.map((cell) => cell ?? '')),
    )
    addTotal(sheet, index, columns[index]?.total, result)
  }
  rows.forEach((cells, i) => {
    cells.forEach((cell, column) => {
      if (cell === null || cell === '') return
      sheet.getCell(cellName(LAYOUT.firstRow + i, column)).value = cell
    })
  })
  return sheet
}

function addMark(sheet: Excel.Worksheet, { row, column, comment }: Mark): void {
  const cell = sheet.getCell(cellName(LAYOUT.firstRow + row, column))
  cell.fill = MARKED
  cell.note = comment
}

function addTexts(workbook: Excel.Workbook, { name, widths, rows }: TextSheet): void {
  const sheet = workbook.addWorksheet(name)
  widths.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width
  })
  for (const texts of rows) sheet.addRow([...texts])
  sheet.getRow(1).font = { bold: true }
}

function addTotal(
  sheet: Excel.Worksheet,
  index: number,
  total: TemplateTotal | undefined,
  result: number,
): void {
  if (total === undefined) return
  sheet.getCell(cellName(LAYOUT.totalLabels, index)).value = total.label
  const cell = sheet.getCell(cellName(LAYOUT.totals, index))
  cell.value = { formula: total.formula, result }
  cell.style = { ...LOCKED, numFmt: total.numberFormat }
}

const amountOf = (cell: Cell | undefined) => (typeof cell === 'number' ? cell : 0)
const toPaisa = (amount: number) => Math.round(amount * 100) / 100

/** What Excel would make of a total's formula for `rows`. */
const RESULT: Readonly<
  Record<
    TotalLabel['how'],
    (index: number, key: readonly number[], rows: readonly Cell[][]) => number
  >
> = {
  sum: (index, _, rows) => toPaisa(rows.reduce((sum, cells) => sum + amountOf(cells[index]), 0)),
  distinct: (index, _, rows) =>
    new Set(rows.map((cells) => cells[index] ?? '').filter((value) => value !== '')).size,
  once(index, key, rows) {
    const keys = rows.map((cells) => key.map((column) => cells[column]).join('|'))
    const times = Map.groupBy(keys, (text) => text)
    const share = (cells: readonly Cell[], i: number) =>
      amountOf(cells[index]) / (times.get(keys[i] ?? '')?.length ?? 1)
    return toPaisa(rows.reduce((sum, cells, i) => sum + share(cells, i), 0))
  },
}

/** exceljs knows it, its types do not. */
type WithRanges = Excel.Worksheet & {
  dataValidations: { add(range: string, validation: Excel.DataValidation): void }
}

function limit(sheet: Excel.Worksheet, index: number, column: TemplateColumn): void {
  const validation = validationOf(column)
  if (validation === undefined) return
  ;(sheet as WithRanges).dataValidations.add(dataOf(index), {
    allowBlank: true,
    showErrorMessage: true,
    ...validation,
  })
}

function validationOf({ list, limit }: TemplateColumn): Excel.DataValidation | undefined {
  if (list !== undefined) return { type: 'list', formulae: [list], error: NOT_IN_LIST }
  if (limit === undefined) return undefined
  const { type, operator, bounds, error } = limit
  return { type, operator, formulae: [...bounds], error }
}

function addLists(workbook: Excel.Workbook, tables: readonly Table[]): void {
  const sheet = workbook.addWorksheet(LISTS_SHEET)
  templateLists(tables).forEach(({ name, cells, numberFormat }, i) => {
    const letter = columnName(i)
    sheet.getColumn(i + 1).width = LOOKS.listWidth
    sheet.getCell(1, i + 1).value = name
    sheet.getCell(1, i + 1).style = BANNER
    cells.forEach((value, row) => {
      const cell = sheet.getCell(row + 2, i + 1)
      cell.value = value
      cell.style = { numFmt: numberFormat }
    })
    workbook.definedNames.add(`${LISTS_SHEET}!$${letter}$2:$${letter}$${cells.length + 1}`, name)
  })
}
