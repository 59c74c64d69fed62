// What accountants read at the foot of Excel: how many of the selected cells are filled, and their sum.
// While there is nothing to sum, how the keyboard leaves the grid, where Tab goes from cell to cell.
import { overlap, type Area } from '../host/area.ts'
import type { SheetModel } from '../host/sheet.ts'

interface SelectionSumProps {
  readonly sheet: SheetModel
  readonly area: Area
}

const figures = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 2 })

export function SelectionSum({ sheet, area }: SelectionSumProps) {
  const { filled, numbers, sum } = counted(sheet, area)
  if (filled < 2) return <p class="sum">F6: next part of the page</p>
  return (
    <p class="sum">
      Count: {figures.format(filled)}
      {numbers > 0 && ` · Sum: ${figures.format(sum)}`}
    </p>
  )
}

function counted(sheet: SheetModel, area: Area) {
  const used = sheet.used()
  const part = used && overlap(area, used)
  let filled = 0
  let numbers = 0
  let sum = 0
  if (!part) return { filled, numbers, sum }
  for (let row = part.row; row < part.row + part.rows; row += 1) {
    for (let column = part.column; column < part.column + part.columns; column += 1) {
      const value = sheet.getValue(row, column)
      if (value === null || value === '') continue
      filled += 1
      if (typeof value !== 'number') continue
      numbers += 1
      sum += value
    }
  }
  return { filled, numbers, sum }
}
