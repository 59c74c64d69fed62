// One return's life as a user leads it, in any order: the acts that the model is made of.
import fc from 'fast-check'
import { expect } from 'vitest'
import type { FaultMode } from '../../agent/portal/practice/faults.ts'
import { practiceOtps } from '../../agent/portal/practice/credentials.ts'
import { BUYERS, PERIOD, row, sheet, type Row } from '../sheets.ts'
import { expectWords } from './engine.ts'
import type { Life } from './life.ts'
import { holds, type Model } from './what-holds.ts'

const SHEETS: readonly (readonly Row[])[] = [
  [row({ inum: 'A-1' })],
  [row({ inum: 'A-1', txval: 2000, val: 2360 }), row({ inum: 'A-2', ctin: BUYERS[1] })],
  [row({ inum: 'A-2', ctin: BUYERS[2] }), row({ inum: 'A-3' })],
]
abstract class Act implements fc.AsyncCommand<Model, Life, true> {
  check(): Promise<boolean> {
    return Promise.resolve(true)
  }

  async run(model: Model, life: Life): Promise<void> {
    await this.act(model, life)
    await holds(model, life)
  }

  protected abstract act(model: Model, life: Life): Promise<void>
  abstract toString(): string
}

class SignIn extends Act {
  act(_: Model, life: Life): Promise<void> {
    return life.signIn()
  }

  toString = () => 'sign in'
}

class Save extends Act {
  readonly which: number

  constructor(which: number) {
    super()
    this.which = which
  }

  async act(model: Model, life: Life): Promise<void> {
    const rows = SHEETS[this.which] ?? []
    const { filing } = life.engine
    const plan = await filing.plan({ ...life.key, blocks: sheet(rows) })
    if (!plan.ok) return expectWords(plan.problem)
    const removals = plan.value.sections.reduce((sum, { removed }) => sum + removed.count, 0)
    const saved = await filing.save(life.key, { plan: plan.value.plan, removals })
    if (!saved.ok) return expectWords(saved.problem)
    if (plan.value.submissions > 0) model.before = model.saved
    model.saved = rows
    model.sheets = rows
  }

  toString = () => `save sheet ${this.which}`
}

class Undo extends Act {
  async act(model: Model, life: Life): Promise<void> {
    const { filing } = life.engine
    const plan = await filing.planUndo(life.key)
    if (!plan.ok) return expectWords(plan.problem)
    const removals = plan.value.sections.reduce((sum, { removed }) => sum + removed.count, 0)
    const saved = await filing.save(life.key, { plan: plan.value.plan, removals })
    if (!saved.ok) return expectWords(saved.problem)
    const { saved: now, before } = model
    Object.assign(model, { saved: before, before: now })
    model.reached.add('undone')
  }

  toString = () => 'undo the last save'
}

/** Without a session nothing of a save leaves, so all of it can still be stopped. */
class SaveAndStop extends Act {
  async act(model: Model, life: Life): Promise<void> {
    await life.engine.ask('signOut', { gstin: life.key.gstin })
    await new Save(2).act(model, life)
    const stopped = await life.engine.filing.stopSaving(life.key)
    if (stopped.ok) {
      model.saved = undefined
      model.reached.add('stopped')
    } else expectWords(stopped.problem)
    await life.signIn()
  }

  toString = () => 'save, and stop it'
}

class Prepare extends Act {
  async act(_: Model, life: Life): Promise<void> {
    const prepared = await life.engine.filing.prepare(life.key)
    if (!prepared.ok) expectWords(prepared.problem)
  }

  toString = () => 'prepare'
}

class Review extends Act {
  async act(model: Model, life: Life): Promise<void> {
    const review = await life.engine.filing.review(life.key)
    if (!review.ok) return expectWords(review.problem)
    if (model.saved === model.sheets) expect(review.value.ties).toBe(true)
    model.reviewed = review.value.checksum
  }

  toString = () => 'review'
}

class RequestEvc extends Act {
  async act({ reviewed }: Model, life: Life): Promise<void> {
    const sent = await life.engine.filing.requestEvc(life.key, reviewed ?? 'never reviewed')
    if (!sent.ok) expectWords(sent.problem)
  }

  toString = () => 'ask for the OTP'
}

class File extends Act {
  readonly clicks: {
    readonly otp: 'right' | 'wrong'
    readonly times: 1 | 2
    readonly fault: FaultMode | undefined
  }

  constructor(clicks: File['clicks']) {
    super()
    this.clicks = clicks
  }

