// kill -9 at every point on the way of a write: restarted, the agent goes on where it was, asks the portal first, and
// neither loses nor doubles anything. Real processes, a real journal, the practice portal over real HTTP.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CRASH_POINTS, type CrashPoint } from '../../agent/filing/tools.ts'
import type { Input, OperationName, Output } from '../../agent/http/contract.ts'
import type { Gstin } from '../../templates/identifiers.ts'
import { BUYERS, gstin, PERIOD, row, sheet, TAXPAYER, type Row } from '../sheets.ts'
import {
  OTP,
  startAgentProcess,
  startPracticeProcess,
  temporaryFolder,
  type AgentProcess,
  type PracticeProcess,
} from './processes.ts'

/** The agent takes ten requests a second. */
const POLITE = 110

/** First save, then what the user made of it: one edited, one gone, one under another GSTIN, one new. */
const FIRST: readonly Row[] = [
  row({ inum: 'INV-1' }),
  row({ inum: 'INV-2', ctin: BUYERS[1] }),
  row({ inum: 'INV-3', ctin: BUYERS[2] }),
  row({ inum: 'INV-4', ctin: BUYERS[3] }),
]
const SECOND: readonly Row[] = [
  row({ inum: 'INV-1', txval: 2000, val: 2360 }),
  row({ inum: 'INV-3', ctin: BUYERS[3] }),
  row({ inum: 'INV-4', ctin: BUYERS[3] }),
  row({ inum: 'INV-5', ctin: BUYERS[1] }),
]
const SECOND_ON_PORTAL = [
  [BUYERS[0], 'INV-1', 2360],
  [BUYERS[1], 'INV-5', 1180],
  [BUYERS[3], 'INV-3', 1180],
  [BUYERS[3], 'INV-4', 1180],
].sort()

let practice: PracticeProcess
const practiceFolder = temporaryFolder()

beforeAll(async () => {
  practice = await startPracticeProcess(practiceFolder.path)
})
afterAll(async () => {
  await practice.stop()
  practiceFolder.remove()
})

/** A taxpayer of its own for every trial, so that trials share nothing at the portal. */
function taxpayerOf(trial: number) {
  const letters = String.fromCharCode(65 + Math.floor(trial / 26), 65 + (trial % 26))
  const own = gstin(`29A${letters}PN4827F1Z`)
  return { ...TAXPAYER, gstin: own, username: `user.${trial}` }
}

/** The user and the machine: does the next thing that the return's stage asks for, whatever dies in between. */
class Trial {
  readonly folder = temporaryFolder()
  readonly pane: { token?: string } = {}
  readonly of: { gstin: Gstin; period: typeof PERIOD }
  readonly taxpayer: ReturnType<typeof taxpayerOf>
  agent: AgentProcess | undefined
  deaths = 0

  constructor(trial: number) {
    this.taxpayer = taxpayerOf(trial)
    this.of = { gstin: this.taxpayer.gstin, period: PERIOD }
  }

  async start(crash?: { point: CrashPoint; nth: number }): Promise<void> {
    this.agent = await startAgentProcess(
      {
        dataFolder: this.folder.path,
        practiceUrl: practice.url,
        ...(crash !== undefined && { crash }),
      },
      this.pane,
    )
  }

  /** Asks; when the agent dies under the question, it is started again and the question is put by the caller anew. */
  async ask<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N> | undefined> {
    if (this.agent === undefined) throw new Error('not started')
    try {
      const answer = await this.agent.call(name, input)
      return answer.ok ? answer.value : undefined
    } catch {
      await this.revive()
      return undefined
    }
  }

  async revive(): Promise<void> {
    await this.agent?.ended
    this.deaths += 1
    await this.start()
  }

  /** Where the return stands once no work is under way, or only the question what became of a lost filing. */
  async state(): Promise<Output<'state'>> {
    for (;;) {
      const view = await this.ask('state', this.of)
      const atWork = view?.work !== undefined && view.work.waitingFor === undefined
      if (view !== undefined && (!atWork || view.stage === 'filing')) return view
      await new Promise((resolve) => setTimeout(resolve, POLITE))
    }
  }

  async signIn(): Promise<void> {
    const session = await this.ask('session', { gstin: this.of.gstin })
    if (session?.signedIn) return
    await this.ask('setTaxpayer', this.taxpayer)
    await this.ask('requestOtp', { gstin: this.of.gstin })
    await this.ask('signIn', { gstin: this.of.gstin, otp: OTP })
  }

