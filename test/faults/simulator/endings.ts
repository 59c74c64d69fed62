// How every simulated life ends: the portal is well again, what is open comes to rest, and the return can still be filed.
import { fastPace } from '../../../agent/portal/practice/pace.ts'
import { fileWith, prepare, requestEvc, review, save, signIn, tellNotFiled } from './acts.ts'
import type { Rehearsal } from './rehearsal.ts'

/** The portal is well again, nobody dies, and whoever must sign in does. */
export async function quiet(rehearsal: Rehearsal): Promise<void> {
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
export async function finish(rehearsal: Rehearsal): Promise<void> {
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
