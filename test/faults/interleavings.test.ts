// Two things at once, in every order that chance finds: every call to portal and journal waits for its turn, and the turns are drawn.
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { practiceOtps } from '../../agent/portal/practice/credentials.ts'
import { FIGURES } from './figures.ts'
import { violationsOf } from './invariants.ts'
import { prepare, requestEvc, review, save, signIn } from './simulator/acts.ts'
import type { AgentLife } from './simulator/agent-life.ts'
import { randomFrom } from './simulator/random.ts'
import { Rehearsal } from './simulator/rehearsal.ts'
import { WORKBOOKS } from './simulator/workbooks.ts'
import { openWorld } from './simulator/world.ts'

/** A run that is driven wrongly must not hang. */
const PATIENCE = 20_000

/** Does all of it at once, in the order that the scheduler draws, while the clock goes on when nothing else does. */
async function atOnce(
  scheduler: fc.Scheduler,
  { life, world }: Rehearsal,
  acts: readonly ((life: AgentLife) => Promise<unknown>)[],
): Promise<void> {
  life.mortal.between = (point) => scheduler.schedule(Promise.resolve(), point)
  let left = acts.length
  const all = acts.map((act) => act(life).finally(() => (left -= 1)))
  for (let turn = 0; left > 0; turn += 1) {
    if (turn > PATIENCE) throw new Error('the acts never ended')
    await setImmediate()
    if (scheduler.count() > 0) await scheduler.waitOne()
    else if (left > 0 && world.clock.someoneSleeps) world.clock.passToNext()
  }
  life.mortal.between = undefined
  while (scheduler.count() > 0) await scheduler.waitOne()
  await Promise.all(all)
}

async function upToOtp(rehearsal: Rehearsal): Promise<string> {
  await save(rehearsal, 0)
  await rehearsal.settled()
  await prepare(rehearsal)
  await rehearsal.settled()
  await review(rehearsal)
  await requestEvc(rehearsal)
  return rehearsal.reviewed.at(-1) ?? ''
}

const filing =
  ({ key, confirmations }: Rehearsal, checksum: string) =>
  ({ filing: on }: AgentLife) => {
    confirmations.push(checksum)
    return on.file(key, {
      checksum,
      otp: practiceOtps.evc,
      confirmation: key.gstin.slice(-4),
    })
  }

/** Another pane plans and saves a workbook. */
const saving =
  (rehearsal: Rehearsal, which: number) =>
  async ({ filing: on }: AgentLife) => {
    const { key } = rehearsal
    rehearsal.expected = {}
    const plan = await on.plan({ ...key, blocks: WORKBOOKS[which]?.blocks ?? [] })
    if (!plan.ok) return
    const removals = plan.value.sections.reduce((sum, { removed }) => sum + removed.count, 0)
    await on.save(key, { plan: plan.value.plan, removals })
  }

const signingIn =
  ({ taxpayer: { gstin } }: Rehearsal) =>
  async ({ sessions, filing: on }: AgentLife) => {
    await sessions.requestOtp(gstin)
    await sessions.signIn(gstin, practiceOtps.login)
    await on.resume(gstin)
  }

type Scene = (scheduler: fc.Scheduler, rehearsal: Rehearsal) => Promise<void>

const SCENES: readonly (readonly [string, Scene])[] = [
  [
    'a double click on File',
    async (scheduler, one) => {
      const checksum = await upToOtp(one)
      await atOnce(scheduler, one, [filing(one, checksum), filing(one, checksum)])
    },
  ],
  [
    'two panes that save different workbooks',
    (scheduler, one) => atOnce(scheduler, one, [saving(one, 1), saving(one, 2)]),
  ],
  [
    'a sign-in in another pane during a filing',
    async (scheduler, one) => {
      const checksum = await upToOtp(one)
      await atOnce(scheduler, one, [filing(one, checksum), signingIn(one)])
    },
  ],
  [
    'a save while an earlier one is polled',
    async (scheduler, one) => {
      await save(one, 1)
      await atOnce(scheduler, one, [saving(one, 2), ({ filing: on }) => on.prepare(one.key)])
    },
  ],
  [
    'a save in one pane, a filing in the other',
    async (scheduler, one) => {
      const checksum = await upToOtp(one)
      await atOnce(scheduler, one, [saving(one, 2), filing(one, checksum)])
    },
  ],
]

test.each(SCENES)('%s, in whatever order: every invariant holds', async (_, scene) => {
  const world = openWorld()
  let trial = 0
  try {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const random = randomFrom((trial += 1))
        world.begin(random)
        const rehearsal = new Rehearsal(world, random, trial)
        await rehearsal.start()
        await signIn(rehearsal)
        await scene(scheduler, rehearsal)
        await rehearsal.settled()
        await rehearsal.end()
        expect(violationsOf(await rehearsal.history(true))).toEqual([])
      }),
      { numRuns: FIGURES.schedules },
    )
  } finally {
    world.close()
  }
  process.stdout.write(`interleavings: ${trial} of one scene\n`)
})
