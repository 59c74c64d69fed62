// The review of a prepared return, what stands between it and filing, and how this taxpayer signs.
import { useState } from 'preact/hooks'
import type { ReturnView } from '../../../agent/http/contract.ts'
import { count } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ViewProps } from '../state.ts'
import { NIL_CHECKSUM, prepare } from './file-acts.ts'
import { HeldBack } from './held-back.tsx'
import { NilDeclared } from './nil-return.tsx'
import { reviewAgain } from './review.ts'
import { ReviewTable } from './review-table.tsx'
import { SignOnPortal } from './sign-on-portal.tsx'
import { SignWithEvc } from './sign-with-evc.tsx'

export function ReviewAndSign({ state, view }: ViewProps & { view: ReturnView }) {
  return view.nil ? <SignNil state={state} view={view} /> : <Reviewed state={state} view={view} />
}

function SignNil({ state, view }: ViewProps & { view: ReturnView }) {
  return (
    <>
      <NilDeclared view={view} />
      <SignUnlessLocked state={state} view={view} checksum={NIL_CHECKSUM} isSignable />
    </>
  )
}

function Reviewed({ state, view }: ViewProps & { view: ReturnView }) {
  const [differencesSeen, seeDifferences] = useState(false)
  const { review } = state
  const isBusy = state.busy !== undefined
  if (review === undefined) return <NoReview isBusy={isBusy} />

  const isSignable = review.ties || differencesSeen
  return (
    <>
      <h3>Review</h3>
      <ReviewTable review={review} />
      <div class="actions">
        <Button off={isBusy} onPress={() => void reviewAgain()}>
          Review again
        </Button>
        <Button off={isBusy} onPress={() => void prepare()}>
          Prepare again
        </Button>
      </div>
      {!review.ties && (
        <Tick
          label="I have looked at the differences, and what the portal holds is what I want to file"
          ticked={differencesSeen}
          onTick={seeDifferences}
        />
      )}
      <SignUnlessLocked
        state={state}
        view={view}
        checksum={review.checksum}
        isSignable={isSignable}
      />
    </>
  )
}

function NoReview({ isBusy }: { isBusy: boolean }) {
  if (isBusy) return <p>Getting the portal’s totals…</p>
  return (
    <>
      <p>Before you sign, look at the portal’s totals beside those of your sheets.</p>
      <Button kind="primary" onPress={() => void reviewAgain()}>
        Review
      </Button>
    </>
  )
}

interface SignProps extends ViewProps {
  readonly view: ReturnView
  readonly isSignable: boolean
  readonly checksum: string
}

function SignUnlessLocked(props: SignProps) {
  const { state, view } = props
  if (view.heldBack.length === 0 || view.leftOut) return <Sign {...props} />
  return <HeldBack documents={view.heldBack} busy={state.busy !== undefined} />
}

function Sign({ state, view, isSignable, checksum }: SignProps) {
  const isOnPortal = view.stage === 'awaitingPortalSignature' || state.session?.signing === 'dsc'
  return (
    <>
      <h3>Sign and file</h3>
      {view.leftOut && view.heldBack.length > 0 && (
        <p class="hint">Left out of this return: {someOf(view.heldBack)}.</p>
      )}
      {!isSignable && <p>First look at the differences above and tick that you have.</p>}
      {isSignable && view.environment === 'live' && (
        <Notice weight="warning" title="Never yet used on the live portal">
          <p>
            Nobody has filed a live return with this program yet. After filing, compare with the
            return on the GST portal itself.
          </p>
        </Notice>
      )}
      {isSignable &&
        (isOnPortal ? (
          <SignOnPortal state={state} view={view} />
        ) : (
          <SignWithEvc state={state} view={view} checksum={checksum} />
        ))}
    </>
  )
}

/** The first three by name. */
function someOf(documents: readonly string[]): string {
  const named = documents.slice(0, 3).join(', ')
  return documents.length > 3 ? `${named} and ${count(documents.length - 3)} more` : named
}
