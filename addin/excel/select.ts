// Brings a cell of a problem to the front, and tells which cell the user is on.
import type { RowCells } from '../../templates/block.ts'
import { findRows } from './find-rows.ts'
import { inExcel, inExcelQuietly } from './in-excel.ts'

export interface CellPlace {
  readonly sheet: string
  /** Rows and columns count from 0. */
  readonly row: number
  readonly column: number
}

/**
 * Selects the first of the columns, on the row where these cells are now.
 * `gone`: the row or its sheet is no longer there. `hidden`: the sheet is hidden, so nothing can be selected on it.
 */
export async function selectCells(cells: RowCells): Promise<'selected' | 'gone' | 'hidden'> {
  const [row] = await findRows([cells])
  if (row === undefined) return 'gone'
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(cells.sheet)
    sheet.load('visibility, id')
    await context.sync()
    if (sheet.isNullObject) return 'gone'
    if (sheet.visibility !== 'Visible') return 'hidden'
    ours.push(nameOf(sheet.id, row, cells.columns[0] ?? 0))
    sheet.activate()
    sheet.getRangeByIndexes(row, cells.columns[0] ?? 0, 1, 1).select()
    await context.sync()
    return 'selected'
  })
}

/** Cells that we selected and that Excel has yet to tell of, oldest first. */
let ours: string[] = []

const nameOf = (sheetId: string, row: number, column: number): string =>
  `${row} ${column} ${sheetId}`

/** Excel tells in order: once it tells of another cell, it tells of none that we selected before. */
function isOurs(cell: string): boolean {
  const at = ours.indexOf(cell)
  ours = at === -1 ? [] : ours.slice(at + 1)
  return at !== -1
}

/** Calls `handler` with the first cell of whatever the user selects, on any sheet. The answer ends it. */
export async function watchSelection(
  handler: (place: CellPlace) => void,
): Promise<() => Promise<void>> {
  ours = []
  const registration = await inExcel(async (context) => {
    const added = context.workbook.worksheets.onSelectionChanged.add(async (event) => {
      const { address, worksheetId } = event
      const corner = firstCell(address)
      if (!corner || isOurs(nameOf(worksheetId, corner.row, corner.column))) return
      const sheet = await sheetName(worksheetId)
      if (sheet !== undefined) handler({ sheet, ...corner })
    })
    await context.sync()
    return added
  })
  // A handler can be removed only in the context that it was added in.
  return () =>
    inExcel(async (context) => {
      registration.remove()
      await context.sync()
    }, registration.context)
}

/** Events name a sheet by its id. Asked quietly: it is Excel that began. */
export async function sheetName(id: string): Promise<string | undefined> {
  return inExcelQuietly(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id)
    sheet.load('name')
    await context.sync()
    return sheet.isNullObject ? undefined : sheet.name
  })
}

/** The top left cell of `B3`, `B3:C9`, `B3,D4`, `B:C` or `3:9`. */
function firstCell(address: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]*)\$?([0-9]*)/.exec(address) ?? []
  if (letters === undefined || digits === undefined || letters + digits === '') return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: digits === '' ? 0 : Number(digits) - 1, column: Math.max(0, column - 1) }
}
