// Step 2: every row of the workbook accounted for, and every problem with its cell, reason and remedy.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptiesUndo } from '../empties-undo.tsx'
import { go } from '../go.ts'
import type { PaneState, ViewProps } from '../state.ts'
import { mayBeNil } from '../file/nil-return.tsx'
import { TidyOffer } from '../fix/fix-all.tsx'
import { FixPreview } from '../fix/fix-preview.tsx'
import { FixReport } from '../fix/fix-report.tsx'
import { countsOf, problemsOf } from './causes.ts'
import { checkWorkbook } from './check-acts.ts'
import { EditedSince } from './edited-since.tsx'
import { MissingSheets } from './missing-sheets.tsx'
import { ProblemList } from './problem-list.tsx'
import { ReadingProgress } from './reading-progress.tsx'
import { isWithoutRows, RowsTied, SheetRows, SheetsNotRead } from './row-counts.tsx'
import { ThisWorkbook } from './this-workbook.tsx'

export function CheckView({ state }: ViewProps) {
  const { check, listed, busy, keepsUndo } = state
  const isClean = hasNoErrors(state)
  return (
    <>
      <h2 tabIndex={-1}>Check</h2>
      <Button
        kind={state.fixing || isClean ? 'secondary' : 'primary'}
        off={busy !== undefined}
        onPress={() => void checkWorkbook()}
      >
        {check === undefined ? 'Check the workbook' : 'Check again'}
      </Button>
      {check === undefined && (
        <>
          <p>Reads every GSTR-1 sheet of this workbook and marks what is wrong. Nothing is sent.</p>
          {!keepsUndo && <EmptiesUndo when="cells are marked" />}
        </>
      )}
      <ReadingProgress state={state} during="check" />
      <ReadingProgress state={state} during="fix" />
      {state.fixing !== undefined && <FixPreview state={state} fixing={state.fixing} />}
      {state.fixed !== undefined && busy !== 'check' && (
        <FixReport fixed={state.fixed} busy={busy} />
      )}
      {check !== undefined && busy !== 'check' && (
        <>
          <RowsTied sheets={check.sheets} />
          <EditedSince since={state.since} />
          {isWithoutRows(check) && <NothingFound view={state.return} />}
          {isClean && <NoErrors left={check.problemCount} />}
          {check.problemCount === 0 && state.since !== undefined && <AllMended />}
        </>
      )}
      {listed !== undefined && listed.count > 0 && busy !== 'check' && (
        <ProblemList state={state} listed={listed} />
      )}
      {check !== undefined && busy !== 'check' && (
        <>
          {!isWithoutRows(check) && <TidyOffer busy={busy} />}
          <SheetRows sheets={check.sheets} />
          <SheetsNotRead notRead={check.notRead} />
        </>
      )}
      {state.lacking !== undefined && busy !== 'check' && (
        <MissingSheets lacking={state.lacking} busy={busy} keepsUndo={keepsUndo} />
      )}
      {busy !== 'check' && <ThisWorkbook state={state} />}
    </>
  )
}

/** As of the last check and verdict: nothing was edited since. */
function hasNoErrors({ check, listed, since, busy }: PaneState): boolean {
  if (check === undefined || since !== undefined || busy === 'check') return false
  const counts = listed === undefined ? check.causes : countsOf(listed, check)
  return !isWithoutRows(check) && problemsOf(counts, 'error', undefined) === 0
}

/** What is left stops nobody: the way on is shown beside it. */
function NoErrors({ left }: { left: number }) {
  return (
    <Notice weight="success" title={left === 0 ? 'No problems found' : 'No errors found'}>
      <p>
        Every row is ready or set aside.
        {left > 0 && ' What is listed below are doubts: look at them; they do not stop the save.'}
      </p>
      <Button kind="primary" onPress={() => go('save')}>
        Go on to Save
      </Button>
    </Notice>
  )
}

/** What became right by editing is known row by row only. */
const AllMended = () => (
  <Notice weight="success" title="Every problem found is mended">
    <p>Check again, so that all sheets are looked at together and the marks go.</p>
  </Notice>
)

function NothingFound({ view }: { view: ReturnView | undefined }) {
  return (
    <Notice weight="note" title="Nothing to report in these sheets">
      <p>No table of the return has a row. Fill in the sheets, if the month had any supplies.</p>
      {view !== undefined && mayBeNil(view) && (
        <Button onPress={() => go('file')}>Nothing this month? File a nil return</Button>
      )}
    </Notice>
  )
}
