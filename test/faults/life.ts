// A taxpayer with an agent of its own and a practice portal, all in this process and on one clock that only the test moves.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { PRACTICE_PACE } from '../../agent/filing/pace.ts'
import type { Tools } from '../../agent/filing/tools.ts'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import { practiceOtps } from '../../agent/portal/practice/credentials.ts'
import { fastPace, type Pace } from '../../agent/portal/practice/pace.ts'
import { startPractice } from '../../agent/portal/practice/start.ts'
import type { ReturnKey } from '../../agent/store/tables.ts'
import type { Result } from '../../templates/problems/problem.ts'
import { PERIOD } from '../sheets.ts'
import { expectLegible, startEngine, taxpayerOf, type Engine } from './engine.ts'
import { HeldClock } from './held-clock.ts'
import { filesPerOtp } from './invariants-of-filing.ts'
import { ledgerAt, temporaryFolder, type Ledger, type LedgerEvent } from './processes.ts'

export interface HeldPortal {
  readonly clock: HeldClock
  readonly url: string
  readonly ledger: Ledger
  close(): Promise<void>
}

export async function openPortal(pace: Pace = fastPace): Promise<HeldPortal> {
  const clock = new HeldClock('2026-11-05T06:00:00Z')
  const folder = temporaryFolder()
  const practice = await startPractice({
    dataFolder: folder.path,
    adminPort: 0,
    pace,
    sessions: 1000,
    now: () => clock.now(),
    random: () => 0.5,
    newId: randomUUID,
  })
  return {
    clock,
    url: practice.url,
    ledger: ledgerAt(practice.admin?.url ?? ''),
    async close() {
      await practice.close()
      folder.remove()
    },
  }
}

export class Life {
  readonly portal: HeldPortal
  readonly taxpayer: ReturnType<typeof taxpayerOf>
  readonly key: ReturnKey
  readonly #home = temporaryFolder()
  readonly #at: Tools['at']
  #engine: Engine | undefined

  constructor(portal: HeldPortal, trial: number, at: Tools['at'] = () => Promise.resolve()) {
    this.portal = portal
    this.taxpayer = taxpayerOf(trial)
    this.key = { environment: 'practice', gstin: this.taxpayer.gstin, period: PERIOD }
    this.#at = at
  }

  /** As the contract names the return. */
  get of(): { gstin: ReturnKey['gstin']; period: ReturnKey['period'] } {
    return { gstin: this.key.gstin, period: this.key.period }
  }

  get folder(): string {
    return this.#home.path
  }

  get engine(): Engine {
    if (this.#engine === undefined) throw new Error('not started')
    return this.#engine
  }

  /** Starts the agent on this life's folder, after ending the one that ran there. */
  async start(): Promise<void> {
    await this.#engine?.close()
    this.#engine = await startEngine({
      dataFolder: this.#home.path,
      practiceUrl: this.portal.url,
      clock: this.portal.clock,
      pace: PRACTICE_PACE,
      at: this.#at,
    })
  }

  async signIn(): Promise<void> {
    const { gstin } = this.key
    await this.engine.ask('setTaxpayer', this.taxpayer)
    await this.engine.ask('requestOtp', { gstin })
    const signedIn = await this.engine.ask('signIn', { gstin, otp: practiceOtps.login })
    expect(signedIn.ok).toBe(true)
  }

  /** Lets the agent work until it is done, waits for the user, or only asks what became of a lost filing. */
  async settled(): Promise<ReturnView> {
    const { clock } = this.portal
    for (;;) {
      const view = await this.engine.filing.state(this.key)
      expectLegible(view)
      if (view.work === undefined || view.work.waitingFor !== undefined) return view
      if (clock.someoneSleeps) {
        // A return at rest keeps nobody busy.
        expect(['saving', 'resetting', 'preparing', 'filing', 'accepted']).toContain(view.stage)
        if (view.stage === 'filing') return view
        clock.passToNext()
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  async filings(): Promise<{ arn: string; body: { chksum?: string } }[]> {
    const all = await this.portal.ledger.filings()
    return all.filter(({ gstin }) => gstin === this.key.gstin) as Awaited<
      ReturnType<Life['filings']>
    >
  }

  async end(): Promise<void> {
    await this.#engine?.close()
    this.#home.remove()
  }
}

/** For each OTP that the portal sent, how many requests to file followed it. */
export const filesForEachOtp = (events: readonly LedgerEvent[]): number[] =>
  filesPerOtp(
    events
      .filter(({ kind }) => kind === 'request')
      .map(({ facts }) => ({ call: facts.call ?? '' })),
  )

/** What an act gave; a refusal fails the test with its problem. */
export async function value<T>(act: Promise<Result<T>>): Promise<T> {
  const result = await act
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
