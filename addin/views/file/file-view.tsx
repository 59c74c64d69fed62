// Step 4: prepare, review, sign, and the ARN. What is shown follows from the return's stage.
import type { VNode } from 'preact'
import type { ReturnView, Stage } from '../../../agent/http/outputs/return.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { isSignedIn } from '../connect/signed-in.ts'
import { SignIn } from '../connect/sign-in.tsx'
import { go } from '../go.ts'
import { ToPortal } from '../portal/to-portal.tsx'
import { Refusal } from '../refusal.tsx'
import { ReadBack } from '../save/read-back.tsx'
import { Reset } from '../save/reset.tsx'
import type { ViewProps } from '../state.ts'
import { WorkProgress } from '../work/work-progress.tsx'
import { prepare } from './file-acts.ts'
import { isFiled } from './filed.ts'
import { Accepted, Filed, FiledElsewhere, OutcomeUnknown } from './outcome.tsx'
import { isReviewComing } from './review.ts'
import { OfferNil } from './nil-return.tsx'
import { ReviewAndSign } from './review-and-sign.tsx'
import { arrive } from './where-it-stands.ts'

interface StageProps extends ViewProps {
  readonly view: ReturnView
}

const STAGES: Readonly<Record<Stage, (props: StageProps) => VNode>> = {
  draft: NothingSaved,
  saving: NothingSaved,
  resetting: NothingSaved,
  saved: Prepare,
  savedWithErrors: Prepare,
  preparing: Prepare,
  ready: ReviewAndSign,
  otpRequested: ReviewAndSign,
  awaitingPortalSignature: ReviewAndSign,
  filing: OutcomeUnknown,
  accepted: Accepted,
  filed: Filed,
  filedElsewhere: FiledElsewhere,
}

export function FileView({ state }: ViewProps) {
  return (
    <>
      <h2 tabIndex={-1}>File</h2>
      <Filing state={state} />
    </>
  )
}

function Filing({ state }: ViewProps) {
  const { return: view } = state
  if (view === undefined) return <NotKnown isBusy={state.busy !== undefined} />
  const View = STAGES[view.stage]
  const isEnding = view.stage === 'filing' || isFiled(view.stage)
  if (view.work !== undefined && !isEnding) return <WorkProgress state={state} />
  if (!isEnding && !isSignedIn(state)) {
    return (
      <>
        <p>Filing needs a session with the portal.</p>
        <SignIn state={state} />
      </>
    )
  }
  if (isReviewComing(state)) return <p>Getting the portal’s totals…</p>
  return (
    <>
      {view.refusal !== undefined && <Refusal problem={view.refusal} />}
      <View state={state} view={view} />
      {view.work === undefined && <ToPortal />}
      {!isEnding && (
        <>
          <OfferNil state={state} view={view} />
          <Reset state={state} view={view} />
        </>
      )}
    </>
  )
}

function NotKnown({ isBusy }: { isBusy: boolean }) {
  if (isBusy) return <p>Asking the agent where this return stands…</p>
  return (
    <>
      <p>The agent has not told yet where this return stands.</p>
      <Button kind="primary" onPress={() => void arrive()}>
        Ask again
      </Button>
    </>
  )
}

function NothingSaved() {
  return (
    <>
      <p>Nothing is saved for this return now. Save first.</p>
      <Button kind="primary" onPress={() => go('save')}>
        Go to Save
      </Button>
    </>
  )
}

function Prepare({ state, view }: StageProps) {
  return (
    <>
      {view.stage === 'savedWithErrors' && (
        <Notice weight="warning" title="The last save was not accepted whole">
          <p>Documents that the portal refused are not in the return. Mend them and save again.</p>
          <Button kind="quiet" onPress={() => go('save')}>
            Show what was refused
          </Button>
        </Notice>
      )}
      <ReadBack view={view}>
        <Button kind="quiet" onPress={() => go('save')}>
          Go to Save
        </Button>
      </ReadBack>
      <p>
        Preparing closes the return on the portal for a moment and has it add up its totals. Then
        you review them beside those of your sheets. Nothing is filed yet.
      </p>
      <Button
        kind={view.stage === 'saved' ? 'primary' : 'secondary'}
        off={state.busy !== undefined}
        onPress={() => void prepare()}
      >
        Prepare for filing
      </Button>
    </>
  )
}
