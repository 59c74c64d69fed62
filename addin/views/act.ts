// How an act of the user runs: one at a time, refusals shown, nothing lost silently.
import type { Input, OperationName, Output } from '../../agent/http/contract.ts'
import { call, forgetToken } from '../agent.ts'
import { excelProblem } from '../excel/excel-problem.ts'
import { mismatchOf } from './binding/mismatch.ts'
import { bringWords } from './later.tsx'
import type { Problem } from '../../templates/problems/problem.ts'
import { change, ofReturn, pane, type OfReturn } from './state.ts'

let running: Promise<void> | undefined

/** Runs `work` under a name that the views show as going on. A second act meanwhile is ignored. */
export async function act(name: string, work: () => Promise<void>): Promise<void> {
  if (pane().busy !== undefined) return
  // What is said twice is heard twice only if nothing is said in between.
  change({ refused: undefined, said: '' })
  await run(name, work)
}

/** An act on the chosen return; nothing where none is chosen, or where the workbook is of another one. */
export async function onReturn(name: string, work: (of: OfReturn) => Promise<void>): Promise<void> {
  const of = chosenReturn()
  if (of !== undefined) await act(name, () => work(of))
}

/** The same for what no user asked for: it waits for the act that goes on, after which another return may be chosen. */
export async function inTurn(name: string, work: (of: OfReturn) => Promise<void>): Promise<void> {
  while (running !== undefined) await running.catch(() => undefined)
  const of = chosenReturn()
  if (of !== undefined) await run(name, () => work(of))
}

const chosenReturn = (): OfReturn | undefined =>
  mismatchOf(pane()) === undefined ? ofReturn(pane()) : undefined

async function run(name: string, work: () => Promise<void>): Promise<void> {
  change({ busy: name })
  running = work().catch(excelRefused)
  try {
    await running
  } finally {
    running = undefined
    change({ busy: undefined, reading: undefined })
  }
}

/** Asks the agent. A refusal is shown in the pane, and gives undefined. */
export async function ask<N extends OperationName>(
  name: N,
  input: Input<N>,
): Promise<Output<N> | undefined> {
  const answer = await call(name, input)
  if (answer.ok) return answer.value
  refused(answer.problem)
  return undefined
}

/** Shows what stood in the way. A lost pairing leads back to it, a lost session to its OTP. */
export function refused(problem: Problem): void {
  if (problem.code === 'not-paired') {
    forgetToken()
    return change({ place: 'pair', refused: undefined })
  }
  const { session } = pane()
  if (problem.code === 'sign-in-needed' && session !== undefined) {
    change({ session: { ...session, signedIn: false }, otpSentAt: undefined })
  }
  change({ refused: problem })
  void bringWords()
}

/** Shows what Excel refused; anything else is a fault of ours and goes on to main. */
export function excelRefused(error: unknown): void {
  const problem = excelProblem(error)
  if (problem === undefined) throw error
  refused(problem)
}

/** Has a screen reader say it; sighted users see it where it happened. */
export const say = (said: string, saidIn = 'en-IN'): void => change({ said, saidIn })
