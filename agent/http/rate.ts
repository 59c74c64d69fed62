// How often one caller may ask: a bucket that refills steadily.

/** `burst` requests at once, then `perSecond`. */
export const RATE = { burst: 30, perSecond: 10 } as const

/** Answers whether one more request of this caller is within the rate. */
export function createRate(now: () => Date): (caller: string) => boolean {
  const buckets = new Map<string, { left: number; at: number }>()
  return (caller) => {
    const at = now().getTime()
    const bucket = buckets.get(caller) ?? { left: RATE.burst, at }
    const refilled = ((at - bucket.at) / 1000) * RATE.perSecond
    const left = Math.min(RATE.burst, bucket.left + Math.max(0, refilled))
    buckets.set(caller, { left: left >= 1 ? left - 1 : left, at })
    return left >= 1
  }
}
