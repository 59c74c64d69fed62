// The line around the selected cells.
import { overlap, type Area } from '../host/area.ts'
import { NUMBERS_WIDTH, px, type Axis } from './layout.ts'

interface SelectionBoxProps {
  readonly area: Area
  readonly rows: Axis
  readonly columns: Axis
}

export function SelectionBox({ area, rows, columns }: SelectionBoxProps) {
  const drawn = overlap(area, { row: 0, column: 0, rows: rows.count, columns: columns.count })
  if (!drawn) return null
  const left = columns.start(drawn.column)
  const top = rows.start(drawn.row)
  return (
    <div
      class="selection"
      style={{
        left: px(NUMBERS_WIDTH + left),
        top: px(top),
        width: px(columns.start(drawn.column + drawn.columns) - left),
        height: px(rows.start(drawn.row + drawn.rows) - top),
      }}
    />
  )
}
