// Builds the .xlsx template from the tables' definitions, in the layout of the official workbook:
// title, totals, header in row 4, data below; drop-down lists come from a `master` sheet.
import Excel from 'exceljs'
import { cellName, columnName, type Cell } from './block.ts'
import type { Kind } from './columns/kind.ts'
import type { Period } from './identifiers.ts'
import { LAYOUT } from './layout.ts'
import type { Column, Table, TotalLabel } from './tables/table.ts'

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

const BANNER: Partial<Excel.Style> = {
  font: { name: 'Calibri', size: 11, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF0070C0' } },
}
const HEADING: Partial<Excel.Style> = {
  font: { name: 'Calibri', size: 11, color: { theme: 1 } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFCE4D6' } },
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
}
const MARKED: Excel.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFFFC7CE' },
}
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
  const sheet = workbook.addWorksheet(table.sheets[0] ?? table.id, {
    views: [{ state: 'frozen', ySplit: LAYOUT.firstRow }],
  })
  table.columns.forEach((column, i) => {
    const at = sheet.getColumn(i + 1)
    at.width = column.width
    // The column carries the data's style, so that twenty thousand empty rows need no cell.
    at.style = { numFmt: column.kind.numberFormat, protection: { locked: false } }
    sheet.getCell(cellName(LAYOUT.title, i)).style = { ...BANNER, ...LOCKED }
    sheet.getCell(cellName(LAYOUT.totalLabels, i)).style = { ...BANNER, ...LOCKED }
    sheet.getCell(cellName(LAYOUT.totals, i)).style = LOCKED
    const header = sheet.getCell(cellName(LAYOUT.header, i))
    header.value = column.header
    header.style = { ...HEADING, ...LOCKED }
    limit(sheet, i, column)
  })
  sheet.getCell(cellName(LAYOUT.title, 0)).value = table.title
  sheet.getRow(LAYOUT.header + 1).height = 30
  for (const total of table.totals) addTotal(sheet, table, total, rows)
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
  table: Table,
  { column, label, how }: TotalLabel,
  rows: readonly (readonly Cell[])[],
): void {
  const indexOf = (name: string) => table.columns.findIndex((candidate) => candidate.name === name)
  const index = indexOf(column)
  sheet.getCell(cellName(LAYOUT.totalLabels, index)).value = label
  const cell = sheet.getCell(cellName(LAYOUT.totals, index))
  cell.value = TOTAL[how](
    index,
    table.key.map(indexOf),
    rows.map((cells) => cells.map((value) => value ?? '')),
  )
  const format = table.columns[index]?.kind.numberFormat ?? 'General'
  cell.style = { ...LOCKED, numFmt: how === 'distinct' ? '0' : format }
}

const rangeOf = (index: number) =>
  `${cellName(LAYOUT.firstRow, index)}:${cellName(LAYOUT.lastRow, index)}`
/**
 * A column down to the last row that has something in column `by`: counting what is alike looks at every row for every
 * row, and for twenty thousand empty ones that takes a minute.
 */
function usedOf(index: number, by = index): string {
  const filled = `(${rangeOf(by)}<>"")*(ROW(${rangeOf(by)})-${LAYOUT.firstRow})`
  const first = cellName(LAYOUT.firstRow, index)
  return `${first}:INDEX(${rangeOf(index)},MAX(1,SUMPRODUCT(MAX(${filled}))))`
}

const amountOf = (cell: Cell | undefined) => (typeof cell === 'number' ? cell : 0)
const toPaisa = (amount: number) => Math.round(amount * 100) / 100

/** How a column is totalled, as a formula and as what Excel would make of it for `rows`. */
const TOTAL: Readonly<
  Record<
    TotalLabel['how'],
    (index: number, key: readonly number[], rows: readonly Cell[][]) => Excel.CellFormulaValue
  >
