// One seed: a life of acts, crashes and faults, then a healthy portal and rest, then the invariants; and at the end the return
// can still be filed.
import { fastPace } from '../../../agent/portal/practice/pace.ts'
import { violationsOf, type Violation } from '../invariants.ts'
import type { History } from '../history.ts'
import { ACTS, fileWith, prepare, requestEvc, review, save, signIn, tellNotFiled } from './acts.ts'
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

/** The portal is well again, nobody dies, and whoever must sign in does. */
async function quiet(rehearsal: Rehearsal): Promise<void> {
  const { world } = rehearsal
  rehearsal.told.push('all is well again')
  rehearsal.mortality = 0
  rehearsal.life.mortal.disarm()
  world.practice.admin('DELETE /faults')
  world.wire.unreachable = 0
  world.pace = fastPace
  // What travels still, arrives.
  world.clock.pass(60 * 60_000)
  for (let i = 0; i < 20; i += 1) {
    const { work, stage } = await rehearsal.settled()
    if (work === undefined) return
    if (work.waitingFor === 'sign-in') await signIn(rehearsal)
    else if (stage === 'filing') {
      world.clock.pass(60 * 60_000)
      await rehearsal.settled()
      if (rehearsal.filed() === undefined) return
    }
  }
}

/** From wherever it stands a user can still get the return filed: save all, prepare, review, sign. */
async function finish(rehearsal: Rehearsal): Promise<void> {
  const { world, key } = rehearsal
  rehearsal.told.push('and it is filed')
  // Whoever changed the data on the portal must mend it there; that is not simulated.
  if (rehearsal.touchedByOthers) return
  let mended = false
  for (let i = 0; i < 20; i += 1) {
    const { stage, work, heldBack, leftOut } = await rehearsal.settled()
    rehearsal.told.push(`  at ${stage}`)
    if (stage === 'filed' || stage === 'filedElsewhere') return
    world.clock.pass(MINUTE)
    await signIn(rehearsal)
    if (stage === 'filing') {
      world.clock.pass(40 * MINUTE)
      await tellNotFiled(rehearsal)
    } else if (stage === 'accepted' || work !== undefined) continue
    else if (!mended) {
      await save(rehearsal, EVERYTHING)
      mended = true
    } else if (stage === 'ready' || stage === 'otpRequested') {
      if (heldBack.length > 0 && !leftOut) {
        await rehearsal.did(({ filing }) => filing.leaveOut(key, heldBack))
      }
      // So many OTPs are not asked for at a time.
      world.clock.pass(6 * MINUTE)
      if (!(await review(rehearsal))) throw new Error('sheets and portal do not tie')
      await requestEvc(rehearsal)
      await fileWith(rehearsal, rehearsal.reviewed.at(-1) ?? '')
    } else await prepare(rehearsal)
  }
  throw new Error('the return could not be filed any more')
}

const MINUTE = 60_000
/** A workbook with every sheet that any of them has. */
const EVERYTHING = 5
