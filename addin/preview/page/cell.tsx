// One cell as it is drawn: its text, its own look, and the marks of conditional formats over it.
import { cellName } from '../../../templates/block.ts'
import type { Area } from '../host/area.ts'
import type { CellContent } from '../host/rows.ts'
import type { SheetModel } from '../host/sheet.ts'
import { CellEditor, type EditorActs } from './cell-editor.tsx'
import type { Edit } from './edit.ts'
import { NUMBERS_WIDTH, columnPixels, px, type Axis } from './layout.ts'

/** Columns that a long text may run over. */
const FARTHEST = 20

interface CellProps {
  readonly sheet: SheetModel
  readonly row: number
  readonly column: number
  readonly rows: Axis
  readonly columns: Axis
  readonly merge: Area | undefined
  readonly active: boolean
  readonly selected: boolean
  readonly edit: Edit | undefined
  readonly editorActs: EditorActs
}

export function Cell(props: CellProps) {
  const { sheet, row, column, rows, columns, merge, active, selected, edit } = props
  const content = sheet.getCell(row, column)
  const mark = sheet.getMark(row, column)
  const fill = mark?.fill ?? content.fill
  // The text of a filled cell is black unless the workbook says otherwise, in every theme.
  const color = mark?.color ?? content.color ?? (fill === undefined ? undefined : '#000000')
  const text = shownText(sheet, row, column, content)
  const name = cellName(row, column)
  const bottom = merge ? merge.row + merge.rows : row + 1
  const right = merge ? merge.column + merge.columns : column + 1
  const room = merge ? undefined : roomBeside(sheet, row, column, content)
  return (
    <div
      role="gridcell"
      id={`cell-${name}`}
      class={classes({
        cell: true,
        [kindOf(content)]: true,
        filled: fill !== undefined,
        bold: content.bold === true,
        noted: content.note !== undefined,
        spills: room !== undefined,
        merged: merge !== undefined,
        active,
        selected: selected && !active,
        editing: edit !== undefined,
      })}
      aria-label={[name, text, mark ? 'marked' : '', content.note ?? ''].filter(Boolean).join(' ')}
      aria-rowindex={row + 1}
      aria-colindex={column + 1}
      aria-selected={selected}
      aria-readonly={sheet.isLocked(row, column)}
      style={{
        left: px(NUMBERS_WIDTH + columns.start(column)),
        width: px(columns.start(right) - columns.start(column)),
        height: px(rows.start(bottom) - rows.start(row)),
        backgroundColor: fill ?? '',
        color: color ?? '',
      }}
    >
      {edit?.at === 'cell' ? (
        <CellEditor edit={edit} name={name} acts={props.editorActs} />
      ) : (
        <span style={{ maxWidth: room === undefined ? '' : px(room) }}>{edit?.text ?? text}</span>
      )}
    </div>
  )
}

function kindOf({ value }: CellContent): 'figure' | 'logical' | 'text' {
  if (typeof value === 'number') return 'figure'
  const isError = typeof value === 'string' && /^#[A-Z/0]+[!?A]?$/.test(value)
  return typeof value === 'boolean' || isError ? 'logical' : 'text'
}

/** Like Excel, a number is never cut: it shows as # signs in a column that is too narrow for it. */
function shownText(sheet: SheetModel, row: number, column: number, content: CellContent): string {
  const text = sheet.getText(row, column)
  const room = Math.floor(sheet.width(column)) + 1
  return typeof content.value === 'number' && text.length > room ? '#'.repeat(room) : text
}

/** A long text runs on over the empty cells to its right: how wide it may be, in pixels. */
function roomBeside(
  sheet: SheetModel,
  row: number,
  column: number,
  { value }: CellContent,
): number | undefined {
  if (typeof value !== 'string' || value.length <= sheet.width(column)) return undefined
  let room = columnPixels(sheet.width(column))
  let next = column + 1
  while (next - column < FARTHEST && sheet.getValue(row, next) === null) {
    room += columnPixels(sheet.width(next))
    next += 1
  }
  return next > column + 1 ? room : undefined
}

export function classes(named: Readonly<Record<string, boolean>>): string {
  return Object.keys(named)
    .filter((name) => named[name])
    .join(' ')
}
