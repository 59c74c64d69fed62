// The pace of calls: below what is granted, slower after a 429, never again before the time that was named.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLimiter } from '../../../agent/portal/sandbox/limiter.ts'

const MINUTE = 60_000

function limited(perMinute: number | undefined) {
  let now = Date.parse('2026-11-11T06:00:00Z')
  const limiter = createLimiter({ perMinute, now: () => now, random: () => 0 })
  return {
    ...limiter,
    now: () => now,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    /** Waits for its turn; gives the time it got it. */
    call(urgent = true): number {
      for (;;) {
        const wait = limiter.take(urgent)
        if (wait === 0) return now
        now += wait
      }
    },
  }
}

test('calls never exceed what is granted in any minute, however they come', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 500 }),
      fc.array(fc.record({ pause: fc.nat(5000), urgent: fc.boolean() }), { maxLength: 400 }),
      (granted, calls) => {
        const limiter = limited(granted)
        const times = calls.map(({ pause, urgent }) => {
          limiter.pass(pause)
          return limiter.call(urgent)
        })
        for (const start of times) {
          const within = times.filter((time) => time >= start && time < start + MINUTE)
          expect(within.length).toBeLessThanOrEqual(granted)
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('polling leaves the last of the budget to what a person waits for', () => {
  const limiter = limited(100)
  while (limiter.take(false) === 0);
  expect(limiter.take(true)).toBe(0)
})

test('where nobody counts, nobody waits', () => {
  const limiter = limited(undefined)
  for (let i = 0; i < 10_000; i += 1) expect(limiter.take(false)).toBe(0)
})

describe('what the answers tell', () => {
  test('of the limit is believed over what was configured', () => {
    const limiter = limited(500)
    limiter.heard({ 'x-ratelimit-limit': '25' })
    const since = limiter.now()
    for (let i = 0; i < 60; i += 1) limiter.call()
    expect(limiter.now() - since).toBeGreaterThan(2 * MINUTE)
  })

  test.each([
    ['seconds', '20'],
    ['a moment in seconds', String(Date.parse('2026-11-11T06:00:20Z') / 1000)],
    ['a moment in milliseconds', String(Date.parse('2026-11-11T06:00:20Z'))],
  ])('of nothing left closes the door until the reset, in %s', (_, reset) => {
    const limiter = limited(100)
    limiter.heard({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })
    expect(limiter.take(true)).toBe(20_000)
    limiter.pass(20_000)
    expect(limiter.take(true)).toBe(0)
  })
})

describe('a 429', () => {
  test('with a time is obeyed to the second', () => {
    const limiter = limited(100)
    expect(limiter.slowDown({ 'retry-after': '7' })).toBe(7)
    expect(limiter.take(true)).toBe(7000)
  })

  test('without one doubles the wait each time, up to a minute, until an answer comes', () => {
    const limiter = limited(100)
    const waits = Array.from({ length: 8 }, () => limiter.slowDown({}))
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    limiter.heard({})
    expect(limiter.slowDown({})).toBe(1)
  })

  test('halves the pace, which recovers while nothing is refused', () => {
    const pace = (before: (limiter: ReturnType<typeof limited>) => void): number => {
      const limiter = limited(100)
      before(limiter)
      for (let i = 0; i < 10; i += 1) limiter.call()
      const since = limiter.now()
      for (let i = 0; i < 20; i += 1) limiter.call()
      return limiter.now() - since
    }
    const usual = pace(() => undefined)
    const after = pace((limiter) => {
      limiter.slowDown({ 'retry-after': '1' })
      limiter.pass(1000)
    })
    const recovered = pace((limiter) => {
      limiter.slowDown({ 'retry-after': '1' })
      limiter.pass(60 * MINUTE)
    })
    expect(after / usual).toBeCloseTo(2, 0)
    expect(recovered).toBeCloseTo(usual, -3)
  })
})
