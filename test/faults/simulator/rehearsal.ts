// One return under one seed: the agent's lives, the clock that is moved for them, what the user is shown, and in the end the history.
import { setImmediate } from 'node:timers/promises'
import { practiceOtps } from '../../../agent/portal/practice/credentials.ts'
import { CALLS_A_MINUTE } from '../../../agent/portal/sandbox/sandbox.ts'
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import type { Result } from '../../../templates/problems/problem.ts'
import type { Taxpayer } from '../../../templates/taxpayer.ts'
import { gstin, PERIOD, TAXPAYER } from '../../sheets.ts'
import {
  readJournal,
  readLedger,
  type Held,
  type History,
  type LedgerFiling,
  type Seen,
} from '../history.ts'
import { filedBy } from '../invariants-of-filing.ts'
import { startLife, type AgentLife } from './agent-life.ts'
import { below, type Random } from './random.ts'
import type { World } from './world.ts'

/** Nothing goes on for so many looks at a stretch without getting anywhere. */
const PATIENCE = 3000

export class Rehearsal {
  readonly world: World
  readonly random: Random
  readonly taxpayer: Taxpayer
  readonly key: { environment: 'practice'; gstin: Taxpayer['gstin']; period: typeof PERIOD }
  /** What was done, in words, for whoever reads a failure. */
  readonly told: string[] = []
  readonly diedAt: string[] = []
  readonly seen: Seen[] = []
  readonly reviewed: string[] = []
  readonly confirmations: string[] = []
  signedOnPortal = false
  touchedByOthers = false
  /** By section; not there where nobody knows what the portal holds. */
  expected: Readonly<Record<string, readonly Held[]>> = NOTHING
  /** How likely a life is to end before its next 40 points. */
  mortality = 0
  readonly #faults: string[] = []
  readonly #since: number
  #life: AgentLife | undefined

  constructor(world: World, random: Random, trial: number) {
    this.world = world
    this.random = random
    const letters = String.fromCharCode(65 + Math.floor(trial / 26), 65 + (trial % 26))
    this.taxpayer = {
      ...TAXPAYER,
      gstin: gstin(`29A${letters}PN4827F1Z`),
      username: `user.${trial}`,
      signatoryPan: SIGNATORY,
    }
    this.key = { environment: 'practice', gstin: this.taxpayer.gstin, period: PERIOD }
    // A list that holds other filings can say that this one is not there; an empty one says nothing.
    if (random() < 0.7) {
      world.practice.admin('POST /filings', { gstin: this.key.gstin, period: EARLIER })
    }
    this.#since = this.#lastEvent()
  }

  get life(): AgentLife {
    if (this.#life === undefined) throw new Error('not started')
    return this.#life
  }

  async start(): Promise<void> {
    this.#life = await startLife(this.world)
    this.#risk()
    await this.drive(this.life.filing.resume())
  }

  async restart(): Promise<void> {
    const { life } = this
    life.mortal.disarm()
    await this.drive(life.stop())
    this.#faults.push(...life.faults)
    await this.start()
  }

  async end(): Promise<void> {
    const { life } = this
    life.mortal.disarm()
    await this.drive(life.stop())
    this.#faults.push(...life.faults)
  }

  /** Draws whether the present life is to end soon. */
  #risk(): void {
    if (this.mortality > 0 && this.random() < this.mortality) {
      this.life.mortal.arm(1 + below(this.random, 40))
    }
  }

  /** An act of the user: the clock goes on until it is answered. Nothing where the agent died under it; then it lives again. */
  async ask<T>(act: (life: AgentLife) => Promise<T>): Promise<T | undefined> {
    this.#risk()
    const answer = await this.drive(act(this.life))
    return answer === DIED ? undefined : answer
  }

  /** As `ask`, for acts that can be refused. */
  async did<T>(act: (life: AgentLife) => Promise<Result<T>>): Promise<T | undefined> {
    const result = await this.ask(act)
    if (result?.ok === false) this.told.push(`  refused: ${result.problem.code}`)
    return result?.ok ? result.value : undefined
  }

  async drive<T>(act: Promise<T>): Promise<T | typeof DIED> {
    let ended: { value: T } | { error: unknown } | undefined
    act.then(
      (value) => (ended = { value }),
      (error: unknown) => (ended = { error }),
    )
    const { clock } = this.world
    for (let turn = 0; turn < PATIENCE; turn += 1) {
      await setImmediate()
      if (this.life.mortal.dead) {
        await this.#revive()
        return DIED
      }
      if (ended !== undefined) {
        if ('error' in ended) throw ended.error
        return ended.value
      }
      if (clock.someoneSleeps) clock.passToNext()
    }
    throw new Error('an act of the user never ended')
  }

