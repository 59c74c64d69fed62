// The sheet in front, as a grid: draws the cells in view, scrolls, and turns keys and pointer into acts.
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { cellName } from '../../../templates/block.ts'
import { SHEET_COLUMNS, SHEET_ROWS, type Area } from '../host/area.ts'
import type { SheetModel } from '../host/sheet.ts'
import type { EditorActs } from './cell-editor.tsx'
import { cursorOf, type Cursor } from './cursor.ts'
import type { Edit } from './edit.ts'
import { gridAct, type GridAct } from './grid-keys.ts'
import { GridRow } from './grid-row.tsx'
import {
  LETTERS_HEIGHT,
  NUMBERS_WIDTH,
  ROW_HEIGHT,
  between,
  columnAxis,
  px,
  rowAxis,
} from './layout.ts'
import { Letters } from './letters.tsx'
import { cursorAt, hitAt, reveal, type View } from './pointer.ts'
import { SelectionBox } from './selection-box.tsx'

export interface GridActs extends EditorActs {
  readonly select: (cursor: Cursor) => void
  readonly key: (act: GridAct, pageRows: number) => void
  readonly edit: () => void
  readonly copy: () => string
  readonly paste: (text: string) => void
  readonly cut: () => string
}

interface GridProps {
  readonly sheet: SheetModel
  readonly selection: Area
  readonly edit: Edit | undefined
  readonly acts: GridActs
}

/** Empty rows and columns to go on in, past those in use. */
const SPARE = { rows: 60, columns: 12 }
/** Rows drawn above and below the view, so that a slow drawing shows no gap. */
const AHEAD = 4
/** More frozen rows than this would leave no room to scroll. */
const MOST_FROZEN = 12

