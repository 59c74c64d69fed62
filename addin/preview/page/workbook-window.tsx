// One open workbook: formula bar, grid and tabs, and the entry in progress that they share.
import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import { cellName } from '../../../templates/block.ts'
import { SHEET_COLUMNS, SHEET_ROWS, overlap, type Area } from '../host/area.ts'
import type { Outcome, WorkbookModel } from '../host/model.ts'
import type { EditorActs } from './cell-editor.tsx'
import { copied, pasted } from './clipboard.ts'
import { MOVES, areaOf, cursorOf, oneCell, type Cursor, type Move } from './cursor.ts'
import type { Edit } from './edit.ts'
import { editText } from './edit-text.ts'
import { FormulaBar } from './formula-bar.tsx'
import { Grid, type GridActs } from './grid.tsx'
import type { GridAct } from './grid-keys.ts'
import { RowActs } from './row-acts.tsx'
import { SelectionSum } from './selection-sum.tsx'
import { Tabs } from './tabs.tsx'

interface WorkbookWindowProps {
  readonly model: WorkbookModel
}

export function WorkbookWindow({ model }: WorkbookWindowProps) {
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  useEffect(() => model.subscribe(() => redraw(0)), [model])
  // Not a state: a field that goes away still speaks, and must find the entry ended.
  const entry = useRef<Edit | undefined>(undefined)
  const edit = entry.current
  const setEdit = (next: Edit | undefined) => {
    entry.current = next
    redraw(0)
  }
  /** Why the last act was refused, in words for the user. */
  const [refusal, setRefusal] = useState<string>()
  /** Where a line of Tabs began. */
  const tabsFrom = useRef<number | undefined>(undefined)

  const { sheet, area } = model.selection
  const cursor = cursorOf(area)
  const { active } = cursor

  const tell = (outcome: Outcome) => setRefusal(outcome.ok ? undefined : outcome.why)
  const select = (next: Cursor) => model.select(sheet, areaOf(sheet, next))
  const moved = (from: Cursor['active'], move: Move, pageRows: number) =>
    MOVES[move](sheet, from, pageRows)

  const begin = (at: Edit['at'], typing: boolean): void => {
    if (entry.current) return
    const { row, column } = active
    if (sheet.isLocked(row, column)) {
      return setRefusal(
        `${cellName(row, column)} is locked, because the sheet ${sheet.name} is protected. Only its entry cells can be typed into.`,
      )
    }
    setRefusal(undefined)
    const before = editText(sheet, row, column)
    setEdit({ sheet, row, column, text: typing ? '' : before, before, typing, at })
    model.beginEdit()
  }

  /** The entry that was in progress. With `focus` the keyboard goes back to the cells. */
  const end = (focus: boolean): Edit | undefined => {
    const ended = entry.current
    if (!ended) return undefined
    setEdit(undefined)
    model.endEdit()
    if (focus) document.getElementById('grid')?.focus()
    return ended
  }

  const editorActs: EditorActs = {
    change: (text) => setEdit(entry.current && { ...entry.current, text }),
    keep(move, by) {
      const ended = end(move !== undefined)
      if (!ended) return
      const { row, column, text, before } = ended
      if (text !== before) tell(model.setValues(ended.sheet, row, column, [[text]]))
      if (move) step(move, by, 1)
    },
    drop: () => void end(true),
  }

  const step = (move: Move, by: 'enter' | 'tab' | 'arrow' | undefined, pageRows: number): void => {
    const next = moved(active, move, pageRows)
    if (by === 'tab') tabsFrom.current ??= active.column
    const column = by === 'enter' ? (tabsFrom.current ?? next.column) : next.column
    select(oneCell({ row: next.row, column }))
    if (by !== 'tab') tabsFrom.current = undefined
  }

  const clear = (): void => {
    const used = sheet.used()
    const part = used && overlap(area, used)
    if (part) tell(model.setValues(sheet, part.row, part.column, filled(part, '')))
  }

  const key = (act: GridAct, pageRows: number): void => {
    if (act.kind === 'move') return step(act.move, 'arrow', pageRows)
    if (act.kind === 'enter' || act.kind === 'tab') return step(act.move, act.kind, pageRows)
    if (act.kind === 'extend') {
      return select({ active, corner: moved(cursor.corner, act.move, pageRows) })
    }
    const last = { row: SHEET_ROWS - 1, column: SHEET_COLUMNS - 1 }
    const others: Record<typeof act.kind, () => void> = {
      type: () => begin('cell', true),
      edit: () => begin('cell', false),
      clear,
      all: () => model.select(sheet, sheet.used() ?? area),
      row: () =>
        select({
          active: { ...active, column: 0 },
          corner: { row: cursor.corner.row, column: last.column },
        }),
      column: () =>
        select({
          active: { ...active, row: 0 },
          corner: { row: last.row, column: cursor.corner.column },
        }),
    }
    others[act.kind]()
  }

  const paste = (text: string): void => {
    const texts = pasted(text)
    const [[single] = []] = texts
    if (single === undefined) return
    // One cell fills the whole selection.
    const isOne = texts.length === 1 && texts[0]?.length === 1
    const isBounded = area.rows < SHEET_ROWS && area.columns < SHEET_COLUMNS
    const cells = isOne && isBounded ? filled(area, single) : texts
    const outcome = model.setValues(sheet, area.row, area.column, cells)
    tell(outcome)
    if (!outcome.ok) return
    const columns = cells[0]?.length ?? 1
    model.select(sheet, { row: area.row, column: area.column, rows: cells.length, columns })
  }

  const gridActs: GridActs = {
    ...editorActs,
    select(next) {
      tabsFrom.current = undefined
      select(next)
    },
    key,
    edit: () => begin('cell', false),
    copy: () => copied(sheet, area),
    cut() {
      const text = copied(sheet, area)
      clear()
      return text
    },
    paste,
  }

  return (
    <section class="workbook" aria-label="Workbook">
      <FormulaBar
        {...{ sheet, area, active, edit }}
        acts={editorActs}
        onBegin={() => begin('bar', false)}
        onGo={(wanted) => model.select(sheet, wanted)}
      >
        <RowActs {...{ model, sheet, area, active, tell }} />
      </FormulaBar>
      <div role="alert" class="refusal">
        {refusal}
      </div>
      <div class="sheet" id="sheet" role="tabpanel" aria-label={sheet.name}>
        <Grid {...{ sheet, edit }} selection={area} acts={gridActs} />
      </div>
      <footer class="foot">
        <Tabs model={model} />
        <SelectionSum sheet={sheet} area={area} />
      </footer>
    </section>
  )
}

const filled = (area: Area, text: string): string[][] =>
  Array.from({ length: area.rows }, () => new Array<string>(area.columns).fill(text))
