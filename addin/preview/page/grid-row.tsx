// One row of the grid: its number, and those of its cells that are in view.
import { holds, type Area } from '../host/area.ts'
import type { SheetModel } from '../host/sheet.ts'
import { Cell, classes } from './cell.tsx'
import type { EditorActs } from './cell-editor.tsx'
import type { Cursor } from './cursor.ts'
import type { Edit } from './edit.ts'
import { px, type Axis } from './layout.ts'

interface GridRowProps {
  readonly sheet: SheetModel
  readonly row: number
  readonly rows: Axis
  readonly columns: Axis
  readonly shownColumns: readonly number[]
  readonly selection: Area
  readonly cursor: Cursor
  readonly edit: Edit | undefined
  readonly acts: EditorActs
}

export function GridRow(props: GridRowProps) {
  const { sheet, row, rows, columns, shownColumns, selection, cursor, edit, acts } = props
  const merges = sheet.merges.filter((area) => row >= area.row && row < area.row + area.rows)
  return (
    <div
      role="row"
      class="row"
      aria-rowindex={row + 1}
      style={{ height: px(rows.size(row)), transform: `translateY(${rows.start(row)}px)` }}
    >
      <div
        aria-hidden
        class={classes({ number: true, within: holds(selection, row, selection.column) })}
      >
        {row + 1}
      </div>
      {mergedOrPlain(shownColumns, merges, row).map(({ column, merge }) => (
        <Cell
          key={column}
          {...{ sheet, row, column, rows, columns, merge }}
          active={cursor.active.row === row && cursor.active.column === column}
          selected={holds(selection, row, column)}
          edit={
            edit?.sheet === sheet && edit.row === row && edit.column === column ? edit : undefined
          }
          editorActs={acts}
        />
      ))}
    </div>
  )
}

/** The cells to draw in a row: those under a merged area are left out, its first one is always there. */
function mergedOrPlain(columns: readonly number[], merges: readonly Area[], row: number) {
  const plain = columns
    .filter((column) => !merges.some((area) => holds(area, row, column)))
    .map((column) => ({ column, merge: undefined }))
  const merged = merges
    .filter((area) => area.row === row)
    .map((merge) => ({ column: merge.column, merge }))
  return [...merged, ...plain]
}
