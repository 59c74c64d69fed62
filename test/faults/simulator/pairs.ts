// Two portal faults along one filing: every fault of one call together with every fault of another, and twice the same.
import type { FaultMode } from '../../../agent/portal/practice/faults.ts'
import { violationsOf } from '../invariants.ts'
import { save, signIn } from './acts.ts'
import { finish, quiet } from './endings.ts'
import { CALLS, modesOf } from './portal-faults.ts'
import { randomFrom } from './random.ts'
import { Rehearsal } from './rehearsal.ts'
import { openWorld, type World } from './world.ts'

export type Fault = readonly [call: string, mode: FaultMode]

const FAULTS: readonly Fault[] = CALLS.filter((call) => call !== 'reset').flatMap((call) =>
  modesOf(call).map((mode) => [call, mode] as const),
)
export const PAIRS: readonly (readonly [Fault, Fault])[] = FAULTS.flatMap((one, i) =>
  FAULTS.slice(i).map((other) => [one, other] as const),
)

const PAIRS_A_WORLD = 20

/** As many of them as asked for, evenly spread; what breaks, in words. */
export async function runPairs(limit: number): Promise<{ pairs: number; failures: string[] }> {
  const count = Math.min(limit, PAIRS.length)
  const failures: string[] = []
  for (let from = 0; from < count; from += PAIRS_A_WORLD) {
    const world = openWorld()
    for (let i = from; i < Math.min(from + PAIRS_A_WORLD, count); i += 1) {
      const pair = PAIRS[Math.floor((i * PAIRS.length) / count)]
      if (pair !== undefined) failures.push(...(await runPair(world, pair, i - from)))
    }
    world.close()
  }
  return { pairs: count, failures }
}

async function runPair(world: World, pair: readonly [Fault, Fault], trial: number) {
  const random = randomFrom(1)
  world.begin(random)
  const rehearsal = new Rehearsal(world, random, trial)
  try {
    await rehearsal.start()
    await signIn(rehearsal)
    await save(rehearsal, 1)
    await rehearsal.settled()
    for (const [call, mode] of pair) {
      world.practice.admin('POST /faults', { call, mode, times: 1 })
    }
    await save(rehearsal, 2)
    await finish(rehearsal)
    await quiet(rehearsal)
    await rehearsal.end()
    return violationsOf(await rehearsal.history(true)).map(
      ({ id, because }) => `${pair.flat().join(' ')}: ${id} ${because}`,
    )
  } catch (error) {
    return [`${pair.flat().join(' ')}: ${String(error)}\n${rehearsal.told.join('\n')}`]
  }
}
