// Workbook and pane are about different returns: both are named, and there are two ways out.
import { Button } from '../../ui/button.tsx'
import { periodName } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { TypedWord } from '../../ui/typed-word.tsx'
import { arrive } from '../start/start-acts.ts'
import type { WholeReturn } from '../state.ts'
import { bindAnew, openBound } from './binding-acts.ts'
import type { Mismatch } from './mismatch.ts'

const WORD = 'BIND'

const ROWS: readonly { readonly name: string; readonly of: (whole: WholeReturn) => string }[] = [
  { name: 'GSTIN', of: ({ gstin }) => gstin },
  { name: 'Month', of: ({ period }) => periodName(period) },
  { name: 'Portal', of: ({ environment }) => environment },
]

export function MismatchView({ mismatch, busy }: { mismatch: Mismatch; busy: boolean }) {
  const { workbook, pane } = mismatch
  const isOtherPortal = workbook.environment !== pane.environment
  return (
    <>
      <h2 tabIndex={-1}>Two returns</h2>
      <Notice weight="error" title="This workbook belongs to another return" alert>
        <p>Nothing is read, marked or sent until it is clear which one is meant.</p>
      </Notice>
      <table class="two-returns">
        <thead>
          <tr>
            <td />
            <th scope="col">Workbook</th>
            <th scope="col">Pane</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{of(workbook)}</td>
              <td>
                {of(workbook) === of(pane) ? 'the same' : <span class="differs">{of(pane)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>

      <h3>Go on with the workbook’s return</h3>
      {isOtherPortal ? (
        <>
          <p>
            The agent works for {pane.environment}. Start it with{' '}
            <span class="code">--environment {workbook.environment}</span>, then try again.
          </p>
          <Button off={busy} onPress={() => void arrive()}>
            Try again
          </Button>
        </>
      ) : (
        <Button kind="primary" off={busy} onPress={() => void openBound()}>
          {`Go to ${workbook.gstin}, ${periodName(workbook.period)}`}
        </Button>
      )}

      <h3>Or use this workbook for the other one</h3>
      <p>
        If its sheets now hold the return of {pane.gstin} for {periodName(pane.period)} (
        {pane.environment}), bind it to that one. What was saved before stays where it is.
      </p>
      <TypedWord
        label={`To bind the workbook anew, type ${WORD}`}
        word={WORD}
        button="Bind the workbook anew"
        off={busy}
        onMeant={() => void bindAnew(pane)}
      />
    </>
  )
}
