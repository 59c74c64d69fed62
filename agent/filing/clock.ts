// Time as the filing code sees it, so that tests can hold it.

export interface Clock {
  now(): Date
  /** Ends early, without an error, when the signal fires. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const end = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      signal.addEventListener('abort', end)
    }),
}

/** How patiently an environment is asked. Milliseconds. */
export interface Pace {
  /** Wait before the first status poll; each later wait is longer by `factor`, up to `longest`. */
  readonly firstPoll: number
  readonly factor: number
  readonly longest: number
  /** Waits between questions for the ARN; the last one repeats. */
  readonly confirm: readonly number[]
  /** Before a call that did not leave, or was lost, is tried again. */
  readonly retry: number
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
  retry: 5_000,
  fence: 30 * MINUTE,
}

/** The practice portal answers in seconds and costs nothing. */
export const PRACTICE_PACE: Pace = {
  firstPoll: 700,
  factor: 1.2,
  longest: 2_000,
  confirm: [1_000, 2_000, 3_000, 5_000, 10_000, 30_000, MINUTE],
  retry: 1_000,
  fence: 12 * MINUTE,
}
