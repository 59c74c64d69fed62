// Waiting for the portal: the return is watched to the end of the work, with a line on standard error for every step.
import { stepSentence } from '../../templates/problems/english.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { ReturnView, Work } from '../http/outputs/return.ts'
import type { OfReturn } from './at-desk.ts'
import type { Desk } from './desk.ts'
import { isOpen } from './exit.ts'
import { inWords } from './problem-words.ts'
import type { Call } from './program.ts'

/** Seconds; the portal's own worst hours are longer, and the journal keeps the work. */
const TIMEOUT = 900

/**
 * The return once nothing is under way any more, needs the user, or `--timeout` has passed; with `once` already when the
 * portal was asked and must be asked again. Refuses `interrupted`.
 */
export async function follow(
  { program, given }: Call,
  desk: Desk,
  of: OfReturn,
  { once = false } = {},
): Promise<Result<ReturnView>> {
  const { interrupted, now, output } = program
  const limit = Number(given.timeout ?? TIMEOUT)
  const timeout = AbortSignal.timeout(limit * 1000)
  const began = now().getTime()
  const seconds = (from: number, to: number) => `${Math.max(0, Math.round((to - from) / 1000))} s`
  let told = ''
  let last: Result<ReturnView> | undefined

  const tell = (work: Work): void => {
    const step = stepLine(work)
    if (step === told && work.nextAt === undefined) return
    told = step
    const at = now().getTime()
    const next =
      work.nextAt === undefined ? '' : `, next look in ${seconds(at, Date.parse(work.nextAt))}`
    output.notes(`${step} (${seconds(began, at)}${next})`)
  }

  for await (const answer of desk.watch(of, AbortSignal.any([interrupted, timeout]))) {
    if (!answer.ok) return answer
    last = answer
    const { work } = answer.value
    if (work !== undefined) tell(work)
    if (once && work?.nextAt !== undefined) break
  }
  if (interrupted.aborted) return refuse('interrupted')
  last ??= await desk.ask('state', of)
  const open = last.ok && last.value.work?.waitingFor === 'sign-in'
  if (open) output.notes(inWords(refuse('sign-in-needed', { gstin: of.gstin }).problem))
  else if (timeout.aborted)
    output.notes(inWords(refuse('not-over-yet', { seconds: limit }).problem))
  return last
}

function stepLine({ kind, step, done: over, total }: Work): string {
  const part = total > 1 ? ` ${Math.min(over + 1, total)} of ${total}` : ''
  return `${kind}${part}: ${stepSentence(step)}`
}

/** A new act may begin only when what an earlier one left open is over. Refuses `sign-in-needed` where that needs one. */
export async function afterOpenWork(
  call: Call,
  desk: Desk,
  of: OfReturn,
): Promise<Result<ReturnView>> {
  const state = await desk.ask('state', of)
  if (!state.ok || !isOpen(state.value)) return state
  call.program.output.notes('An earlier act is still open; it is brought to its end first.')
  const view = await follow(call, desk, of)
  if (!view.ok) return view
  if (view.value.work?.waitingFor === 'sign-in')
    return refuse('sign-in-needed', { gstin: of.gstin })
  return isOpen(view.value) ? refuse('busy', { kind: view.value.stage }) : done(view.value)
}
