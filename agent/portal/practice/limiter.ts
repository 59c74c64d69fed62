// Sandbox's own limit on calls: so many in each minute of its clock, told in the headers of every answer.
import type { HttpAnswer } from './answers.ts'
import type { Portal } from './portal.ts'

const MINUTE_MS = 60_000

export interface Limiter {
  /** Counts a call. What the answer's headers say of it, and whether the call is one too many. */
  count(): { readonly exceeded: boolean; readonly headers: HttpAnswer['headers'] }
}

/** Counts live in memory: a restarted portal has none. */
export function makeLimiter({ settings: { callsPerMinute }, now }: Portal): Limiter {
  let minute = 0
  let calls = 0
  return {
    count() {
      if (callsPerMinute === undefined) return { exceeded: false, headers: {} }
      const current = Math.floor(now() / MINUTE_MS)
      if (current !== minute) calls = 0
      minute = current
      calls += 1
      const exceeded = calls > callsPerMinute
      const seconds = String(Math.ceil(((current + 1) * MINUTE_MS - now()) / 1000))
      return {
        exceeded,
        headers: {
          'x-ratelimit-limit': String(callsPerMinute),
          'x-ratelimit-remaining': String(Math.max(0, callsPerMinute - calls)),
          'x-ratelimit-reset': seconds,
          ...(exceeded && { 'retry-after': seconds }),
        },
      }
    },
  }
}
