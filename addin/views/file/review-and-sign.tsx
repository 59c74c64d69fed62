// The review of a prepared return, what stands between it and filing, and how this taxpayer signs.
import { useState } from 'preact/hooks'
import type { ReturnView } from '../../../agent/http/contract.ts'
import { Tick } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ViewProps } from '../state.ts'
import { HeldBack } from './held-back.tsx'
import { ReviewTable } from './review-table.tsx'
import { SignOnPortal } from './sign-on-portal.tsx'
import { SignWithEvc } from './sign-with-evc.tsx'

export function ReviewAndSign({ state, view }: ViewProps & { view: ReturnView }) {
  const [differencesSeen, seeDifferences] = useState(false)
  const { review } = state
  if (review === undefined) return <p>Getting the portal’s totals…</p>

  const isSignable = review.ties || differencesSeen
  return (
    <>
      <h3>Review</h3>
      <ReviewTable review={review} />
      {!review.ties && (
        <Tick
          label="I have looked at the differences, and what the portal holds is what I want to file"
          ticked={differencesSeen}
          onTick={seeDifferences}
        />
      )}
      {view.heldBack.length > 0 && !view.leftOut ? (
        <HeldBack documents={view.heldBack} busy={state.busy !== undefined} />
      ) : (
        <Sign state={state} view={view} isSignable={isSignable} checksum={review.checksum} />
      )}
    </>
  )
}

interface SignProps extends ViewProps {
  readonly view: ReturnView
  readonly isSignable: boolean
  readonly checksum: string
}

function Sign({ state, view, isSignable, checksum }: SignProps) {
  const isOnPortal = view.stage === 'awaitingPortalSignature' || state.session?.signing === 'dsc'
  return (
    <>
      <h3>Sign and file</h3>
      {view.leftOut && view.heldBack.length > 0 && (
        <p class="hint">Left out of this return: {view.heldBack.join(', ')}.</p>
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
