// Following what the agent does for the return, across lost connections, until it is done or needs the user.
import type { ReturnView, Stage } from '../../../agent/http/outputs/return.ts'
import { watch } from '../../agent.ts'
import { hasWords, stepWords } from '../../words.ts'
import { ask, refused, say } from '../act.ts'
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
    if (ended) return afterWork()
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

/** Stages at which rows are otherwise on the portal than before. */
const CHANGED: readonly Stage[] = ['draft', 'saved', 'savedWithErrors', 'filed', 'filedElsewhere']

/**
 * What the end of a work calls for: a verdict goes onto the cells beside what the check held back, and leaves them after
 * a reset; a review is fetched.
 */
async function afterWork(): Promise<void> {
  const { return: view, check, listed } = pane()
  if (view === undefined || view.work !== undefined) return
  const after = await import('./after-work.ts')
  const { listAndMark, READ_BACK, refreshStatus, reviewIfReady } = after
  const ours = check?.problems ?? []
  const oursCount = check?.problemCount ?? 0
  if (view.stage === 'savedWithErrors') {
    await listAndMark('portal', [...view.verdict, ...ours], view.verdict.length + oursCount)
  }
  if (view.stage === 'draft') {
    say('The portal holds nothing of this return now.')
  }
  // Rows that the portal took, and all after a reset, lose what an earlier verdict said of them.
  const isClean = view.stage === 'draft' || view.stage === 'saved'
  if (isClean && listed?.from === 'portal') await listAndMark('check', ours, oursCount)
  const of = ofReturn(pane())
  if (of !== undefined && CHANGED.includes(view.stage)) await refreshStatus(of)
  const isSaved = view.stage === 'saved' || view.stage === 'savedWithErrors'
  if (isSaved && view.readBack !== undefined) say(READ_BACK[view.readBack])
  await reviewIfReady()
}
