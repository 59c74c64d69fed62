// After File was pressed: unknown, accepted, filed. "Filed" is said with the ARN only.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { Button } from '../../ui/button.tsx'
import { clockTime, periodName } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import type { ViewProps } from '../state.ts'
import { lookAgain } from '../work/follow-work.ts'
import { WorkProgress } from '../work/work-progress.tsx'
import { FiledSummary } from './filed-summary.tsx'
import { OutcomeByHand } from './outcome-by-hand.tsx'

interface OutcomeProps extends ViewProps {
  readonly view: ReturnView
}

export function OutcomeUnknown({ state, view }: OutcomeProps) {
  const { work, signed } = view
  return (
    <>
      <Notice weight="warning" title="Sent; the outcome is not known yet">
        <p>
          The portal’s answer did not arrive. Nothing is lost, and nothing is sent a second time:
          the agent asks the portal until it knows.
        </p>
      </Notice>
      <h3>What we know</h3>
      <ul class="causes">
        <li>
          The return was sent once{work !== undefined && `, at ${clockTime(work.since)}`}
          {signed !== undefined && `, signed by PAN ${signed.signatory}`}. It may be filed or may
          not be.
        </li>
        <li>The portal’s list of filings has not shown it so far. It can be behind by minutes.</li>
      </ul>
      <Looking state={state} />
      <h3>What you can do</h3>
      <ul class="causes">
        <li>Wait, or do something else: you are told as soon as the portal answers.</li>
        <li>Do not file this return anywhere else meanwhile.</li>
      </ul>
      <OutcomeByHand isBusy={state.busy !== undefined} />
    </>
  )
}

export function Accepted({ state, view }: OutcomeProps) {
  return (
    <>
      {view.toldArn === undefined ? (
        <Acknowledged view={view} />
      ) : (
        <ToldByHand arn={view.toldArn} />
      )}
      <Looking state={state} />
    </>
  )
}

function Acknowledged({ view }: { view: ReturnView }) {
  return (
    <Notice weight="note" title="Accepted, waiting for the ARN">
      <p>
        The portal has taken the return. It counts as filed only when the portal confirms the ARN;
        the agent is asking for it.
      </p>
      {view.ack !== undefined && (
        <p>
          Acknowledgement: <span class="code">{view.ack}</span>
        </p>
      )}
    </Notice>
  )
}

function ToldByHand({ arn }: { arn: string }) {
  return (
    <Notice weight="warning" title="Told by a person, not yet confirmed by the portal">
      <p>
        This ARN was read at gst.gov.in by a person and typed in here. The agent has not had it from
        the portal; until it has, this return does not count as filed here.
      </p>
      <dl class="stacked">
        <dt>ARN as typed in</dt>
        <dd class="code arn">{arn}</dd>
      </dl>
      <p>Do not file this return again. If the ARN never comes, look once more at gst.gov.in.</p>
    </Notice>
  )
}

function Looking({ state }: ViewProps) {
  if (state.return?.work !== undefined) return <WorkProgress state={state} />
  return (
    <Button off={state.busy !== undefined} onPress={() => void lookAgain()}>
      Look again now
    </Button>
  )
}

export function Filed({ view }: OutcomeProps) {
  return (
    <>
      <Notice weight="success" title={`GSTR-1 for ${periodName(view.period)} is filed`}>
        {view.nil && <p>As a nil return: nothing to report.</p>}
        <FiledSummary view={view} />
      </Notice>
      {view.environment !== 'live' && (
        <Notice weight="note" title="Not a real filing">
          <p>
            {view.environment === 'practice'
              ? 'This was practice. The ARN is made up and the GST portal knows nothing of it.'
              : 'This was Sandbox’s test portal. The GST portal knows nothing of it.'}
          </p>
        </Notice>
      )}
    </>
  )
}

export function FiledElsewhere({ view }: OutcomeProps) {
  return (
    <Notice weight="note" title={`GSTR-1 for ${periodName(view.period)} was filed elsewhere`}>
      <p>The portal has this return as filed, but not by this pane. Nothing more can be sent.</p>
      <FiledSummary view={view} />
    </Notice>
  )
}
