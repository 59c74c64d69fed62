// A lost filing, and what the portal's lists of filings prove: as they are now, not as they were told before, and not when they
// are behind.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileWith, prepare, requestEvc, review, save, signIn } from './simulator/acts.ts'
import { randomFrom } from './simulator/random.ts'
import { Rehearsal } from './simulator/rehearsal.ts'
import { openWorld, type World } from './simulator/world.ts'

const MINUTE = 60_000

let world: World
let rehearsal: Rehearsal
beforeEach(() => {
  world = openWorld()
  // Of a taxpayer who has filed before: a list without this return is a list all the same.
  const random = () => 0.5
  world.begin(randomFrom(1))
  rehearsal = new Rehearsal(world, random, 0)
})
afterEach(async () => {
  await rehearsal.end()
  world.close()
})

async function fileAndLoseTheAnswer(): Promise<void> {
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
  expect(rehearsal.filed()).toBe('by us')
}

test('nobody is signed in: the ARN is found in the public list', async () => {
  await fileAndLoseTheAnswer()
  await rehearsal.ask(({ sessions }) => sessions.signOut(rehearsal.key.gstin))
  await rehearsal.pass(60 * MINUTE)
  expect(await rehearsal.look()).toMatchObject({ stage: 'filed' })
})

test('the lists are behind until after the fence: what they do not hold yet is not denied', async () => {
  world.pace = { ...world.pace, track: 48 * MINUTE }
  await fileAndLoseTheAnswer()
  const stages = new Set<string>()
  for (let minutes = 0; minutes < 80; minutes += 5) {
    await rehearsal.pass(5 * MINUTE)
    stages.add((await rehearsal.look())?.stage ?? '')
  }
  expect([...stages]).toEqual(['filing', 'filed'])
})
