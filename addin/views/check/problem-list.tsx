// The problems that are marked on the sheets: one on top, the rest below by sheet, a hundred at a time.
import { useState } from 'preact/hooks'
import type { Problem, Severity } from '../../../templates/problems/problem.ts'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { change, type Listed, type PaneState, type ViewProps } from '../state.ts'
import { MarksReport } from './marks-report.tsx'
import { ProblemCard } from './problem-card.tsx'
import { shownPlaces, walk } from './walk.ts'

const PAGE = 100

const FILTERS: readonly { severity: Severity | 'all'; text: string }[] = [
  { severity: 'all', text: 'All' },
  { severity: 'error', text: 'Errors' },
  { severity: 'warning', text: 'Warnings' },
  { severity: 'note', text: 'Notes' },
]

const NOT_FOUND: Readonly<Record<PaneState['found'], string | undefined>> = {
  selected: undefined,
  gone: 'This row is no longer in the workbook. Check again when you are done.',
  hidden: 'This sheet is hidden. Unhide it in Excel to go to the cell.',
}

export function ProblemList({ state, listed }: ViewProps & { listed: Listed }) {
  const [limit, setLimit] = useState(PAGE)
  const { severity, chosen } = state
  const told = listed.problems.filter(({ source }) => source === 'portal').length
  const places = shownPlaces(listed, severity)
  const top = chosen === undefined ? undefined : listed.problems[chosen]
  const position = chosen === undefined ? -1 : places.indexOf(chosen)
  return (
    <section aria-labelledby="problems">
      <h3 id="problems">
        {counted(listed.count, 'problem')}
        {told > 0 && `, ${told === listed.count ? 'all' : count(told)} told by the portal`}
      </h3>
      <div class="walk">
        <Button off={position === 0 || places.length === 0} onPress={() => void walk(-1)}>
          Previous
        </Button>
        <Button
          off={position === places.length - 1 || places.length === 0}
          onPress={() => void walk(1)}
        >
          Next
        </Button>
        <span class="hint">
          {position === -1
            ? 'or F8, Shift+F8'
            : `${count(position + 1)} of ${count(places.length)}`}
        </span>
      </div>
      <div role="status">
        {top !== undefined && chosen !== undefined && (
          <div class="chosen">
            <p class="hint">{top.cells[0]?.sheet}</p>
            <ProblemCard problem={top} place={chosen} />
            {NOT_FOUND[state.found] !== undefined && <p class="wrong">{NOT_FOUND[state.found]}</p>}
          </div>
        )}
      </div>
      <MarksReport listed={listed} busy={state.busy} />
      <fieldset class="filter">
        <legend class="unseen">Show</legend>
        {FILTERS.map((filter) => (
          <label key={filter.severity}>
            <input
              type="radio"
              name="severity"
              checked={filter.severity === severity}
              onChange={() => {
                change({ severity: filter.severity })
                setLimit(PAGE)
              }}
            />
            <span>
              {filter.text} {count(shownPlaces(listed, filter.severity).length)}
            </span>
          </label>
        ))}
      </fieldset>
      {bySheet(listed, places.slice(0, limit)).map(([sheet, group]) => (
        <section key={sheet}>
          <h4>{sheet === '' ? 'The whole return' : sheet}</h4>
          <ul class="problems">
            {group.map(({ problem, place }) => (
              <li key={place}>
                <ProblemCard problem={problem} place={place} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {places.length > limit && (
        <Button onPress={() => setLimit(limit + PAGE)}>
          {`Show ${count(Math.min(PAGE, places.length - limit))} more of ${count(places.length)}`}
        </Button>
      )}
      {listed.problems.length < listed.count && (
        <p class="hint">
          The first {count(listed.problems.length)} of {count(listed.count)} are listed. Mend some
          and check again to see the rest.
        </p>
      )}
    </section>
  )
}

interface Placed {
  readonly problem: Problem
  readonly place: number
}

function bySheet(listed: Listed, places: readonly number[]): [string, Placed[]][] {
  const groups = new Map<string, Placed[]>()
  for (const place of places) {
    const problem = listed.problems[place]
    if (problem === undefined) continue
    const sheet = problem.cells[0]?.sheet ?? ''
    const group = groups.get(sheet)
    if (group === undefined) groups.set(sheet, [{ problem, place }])
    else group.push({ problem, place })
  }
  return [...groups]
}
