// After File was pressed: unknown, accepted, filed. "Filed" is said with the ARN only.
import type { ReturnView } from '../../../agent/http/contract.ts'
import { Button } from '../../ui/button.tsx'
import { dayName, periodName } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { TypedWord } from '../../ui/typed-word.tsx'
import type { ViewProps } from '../state.ts'
import { lookAgain } from '../work/follow-work.ts'
import { WorkProgress } from '../work/work-progress.tsx'
import { NOT_FILED, notFiled } from './file-acts.ts'

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
      <SayNotFiled isBusy={state.busy !== undefined} />
    </>
  )
}

/** The way out when the portal never tells: only a person can look at its own pages. */
function SayNotFiled({ isBusy }: { isBusy: boolean }) {
  return (
    <details>
      <summary>Still unknown after a long wait?</summary>
      <p>
        Look at the return on gst.gov.in itself. If it is filed there, wait: the agent finds its
        ARN. If it is not, say so here, and you can file again.
      </p>
      <TypedWord
        label={`To confirm that you looked, type ${NOT_FILED}`}
        word={NOT_FILED}
        button="It is not filed there"
        off={isBusy}
        onMeant={() => void notFiled()}
      />
    </details>
  )
}

export function Accepted({ state, view }: OutcomeProps) {
  return (
    <>
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
      <Looking state={state} />
    </>
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
