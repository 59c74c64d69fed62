// The strip of column letters above the grid.
import { columnName } from '../../../templates/block.ts'
import { holds, type Area } from '../host/area.ts'
import { classes } from './cell.tsx'
import { NUMBERS_WIDTH, px, type Axis } from './layout.ts'

interface LettersProps {
  readonly columns: Axis
  readonly shownColumns: readonly number[]
  readonly selection: Area
}

export function Letters({ columns, shownColumns, selection }: LettersProps) {
  return (
    <div class="letters" aria-hidden>
      <div class="number" />
      {shownColumns.map((column) => (
        <div
          key={column}
          class={classes({ letter: true, within: holds(selection, selection.row, column) })}
          style={{
            left: px(NUMBERS_WIDTH + columns.start(column)),
            width: px(columns.size(column)),
          }}
        >
          {columnName(column)}
        </div>
      ))}
    </div>
  )
}
