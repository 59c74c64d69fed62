// Where the choices of drop-downs stand: a `master` sheet as in the template, each list a column below its name.
import { LISTS_SHEET, LOOKS, type TemplateList } from '../../templates/template-sheet.ts'
import { pointsOf } from './widths.ts'

/** Cells of a list, by row and column from 0. */
export interface ListPlace {
  readonly sheet: string
  readonly column: number
  readonly count: number
}

/** The template has half as many lists. */
const COLUMNS = 40

/** Lists that the workbook has already, cell for cell: in a template's own `master`, or one added before. */
export async function knownLists(
  context: Excel.RequestContext,
  sheets: readonly string[],
  lists: readonly TemplateList[],
): Promise<Map<string, ListPlace>> {
  // A sheet of this name may be anything and of any length: no more is read than a list could fill.
  const longest = Math.max(0, ...lists.map(({ cells }) => cells.length))
  const read = sheets.filter(isListsName).map((sheet) => {
    const range = context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(0, 0, longest + 2, COLUMNS)
    range.load('values')
    return { sheet, range }
  })
  await context.sync()
  const known = new Map<string, ListPlace>()
  for (const { sheet, range } of read) {
    const values: unknown[][] = range.values
    for (const { name, cells } of lists) {
      const column = values[0]?.indexOf(name) ?? -1
      const isSame = [...cells, ''].every((cell, i) => values[i + 1]?.[column] === cell)
      if (column >= 0 && isSame) known.set(name, { sheet, column, count: cells.length })
    }
  }
  return known
}

/** `master`, or `master (2)` beside one that is the user's. */
export function freeListsName(sheets: readonly string[]): string {
  const taken = new Set(sheets.map((name) => name.toLowerCase()))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? LISTS_SHEET : `${LISTS_SHEET} (${number})`
    if (!taken.has(name)) return name
  }
}

/** Adds the sheet, where there is anything to put on it. */
export function writeLists(
  context: Excel.RequestContext,
  name: string,
  lists: readonly TemplateList[],
): Map<string, ListPlace> {
  if (lists.length === 0) return new Map()
  const sheet = context.workbook.worksheets.add(name)
  const head = sheet.getRangeByIndexes(0, 0, 1, lists.length)
  head.values = [lists.map((list) => list.name)]
  head.format.fill.color = LOOKS.banner.fill
  head.format.font.color = LOOKS.banner.color
  head.format.font.bold = true
  head.format.columnWidth = pointsOf(LOOKS.listWidth)
  lists.forEach(({ cells, numberFormat }, column) => {
    const range = sheet.getRangeByIndexes(1, column, cells.length, 1)
    range.numberFormat = cells.map(() => [numberFormat])
    range.values = cells.map((cell) => [cell])
  })
  return new Map(
    lists.map((list, column) => [list.name, { sheet: name, column, count: list.cells.length }]),
  )
}

const isListsName = (name: string) => /^master( \(\d+\))?$/i.test(name)