  async #revive(): Promise<void> {
    const point = await this.life.mortal.died
    this.diedAt.push(point)
    this.told.push(`  died at ${point}`)
    this.#faults.push(...this.life.faults)
    await this.start()
  }

  /** Time goes by, and whoever wakes up meanwhile does what they do. */
  async pass(milliseconds: number): Promise<void> {
    const { clock } = this.world
    const until = clock.now().getTime() + milliseconds
    for (let turn = 0; turn < PATIENCE; turn += 1) {
      await setImmediate()
      if (this.life.mortal.dead) await this.#revive()
      const next = clock.nextWaking()
      if (next === undefined || next > until) break
      clock.passToNext()
    }
    clock.pass(Math.max(0, until - clock.now().getTime()))
  }

  /** Lets the agent work until it is done, waits for the user, or only asks what became of a filing; looks now and then. */
  async settled(): Promise<ReturnView> {
    const { clock } = this.world
    for (let turn = 0; turn < PATIENCE; turn += 1) {
      await setImmediate()
      if (this.life.mortal.dead) await this.#revive()
      else if (clock.someoneSleeps && !this.#filingIsLost()) {
        if (this.random() < 0.2) await this.look()
        clock.passToNext()
      } else {
        const view = await this.look()
        if (view !== undefined) return view
      }
    }
    throw new Error(`work never ends: ${JSON.stringify(this.seen.at(-1)?.view)}`)
  }

  #filingIsLost(): boolean {
    const lost = "select 1 from operation where gstin = ? and kind = 'FILE' and state = 'UNKNOWN'"
    return this.world.journal().prepare(lost).get(this.key.gstin) !== undefined
  }

  async look(): Promise<ReturnView | undefined> {
    const filed = this.filed()
    const after = this.#lastEvent()
    const asleep = this.world.clock.someoneSleeps && this.world.wire.travelling === 0
    const view = await this.drive(this.life.filing.state(this.key))
    if (view === DIED) return undefined
    this.seen.push({ view, filed, after, asleep })
    if (view.stage === 'draft' && view.empty) this.expected = NOTHING
    return view
  }

  /** What the portal has filed by now, asked behind the agent's back. */
  filed(): Seen['filed'] {
    const [found] = this.#filings()
    return found && (filedBy(found.body) === undefined ? 'by others' : 'by us')
  }

  /** Of this return only: a world that has seen many is slow to list them all. */
  #filings(): Pick<LedgerFiling, 'arn' | 'body'>[] {
    return this.world.practice.portal.ledger
      .all<{ arn: string; body: string }>(
        'select arn, body from filing where gstin = ? and period = ?',
        this.key.gstin,
        this.key.period,
      )
      .map(({ arn, body }) => ({ arn, body: JSON.parse(body) as LedgerFiling['body'] }))
  }

  #lastEvent(): number {
    const { ledger } = this.world.practice.portal
    return ledger.one<{ seq: number | null }>('select max(seq) as seq from event')?.seq ?? 0
  }

  async history(atRest: boolean): Promise<History> {
    const { rows, text } = readJournal(this.world.journal(), this.key)
    // What of a refused save is there and what not, nobody knows without asking.
    const partly = rows.operations.some(
      ({ kind, state }) => kind === 'SAVE' && !['DONE', 'DONE_WITH_ERRORS'].includes(state),
    )
    return {
      environment: 'practice',
      journal: rows,
      ledger: await readLedger(
        (name, input) =>
          name === 'GET /filings' ? this.#filings() : this.world.practice.admin(name, input),
        this.key,
        this.#since,
      ),
      seen: this.seen,
      confirmations: this.confirmations,
      signedOnPortal: this.signedOnPortal,
      touchedByOthers: this.touchedByOthers,
      sheets: partly ? {} : this.expected,
      atRest,
      secrets: [
        { name: 'OTP', text: practiceOtps.evc },
        { name: 'PAN', text: SIGNATORY },
      ],
      written: text,
      perMinute: CALLS_A_MINUTE.live,
      faults: [...this.#faults, ...this.life.faults],
    }
  }
}

const EARLIER = '092026'
const NOTHING = { b2b: [], doc_issue: [] }
const DIED = Symbol('died')
export const SIGNATORY = 'QWXPZ7391K'
