// The problems that are marked on the sheets: one on top, the rest below by cause.
import { useMemo } from 'preact/hooks'
import type { CheckReport } from '../../../agent/http/outputs/check.ts'
import { sheetOf } from '../../../templates/problems/cause.ts'
import type { Severity } from '../../../templates/problems/problem.ts'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Filter } from '../../ui/filter.tsx'
import { NOT_FOUND } from '../go-to-row.tsx'
import { change, type Listed, type ViewProps } from '../state.ts'
import { CauseGroup, sheetTitle } from './cause-group.tsx'
import { countsOf, problemsOf, shownCauses } from './causes.ts'
import { JustMended, OnThisCell } from './edited-since.tsx'
import { MarksReport } from './marks-report.tsx'
import { ProblemCard } from './problem-card.tsx'
import { shownPlaces, walk } from './walk.ts'

const SEVERITIES: readonly { kind: Severity | 'all'; text: string }[] = [
  { kind: 'all', text: 'All' },
  { kind: 'error', text: 'Errors' },
  { kind: 'warning', text: 'Warnings' },
  { kind: 'note', text: 'Notes' },
]

export function ProblemList({ state, listed }: ViewProps & { listed: Listed }) {
  const { severity, sheet, chosen, check, busy } = state
  const told = listed.problems.filter(({ source }) => source === 'portal').length
  const counts = useMemo(() => countsOf(listed, check), [listed, check])
  const places = useMemo(
    () => shownPlaces(listed, { severity, sheet, check }),
    [listed, severity, sheet, check],
  )
  const causes = shownCauses(counts, { listed, places, severity, sheet })
  const sheets = sheetsInOrder(
    counts.map((one) => one.sheet),
    check,
  )
  const withProblems = sheets.filter((name) => problemsOf(counts, severity, name) > 0)
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
          {position !== -1 && `${count(position + 1)} of ${count(places.length)}`}
        </span>
      </div>
      <div role="status" class="on-top">
        {top === undefined && <JustMended since={state.since} />}
        {top === undefined && (
          <p class="hint">
            Press Next, or select a marked cell: what is wrong with it stands here. Next is also F8
            in this pane and Ctrl+Alt+N on the sheet; Previous is Shift+F8 and Ctrl+Alt+B.
          </p>
        )}
        {top !== undefined && chosen !== undefined && (
          <div key={chosen} class="chosen">
            <p class="hint">{sheetTitle(sheetOf(top))}</p>
            <OnThisCell state={state} listed={listed} />
            <ProblemCard problem={top} place={chosen} />
            {NOT_FOUND[state.found] !== undefined && <p class="wrong">{NOT_FOUND[state.found]}</p>}
          </div>
        )}
      </div>
      <MarksReport listed={listed} busy={state.busy} />
      {sheets.length > 1 && (
        <SelectField
          label="Sheet"
          value={sheet ?? ALL}
          options={[
            { value: ALL, text: `All ${counted(withProblems.length, 'sheet')} with problems` },
            ...withProblems.map((name) => ({
              value: name,
              text: `${sheetTitle(name)} (${count(problemsOf(counts, severity, name))})`,
            })),
          ]}
          onValue={(value) => change({ sheet: value === ALL ? undefined : value })}
        />
      )}
      <Filter
        name="severity"
        kinds={SEVERITIES.map((one) => ({ ...one, count: problemsOf(counts, one.kind, sheet) }))}
        chosen={severity}
        onChosen={(kind) => change({ severity: kind })}
      />
      <ul class="problems">
        {causes.map((cause) => (
          <li key={cause.id}>
            <CauseGroup cause={cause} listed={listed} busy={busy} />
          </li>
        ))}
      </ul>
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

/** As in the workbook, the whole return before them. */
function sheetsInOrder(names: readonly string[], check: CheckReport | undefined): string[] {
  const known = ['', ...(check?.sheets ?? []).map(({ sheet }) => sheet)]
  const found = new Set(names)
  return [...new Set([...known, ...names])].filter((name) => found.has(name))
}