  async act(model: Model, life: Life): Promise<void> {
    const { otp, times, fault } = this.clicks
    model.lost ||= fault !== undefined
    if (fault !== undefined) await life.portal.ledger.fault({ call: 'file', mode: fault })
    const signing = {
      checksum: model.reviewed ?? 'never reviewed',
      otp: otp === 'right' ? practiceOtps.evc : '000000',
      confirmation: life.key.gstin.slice(-4),
    }
    const click = () => life.engine.filing.file(life.key, signing)
    const results = await Promise.all(Array.from({ length: times }, click))
    for (const result of results) if (!result.ok) expectWords(result.problem)
    expect(results.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
    await life.portal.ledger.noFaults()
  }

  toString = () => `file ${JSON.stringify(this.clicks)}`
}

class NotFiled extends Act {
  async act(_: Model, life: Life): Promise<void> {
    const said = await life.engine.filing.notFiled(life.key, 'NOT FILED')
    if (!said.ok) expectWords(said.problem)
  }

  toString = () => 'say that it is not filed'
}

class SignedOnPortal extends Act {
  async act(model: Model, life: Life): Promise<void> {
    const said = await life.engine.filing.signedOnPortal(life.key)
    if (said.ok) model.signedOnPortal = true
    else expectWords(said.problem)
  }

  toString = () => 'say that it is signed on the portal'
}

/** What the pane would offer next, short of filing. */
class GoOn extends Act {
  async act(model: Model, life: Life): Promise<void> {
    const { stage, work } = await life.engine.filing.state(life.key)
    if (work?.waitingFor === 'sign-in') return new SignIn().act(model, life)
    if (stage === 'draft') return new Save(0).act(model, life)
    if (stage === 'saved') return new Prepare().act(model, life)
    if (stage === 'savedWithErrors') return new Save(1).act(model, life)
    if (stage === 'filing') {
      life.portal.clock.pass(40 * 60_000)
      return new NotFiled().act(model, life)
    }
    if (stage !== 'ready') return
    await new Review().act(model, life)
    await new RequestEvc().act(model, life)
  }

  toString = () => 'go on'
}

class Pass extends Act {
  readonly minutes: number

  constructor(minutes: number) {
    super()
    this.minutes = minutes
  }

  act(_: Model, { portal }: Life): Promise<void> {
    portal.clock.pass(this.minutes * 60_000)
    return Promise.resolve()
  }

  toString = () => `${this.minutes} minutes pass`
}

class FiledElsewhere extends Act {
  async act(_: Model, life: Life): Promise<void> {
    if ((await life.filings()).length > 0) return
    await life.portal.ledger.post('/filings', { gstin: life.key.gstin, period: PERIOD })
  }

  toString = () => 'someone files on the portal'
}

class LoseSession extends Act {
  act(_: Model, { portal }: Life): Promise<void> {
    return portal.ledger.fault({ call: '*', mode: 'session-expired' })
  }

  toString = () => 'the portal ends the session'
}

class Restart extends Act {
  act(_: Model, life: Life): Promise<void> {
    return life.start()
  }

  toString = () => 'restart'
}

const FAULTS: readonly (FaultMode | undefined)[] = [
  undefined,
  'drop-before',
  'drop-after',
  'html-page',
  'too-many',
  'session-expired',
]

const aFiling = fc
  .record({
    otp: fc.constantFrom('right', 'right', 'wrong'),
    times: fc.constantFrom(1, 2),
    fault: fc.constantFrom(...FAULTS),
  } as const)
  .map((clicks) => new File(clicks))

/** Wrong turns are as likely as right ones, but the way to a filing is long, so going on weighs more. */
export const lives = fc.commands(
  [
    fc.nat(SHEETS.length - 1).map((which) => new Save(which)),
    ...Array.from({ length: 8 }, () => fc.constant(new GoOn())),
    fc.constant(new Undo()),
    fc.constant(new SaveAndStop()),
    fc.constant(new Prepare()),
    fc.constant(new Review()),
    fc.constant(new RequestEvc()),
    ...Array.from({ length: 3 }, () => aFiling),
    fc.constant(new SignIn()),
    fc.constant(new NotFiled()),
    fc.constant(new SignedOnPortal()),
    fc.constantFrom(1, 20, 40, 420).map((minutes) => new Pass(minutes)),
    fc.constant(new FiledElsewhere()),
    fc.constant(new LoseSession()),
    fc.constant(new Restart()),
  ],
  { maxCommands: 40, size: 'max' },
)