> = {
  sum: (index, _, rows) => ({
    formula: `SUM(${rangeOf(index)})`,
    result: toPaisa(rows.reduce((sum, cells) => sum + amountOf(cells[index]), 0)),
  }),
  distinct: (index, _, rows) => ({
    formula: `SUMPRODUCT((${usedOf(index)}<>"")/COUNTIF(${usedOf(index)},${usedOf(index)}&""))`,
    result: new Set(rows.map((cells) => cells[index] ?? '').filter((value) => value !== '')).size,
  }),
  // The plain sum of the official sheet counts an invoice once for each of its rates.
  once(index, key, rows) {
    const used = (column: number) => usedOf(column, key[0])
    const same = key.map((column) => `${used(column)},${used(column)}&""`).join()
    const keys = rows.map((cells) => key.map((column) => cells[column]).join('|'))
    const times = Map.groupBy(keys, (text) => text)
    const share = (cells: readonly Cell[], i: number) =>
      amountOf(cells[index]) / (times.get(keys[i] ?? '')?.length ?? 1)
    return {
      formula: `SUMPRODUCT(${used(index)}/COUNTIFS(${same}))`,
      result: toPaisa(rows.reduce((sum, cells, i) => sum + share(cells, i), 0)),
    }
  },
}

/** What Excel lets a user type, by kind of cell; pasting goes past it. */
const LIMITS: Readonly<Record<string, Excel.DataValidation>> = {
  amount: {
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    formulae: [0],
    error: 'Enter an amount of zero or more. What is taken back goes into a credit note.',
  },
  'signed-amount': {
    type: 'decimal',
    operator: 'between',
    formulae: [-9_999_999_999_999, 9_999_999_999_999],
    error: 'Enter an amount, with a minus sign where more was taken back than supplied.',
  },
  quantity: {
    type: 'decimal',
    operator: 'between',
    formulae: [-999_999_999_999_999, 999_999_999_999_999],
    error: 'Enter a quantity as a number; the unit stands in the column before.',
  },
  count: {
    type: 'whole',
    operator: 'between',
    formulae: [0, 9_999_999_999],
    error: 'Enter how many documents: a whole number.',
  },
  hsn: {
    type: 'textLength',
    operator: 'between',
    formulae: [4, 8],
    error: 'An HSN or SAC code has 4 to 8 digits.',
  },
  'document-number': {
    type: 'textLength',
    operator: 'between',
    formulae: [1, 16],
    error: 'The number may have up to 16 letters, digits, - and /.',
  },
  gstin: {
    type: 'textLength',
    operator: 'equal',
    formulae: [15],
    error: 'A GSTIN has 15 characters.',
  },
  'port-code': {
    type: 'textLength',
    operator: 'between',
    formulae: [1, 6],
    error: 'A port code has up to 6 letters and digits.',
  },
  'shipping-bill': {
    type: 'textLength',
    operator: 'between',
    formulae: [3, 7],
    error: 'A shipping bill number has 3 to 7 digits.',
  },
}

/** exceljs knows it, its types do not. */
type WithRanges = Excel.Worksheet & {
  dataValidations: { add(range: string, validation: Excel.DataValidation): void }
}

function limit(sheet: Excel.Worksheet, index: number, { kind }: Column): void {
  const validation: Excel.DataValidation | undefined = kind.labels
    ? { type: 'list', formulae: [listName(kind)], error: 'Choose from the list.' }
    : LIMITS[kind.name]
  if (validation === undefined) return
  ;(sheet as WithRanges).dataValidations.add(rangeOf(index), {
    allowBlank: true,
    showErrorMessage: true,
    ...validation,
  })
}

/** `invoice-type` → `INVOICE_TYPE` */
const listName = ({ name }: Kind) => name.toUpperCase().replaceAll('-', '_')

function addLists(workbook: Excel.Workbook, tables: readonly Table[]): void {
  const sheet = workbook.addWorksheet('master')
  const kinds = tables.flatMap(({ columns }) => columns.map(({ kind }) => kind))
  const lists = new Map(kinds.filter(({ labels }) => labels).map((kind) => [listName(kind), kind]))
  ;[...lists].forEach(([name, { labels = [], numberFormat }], i) => {
    const letter = columnName(i)
    sheet.getColumn(i + 1).width = 36
    sheet.getCell(1, i + 1).value = name
    sheet.getCell(1, i + 1).style = BANNER
    labels.forEach((label, row) => {
      const cell = sheet.getCell(row + 2, i + 1)
      // A list of numbers must hold numbers, or what it offers would be text.
      cell.value = numberFormat === '@' ? label : Number(label)
      cell.style = { numFmt: numberFormat }
    })
    workbook.definedNames.add(`master!$${letter}$2:$${letter}$${labels.length + 1}`, name)
  })
}