export function Grid({ sheet, selection, edit, acts }: GridProps) {
  const element = useRef<HTMLDivElement>(null)
  const [window, setWindow] = useState({ top: 0, left: 0, width: 1280, height: 720 })

  const used = sheet.used()
  const cursor = cursorOf(selection)
  const isWholeRow = selection.columns === SHEET_COLUMNS
  const isWholeColumn = selection.rows === SHEET_ROWS
  const lastRow = Math.max(used ? used.row + used.rows : 0, isWholeColumn ? 0 : cursor.corner.row)
  const lastColumn = Math.max(
    used ? used.column + used.columns : 0,
    isWholeRow ? 0 : cursor.corner.column,
  )
  const rowCount = Math.min(SHEET_ROWS, Math.ceil((lastRow + SPARE.rows) / 20) * 20)
  const columnCount = Math.min(SHEET_COLUMNS, Math.max(26, lastColumn + SPARE.columns))
  const rows = useMemo(() => rowAxis(rowCount, sheet.hiddenRows), [rowCount, sheet.hiddenRows])
  const columns = useMemo(
    () => columnAxis(columnCount, (column) => sheet.width(column)),
    [columnCount, sheet],
  )
  const frozen = Math.min(sheet.frozenRows, MOST_FROZEN)
  const frozenHeight = rows.start(frozen)
  const pageRows = Math.floor((window.height - LETTERS_HEIGHT - frozenHeight) / ROW_HEIGHT)
  const view = (): View | undefined =>
    element.current ? { element: element.current, rows, columns, frozenHeight } : undefined

  const look = () => {
    const { current } = element
    if (!current) return
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = current
    setWindow({ top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight })
  }
  useLayoutEffect(() => {
    const watcher = new ResizeObserver(look)
    if (element.current) watcher.observe(element.current)
    return () => watcher.disconnect()
  }, [])

  // Excel opens a workbook with the keyboard on its cells.
  useLayoutEffect(() => element.current?.focus(), [])
  useLayoutEffect(() => element.current?.scrollTo(0, 0), [sheet])

  // A new selection comes into view, whoever made it.
  useLayoutEffect(() => {
    const seen = view()
    if (!seen) return
    reveal(seen, {
      ...(isWholeColumn ? {} : { row: cursor.corner.row }),
      ...(isWholeRow ? {} : { column: cursor.corner.column }),
    })
    look()
  }, [sheet, selection])

  const shownColumns = withAlso(
    between(columns, window.left, window.left + window.width - NUMBERS_WIDTH),
    cursor.active.column,
  )
  const shownRows = withAlso(
    between(rows, window.top + frozenHeight, window.top + window.height, AHEAD),
    cursor.active.row,
  ).filter((row) => row >= frozen)
  const frozenRows = Array.from({ length: frozen }, (_, row) => row)

  const layer = (drawn: readonly number[]) => (
    <>
      {drawn.map((row) => (
        <GridRow
          key={row}
          {...{ sheet, row, rows, columns, shownColumns, selection, cursor, edit, acts }}
        />
      ))}
      <SelectionBox area={selection} rows={rows} columns={columns} />
    </>
  )

  return (
    <div
      ref={element}
      role="grid"
      class="grid"
      id="grid"
      tabIndex={0}
      aria-label={`Sheet ${sheet.name}`}
      aria-description="F6 goes to the next part of the page."
      aria-multiselectable
      aria-rowcount={rowCount}
      aria-colcount={columnCount}
      aria-activedescendant={`cell-${cellName(cursor.active.row, cursor.active.column)}`}
      onScroll={look}
      onKeyDown={(event) => {
        const act = gridAct(event)
        if (!act) return
        // What is typed goes into the field that opens.
        if (act.kind !== 'type') event.preventDefault()
        acts.key(act, pageRows)
      }}
      onPointerDown={(event) => press(event, view(), cursor, acts)}
      onDblClick={(event) => {
        const seen = view()
        if (seen && !edit && hitAt(event, seen)?.part === 'cell') acts.edit()
      }}
      onCopy={(event) => put(event, edit ? undefined : acts.copy())}
      onCut={(event) => put(event, edit ? undefined : acts.cut())}
      onPaste={(event) => {
        if (edit) return
        event.preventDefault()
        acts.paste(event.clipboardData?.getData('text/plain') ?? '')
      }}
    >
      <div
        class="canvas"
        role="presentation"
        style={{
          width: px(NUMBERS_WIDTH + columns.start(columnCount)),
          height: px(LETTERS_HEIGHT + rows.start(rowCount)),
        }}
      >
        <div class="top" role="presentation" style={{ height: px(LETTERS_HEIGHT + frozenHeight) }}>
          <Letters {...{ columns, shownColumns, selection }} />
          <div class="frozen" role="rowgroup" style={{ height: px(frozenHeight) }}>
            {layer(frozenRows)}
          </div>
        </div>
        <div class="body" role="rowgroup">
          {layer(shownRows)}
        </div>
      </div>
    </div>
  )
}

/** Selects from the press on, along with the pointer until it is let go. */
function press(
  event: PointerEvent & { currentTarget: HTMLElement },
  view: View | undefined,
  cursor: Cursor,
  acts: GridActs,
): void {
  const hit = view && hitAt(event, view)
  const isInField = event.target instanceof HTMLInputElement
  if (!hit || isInField || event.button !== 0) return
  const grid = event.currentTarget
  grid.focus({ preventScroll: true })
  const begun = cursorAt(hit, event.shiftKey ? cursor : undefined)
  acts.select(begun)
  if (hit.part === 'corner') return

  let last = hit
  const drag = (moved: PointerEvent) => {
    const over = hitAt(moved, view, true)
    if (!over || (over.row === last.row && over.column === last.column)) return
    last = over
    acts.select(cursorAt({ ...over, part: hit.part }, begun))
  }
  const end = () => {
    grid.removeEventListener('pointermove', drag)
    grid.removeEventListener('pointerup', end)
    grid.removeEventListener('pointercancel', end)
  }
  grid.setPointerCapture(event.pointerId)
  grid.addEventListener('pointermove', drag)
  grid.addEventListener('pointerup', end)
  grid.addEventListener('pointercancel', end)
}

function put(event: ClipboardEvent, text: string | undefined): void {
  if (text === undefined) return
  event.preventDefault()
  event.clipboardData?.setData('text/plain', text)
}

const withAlso = (indexes: readonly number[], also: number): number[] =>
  indexes.includes(also) ? [...indexes] : [...indexes, also]
