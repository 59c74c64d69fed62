// After File was pressed: unknown, accepted, filed. "Filed" is said with the ARN only.
import type { ReturnView } from '../../../agent/http/contract.ts'
import { Button } from '../../ui/button.tsx'
import { dayName, periodName } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import type { ViewProps } from '../state.ts'
import { lookAgain } from '../work/follow-work.ts'
import { WorkProgress } from '../work/work-progress.tsx'
import { OutcomeByHand } from './outcome-by-hand.tsx'

interface OutcomeProps extends ViewProps {
  readonly view: ReturnView
}

export function OutcomeUnknown({ state }: OutcomeProps) {
  return (
    <>
      <Notice weight="warning" title="Sent; the outcome is not known yet">
        <p>
          The return may be filed or may not be: the portal’s answer is not here. The agent is
          asking the portal. Do not file this return anywhere else meanwhile.
        </p>
      </Notice>
      <Looking state={state} />
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
        <FilingFacts view={view} />
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
      <FilingFacts view={view} />
    </Notice>
  )
}

function FilingFacts({ view }: { view: ReturnView }) {
  return (
    <dl class="stacked">
      <dt>ARN</dt>
      <dd class="code arn">{view.arn ?? 'not told by the portal'}</dd>
      {view.toldArn !== undefined && view.toldArn !== view.arn && (
        <>
          <dt>ARN as typed in, which the portal did not confirm</dt>
          <dd class="code">{view.toldArn}</dd>
        </>
      )}
      <dt>Filed on</dt>
      <dd>{view.filedOn === undefined ? 'not told by the portal' : dayName(view.filedOn)}</dd>
      <dt>GSTIN</dt>
      <dd class="code">{view.gstin}</dd>
      {view.ack !== undefined && (
        <>
          <dt>Acknowledgement</dt>
          <dd class="code">{view.ack}</dd>
        </>
      )}
    </dl>
  )
}
