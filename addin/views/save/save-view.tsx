// Step 3: what would change on the portal, sending it, and the portal's verdict.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemList } from '../check/problem-list.tsx'
import { ReadingProgress } from '../check/reading-progress.tsx'
import { isSignedIn } from '../connect/signed-in.ts'
import { SignIn } from '../connect/sign-in.tsx'
import { isFiled } from '../file/filed.ts'
import { go } from '../go.ts'
import type { ViewProps } from '../state.ts'
import { Refusal } from '../refusal.tsx'
import { WorkProgress } from '../work/work-progress.tsx'
import { Plan } from './plan.tsx'
import { Reset } from './reset.tsx'
import { ToPortal } from '../portal/to-portal.tsx'
import { makePlan } from './save-acts.ts'
import { Undo } from './undo.tsx'
import { isAccepted, Verdict } from './verdict.tsx'

export function SaveView({ state }: ViewProps) {
  return (
    <>
      <h2 tabIndex={-1}>Save to the portal</h2>
      <Saving state={state} />
    </>
  )
}

function Saving({ state }: ViewProps) {
  const { return: view, plan, listed, busy, refused } = state
  if (view !== undefined && isFiled(view.stage)) {
    return (
      <Notice
        weight="note"
        title={
          view.stage === 'accepted' ? 'This return was sent for filing' : 'This return is filed'
        }
      >
        <p>
          It can no longer be changed. Corrections go into the amendment tables of a later month.
        </p>
        <Button onPress={() => go('file')}>Show the filing</Button>
        <ToPortal />
      </Notice>
    )
  }
  if (view?.work !== undefined) return <WorkProgress state={state} />
  if (!isSignedIn(state)) {
    return (
      <>
        <p>Saving needs a session with the portal.</p>
        <SignIn state={state} />
      </>
    )
  }
  if (plan !== undefined) {
    const { sincePlan } = state.edited
    return (
      <Plan
        key={plan.plan}
        plan={plan}
        isEdited={sincePlan}
        busy={busy !== undefined}
        refused={refused}
      />
    )
  }
  return (
    <>
      {view?.refusal !== undefined && <Refusal problem={view.refusal} />}
      {view !== undefined && <Verdict view={view} />}
      {view?.lastSave === undefined && (
        <p>
          First you see what would change on the portal, in documents and rupees. Nothing is sent
          before you press Send.
        </p>
      )}
      <NextActs view={view} isBusy={busy !== undefined} />
      <ReadingProgress state={state} during="plan" />
      <ToPortal />
      {view !== undefined && <Undo view={view} isBusy={busy !== undefined} />}
      {view !== undefined && <Reset state={state} view={view} />}
      {listed?.from === 'portal' && listed.count > 0 && busy !== 'plan' && (
        <ProblemList state={state} listed={listed} />
      )}
    </>
  )
}

/** After a clean save filing comes next, unless the portal holds something else than it confirmed. */
function NextActs({ view, isBusy }: { view: ReturnView | undefined; isBusy: boolean }) {
  const mayFile = view !== undefined && isAccepted(view)
  const isNext = mayFile && view.stage === 'saved' && view.readBack !== 'different'
  return (
    <div class="actions">
      {mayFile && (
        <Button kind={isNext ? 'primary' : 'secondary'} onPress={() => go('file')}>
          Go on to File
        </Button>
      )}
      <Button kind={isNext ? 'secondary' : 'primary'} off={isBusy} onPress={() => void makePlan()}>
        Show what would change
      </Button>
    </div>
  )
}
