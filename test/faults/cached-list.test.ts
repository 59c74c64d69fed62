// A lost filing, and nobody signed in: the public list of filings tells, and only as it is now, not as it was told before.
import { afterAll, expect, test } from 'vitest'
import { fileWith, prepare, requestEvc, review, save, signIn } from './simulator/acts.ts'
import { randomFrom } from './simulator/random.ts'
import { Rehearsal } from './simulator/rehearsal.ts'
import { openWorld } from './simulator/world.ts'

const world = openWorld()
afterAll(() => world.close())

test('the ARN is found in the public list without a session', async () => {
  world.begin(randomFrom(1))
  const rehearsal = new Rehearsal(world, randomFrom(1), 0)
  await rehearsal.start()
  await signIn(rehearsal)
  await save(rehearsal, 0)
  await rehearsal.settled()
  await prepare(rehearsal)
  await rehearsal.settled()
  await review(rehearsal)
  await requestEvc(rehearsal)
  world.practice.admin('POST /faults', { call: 'file', mode: 'drop-after' })
  await fileWith(rehearsal, rehearsal.reviewed.at(-1) ?? '')
  await rehearsal.ask(({ sessions }) => sessions.signOut(rehearsal.key.gstin))
  expect(rehearsal.filed()).toBe('by us')
  await rehearsal.pass(60 * 60_000)
  expect(await rehearsal.look()).toMatchObject({ stage: 'filed' })
  await rehearsal.end()
})
