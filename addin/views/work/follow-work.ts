// Following what the agent does for the return, across lost connections, until it is done or needs the user.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { watch } from '../../agent.ts'
import { hasWords, stepWords } from '../../words.ts'
import { ask, inTurn, refused, say } from '../act.ts'
import { bringWords } from '../later.tsx'
import { change, ofReturn, pane, type OfReturn } from '../state.ts'

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 15_000

let follower = new AbortController()

/** Replaces any following that is under way. Watches again by itself when the connection breaks. */
export async function followWork(): Promise<void> {
  const of = ofReturn(pane())
  if (of === undefined) return
  follower.abort()
  const { signal } = (follower = new AbortController())
  let pause = FIRST_PAUSE
  while (!signal.aborted) {
    const { ended, moved } = await followOnce(of, signal)
    if (signal.aborted) return
    if (ended) return afterWork(signal)
    change({ agentLost: true })
    pause = moved ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE)
    await new Promise((resume) => setTimeout(resume, pause))
  }
}

/** For when the pane turns to another return. */
export const stopFollowing = (): void => follower.abort()

/** Asks where the return stands now, and follows what is going on. */
export async function lookAgain(): Promise<void> {
  const of = ofReturn(pane())
  follow(of && (await ask('state', of)))
}

/** Takes what an act gave, if it was not refused, and follows the work that it began. */
export function follow(view: ReturnView | undefined): void {
  if (view === undefined) return
  takeReturn(view)
  if (view.work !== undefined) void followWork()
}

/** Takes the agent's latest word on the return, and has each new step read out. */
export function takeReturn(view: ReturnView): void {
  const before = pane().return?.work?.step
  change({ return: view, agentLost: false })
  if (view.work !== undefined && view.work.step !== before) void sayStep(view.work.step)
}

async function sayStep(step: string): Promise<void> {
  await bringWords()
  if (!hasWords()) return
  const { text, lang } = stepWords(step)
  say(text, lang)
}

async function followOnce(
  of: OfReturn,
  signal: AbortSignal,
): Promise<{ ended: boolean; moved: boolean }> {
  let moved = false
  for await (const answer of watch('watch', of, signal)) {
    if (answer.ok) {
      takeReturn(answer.value)
      moved = true
    } else if (answer.problem.code === 'agent-not-running') {
      return { ended: false, moved }
    } else {
      refused(answer.problem)
      return { ended: true, moved }
    }
  }
  return { ended: true, moved }
}

/** The verdict is taken and a review is fetched, once the user's own act is done: unless that turned to another return. */
async function afterWork(signal: AbortSignal): Promise<void> {
  const { takeVerdict, reviewIfReady } = await import('./after-work.ts')
  await inTurn('after-work', async (of) => {
    if (!signal.aborted) await takeVerdict(of)
  })
  if (!signal.aborted) await reviewIfReady()
}
