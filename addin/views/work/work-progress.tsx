// What the agent is doing now: the step, how far, for how long, when it looks again, and whether it needs the user.
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { countdown, duration, elapsed } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { stepWords } from '../../words.ts'
import { SignIn } from '../connect/sign-in.tsx'
import { stopSaving } from '../save/save-acts.ts'
import type { ViewProps } from '../state.ts'

export function WorkProgress({ state }: ViewProps) {
  const work = state.return?.work
  if (work === undefined) return null
  if (work.waitingFor === 'sign-in') {
    return (
      <Notice weight="warning" title="The portal’s session has ended">
        <p>Nothing is lost. Sign in again, and the work goes on where it stopped.</p>
        <SignIn state={{ ...state, session: undefined }} />
        {work.unsent !== undefined && <StopSaving unsent={work.unsent} state={state} />}
      </Notice>
    )
  }
  const step = stepWords(work.step)
  return (
    <div class="progress">
      <p class="step">
        <strong lang={step.lang}>{step.text}</strong>
      </p>
      {work.total > 0 ? (
        <progress aria-label="Progress" value={work.done} max={work.total} />
      ) : (
        <progress aria-label="Progress" />
      )}
      <p class="hint">
        {work.total > 0 && `${count(work.done)} of ${count(work.total)} done, `}
        {elapsed(work.since, state.now)} min elapsed
        {work.usual !== undefined && `, usually ${duration(work.usual)} lately`}
        <br />
        {counted(state.return?.calls ?? 0, 'call')} to Sandbox so far
        {work.nextAt !== undefined && `, next look ${countdown(work.nextAt, state.now)}`}
      </p>
      {state.agentLost ? (
        <Notice weight="warning" title="The agent does not answer" alert>
          <p>
            The pane keeps trying. What the agent had begun is safe in its journal; if it was
            stopped, start it again.
          </p>
        </Notice>
      ) : (
        <p class="hint">You may close this pane. The agent goes on, and the pane finds it again.</p>
      )}
      {work.unsent !== undefined && <StopSaving unsent={work.unsent} state={state} />}
    </div>
  )
}

/** Only what has not left can be kept here; what is on its way is the portal's to answer. */
function StopSaving({ unsent, state }: ViewProps & { unsent: number }) {
  return (
    <Button off={state.busy !== undefined} onPress={() => void stopSaving()}>
      {`Stop, and keep back ${counted(unsent, 'part')}`}
    </Button>
  )
}
