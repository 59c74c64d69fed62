// How long to wait before the portal is asked again.
import type { Outcome } from '../portal/portal.ts'
import type { BeingPrepared } from './portal-section.ts'
import type { Tools } from './tools.ts'

/** Milliseconds the portal or our own limiter asks for; undefined where nobody does. */
export function askedToWait(outcome: Outcome<unknown> | BeingPrepared): number | undefined {
  if (outcome.kind === 'being-prepared') return outcome.minutes * 60_000
  const seconds =
    outcome.kind === 'slow-down' || outcome.kind === 'not-sent' ? outcome.seconds : undefined
  return seconds === undefined ? undefined : seconds * 1000
}

/** After `failures` in a row: longer every time, and by chance, so that many do not come back at once. Milliseconds. */
export function backoff(
  { pace, random }: Pick<Tools, 'pace' | 'random'>,
  failures: number,
): number {
  const limit = Math.min(pace.retry * 2 ** failures, pace.longestRetry)
  return pace.retry / 2 + random() * limit
}

/** Before the `count`-th question what became of a write, which the portal lately did in `usual` milliseconds. */
export function pollAfter(
  { pace, random }: Pick<Tools, 'pace' | 'random'>,
  count: number,
  usual: number | undefined,
): number {
  const first = Math.min(Math.max(pace.firstPoll, usual ?? 0), pace.longest)
  const wait = count === 0 ? first : Math.min(pace.firstPoll * pace.factor ** count, pace.longest)
  return wait * (0.9 + random() * 0.2)
}

/** The middle one of what the portal took lately; undefined where it did nothing yet. */
export function usualOf(lately: readonly number[]): number | undefined {
  return [...lately].sort((a, b) => a - b)[Math.floor((lately.length - 1) / 2)]
}
