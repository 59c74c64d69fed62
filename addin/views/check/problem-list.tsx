// The problems that are marked on the sheets: one on top, the rest below by sheet, a hundred at a time.
import { useState } from 'preact/hooks'
import type { Problem, Severity } from '../../../templates/problems/problem.ts'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { change, type Listed, type PaneState, type ViewProps } from '../state.ts'
import { JustMended, OnThisCell } from './edited-since.tsx'
import { MarksReport } from './marks-report.tsx'
import { ProblemCard } from './problem-card.tsx'
import { sheetOf, shownPlaces, walk } from './walk.ts'

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
  const { severity, sheet, chosen } = state
  const told = listed.problems.filter(({ source }) => source === 'portal').length
  const places = shownPlaces(listed, state)
  const sheets = countsBySheet(shownPlaces(listed, { ...state, sheet: undefined }), listed)
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
      {position === -1 && <p class="hint">On the sheet: Ctrl+Alt+N and Ctrl+Alt+B</p>}
      <div role="status">
        {top === undefined && <JustMended since={state.since} />}
        {top !== undefined && chosen !== undefined && (
          <div class="chosen">
            <p class="hint">{sheetTitle(sheetOf(top))}</p>
            <OnThisCell state={state} listed={listed} />
            <ProblemCard problem={top} place={chosen} />
            {NOT_FOUND[state.found] !== undefined && <p class="wrong">{NOT_FOUND[state.found]}</p>}
          </div>
        )}
      </div>
      <MarksReport listed={listed} busy={state.busy} />
      {new Set(listed.problems.map(sheetOf)).size > 1 && (
        <SelectField
          label="Sheet"
          value={sheet ?? ALL}
          options={[
            { value: ALL, text: `All ${counted(sheets.size, 'sheet')} with problems` },
            ...[...sheets].map(([name, number]) => ({
              value: name,
              text: `${sheetTitle(name)} (${count(number)})`,
            })),
          ]}
          onValue={(value) => {
            change({ sheet: value === ALL ? undefined : value })
            setLimit(PAGE)
          }}
        />
      )}
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
              {filter.text}{' '}
              {count(shownPlaces(listed, { ...state, severity: filter.severity }).length)}
            </span>
          </label>
        ))}
      </fieldset>
      {bySheet(listed, places.slice(0, limit)).map(([name, group]) => (
        <section key={name}>
          <h4>
            {sheetTitle(name)} <span class="hint">{counted(sheets.get(name) ?? 0, 'problem')}</span>
          </h4>
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

/** The value of the choice that narrows nothing; no sheet can have this name. */
const ALL = '*'

const sheetTitle = (sheet: string): string => (sheet === '' ? 'The whole return' : sheet)

function countsBySheet(places: readonly number[], { problems }: Listed): Map<string, number> {
  const counts = new Map<string, number>()
  for (const place of places) {
    const problem = problems[place]
    if (problem === undefined) continue
    counts.set(sheetOf(problem), (counts.get(sheetOf(problem)) ?? 0) + 1)
  }
  return counts
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
    const group = groups.get(sheetOf(problem))
    if (group === undefined) groups.set(sheetOf(problem), [{ problem, place }])
    else group.push({ problem, place })
  }
  return [...groups]
}
