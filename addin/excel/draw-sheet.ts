// Fills a new sheet as the template has it: title, totals, headers, and columns made ready for their data.
import { columnName } from '../../templates/block.ts'
import { LAYOUT } from '../../templates/layout.ts'
import { NOT_IN_LIST, type Limit } from '../../templates/limits.ts'
import { LOOKS, type TemplateColumn, type TemplateSheet } from '../../templates/template-sheet.ts'
import type { ListPlace } from './lists-sheet.ts'
import { pointsOf } from './widths.ts'

export function drawSheet(
  context: Excel.RequestContext,
  { name, title, columns }: TemplateSheet,
  lists: ReadonlyMap<string, ListPlace>,
): void {
  const sheet = context.workbook.worksheets.getItem(name)
  columns.forEach(({ width, numberFormat }, i) => {
    const column = sheet.getRange(`${columnName(i)}:${columnName(i)}`)
    // So that twenty thousand empty rows need no cell. Microsoft's page on unbounded ranges allows no such format; an
    // array of one was seen to work on Windows, Mac and the web all the same (OfficeDev/office-js-docs-pr, issue 5400).
    column.numberFormat = [[numberFormat]]
    column.format.columnWidth = pointsOf(width)
  })
  drawHead(sheet, title, columns)
  sheet.freezePanes.freezeRows(LAYOUT.firstRow)
  columns.forEach((column, i) => {
    const { firstRow, lastRow } = LAYOUT
    const rule = ruleOf(context, column, lists)
    if (rule === undefined) return
    const { dataValidation } = sheet.getRangeByIndexes(firstRow, i, lastRow - firstRow + 1, 1)
    dataValidation.rule = rule
    dataValidation.errorAlert = {
      message: column.limit?.error ?? NOT_IN_LIST,
      showAlert: true,
      style: 'Stop',
      title: '',
    }
  })
}

function drawHead(sheet: Excel.Worksheet, title: string, columns: readonly TemplateColumn[]): void {
  const head = sheet.getRangeByIndexes(LAYOUT.title, 0, LAYOUT.firstRow, columns.length)
  const plain = columns.map(() => 'General')
  // Formats first: in a column of text a formula would stay text.
  head.numberFormat = [
    plain,
    plain,
    columns.map(({ total }) => total?.numberFormat ?? 'General'),
    plain,
  ]
  head.formulas = [
    columns.map((_, i) => (i === 0 ? title : '')),
    columns.map(({ total }) => total?.label ?? ''),
    columns.map(({ total }) => (total ? `=${total.formula}` : '')),
    columns.map(({ header }) => header),
  ]
  const banner = sheet.getRangeByIndexes(LAYOUT.title, 0, 2, columns.length).format
  banner.fill.color = LOOKS.banner.fill
  banner.font.color = LOOKS.banner.color
  banner.font.bold = true
  const header = sheet.getRangeByIndexes(LAYOUT.header, 0, 1, columns.length).format
  header.fill.color = LOOKS.heading.fill
  header.rowHeight = LOOKS.headerHeight
  header.wrapText = true
  header.horizontalAlignment = 'Center'
  header.verticalAlignment = 'Center'
}

function ruleOf(
  context: Excel.RequestContext,
  { list, limit }: TemplateColumn,
  lists: ReadonlyMap<string, ListPlace>,
): Excel.DataValidationRule | undefined {
  const place = list === undefined ? undefined : lists.get(list)
  if (place !== undefined) {
    const sheet = context.workbook.worksheets.getItem(place.sheet)
    const source = sheet.getRangeByIndexes(1, place.column, place.count, 1)
    return { list: { inCellDropDown: true, source } }
  }
  if (limit === undefined) return undefined
  return { [RULES[limit.type]]: boundsOf(limit) }
}

const RULES = { decimal: 'decimal', whole: 'wholeNumber', textLength: 'textLength' } as const
const OPERATORS = {
  between: 'Between',
  equal: 'EqualTo',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
} as const

function boundsOf({ operator, bounds }: Limit): Excel.BasicDataValidation {
  const [formula1 = 0, formula2] = bounds
  return {
    formula1,
    ...(formula2 !== undefined && { formula2 }),
    operator: OPERATORS[operator],
  }
}
