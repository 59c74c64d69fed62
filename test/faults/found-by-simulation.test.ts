// What the simulator found out, each told by itself.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MovedByAnother } from '../../agent/store/journal.ts'
import { openDatabase } from '../../agent/store/database.ts'
import { createJournal } from '../../agent/store/journal.ts'
import { violationsOf } from './invariants.ts'
import { save, signIn } from './simulator/acts.ts'
import { randomFrom } from './simulator/random.ts'
import { Rehearsal } from './simulator/rehearsal.ts'
import { WORKBOOKS } from './simulator/workbooks.ts'
import { openWorld, type World } from './simulator/world.ts'

/** Both sheets, and the same without any series of documents. */
const [EMPTY, SERIES] = [7, 5]

let world: World
let rehearsal: Rehearsal
beforeEach(async () => {
  world = openWorld()
  world.begin(randomFrom(1))
  rehearsal = new Rehearsal(world, randomFrom(1), 0)
  await rehearsal.start()
  await signIn(rehearsal)
})
afterEach(() => world.close())

test.each(['drop-after', 'lost-reference'])(
  'a reset whose answer is lost (%s) is not taken for refused while the portal still works on it',
  async (mode) => {
    world.pace = { ...world.pace, queue: 20_000, work: 30_000 }
    await save(rehearsal, 0)
    await rehearsal.settled()
    world.practice.admin('POST /faults', { call: 'reset', mode })
    await rehearsal.did(({ filing }) => filing.reset(rehearsal.key, 'RESET'))
    expect(await rehearsal.settled()).toMatchObject({ stage: 'draft', empty: true })
    expect(violationsOf(await rehearsal.history(true))).toEqual([])
  },
)

test('a proceed whose answer is lost is not taken for done while the portal still works on it', async () => {
  world.pace = { ...world.pace, queue: 20_000, work: 30_000 }
  await save(rehearsal, 0)
  await rehearsal.settled()
  world.practice.admin('POST /faults', { call: 'proceed', mode: 'drop-after' })
  await rehearsal.did(({ filing }) => filing.prepare(rehearsal.key))
  await rehearsal.settled()
  await save(rehearsal, 1)
  await rehearsal.settled()
  expect(violationsOf(await rehearsal.history(true))).toEqual([])
})

test('the removals that a plan shows add up to the number that must be typed', async () => {
  await save(rehearsal, SERIES)
  await rehearsal.settled()
  const { docs, invoices } = { docs: WORKBOOKS[6], invoices: WORKBOOKS[EMPTY] }
  const blocks = [...(invoices?.blocks ?? []), ...(docs?.blocks.slice(1) ?? [])]
  const plan = await rehearsal.did(({ filing }) => filing.plan({ ...rehearsal.key, blocks }))
  expect(plan?.sections.map(({ section, removed }) => [section, removed.count])).toEqual([
    ['b2b', 1],
    ['doc_issue', 1],
  ])
  const saved = await rehearsal.ask(({ filing }) =>
    filing.save(rehearsal.key, { plan: plan?.plan ?? '', removals: 2 }),
  )
  expect(saved).toMatchObject({ ok: true })
})

test('a remark on an operation that was moved meanwhile is not written into its story', async () => {
  const opened = await openDatabase(world.journalFile)
  if (!opened.ok) throw new Error(opened.problem.code)
  let ids = 0
  const journal = createJournal(opened.value, {
    now: () => world.clock.now(),
    newId: () => `own-${(ids += 1)}`,
  })
  const [intent] = await journal.intend(rehearsal.key, [
    { kind: 'FILE', snapshot: undefined, body: '{}' },
  ])
  if (intent === undefined) throw new Error('no intent')
  const lost = await journal.move(await journal.move(intent, 'send'), 'lost')
  await journal.move(lost, 'give-up')
  await expect(journal.remark(lost, 'not-listed', 'negative 1')).rejects.toThrow(MovedByAnother)
  await opened.value.destroy()
})
