// Exit codes: what a script may rely on.
import type { ReturnView, Stage } from '../http/outputs/return.ts'
import type { Problem } from '../../templates/problems/problem.ts'

export const EXIT = {
  done: 0,
  problems: 1,
  usage: 2,
  signIn: 3,
  /** Not known yet: never told as a failure. */
  unknown: 4,
  interrupted: 130,
} as const

/** Problems that are neither the portal's nor the sheets'. All others are `problems`. */
const BY_PROBLEM: Readonly<Record<string, number>> = {
  usage: EXIT.usage,
  'command-unknown': EXIT.usage,
  'option-not-taken': EXIT.usage,
  'option-missing': EXIT.usage,
  'options-exclude': EXIT.usage,
  'word-missing': EXIT.usage,
  'words-too-many': EXIT.usage,
  'number-wrong': EXIT.usage,
  'gstin-wrong': EXIT.usage,
  'period-wrong': EXIT.usage,
  'turnover-wrong': EXIT.usage,
  'environment-wrong': EXIT.usage,
  'word-not-typed': EXIT.usage,
  'otp-not-typed': EXIT.usage,
  'keys-not-typed': EXIT.usage,
  'confirmation-missing': EXIT.usage,
  'facts-missing': EXIT.usage,
  'return-not-named': EXIT.usage,
  'table-unknown': EXIT.usage,
  'bad-request': EXIT.usage,
  'sign-in-needed': EXIT.signIn,
  'session-short': EXIT.signIn,
  'outcome-unknown': EXIT.unknown,
  'agent-went-away': EXIT.unknown,
  interrupted: EXIT.interrupted,
}

export const exitOfProblem = ({ code }: Problem): number => BY_PROBLEM[code] ?? EXIT.problems

/** Stages in which something is under way whose end is not known. */
const OPEN: readonly Stage[] = ['saving', 'resetting', 'preparing', 'filing', 'accepted']
export const isOpen = ({ stage }: Pick<ReturnView, 'stage'>): boolean => OPEN.includes(stage)

/** How the last act of a return ended. */
export function exitOfAct(view: ReturnView): number {
  if (view.work?.waitingFor === 'sign-in') return EXIT.signIn
  if (isOpen(view)) return EXIT.unknown
  return view.refusal === undefined ? EXIT.done : EXIT.problems
}

/** Clean only when the portal holds everything the sheets hold. */
export function exitOfReturn(view: ReturnView): number {
  const act = exitOfAct(view)
  if (act !== EXIT.done) return act
  const incomplete =
    view.verdict.length > 0 ||
    (view.heldBack.length > 0 && !view.leftOut) ||
    view.readBack === 'different'
  return incomplete ? EXIT.problems : EXIT.done
}
