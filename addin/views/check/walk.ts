// Walking from problem to problem: in the list, with Next and Previous, and by selecting a marked cell.
import { causeOf, sheetOf } from '../../../templates/problems/cause.ts'
import type { Problem, Severity } from '../../../templates/problems/problem.ts'
import type { RowCells } from '../../../templates/block.ts'
import { selectCells, type CellPlace } from '../../excel/select.ts'
import { excelRefused } from '../act.ts'
import { change, pane, type Listed, type PaneState } from '../state.ts'

/** What the list is narrowed to, and the check that knows the order of the sheets. */
export type Filter = Pick<PaneState, 'severity' | 'sheet' | 'check'>

/** Whether the filter lets a problem through. */
const passes = ({ severity, sheet }: Filter, problem: Problem | undefined): boolean =>
  problem !== undefined &&
  (severity === 'all' || problem.severity === severity) &&
  (sheet === undefined || sheetOf(problem) === sheet)

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

const rankOf = ({ source, severity }: Problem): number =>
  source === 'portal' ? -1 : RANK[severity]

/**
 * Places in the order in which they are shown and walked: cause by cause, what the portal said before errors before
 * warnings before notes, and within a cause from the top down, sheet by sheet as in the workbook. What concerns the whole
 * return comes before the sheets.
 */
function placesInOrder(
  { problems }: Pick<Listed, 'problems'>,
  check: PaneState['check'],
): number[] {
  const names = ['', ...(check?.sheets ?? []).map(({ sheet }) => sheet), ...problems.map(sheetOf)]
  const sheets = new Map([...new Set(names)].map((sheet, at) => [sheet, at]))
  const inWorkbook = problems
    .map((problem, place) => ({ problem, place, sheet: sheets.get(sheetOf(problem)) ?? 0 }))
    .sort((a, b) => a.sheet - b.sheet || rowOf(a.problem) - rowOf(b.problem))
  return [...Map.groupBy(inWorkbook, ({ problem }) => causeOf(problem)).values()]
    .sort(([a], [b]) => (a && b ? rankOf(a.problem) - rankOf(b.problem) : 0))
    .flatMap((cause) => cause.map(({ place }) => place))
}

const rowOf = ({ cells }: Problem): number => cells[0]?.row ?? 0

/** Those that the filter lets through. */
export const shownPlaces = (listed: Listed, filter: Filter): number[] =>
  placesInOrder(listed, filter.check).filter((place) => passes(filter, listed.problems[place]))

/** Chooses the problem after (1) or before (-1) the chosen one, and selects its cells. Stops at the ends. */
export async function walk(direction: 1 | -1): Promise<void> {
  const state = pane()
  const { listed, place } = state
  if (listed === undefined) return
  const places = placesInOrder(listed, state.check)
  const ahead =
    direction === 1
      ? places.slice(standsAt(state, places, 1))
      : places.slice(0, standsAt(state, places, 0)).toReversed()
  const next = ahead.find((candidate) => passes(state, listed.problems[candidate]))
  if (next === undefined) return
  if (place !== 'check' && place !== 'save') change({ place: 'check' })
  await choose(next)
}

/**
 * Where the walk goes on: at the chosen problem (or `past` it), which may be filtered out; where that one was mended, at
 * the one that came after it; else before the first.
 */
function standsAt(
  { listed, chosen, since }: PaneState,
  places: readonly number[],
  past: 0 | 1,
): number | undefined {
  if (chosen !== undefined) return places.indexOf(chosen) + past
  if (since?.justMended === undefined) return past === 1 ? 0 : undefined
  const { goesOnAt } = since
  const at = places.findIndex((place) => listed?.problems[place] === goesOnAt)
  return at === -1 ? places.length : at
}

/** Counts what came to the top, by choice or by selecting its cell. */
let choices = 0
let selecting = Promise.resolve()

/** Shows one listed problem on top and selects its cells, or those of one of its rows. */
export async function choose(place: number, row?: RowCells): Promise<void> {
  const problem = pane().listed?.problems[place]
  if (problem === undefined) return
  const cells = row ?? problem.cells[0]
  const choice = (choices += 1)
  change({ chosen: place, found: 'selected', at: cells && firstCell(cells) })
  const before = selecting.catch(() => undefined)
  selecting = (async () => {
    await before
    if (cells === undefined || choice !== choices) return
    const found = await selectCells(cells)
    if (choice === choices) change({ found })
  })().catch(excelRefused)
  await selecting
}

const firstCell = ({ sheet, row, columns }: RowCells): CellPlace => ({
  sheet,
  row,
  column: columns[0] ?? 0,
})

/** Places of the problems of a cell. One that names no column is about every cell of its row. */
export function placesAt({ problems }: Listed, cell: CellPlace): number[] {
  const concerns = ({ cells }: Problem): boolean =>
    cells.some(
      ({ sheet, row, columns }) =>
        sheet === cell.sheet &&
        row === cell.row &&
        (columns.length === 0 || columns.includes(cell.column)),
    )
  return problems.flatMap((problem, place) => (concerns(problem) ? [place] : []))
}

/** The user selected a cell: if it is marked, its problem comes to the top. Cells without one change nothing. */
export function showProblemAt(cell: CellPlace): void {
  const { listed, chosen } = pane()
  const here = listed === undefined ? [] : placesAt(listed, cell)
  const [first] = here
  if (first === undefined) return
  const stays = chosen !== undefined && here.includes(chosen)
  if (!stays) choices += 1
  change(stays ? { at: cell } : { at: cell, chosen: first, found: 'selected' })
}

/** Brings the next problem of the same cell to the top; after the last comes the first. */
export function nextOnCell(): void {
  const { listed, at, chosen } = pane()
  if (listed === undefined || at === undefined) return
  const here = placesAt(listed, at)
  const next = here[(here.indexOf(chosen ?? -1) + 1) % here.length]
  if (next !== undefined) change({ chosen: next })
}

/** F8 is Next and Shift+F8 Previous, wherever in the pane the focus is; and so are the shortcuts of assets/shortcuts.json. */
export function walkWithKeys(event: KeyboardEvent): void {
  const direction = directionOf(event)
  if (direction === undefined) return
  event.preventDefault()
  void walk(direction)
}

function directionOf({ key, code, shiftKey, ctrlKey, altKey }: KeyboardEvent): 1 | -1 | undefined {
  if (key === 'F8') return shiftKey ? -1 : 1
  // Excel on the web hears its shortcuts on the sheet only; elsewhere it would hear this one as well.
  if (!ctrlKey || !altKey || shiftKey || !isOnTheWeb()) return undefined
  return code === 'KeyN' ? 1 : code === 'KeyB' ? -1 : undefined
}

const isOnTheWeb = (): boolean =>
  typeof Office !== 'undefined' && Office.context?.platform === Office.PlatformType.OfficeOnline
