// One trial of `kill -9`: a user with a return of their own, an agent that dies under them and is started again, and in the end
// what journal and ledger say.
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { CrashPoint } from '../../agent/filing/tools.ts'
import type { Input, OperationName, Output } from '../../agent/http/contract.ts'
import { BUYERS, gstin, PERIOD, row, sheet, TAXPAYER, type Row } from '../sheets.ts'
import { readJournal, readLedger, type Held, type Seen } from './history.ts'
import { violationsOf, type Violation } from './invariants.ts'
import { filedBy } from './invariants-of-filing.ts'
import {
  OTP,
  startAgentProcess,
  temporaryFolder,
  type AgentProcess,
  type PracticeProcess,
} from './processes.ts'

/** The agent takes ten requests a second. */
const POLITE = 110
/** A trial that gets nowhere is a failure, not a hang. */
const PATIENCE = 120_000

/** First save, then what the user made of it: one edited, one gone, one under another GSTIN, one new. */
export const FIRST: readonly Row[] = [
  row({ inum: 'INV-1' }),
  row({ inum: 'INV-2', ctin: BUYERS[1] }),
  row({ inum: 'INV-3', ctin: BUYERS[2] }),
  row({ inum: 'INV-4', ctin: BUYERS[3] }),
]
export const SECOND: readonly Row[] = [
  row({ inum: 'INV-1', txval: 2000, val: 2360 }),
  row({ inum: 'INV-3', ctin: BUYERS[3] }),
  row({ inum: 'INV-4', ctin: BUYERS[3] }),
  row({ inum: 'INV-5', ctin: BUYERS[1] }),
]

const meantBy = (rows: readonly Row[]): Held[] =>
  rows.map(({ ctin, inum, val }) => ({
    section: 'b2b',
    key: `${String(ctin)}|${String(inum)}`,
    paise: Number(val) * 100,
  }))

/** Does the next thing that the return's stage asks for, whatever dies in between. */
export class KillTrial {
  readonly practice: PracticeProcess
  readonly taxpayer: typeof TAXPAYER
  readonly of: { gstin: typeof TAXPAYER.gstin; period: typeof PERIOD }
  agent: AgentProcess | undefined
  deaths = 0
  readonly #folder = temporaryFolder()
  readonly #pane: { token?: string } = {}
  readonly #seen: Seen[] = []
  readonly #confirmations: string[] = []
  readonly #until = Date.now() + PATIENCE
  #since = 0
  #rows: readonly Row[] = []

  /** `trial` gives a taxpayer of its own, so that trials share nothing at the portal. */
  constructor(practice: PracticeProcess, trial: number) {
    this.practice = practice
    const letters = String.fromCharCode(65 + Math.floor(trial / 26), 65 + (trial % 26))
    const own = gstin(`29A${letters}PN4827F1Z`)
    this.taxpayer = { ...TAXPAYER, gstin: own, username: `user.${trial}`, signatoryPan: SIGNATORY }
    this.of = { gstin: own, period: PERIOD }
  }

  async begin(crash?: { point: CrashPoint; nth: number }): Promise<void> {
    this.#since = (await this.practice.ledger.events()).at(-1)?.seq ?? 0
    await this.#start(crash)
  }

