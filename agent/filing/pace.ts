// How patiently each environment's portal is asked.

/** How patiently an environment is asked. Milliseconds. */
export interface Pace {
  /** Wait before the first status poll; each later wait is longer by `factor`, up to `longest`. */
  readonly firstPoll: number
  readonly factor: number
  readonly longest: number
  /** Waits between questions for the ARN; the last one repeats. */
  readonly confirm: readonly number[]
  /** Before a call that did not leave, or was lost, is tried again; doubled up to `longestRetry`. */
  readonly retry: number
  readonly longestRetry: number
  /** Work that the portal has not ended after `slowAfter` is asked for only every `slowPoll`. */
  readonly slowAfter: number
  readonly slowPoll: number
  /** After sending, a filing may still travel for so long: the EVC's life and a margin. */
  readonly fence: number
}

const MINUTE = 60_000

/** Sandbox's advice is 10–15 s a poll, and every poll is paid for. */
export const REAL_PACE: Pace = {
  firstPoll: 5_000,
  factor: 1.6,
  longest: 30_000,
  confirm: [
    5_000,
    15_000,
    45_000,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    60 * MINUTE,
  ],
  retry: 2_000,
  longestRetry: MINUTE,
  slowAfter: 30 * MINUTE,
  slowPoll: 10 * MINUTE,
  fence: 30 * MINUTE,
}

/** The practice portal answers in seconds and costs nothing. */
export const PRACTICE_PACE: Pace = {
  firstPoll: 700,
  factor: 1.2,
  longest: 2_000,
  confirm: [1_000, 2_000, 3_000, 5_000, 10_000, 30_000, MINUTE],
  retry: 1_000,
  longestRetry: 8_000,
  slowAfter: 2 * MINUTE,
  slowPoll: 30_000,
  fence: 12 * MINUTE,
}
