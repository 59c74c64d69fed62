// Paints problems on cells and takes the paint away again, without touching anything that is the user's.
//
// A mark is a conditional format: the cells' own formats, formulas and comments stay as they are, and Excel moves
// it along when rows are inserted or deleted. Its formula is always true and carries our signature, by which marks
// are found again, those left behind by a crash and those copied along with a row included.
import { cellName, type RowCells } from '../../templates/block.ts'
import type { Problem } from '../../templates/problems/problem.ts'
import { findRows } from './find-rows.ts'
import { inExcel } from './in-excel.ts'

export interface MarkReport {
  /** The problems with the rows where their cells are now; a row that is gone keeps its old number. */
  readonly problems: readonly Problem[]
  /** Rows painted. */
  readonly painted: number
  /** Rows painted elsewhere than where they were read. */
  readonly moved: number
  /** Rows that are no longer in their sheet. */
  readonly gone: readonly RowCells[]
  /** Sheets that do not allow formatting: their problems are not painted. */
  readonly protectedSheets: readonly string[]
}

interface Look {
  readonly formula: string
  readonly fill: string
  readonly color: string
}

const SIGNATURE = 'gstr1-for-excel'

/** The formulas use no function and no separator, so they read the same in every language of Excel. */
const LOOKS: Readonly<Record<'error' | 'warning', Look>> = {
  error: { formula: `="${SIGNATURE}:error"<>""`, fill: '#FFC7CE', color: '#9C0006' },
  warning: { formula: `="${SIGNATURE}:warning"<>""`, fill: '#FFEB9C', color: '#7F4F00' },
}

/** The longest address that all versions of Excel take for several areas. */
const ADDRESS = 255

/** Cells to paint, by sheet: the severest look of each cell, by row and column. */
type Paint = Map<string, Map<string, { row: number; column: number; look: Look }>>

/** Replaces all earlier marks by those of `problems`, in one batch. Notes get no mark. */
export async function paintMarks(problems: readonly Problem[]): Promise<MarkReport> {
  const rows = problems.flatMap(({ cells }) => cells)
  const found = await findRows(rows)
  const placeOf = new Map(rows.map((cells, index) => [cells, found[index]]))
  const placed = problems.map((problem) => ({
    ...problem,
    cells: problem.cells.map((cells) => ({ ...cells, row: placeOf.get(cells) ?? cells.row })),
  }))
  const marked = problems
    .flatMap(({ severity, cells }) =>
      severity === 'note' ? [] : cells.map((at) => ({ cells: at, look: LOOKS[severity] })),
    )
    // Errors last: they win over a warning on the same cell.
    .toSorted((a, b) => Number(a.look === LOOKS.error) - Number(b.look === LOOKS.error))

  return inExcel(async (context) => {
    const sheets = await sheetsWithMarks(context)
    const protectedSheets = new Set<string>()
    const paint: Paint = new Map()
    // A row with several problems is one row.
    const gone = new Map<string, RowCells>()
    const painted = new Set<string>()
    const moved = new Set<string>()
    for (const { cells, look } of marked) {
      const row = placeOf.get(cells)
      const sheet = sheets.get(cells.sheet)
      const name = `${cells.row} ${cells.sheet}`
      if (row === undefined || !sheet) gone.set(name, cells)
      else if (!sheet.mayFormat) protectedSheets.add(cells.sheet)
      else {
        painted.add(name)
        if (row !== cells.row) moved.add(name)
        addPaint(paint, cells, row, look)
      }
    }
    for (const { marks, mayFormat } of sheets.values()) {
      if (mayFormat) for (const mark of marks) mark.delete()
    }
    for (const [name, cells] of paint) {
      const sheet = context.workbook.worksheets.getItem(name)
      for (const look of Object.values(LOOKS)) addMarks(sheet, look, [...cells.values()])
    }
    await context.sync()
    return {
      problems: placed,
      painted: painted.size,
      moved: moved.size,
      gone: [...gone.values()],
      protectedSheets: [...protectedSheets],
    }
  })
}

/** Deletes exactly our marks. Those on sheets that do not allow formatting stay, and the sheets are named. */
export async function removeMarks(): Promise<readonly string[]> {
  return inExcel(async (context) => {
    const sheets = await sheetsWithMarks(context)
    for (const { marks, mayFormat } of sheets.values()) {
      if (mayFormat) for (const mark of marks) mark.delete()
    }
    await context.sync()
    return [...sheets].flatMap(([name, { marks, mayFormat }]) =>
      marks.length > 0 && !mayFormat ? [name] : [],
    )
  })
}

interface MarkedSheet {
  readonly mayFormat: boolean
  /** Ours. */
  readonly marks: readonly Excel.ConditionalFormat[]
}

/** Every sheet of the workbook by name. */
async function sheetsWithMarks(context: Excel.RequestContext): Promise<Map<string, MarkedSheet>> {
  const worksheets = context.workbook.worksheets
  worksheets.load('items/name')
  await context.sync()
  const sheets = worksheets.items.map((sheet) => {
    const formats = sheet.getRange().conditionalFormats
    formats.load('items/type')
    sheet.protection.load('protected, options')
    return { sheet, formats }
  })
  await context.sync()
  const found = sheets.map(({ sheet, formats }) => {
    const { protected: isProtected, options } = sheet.protection
    const mayFormat = !isProtected || options.allowFormatCells === true
    const custom = formats.items.filter(({ type }) => type === 'Custom')
    for (const format of custom) format.custom.rule.load('formula')
    return { name: sheet.name, mayFormat, custom }
  })
  await context.sync()
  return new Map(
    found.map(({ name, mayFormat, custom }) => {
      const marks = custom.filter((format) => format.custom.rule.formula.includes(SIGNATURE))
      return [name, { mayFormat, marks }]
    }),
  )
}

function addPaint(paint: Paint, { sheet, columns }: RowCells, row: number, look: Look): void {
  const cells = paint.get(sheet) ?? new Map<string, { row: number; column: number; look: Look }>()
  for (const column of columns) cells.set(cellName(row, column), { row, column, look })
  paint.set(sheet, cells)
}

function addMarks(
  sheet: Excel.Worksheet,
  look: Look,
  cells: readonly { row: number; column: number; look: Look }[],
): void {
  for (const address of addressesOf(cells.filter((cell) => cell.look === look))) {
    const format = sheet.getRanges(address).conditionalFormats.add('Custom')
    format.custom.rule.formula = look.formula
    format.custom.format.fill.color = look.fill
    format.custom.format.font.color = look.color
  }
}

/** As few addresses as will hold the cells: `A1:A9,C4`, cells below each other as one area. */
function addressesOf(cells: readonly { row: number; column: number }[]): string[] {
  const runs: { column: number; first: number; last: number }[] = []
  const ordered = cells.toSorted((a, b) => a.column - b.column || a.row - b.row)
  for (const { row, column } of ordered) {
    const run = runs.at(-1)
    if (run && run.column === column && run.last === row - 1) run.last = row
    else runs.push({ column, first: row, last: row })
  }
  const addresses: string[] = []
  for (const { column, first, last } of runs) {
    const top = cellName(first, column)
    const area = first === last ? top : `${top}:${cellName(last, column)}`
    const open = addresses.at(-1)
    if (open === undefined || open.length + 1 + area.length > ADDRESS) addresses.push(area)
    else addresses[addresses.length - 1] = `${open},${area}`
  }
  return addresses
}
