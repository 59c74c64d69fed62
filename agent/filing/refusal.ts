// An outcome that is no success, as a problem in the user's words.
import type { Gstin } from '../../templates/identifiers.ts'
import type { PortalOperation } from '../../templates/problems/portal-codes.ts'
import { refuse, type Problem } from '../../templates/problems/problem.ts'
import type { Outcome } from '../portal/portal.ts'
import type { Tools } from './tools.ts'
import { portalProblem } from './verdict.ts'

export type Failure = Exclude<Outcome<unknown>, { kind: 'answer' }>

/** The same of a call with a session: one that is over is forgotten, and the user must sign in again. */
export async function refusalInSession(
  { sessions }: Pick<Tools, 'sessions'>,
  gstin: Gstin,
  outcome: Failure,
  operation: PortalOperation,
): Promise<{ ok: false; problem: Problem }> {
  const isOver = await sessions.ended(gstin, outcome)
  return isOver ? refuse('sign-in-needed', { gstin }) : refusalOf(outcome, operation)
}

export function refusalOf(
  outcome: Failure,
  operation: PortalOperation,
): { ok: false; problem: Problem } {
  switch (outcome.kind) {
    case 'refused':
      return { ok: false, problem: portalProblem(operation, outcome.code, outcome.message) }
    case 'not-sent':
      return outcome.seconds === undefined
        ? refuse('portal-unreachable', { reason: outcome.reason })
        : refuse('portal-limit', { seconds: outcome.seconds })
    case 'denied':
      return refuse('portal-access', {
        message: outcome.message,
        transaction: outcome.evidence.transaction,
      })
    case 'slow-down':
      return refuse('portal-limit', { seconds: outcome.seconds })
    case 'unknown':
      return refuse('portal-down', { reason: outcome.reason })
  }
}
