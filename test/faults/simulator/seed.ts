// One seed: a life of acts, crashes and faults, then a healthy portal and rest, then the invariants; and at the end the return
// can still be filed.
import { violationsOf, type Violation } from '../invariants.ts'
import type { History } from '../history.ts'
import { ACTS, signIn } from './acts.ts'
import { finish, quiet } from './endings.ts'
import { below, randomFrom, weighted } from './random.ts'
import { Rehearsal } from './rehearsal.ts'
import type { World } from './world.ts'

export interface SeedResult {
  readonly seed: number
  readonly violations: readonly Violation[]
  /** In words, for whoever looks into a failure. */
  readonly told: readonly string[]
  readonly diedAt: readonly string[]
  readonly history: History | undefined
}

const WEIGHTS = Object.fromEntries(
  Object.entries(ACTS).map(([name, { weight }]) => [name, weight]),
) as Readonly<Record<keyof typeof ACTS, number>>

/** `trial` numbers the taxpayer in its world. */
export async function runSeed(world: World, seed: number, trial: number): Promise<SeedResult> {
  const random = randomFrom(seed)
  world.begin(random)
  const rehearsal = new Rehearsal(world, random, trial)
  const { told, diedAt } = rehearsal
  let history: History | undefined
  try {
    await rehearsal.start()
    await signIn(rehearsal)
    rehearsal.mortality = random() < 0.25 ? 0 : 0.12
    const acts = 6 + below(random, 14)
    for (let i = 0; i < acts; i += 1) {
      const name = weighted(random, WEIGHTS)
      told.push(name)
      await ACTS[name].act(rehearsal)
      const chance = random()
      if (chance < 0.4) await rehearsal.settled()
      else if (chance < 0.7) await rehearsal.look()
      told.push(`  last seen ${JSON.stringify(rehearsal.seen.at(-1)?.view.stage)}`)
    }
    await quiet(rehearsal)
    if (random() < 0.3) await finish(rehearsal)
    await rehearsal.end()
    history = await rehearsal.history(true)
    return { seed, violations: violationsOf(history), told, diedAt, history }
  } catch (error) {
    const because = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const thrown = { id: 'I0', says: 'every life comes to its end', because }
    return { seed, violations: [thrown], told, diedAt, history: await rehearsal.history(false) }
  }
}
