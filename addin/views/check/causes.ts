// The listed problems by cause, with the counts of all that were found, listed or not.
import type { CheckReport } from '../../../agent/http/outputs/check.ts'
import { causeOf, countCauses, type CauseCount } from '../../../templates/problems/cause.ts'
import type { Problem, Severity } from '../../../templates/problems/problem.ts'
import type { Listed } from '../state.ts'

export interface Cause {
  readonly id: string
  /** One of its problems. */
  readonly example: Problem
  readonly problems: number
  readonly rows: number
  readonly cells: number
  readonly documents?: number | undefined
  /** Those that are listed, by their places in the list, in the order of the walk. */
  readonly places: readonly number[]
}

/** Of everything that was found. Where the list was cut, the check knows the rest. */
export function countsOf(listed: Listed, check: CheckReport | undefined): readonly CauseCount[] {
  const told = listed.problems.filter(({ source }) => source === 'portal')
  const isOfCheck = check !== undefined && listed.count - told.length === check.problemCount
  if (!isOfCheck) return countCauses(listed.problems)
  return [...countCauses(told), ...check.causes]
}

interface Shown {
  readonly listed: Listed
  /** What of the list the filter lets through, in the order of the walk. */
  readonly places: readonly number[]
  readonly severity: Severity | 'all'
  readonly sheet: string | undefined
}

/** The causes that the filter lets through, in the order of the walk; those of which none is listed come last. */
export function shownCauses(
  counts: readonly CauseCount[],
  { listed, places: all, severity, sheet }: Shown,
): readonly Cause[] {
  const places = Map.groupBy(all, (place) => {
    const problem = listed.problems[place]
    return problem === undefined ? '' : causeOf(problem)
  })
  const shown = Map.groupBy(
    counts.filter((count) => passes(count, severity, sheet)),
    ({ cause }) => cause,
  )
  return [...new Set([...places.keys(), ...shown.keys()])].flatMap((id) => {
    const [first, ...others] = shown.get(id) ?? []
    if (first === undefined) return []
    return others.reduce<Cause>(
      (sum, { problems, rows, cells, documents }) => ({
        ...sum,
        problems: sum.problems + problems,
        rows: sum.rows + rows,
        cells: sum.cells + cells,
        documents: sum.documents && documents && sum.documents + documents,
      }),
      { ...first, id, places: places.get(id) ?? [] },
    )
  })
}

/** How many problems of a severity there are, on one sheet or on all. */
export const problemsOf = (
  counts: readonly CauseCount[],
  severity: Severity | 'all',
  sheet: string | undefined,
): number =>
  counts
    .filter((count) => passes(count, severity, sheet))
    .reduce((sum, { problems }) => sum + problems, 0)

const passes = (
  count: CauseCount,
  severity: Severity | 'all',
  sheet: string | undefined,
): boolean =>
  (severity === 'all' || count.example.severity === severity) &&
  (sheet === undefined || count.sheet === sheet)
