// Opens the practice portal without listening: a simulator, or the servers of start.ts, hand it requests.
import { setTimeout } from 'node:timers/promises'
import { administer } from './admin.ts'
import type { Outgoing } from './answers.ts'
import { practiceOtps } from './credentials.ts'
import { answerTo, type HttpRequest, type World } from './exchange.ts'
import { makeFaults } from './fault-orders.ts'
import { openLedger } from './ledger.ts'
import { makeLimiter } from './limiter.ts'
import { humanPace } from './pace.ts'
import type { Portal, Settings } from './portal.ts'

export interface OpenOptions extends Partial<Settings> {
  /** The ledger's file; `:memory:` keeps nothing. */
  readonly file: string
  now(): Date
  random(): number
  newId(): string
  /** How faults let time pass; real timers where it is left out. */
  wait?(milliseconds: number): Promise<void>
}

export interface OpenPractice extends World {
  /** A `drip` is over when it comes, by the clock of `wait`; a `cut` says so in its `delivery`. */
  answer(request: HttpRequest): Promise<Outgoing>
  /** The side door, by method and address: `admin('POST /faults', {…})`. Throws where it is not taken. */
  admin(name: string, input?: unknown): unknown
  close(): void
}

export function openPractice(options: OpenOptions): OpenPractice {
  const ledger = openLedger(options.file)
  const portal: Portal = {
    ledger,
    settings: {
      pace: options.pace ?? humanPace,
      otps: options.otps ?? practiceOtps,
      saves: options.saves ?? 'upsert',
      amounts: options.amounts ?? 'string',
      hsnReport: options.hsnReport ?? 'by-period',
      txpAnswer: options.txpAnswer ?? 'txp',
      originals: options.originals ?? 'trusted',
      nestedReport: options.nestedReport ?? 'flat',
      largeReads: options.largeReads,
      callsPerMinute: options.callsPerMinute,
      bodiesKept: options.bodiesKept ?? 200,
      sessions: options.sessions ?? 5,
    },
    now: () =>
      options.now().getTime() +
      (ledger.one<{ ahead: number }>('select ahead from clock')?.ahead ?? 0),
    random: () => options.random(),
    newId: () => options.newId(),
  }
  const world: World = {
    portal,
    faults: makeFaults(),
    limiter: makeLimiter(portal),
    wait: options.wait?.bind(options) ?? ((milliseconds) => setTimeout(milliseconds)),
  }
  return {
    ...world,
    async answer(request) {
      const answer = await answerTo(world, request)
      if (answer === 'hang-up' || answer.delivery?.kind !== 'drip') return answer
      const { delivery, ...whole } = answer
      await world.wait(delivery.pieces * delivery.every)
      return whole
    },
    admin(name, input = {}) {
      const done = administer(world, name, input)
      if (!done) throw new Error(`There is no ${name}.`)
      return done.result
    },
    close: () => {
      ledger.close()
    },
  }
}