  /** Saves until the portal has what the rows say. */
  async save(rows: readonly Row[]): Promise<void> {
    for (;;) {
      await this.signIn()
      await this.state()
      const plan = await this.ask('plan', { ...this.of, blocks: sheet(rows) })
      if (plan === undefined) continue
      if (plan.submissions === 0) return
      const removals = plan.sections.reduce((sum, { removed }) => sum + removed.count, 0)
      await this.ask('save', { ...this.of, plan: plan.plan, removals })
    }
  }

  /** Resets until the portal holds nothing. */
  async reset(): Promise<void> {
    for (;;) {
      await this.signIn()
      const { stage, empty } = await this.state()
      if (empty && stage === 'draft') return
      await this.ask('reset', { ...this.of, confirmation: 'RESET' })
    }
  }

  async file(): Promise<Output<'state'>> {
    for (;;) {
      const { stage, work } = await this.state()
      if (stage === 'filed' || stage === 'filedElsewhere') return this.state()
      if (work?.waitingFor) await this.signIn()
      else if (stage === 'saved' || stage === 'savedWithErrors') await this.ask('prepare', this.of)
      else if (stage === 'filing') {
        // The answer is lost and the portal lists nothing: a person looks there and says so.
        await this.ask('notFiled', { ...this.of, confirmation: 'NOT FILED' })
      } else if (stage === 'ready' || stage === 'otpRequested') {
        const review = await this.ask('review', this.of)
        if (review === undefined) continue
        expect(review.ties).toBe(true)
        const { checksum } = review
        await this.ask('requestEvc', { ...this.of, checksum })
        const confirmation = this.of.gstin.slice(-4)
        await this.ask('file', { ...this.of, checksum, otp: OTP, confirmation })
      }
    }
  }

  async end(): Promise<void> {
    await this.agent?.kill()
    this.folder.remove()
  }
}

async function onPortal(of: Gstin): Promise<unknown[]> {
  const held = await practice.ledger.documents(of, PERIOD)
  return held.map(({ party, number, sent }) => [party, number, sent.val]).sort()
}

/** What must hold between journal and ledger after any run that was let to end. */
async function expectInvariants(trial: Trial): Promise<void> {
  const view = await trial.state()
  expect(await onPortal(trial.of.gstin)).toEqual(SECOND_ON_PORTAL)
  const filings = (await practice.ledger.filings()).filter((one) => one.gstin === trial.of.gstin)
  expect(filings).toHaveLength(1)
  expect(view).toMatchObject({ stage: 'filed', arn: filings[0]?.arn })
  // Once the portal had filed, no request to file was sent again.
  const requests = await practice.ledger.requests('file')
  const own = requests.filter(({ body }) => body?.includes(trial.of.gstin))
  expect(own).toHaveLength(1)
}

async function run(trial: Trial, withReset = false): Promise<void> {
  await trial.save(FIRST)
  if (withReset) {
    await trial.reset()
    expect(await onPortal(trial.of.gstin)).toEqual([])
    await trial.save(FIRST)
  }
  await trial.save(SECOND)
  await trial.file()
}

describe('killed', () => {
  test.each(CRASH_POINTS.map((point, i) => [point, i] as const))(
    'at %s, it goes on and files exactly once what the sheets hold',
    async (point, i) => {
      const trial = new Trial(i)
      try {
        await trial.start({ point, nth: point.startsWith('save:') ? 2 : 1 })
        await run(trial, point.startsWith('reset:'))
        expect(trial.deaths).toBeGreaterThan(0)
        await expectInvariants(trial)
      } finally {
        await trial.end()
      }
    },
  )

  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'at a moment nobody chose (%i), the same holds',
    async (i) => {
      const trial = new Trial(100 + i)
      const killer = new AbortController()
      try {
        await trial.start()
        const kills = killNowAndThen(trial, 40 + i * 23, killer.signal)
        await run(trial)
        killer.abort()
        await kills
        await expectInvariants(trial)
      } finally {
        killer.abort()
        await trial.end()
      }
    },
  )
})

/** Kills the agent three times, so many milliseconds after it came up. */
async function killNowAndThen(trial: Trial, after: number, signal: AbortSignal): Promise<void> {
  for (let i = 1; i <= 3 && !signal.aborted; i += 1) {
    const agent = trial.agent
    await new Promise((resolve) => setTimeout(resolve, after * i))
    if (!signal.aborted) await agent?.kill()
    while (trial.agent === agent && !signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}
