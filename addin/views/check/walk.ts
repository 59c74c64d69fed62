// Walking from problem to problem: in the list, with Next and Previous, and by selecting a marked cell.
import type { Problem } from '../../../templates/problems/problem.ts'
import type { RowCells } from '../../../templates/block.ts'
import { selectCells } from '../../excel/select.ts'
import { change, pane, type Listed, type PaneState } from '../state.ts'

/** What the list is narrowed to, and the check that knows the order of the sheets. */
export type Filter = Pick<PaneState, 'severity' | 'sheet' | 'check'>

/** The sheet a problem is listed under: that of its first cell, `''` where it has none. */
export const sheetOf = ({ cells }: Problem): string => cells[0]?.sheet ?? ''

/** Whether the filter lets a problem through. */
const passes = ({ severity, sheet }: Filter, problem: Problem | undefined): boolean =>
  problem !== undefined &&
  (severity === 'all' || problem.severity === severity) &&
  (sheet === undefined || sheetOf(problem) === sheet)

/** Places in the order in which they are shown and walked: the whole return's, then sheet by sheet as in the workbook. */
function placesInOrder({ problems }: Listed, check: PaneState['check']): number[] {
  const bySheet = new Map<string, number[]>(
    ['', ...(check?.sheets ?? []).map(({ sheet }) => sheet)].map((sheet) => [sheet, []]),
  )
  problems.forEach((problem, place) => {
    const group = bySheet.get(sheetOf(problem))
    if (group === undefined) bySheet.set(sheetOf(problem), [place])
    else group.push(place)
  })
  return [...bySheet.values()].flat()
}

/** Those that the filter lets through. */
export const shownPlaces = (listed: Listed, filter: Filter): number[] =>
  placesInOrder(listed, filter.check).filter((place) => passes(filter, listed.problems[place]))

/** Chooses the problem after (1) or before (-1) the chosen one, and selects its cells. Stops at the ends. */
export async function walk(direction: 1 | -1): Promise<void> {
  const state = pane()
  const { listed, chosen, place } = state
  if (listed === undefined) return
  const places = placesInOrder(listed, state.check)
  // The chosen one may be filtered out: the walk goes on from where it stands.
  const from = chosen === undefined ? undefined : places.indexOf(chosen)
  const ahead =
    direction === 1 ? places.slice((from ?? -1) + 1) : places.slice(0, from).toReversed()
  const next = ahead.find((candidate) => passes(state, listed.problems[candidate]))
  if (next === undefined) return
  if (place !== 'check' && place !== 'save') change({ place: 'check' })
  await choose(next)
}

/** Shows one listed problem on top and selects its cells, or those of one of its rows. */
export async function choose(place: number, row?: RowCells): Promise<void> {
  const problem = pane().listed?.problems[place]
  if (problem === undefined) return
  const cells = row ?? problem.cells[0]
  change({ chosen: place, found: 'selected' })
  if (cells !== undefined) change({ found: await selectCells(cells) })
}

/** The user selected a cell: if it is marked, its problem comes to the top. */
export function showProblemAt(cell: { sheet: string; row: number; column: number }): void {
  const { listed, chosen } = pane()
  if (listed === undefined) return
  const concerns = (problem: Problem | undefined): boolean =>
    problem?.cells.some(
      ({ sheet, row, columns }) =>
        sheet === cell.sheet && row === cell.row && columns.includes(cell.column),
    ) === true
  if (chosen !== undefined && concerns(listed.problems[chosen])) return
  const found = listed.problems.findIndex(concerns)
  if (found !== -1) change({ chosen: found, found: 'selected' })
}

/** F8 is Next and Shift+F8 Previous, wherever in the pane the focus is. */
export function walkWithF8(event: KeyboardEvent): void {
  if (event.key !== 'F8') return
  event.preventDefault()
  void walk(event.shiftKey ? -1 : 1)
}
