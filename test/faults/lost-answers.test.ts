// Every way an answer can fail to come, on every call of a filing's way: the run still ends with the portal holding what the
// sheets hold, filed once, and at no moment is the user told something else than what happened.
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import type { Review } from '../../agent/http/outputs/review.ts'
import type { FaultMode } from '../../agent/portal/practice/faults.ts'
import type { Problem, Result } from '../../templates/problems/problem.ts'
import { BUYERS, PERIOD, row, sheet, type Row } from '../sheets.ts'
import {
  expectLegible,
  expectWords,
  SIGNATORY,
  startEngine,
  taxpayerOf,
  type Engine,
} from './engine.ts'
import { filesForEachOtp } from './life.ts'
import { startPracticeProcess, temporaryFolder, type PracticeProcess } from './processes.ts'

const OTP = '575757'
const FIRST: readonly Row[] = [
  row({ inum: 'INV-1' }),
  row({ inum: 'INV-2', ctin: BUYERS[1] }),
  row({ inum: 'INV-3', ctin: BUYERS[2] }),
]
/** One edited, one gone, one under another GSTIN, one new: removals must be over before what needs their numbers. */
const SECOND: readonly Row[] = [
  row({ inum: 'INV-1', txval: 2000, val: 2360 }),
  row({ inum: 'INV-3', ctin: BUYERS[3] }),
  row({ inum: 'INV-4', ctin: BUYERS[1] }),
]
const SECOND_ON_PORTAL = [
  [BUYERS[0], 'INV-1', 2360],
  [BUYERS[1], 'INV-4', 1180],
  [BUYERS[3], 'INV-3', 1180],
].sort()

/** Calls as the practice portal names them. */
const CALLS = ['save', 'status', 'proceed', 'summary', 'requestEvc', 'file', 'track'] as const
const EVERYWHERE: readonly FaultMode[] = [
  'drop-before',
  'drop-after',
  'error-before',
  'error-after',
  'cut-json',
  'html-page',
  'empty-body',
  'too-many',
  'session-expired',
]
type Fault = readonly [call: string, mode: FaultMode]
const TRIALS: readonly (readonly Fault[])[] = [
  ...CALLS.flatMap((call) => EVERYWHERE.map((mode) => [[call, mode] as const])),
  [['save', 'lost-reference']],
  [['proceed', 'lost-reference']],
  [['file', 'lost-acknowledgement']],
  [['status', 'unknown-status']],
  [['status', 'status-goes-back']],
  // and what is asked to find out is lost too
  [
    ['save', 'drop-after'],
    ['documents', 'html-page'],
  ],
  [
    ['save', 'drop-before'],
    ['documents', 'too-many'],
  ],
  [
    ['save', 'drop-after'],
    ['documents', 'session-expired'],
  ],
  [
    ['file', 'drop-after'],
    ['track', 'error-after'],
  ],
  [
    ['file', 'drop-before'],
    ['track', 'session-expired'],
  ],
]

/** Twice where the call is repeated by itself. */
const orderOf = ([call, mode]: Fault) => ({
  call,
  mode,
  times: mode === 'too-many' || call === 'file' || call === 'requestEvc' ? 1 : 2,
  ...(mode === 'too-many' && { retryAfter: 1 }),
})

const folders = [temporaryFolder(), temporaryFolder()] as const
let practice: PracticeProcess
let engine: Engine
beforeAll(async () => {
  practice = await startPracticeProcess(folders[0].path)
  engine = await startEngine({ dataFolder: folders[1].path, practiceUrl: practice.url })
})
afterAll(async () => {
  await engine.close()
  await practice.stop()
  for (const { remove } of folders) remove()
})

/** What the user does: the next thing that the stage asks for, again where it was refused. */
class User {
  readonly taxpayer: ReturnType<typeof taxpayerOf>
  /** What was said on the way. */
  readonly told: Problem[] = []
  readonly key: {
    environment: 'practice'
    gstin: ReturnType<typeof taxpayerOf>['gstin']
    period: typeof PERIOD
  }

  constructor(trial: number) {
    this.taxpayer = taxpayerOf(trial)
    this.key = { environment: 'practice', gstin: this.taxpayer.gstin, period: PERIOD }
  }

  async view(): Promise<ReturnView> {
    // The ledger first: what it holds now, the view must not deny.
    const isFiled = (await this.filings()).length > 0
    const view = await engine.filing.state(this.key)
    expectLegible(view)
    if (isFiled) expect(['filing', 'accepted', 'filed', 'filedElsewhere']).toContain(view.stage)
    return view
  }

