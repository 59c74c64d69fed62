// Walking from problem to problem: in the list, with Next and Previous, and by selecting a marked cell.
import type { Problem, Severity } from '../../../templates/problems/problem.ts'
import type { RowCells } from '../../../templates/block.ts'
import { selectCells } from '../../excel/select.ts'
import { change, pane, type Listed } from '../state.ts'

/** Places in the list of the problems that the filter lets through. */
export function shownPlaces(listed: Listed, severity: Severity | 'all'): number[] {
  return listed.problems.flatMap((problem, place) =>
    severity === 'all' || problem.severity === severity ? [place] : [],
  )
}

/** Chooses the problem after (1) or before (-1) the chosen one, and selects its cells. Stops at the ends. */
export async function walk(direction: 1 | -1): Promise<void> {
  const { listed, severity, chosen, place } = pane()
  if (listed === undefined) return
  const places = shownPlaces(listed, severity)
  const next =
    chosen === undefined
      ? places[0]
      : direction === 1
        ? places.find((candidate) => candidate > chosen)
        : places.findLast((candidate) => candidate < chosen)
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