  async #start(crash?: { point: CrashPoint; nth: number }): Promise<void> {
    this.agent = await startAgentProcess(
      {
        dataFolder: this.#folder.path,
        practiceUrl: this.practice.url,
        ...(crash !== undefined && { crash }),
      },
      this.#pane,
    )
  }

  /** Asks; when the agent dies under the question, it is started again and the question is put by the caller anew. */
  async #ask<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N> | undefined> {
    if (Date.now() > this.#until) throw new Error(`stuck at ${JSON.stringify(this.#seen.at(-1))}`)
    if (this.agent === undefined) throw new Error('not started')
    try {
      const answer = await this.agent.call(name, input)
      return answer.ok ? answer.value : undefined
    } catch {
      await this.agent.ended
      this.deaths += 1
      await this.#start()
      return undefined
    }
  }

  async #look(): Promise<Output<'state'> | undefined> {
    const events = await this.practice.ledger.events(this.#since)
    const filed = (await this.practice.ledger.filings()).find((one) => one.gstin === this.of.gstin)
    const view = await this.#ask('state', this.of)
    if (view === undefined) return undefined
    const body = (filed?.body ?? {}) as { chksum?: string }
    this.#seen.push({
      view,
      filed: filed && (filedBy(body) === undefined ? 'by others' : 'by us'),
      after: events.at(-1)?.seq ?? this.#since,
      asleep: false,
    })
    return view
  }

  /** Where the return stands once no work is under way, or only the question what became of a lost filing. */
  async #settled(): Promise<Output<'state'>> {
    for (;;) {
      const view = await this.#look()
      const atWork = view?.work !== undefined && view.work.waitingFor === undefined
      if (view !== undefined && (!atWork || view.stage === 'filing')) return view
      await new Promise((resolve) => setTimeout(resolve, POLITE))
    }
  }

  async #signIn(): Promise<void> {
    const session = await this.#ask('session', { gstin: this.of.gstin })
    if (session?.signedIn) return
    await this.#ask('setTaxpayer', this.taxpayer)
    await this.#ask('requestOtp', { gstin: this.of.gstin })
    await this.#ask('signIn', { gstin: this.of.gstin, otp: OTP })
  }

  /** Saves until the portal has what the rows say. */
  async save(rows: readonly Row[]): Promise<void> {
    this.#rows = rows
    for (;;) {
      await this.#signIn()
      await this.#settled()
      const plan = await this.#ask('plan', { ...this.of, blocks: sheet(rows) })
      if (plan === undefined) continue
      if (plan.submissions === 0) return
      const removals = plan.sections.reduce((sum, { removed }) => sum + removed.count, 0)
      await this.#ask('save', { ...this.of, plan: plan.plan, removals })
    }
  }

  /** Resets until the portal holds nothing. */
  async reset(): Promise<void> {
    for (;;) {
      await this.#signIn()
      const { stage, empty } = await this.#settled()
      if (empty && stage === 'draft') return
      await this.#ask('reset', { ...this.of, confirmation: 'RESET' })
    }
  }

  async file(): Promise<void> {
    for (;;) {
      const { stage, work } = await this.#settled()
      if (stage === 'filed' || stage === 'filedElsewhere') return
      if (work?.waitingFor) await this.#signIn()
      else if (stage === 'saved' || stage === 'savedWithErrors') await this.#ask('prepare', this.of)
      else if (stage === 'filing') {
        // The answer is lost and the portal lists nothing: a person looks there and says so.
        const filings = await this.practice.ledger.filings()
        if (filings.some((one) => one.gstin === this.of.gstin)) continue
        await this.#ask('notFiled', { ...this.of, confirmation: 'NOT FILED' })
      } else if (stage === 'ready' || stage === 'otpRequested') await this.#sign()
    }
  }

  async #sign(): Promise<void> {
    await this.#signIn()
    const review = await this.#ask('review', this.of)
    if (review?.ties !== true) return
    const { checksum } = review
    await this.#ask('requestEvc', { ...this.of, checksum })
    this.#confirmations.push(checksum)
    const confirmation = this.of.gstin.slice(-4)
    await this.#ask('file', { ...this.of, checksum, otp: OTP, confirmation })
  }

  /** Ends it, and tells what does not hold between the journal that is left and the ledger. */
  async violations(): Promise<Violation[]> {
    await this.#settled()
    await this.agent?.kill()
    const database = new DatabaseSync(join(this.#folder.path, 'journal.sqlite'))
    const key = { environment: 'practice', ...this.of } as const
    const { rows, text } = readJournal(database, key)
    database.close()
    return violationsOf({
      environment: 'practice',
      journal: rows,
      ledger: await readLedger(this.practice.ledger.ask, key, this.#since),
      seen: this.#seen,
      confirmations: this.#confirmations,
      signedOnPortal: false,
      touchedByOthers: false,
      sheets: { b2b: meantBy(this.#rows) },
      atRest: true,
      secrets: [
        { name: 'OTP', text: OTP },
        { name: 'PAN', text: SIGNATORY },
      ],
      written: text,
      perMinute: undefined,
      faults: [],
    })
  }

  async end(): Promise<void> {
    await this.agent?.kill()
    this.#folder.remove()
  }
}

const SIGNATORY = 'QWXPZ7391K'