  /** Once no work is under way, or only the question what became of a lost filing. */
  async settled(): Promise<ReturnView> {
    for (;;) {
      const view = await this.view()
      if (view.work === undefined || view.stage === 'filing') return view
      if (view.work.waitingFor === 'sign-in') await this.signIn()
      await pause(10)
    }
  }

  async did<T>(act: Promise<Result<T>>): Promise<T | undefined> {
    const result = await act
    if (result.ok) return result.value
    expectWords(result.problem)
    this.told.push(result.problem)
    if (result.problem.code === 'sign-in-needed') await this.signIn()
    return undefined
  }

  async signIn(): Promise<void> {
    const { gstin } = this.taxpayer
    await engine.ask('setTaxpayer', this.taxpayer)
    await engine.ask('requestOtp', { gstin })
    const signedIn = await engine.ask('signIn', { gstin, otp: OTP })
    expect(signedIn.ok).toBe(true)
  }

  async save(rows: readonly Row[]): Promise<void> {
    for (;;) {
      await this.settled()
      const plan = await this.did(engine.filing.plan({ ...this.key, blocks: sheet(rows) }))
      if (plan?.submissions === 0) return
      const removals = plan?.sections.reduce((sum, { removed }) => sum + removed.count, 0)
      if (plan) await this.did(engine.filing.save(this.key, { plan: plan.plan, removals }))
    }
  }

  async file(): Promise<ReturnView> {
    const { filing } = engine
    for (;;) {
      const view = await this.settled()
      if (view.arn !== undefined) return view
      if (view.stage === 'saved' || view.stage === 'savedWithErrors') {
        await this.did(filing.prepare(this.key))
      } else if (view.stage === 'filing') {
        // What the portal does not list after the fence, a person who looked there may call not filed.
        await pause(30)
        await this.did(filing.notFiled(this.key, 'NOT FILED'))
      } else {
        const review: Review | undefined = await this.did(filing.review(this.key))
        if (review === undefined) continue
        expect(review.ties).toBe(true)
        const { checksum } = review
        if (!(await this.did(filing.requestEvc(this.key, checksum)))) continue
        const confirmation = this.taxpayer.gstin.slice(-4)
        await this.did(filing.file(this.key, { checksum, otp: OTP, confirmation }))
      }
      await pause(5)
    }
  }

  async filings(): Promise<{ arn?: string }[]> {
    return (await practice.ledger.filings()).filter(({ gstin }) => gstin === this.key.gstin)
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function onPortal({ key }: User): Promise<unknown[]> {
  const held = await practice.ledger.documents(key.gstin, key.period)
  return held.map(({ party, number, sent }) => [party, number, sent.val]).sort()
}

let seen = 0
test.each(TRIALS.map((faults, i) => [faults.flat().join(' '), faults, i] as const))(
  '%s',
  async (_, faults, i) => {
    const user = new User(i)
    await user.signIn()
    // What is removed or edited matters to the first calls only.
    if (faults.some(([call]) => ['save', 'status', 'documents'].includes(call))) {
      await user.save(FIRST)
    }
    for (const fault of faults) await practice.ledger.fault(orderOf(fault))
    await user.save(SECOND)
    const view = await user.file()

    expect(await onPortal(user)).toEqual(SECOND_ON_PORTAL)
    const filings = await user.filings()
    expect(filings).toHaveLength(1)
    expect(view).toMatchObject({ stage: 'filed', arn: filings[0]?.arn })
    expect(view.refusal).toBeUndefined()
    const events = await practice.ledger.events(seen)
    seen = events.at(-1)?.seq ?? seen
    expect(filesForEachOtp(events).every((count) => count <= 1)).toBe(true)
    // The portal promises nothing for requests that overlap.
    expect(events.filter(({ kind }) => kind === 'overlap')).toEqual([])
    await practice.ledger.noFaults()
  },
)

describe('after all of that', () => {
  test('neither OTP, PAN nor token stands in what was kept or logged', () => {
    const journal = new DatabaseSync(join(folders[1].path, 'journal.sqlite'), { readOnly: true })
    const kept = ['evidence', 'event', 'operation', 'return', 'snapshot', 'secret']
      .map((table) => JSON.stringify(journal.prepare(`select * from "${table}"`).all()))
      .join('\n')
    const calls = journal.prepare('select distinct call from evidence order by call').all()
    journal.close()
    expect(calls.map(({ call }) => call)).toContain('file')
    for (const text of [kept, engine.log()]) {
      expect(text).not.toMatch(new RegExp(`(?<![0-9a-f])${OTP}(?![0-9a-f])`))
      expect(text).not.toContain(SIGNATORY)
      expect(text).not.toMatch(/access_token/)
    }
  })

  test('nothing unexpected was logged', () => {
    expect(engine.log()).not.toContain('agent-fault')
  })
})
