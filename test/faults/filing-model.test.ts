// The filing life of a return in any order of acts, restarts, lost answers and hours: real agent, real HTTP, real journal.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lives } from './filing-life.ts'
import { Life, openPortal, type HeldPortal } from './life.ts'
import type { Model } from './what-holds.ts'

let portal: HeldPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

test('whatever is done in whatever order, a return is filed at most once, as it was reviewed, and truly told', async () => {
  const reached = new Set<string>()
  let trial = 0
  await fc.assert(
    fc.asyncProperty(lives, async (commands) => {
      await portal.ledger.noFaults()
      const real = new Life(portal, (trial += 1))
      try {
        await real.start()
        await real.signIn()
        const since = (await portal.ledger.events()).at(-1)?.seq ?? 0
        const model: Model = {
          sheets: [],
          saved: [],
          before: undefined,
          reviewed: undefined,
          since,
          signedOnPortal: false,
          lost: false,
          stage: 'draft',
          writes: 0,
          reached,
        }
        await fc.asyncModelRun(() => ({ model, real }), commands)
      } finally {
        await real.end()
      }
    }),
    { numRuns: 25 },
  )
  // Lives that never get far would prove nothing.
  expect([...reached]).toEqual(
    expect.arrayContaining([
      'saved',
      'ready',
      'otpRequested',
      'filing',
      'filed',
      'undone',
      'stopped',
    ]),
  )
})
