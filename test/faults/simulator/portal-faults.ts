// What the portal can do to a request, call by call: the fault modes of the practice portal where they make sense, and how long.
import type { FaultMode } from '../../../agent/portal/practice/faults.ts'
import { below, oneOf, type Random } from './random.ts'

export interface FaultOrder {
  readonly call: string
  readonly mode: FaultMode
  readonly times: number
  readonly delay?: number
  readonly retryAfter?: number
  readonly status?: number
  readonly code?: string
}

export const ANY_CALL: readonly FaultMode[] = [
  'drop-before',
  'drop-after',
  'error-before',
  'error-after',
  'cut-json',
  'html-page',
  'empty-body',
  'too-many',
  'session-expired',
]

/** Modes that only one call has, besides those that any has. */
const OWN: Readonly<Record<string, readonly FaultMode[]>> = {
  save: ['lost-reference'],
  reset: ['lost-reference'],
  proceed: ['lost-reference'],
  file: ['lost-acknowledgement'],
  status: ['unknown-status', 'status-goes-back'],
}

/** Refusals that are no lie when the portal says them at any time. */
const REFUSALS: Readonly<Record<string, readonly string[]>> = {
  track: ['RET13510'],
  summary: ['RT_FIL_25'],
  file: ['RT_FIL_25', 'RET09001', 'RET13506', 'RET191251'],
  proceed: ['RET191251'],
  // The second is none of a save's, as far as anybody has written down.
  save: ['RET191251', 'PRACTICE_DOCS'],
  requestOtp: ['AUTH403'],
}

export const CALLS = [
  'save',
  'status',
  'documents',
  'proceed',
  'reset',
  'summary',
  'requestEvc',
  'file',
  'track',
  'requestOtp',
  'verifyOtp',
  'refresh',
  'authenticate',
] as const

export const modesOf = (call: string): readonly FaultMode[] => [...ANY_CALL, ...(OWN[call] ?? [])]

/** Any of them: the gateway's half minute, an answer beyond the client's patience, a filing that arrives minutes later. */
const DELAYS: Readonly<Record<string, readonly number[]>> = {
  file: [0, 0, 29_000, 90_000, 9 * 60_000],
}
const ORDINARY_DELAYS = [0, 0, 0, 0, 29_000, 90_000]

export function orderAny(random: Random): FaultOrder {
  const call = random() < 0.1 ? '*' : oneOf(random, CALLS)
  const refusals = REFUSALS[call]
  if (refusals !== undefined && random() < 0.15) {
    return { call, mode: 'refuse', code: oneOf(random, refusals), times: 1 + below(random, 3) }
  }
  const mode = random() < 0.1 ? oneOf(random, DELAYING) : oneOf(random, modesOf(call))
  const delay = mode === 'session-expired' ? 0 : oneOf(random, DELAYS[call] ?? ORDINARY_DELAYS)
  return {
    call,
    mode,
    times: 1 + below(random, 3),
    ...(delay > 0 && { delay }),
    ...(mode === 'too-many' && random() < 0.7 && { retryAfter: 1 + below(random, 900) }),
    ...(mode.startsWith('error') && { status: oneOf(random, [500, 502, 503, 504]) }),
  }
}

const DELAYING: readonly FaultMode[] = ['delay-before', 'delay-after']
