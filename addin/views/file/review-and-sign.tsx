// The review of a prepared return, what stands between it and filing, and how this taxpayer signs.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { count } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TypedWord } from '../../ui/typed-word.tsx'
import { EditedSinceSave } from '../save/edited-meanwhile.tsx'
import type { ViewProps } from '../state.ts'
import { acceptDifference, NIL_CHECKSUM, prepare, WITH_DIFFERENCE } from './file-acts.ts'
import { HeldBack } from './held-back.tsx'
import { HsnTies } from './hsn-ties.tsx'
import { NilDeclared } from './nil-return.tsx'
import { ReturnFigures } from './return-figures.tsx'
import { reviewAgain } from './review.ts'
import { ReviewTable, ReviewVerdict } from './review-table.tsx'
import { SignOnPortal } from './sign-on-portal.tsx'
import { SignWithEvc } from './sign-with-evc.tsx'
import { TaxByRate } from './tax-by-rate.tsx'

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
  const { review, acceptedDifference } = state
  const isBusy = state.busy !== undefined
  if (review === undefined) return <NoReview isBusy={isBusy} />

  const isSignable = review.ties || acceptedDifference === review.checksum
  const { figures } = review
  return (
    <>
      <ReviewVerdict review={review} view={view} />
      {figures !== undefined && <ReturnFigures figures={figures} />}
      <h3>By table</h3>
      <ReviewTable state={state} review={review} />
      {figures !== undefined && <TaxByRate rates={figures.rates} />}
      {figures !== undefined && <HsnTies sides={figures.hsn} />}
      <div class="actions">
        <Button off={isBusy} onPress={() => void reviewAgain()}>
          Review again
        </Button>
        <Button off={isBusy} onPress={() => void prepare()}>
          Prepare again
        </Button>
      </div>
      {state.edited.sinceSave && <EditedSinceSave />}
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
  return (
    <>
      <p>Before you sign, look at the portal’s totals beside those of your sheets.</p>
      <Button kind="primary" off={isBusy} onPress={() => void reviewAgain()}>
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
      {!isSignable && (
        <TypedWord
          label={`To go on, type ${WITH_DIFFERENCE}`}
          word={WITH_DIFFERENCE}
          hint="What the portal holds is filed, not what the sheets hold. Your words and the difference are kept with the filing."
          button="Go on with this difference"
          kind="primary"
          off={state.busy !== undefined}
          onMeant={() => acceptDifference(checksum)}
        />
      )}
      {isSignable && state.review?.ties === false && (
        <p class="hint">To be filed with the difference above, as you typed.</p>
      )}
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
