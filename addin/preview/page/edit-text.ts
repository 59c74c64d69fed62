// The text of a cell as its user edits it: what typing it again would give the same cell.
import { displayText } from '../host/number-format.ts'
import type { SheetModel } from '../host/sheet.ts'
import { typedCell } from '../host/typed-text.ts'

/** Excel's last date, 31-12-9999; a larger number is shown as a number. */
const LAST_DATE = 2_958_465

export function editText(sheet: SheetModel, row: number, column: number): string {
  const { value, formula } = sheet.getCell(row, column)
  const format = sheet.getNumberFormat(row, column)
  if (formula !== undefined) return `=${formula}`
  if (typeof value === 'string') {
    if (value === '') return ''
    // A number kept as text shows its apostrophe, or it would become a number.
    return typedCell(value, format).value === value ? value : `'${value}`
  }
  if (typeof value !== 'number') return displayText(value)
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  const isDate = /[dy]/i.test(codes) && Number.isInteger(value) && value <= LAST_DATE
  if (isDate) return displayText(value, 'dd-mm-yyyy')
  if (codes.includes('%')) return `${Number((value * 100).toPrecision(15))}%`
  return String(value)
}
