// Writes what the preview holds as a new .xlsx. Never rewrites a user's file: parts we do not know would be lost.
import Excel from 'exceljs'
import { columnAt } from './reference.ts'
import { UNCALCULATED } from './sheet.ts'
import { encoded } from './strings.ts'
import type { CellFile, ProtectionFile, SheetFile, WorkbookFile } from './workbook-file.ts'

const LAST_ROW = 1_048_576
/** In points. */
const DEFAULT_HEIGHT = 15

/**
 * The bytes of the file. Texts stay texts whatever they begin with, dates stay serials. A sheet
 * that had a password is protected without one: nobody here knows it.
 */
export async function writeWorkbook(file: WorkbookFile): Promise<Uint8Array> {
  const workbook = new Excel.Workbook()
  for (const sheet of file.sheets) await writeSheet(workbook, sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function writeSheet(workbook: Excel.Workbook, file: SheetFile): Promise<void> {
  const sheet = workbook.addWorksheet(file.name, {
    state: file.hidden ? 'hidden' : 'visible',
    views: file.frozenRows > 0 ? [{ state: 'frozen', ySplit: file.frozenRows }] : [],
  })
  for (const [column, width] of Object.entries(file.widths)) {
    if (width === 0) sheet.getColumn(Number(column) + 1).hidden = true
    else sheet.getColumn(Number(column) + 1).width = width
  }
  for (const cell of file.cells) {
    const written = sheet.getCell(cell.row + 1, cell.column + 1)
    written.value = valueOf(cell)
    written.style = styleOf(cell)
  }
  for (const row of file.hiddenRows) {
    sheet.getRow(row + 1).hidden = true
    // exceljs forgets a row without cells unless it has a height.
    sheet.getRow(row + 1).height = DEFAULT_HEIGHT
  }
  if (file.protection !== undefined) await protect(sheet, file, file.protection)
  for (const range of file.merges) sheet.mergeCellsWithoutStyle(range)
}

function valueOf({ value, formula }: CellFile): Excel.CellValue {
  if (formula === undefined) return value === '' || value === null ? null : resultOf(value)
  if (value === UNCALCULATED) return { formula }
  return { formula, result: resultOf(value ?? '') }
}

function resultOf(value: string | number | boolean) {
  if (typeof value !== 'string') return value
  return isError(value) ? { error: value } : encoded(value)
}

const ERRORS = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] as const

const isError = (text: string): text is (typeof ERRORS)[number] =>
  (ERRORS as readonly string[]).includes(text)

function styleOf({ numberFormat, fill, color, bold }: CellFile): Partial<Excel.Style> {
  return {
    ...(numberFormat !== undefined && { numFmt: numberFormat }),
    ...(fill !== undefined && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(fill) } },
    }),
    ...((color !== undefined || bold === true) && {
      font: {
        name: 'Calibri',
        size: 11,
        bold: bold === true,
        color: color === undefined ? { theme: 1 } : { argb: argb(color) },
      },
    }),
  }
}

const argb = (color: string) => `FF${color.slice(1)}`

async function protect(
  sheet: Excel.Worksheet,
  file: SheetFile,
  protection: ProtectionFile,
): Promise<void> {
  await sheet.protect('', {
    formatCells: protection.allowFormatCells,
    insertRows: protection.allowInsertRows,
    deleteRows: protection.allowDeleteRows,
    sort: protection.allowSort,
  })
  const setLocked = (row: number, column: number, locked: boolean) => {
    const cell = sheet.getCell(row, column)
    cell.style = { ...cell.style, protection: { locked } }
  }
  const ranges = file.unlocked.map(boundsOf)
  // Open to the last row: the column is unlocked, so that no empty cell need be written.
  for (const { top, left, right } of ranges.filter(({ bottom }) => bottom === LAST_ROW)) {
    for (let column = left; column <= right; column += 1) {
      sheet.getColumn(column).style = { protection: { locked: false } }
      for (let row = 1; row < top; row += 1) setLocked(row, column, true)
    }
  }
  for (const { row, column } of file.cells) {
    if (ranges.some((range) => holds(range, row + 1, column + 1))) {
      setLocked(row + 1, column + 1, false)
    }
  }
  for (const { top, left, bottom, right } of ranges.filter(({ bottom }) => bottom < LAST_ROW)) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) setLocked(row, column, false)
    }
  }
}

/** Rows and columns from 1, as exceljs counts. */
interface Bounds {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

function boundsOf(range: string): Bounds {
  const [from = range, to = from] = range.split(':')
  const rowAt = (reference: string) => Number(reference.replace(/^[A-Z]+/, ''))
  return {
    top: rowAt(from),
    left: columnAt(from) + 1,
    bottom: rowAt(to),
    right: columnAt(to) + 1,
  }
}

const holds = ({ top, left, bottom, right }: Bounds, row: number, column: number) =>
  top <= row && row <= bottom && left <= column && column <= right
