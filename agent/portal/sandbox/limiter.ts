// How fast Sandbox may be asked: below what it grants, slower after a 429, and never again before the time it names.

export interface Limiter {
  /**
   * Takes a call's place in the budget and gives 0, or gives the milliseconds after which to ask again. What a person
   * waits for (`urgent`) may use the last fifth, which polling leaves alone.
   */
  take(urgent: boolean): number
  /** Learns from an answer's headers what is left. */
  heard(headers: Headers): void
  /** A 429: halves the pace. Gives the seconds to wait: what the portal says, else longer every time, with some chance. */
  slowDown(headers: Headers): number
}

type Headers = Readonly<Record<string, unknown>>

const MINUTE = 60_000
/** Of the limit that Sandbox grants, so that other software of the same key has room. */
const SHARE = 0.8
const BURST = 10
const RESERVED = 0.2
/** Beyond an hour a wait is no wait. Seconds. */
const LONGEST_WAIT = 3600
const LONGEST_BACKOFF = 60
const RECOVERY = 1.05

/** `perMinute`: calls that are granted, until an answer's headers say otherwise; undefined where nobody counts. */
export function createLimiter(tools: {
  perMinute: number | undefined
  now: () => number
  random: () => number
}): Limiter {
  let granted = tools.perMinute
  /** Of the granted pace, after 429s. */
  let share = 1
  let tokens = BURST
  let filledAt = tools.now()
  let closedUntil = 0
  let quietSince = tools.now()
  let refusals = 0

  function refill(): void {
    const now = tools.now()
    if (granted === undefined) tokens = BURST
    else tokens = Math.min(BURST, tokens + ((now - filledAt) / MINUTE) * pace())
    filledAt = now
    while (share < 1 && now - quietSince >= MINUTE) {
      quietSince += MINUTE
      share = Math.min(1, share * RECOVERY)
    }
  }

  const pace = (): number => Math.max(1, (granted ?? 0) * SHARE * share)

  return {
    take(urgent) {
      refill()
      const now = tools.now()
      if (now < closedUntil) return closedUntil - now
      const needed = urgent ? 1 : 1 + BURST * RESERVED
      if (tokens < needed) return Math.ceil(((needed - tokens) / pace()) * MINUTE)
      tokens -= 1
      return 0
    },

    heard(headers) {
      refusals = 0
      const limit = Number(headers['x-ratelimit-limit'])
      if (limit > 0) granted = limit
      const reset = secondsUntilReset(headers, tools.now())
      const left = headers['x-ratelimit-remaining']
      if (left !== undefined && Number(left) <= 0 && reset !== undefined) {
        closedUntil = tools.now() + reset * 1000
      }
    },

    slowDown(headers) {
      refill()
      refusals += 1
      share = Math.max(0.05, share / 2)
      quietSince = tools.now()
      const after = Number(headers['retry-after'])
      const told = after > 0 ? after : secondsUntilReset(headers, tools.now())
      const doubling = Math.min(LONGEST_BACKOFF, 2 ** (refusals - 1))
      const seconds = Math.min(told ?? doubling * (1 + tools.random() / 2), LONGEST_WAIT)
      closedUntil = Math.max(closedUntil, tools.now() + seconds * 1000)
      return seconds
    },
  }
}

/** `X-RateLimit-Reset` is seconds in some sources and a moment since 1970, in seconds or milliseconds, in others. */
function secondsUntilReset(headers: Headers, now: number): number | undefined {
  const reset = Number(headers['x-ratelimit-reset'])
  if (!(reset > 0)) return undefined
  if (reset <= LONGEST_WAIT) return reset
  const moment = reset > 1e12 ? reset : reset * 1000
  const seconds = (moment - now) / 1000
  return seconds > 0 && seconds <= LONGEST_WAIT ? seconds : undefined
}
