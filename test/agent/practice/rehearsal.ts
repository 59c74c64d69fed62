// A practice portal on a folder of its own, with a clock that the test moves, and a plain fetch client.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { practiceKeys, practiceOtps } from '../../../agent/portal/practice/credentials.ts'
import { lastCharacterFor } from '../../../agent/portal/practice/gstin.ts'
import { humanPace } from '../../../agent/portal/practice/pace.ts'
import {
  startPractice,
  type PracticeOptions,
  type PracticePortal,
} from '../../../agent/portal/practice/start.ts'
import { invoice, party } from './rows.ts'
import type {
  Envelope,
  SectionSummary,
  StatusAnswer,
  Summary,
  TrackAnswer,
} from '../../../templates/wire/answers.ts'

export const gstin = (stem: string): string => stem + lastCharacterFor(stem)

/** A firm, so that it may sign with EVC. */
export const FIRM = gstin('29AAKFT4821M1Z')
export const COMPANY = gstin('29AAKCT4821M1Z')
export const BUYER = gstin('27AAHCM7310P1Z')
export const HOME_BUYER = gstin('29AABCU9004Q1Z')
export const SIGNATORY = 'ABCPT1234K'
export const TAXPAYER = '/gst/compliance/tax-payer'

export interface Reply<T = unknown> {
  readonly status: number
  readonly envelope: Envelope<T>
  /** `data.data`. */
  readonly payload: T
  /** GSTN's code, or the HTTP status of a rejection. */
  readonly code: string | number | undefined
}

export type Fileable = Omit<Summary, 'smryTyp'>

/** A summary as it goes back in `file`. */
export function fileable({ gstin, ret_period, chksum, newSumFlag, sec_sum }: Summary): Fileable {
  return { gstin, ret_period, chksum, newSumFlag, sec_sum }
}

export class Rehearsal {
  token = ''
  readonly portal: PracticePortal
  readonly gstin: string
  readonly period: string
  readonly #clock: { now: number }

  constructor(portal: PracticePortal, clock: { now: number }, gstin: string, period: string) {
    this.portal = portal
    this.#clock = clock
    this.gstin = gstin
    this.period = period
  }

  get returnPath(): string {
    return `${TAXPAYER}/gstrs/gstr-1/${this.period.slice(2)}/${this.period.slice(0, 2)}`
  }

  /** The same session on another return. */
  inPeriod(period: string): Rehearsal {
    const other = new Rehearsal(this.portal, this.#clock, this.gstin, period)
    other.token = this.token
    return other
  }

  /** What was filed in an earlier period, as far as anyone remembers. */
  async filedBefore(period: string, sections: object): Promise<void> {
    const answer = await this.inPeriod(period).verdict(sections)
    if (answer.status_cd !== 'P') throw new Error(JSON.stringify(answer))
    await this.admin('POST', '/filings', { gstin: this.gstin, period })
  }

  pass(milliseconds: number): void {
    this.#clock.now += milliseconds
  }

  /** Long enough for everything that is queued, at the human pace. */
  settle(): void {
    this.pass(60_000)
  }

  async call<T>(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply<T>> {
    const response = await fetch(this.portal.url + path, {
      method,
      headers: {
        'x-api-key': practiceKeys.key,
        'x-api-version': '1.0.0',
        'x-source': 'primary',
        authorization: this.token,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const envelope = (await response.json()) as Envelope<T>
    return {
      status: response.status,
      envelope,
      payload: envelope.data?.data as T,
      code: envelope.data ? envelope.data.error?.error_cd : envelope.code,
    }
  }

  async authenticate(): Promise<void> {
    const reply = await this.call('POST', '/authenticate', undefined, {
      'x-api-secret': practiceKeys.secret,
    })
    this.token = reply.envelope.data?.access_token ?? ''
  }

  async signIn(username = 'kt_traders'): Promise<void> {
    await this.authenticate()
    const user = { username, gstin: this.gstin }
    await this.call('POST', `${TAXPAYER}/otp`, user)
    const reply = await this.call('POST', `${TAXPAYER}/otp/verify?otp=${practiceOtps.login}`, user)
    this.token = reply.envelope.data?.access_token ?? ''
  }

  save(sections: object, frame: object = {}) {
    const { gstin, period: fp } = this
    return this.call<{ reference_id: string }>('POST', this.returnPath, {
      gstin,
      fp,
      gt: 41250000,
      cur_gt: 11830450.5,
      ...frame,
      ...sections,
    })
  }

  reset() {
    return this.call<{ reference_id: string }>('POST', `${this.returnPath}/reset`, this.name())
  }

  proceed(nil: 'Y' | 'N' = 'N') {
    return this.call<{ reference_id: string }>(
      'POST',
      `${this.returnPath}/new-proceed?is_nil=${nil}`,
      this.name(),
    )
  }

  status(reference: string) {
    const [year, month] = [this.period.slice(2), this.period.slice(0, 2)]
    return this.call<StatusAnswer>(
      'GET',
      `${TAXPAYER}/gstrs/${year}/${month}/status?reference_id=${reference}`,
    )
  }

  /** Saves, lets the time pass and returns the verdict. */
  async verdict(sections: object, frame: object = {}): Promise<StatusAnswer> {
    const { payload } = await this.save(sections, frame)
    this.settle()
    return (await this.status(payload.reference_id)).payload
  }

  summary(type: 'long' | 'short' = 'long') {
    return this.call<Summary>('GET', `${this.returnPath}?summary_type=${type}`)
  }

  documents(query = '') {
    return this.read<{ b2b: { ctin: string; inv: Record<string, unknown>[] }[] }>('b2b', query)
  }

  /** What the portal shows of any section. */
  read<T = Record<string, unknown>>(slug: string, query = '') {
    const [year, month] = [this.period.slice(2), this.period.slice(0, 2)]
    return this.call<T>('GET', `${TAXPAYER}/gstrs/gstr-1/${slug}/${year}/${month}${query}`)
  }

  requestEvc(pan = SIGNATORY) {
    return this.call('POST', `${TAXPAYER}/evc/otp?gstr=gstr-1`, { pan })
  }

  file(body: object, otp: string = practiceOtps.evc, pan = SIGNATORY) {
    return this.call<{ ack_num: string }>(
      'POST',
      `${this.returnPath}/file?pan=${pan}&otp=${otp}`,
      body,
    )
  }

  track() {
    const [year, month] = [this.period.slice(2), this.period.slice(0, 2)]
    return this.call<TrackAnswer>(
      'GET',
      `${TAXPAYER}/gstrs/${year}/${month}/track?return_type=gstr-1`,
    )
  }

  /** The lines of the summary by name, once the checksums are made. */
  async totals(type: 'long' | 'short' = 'long'): Promise<Map<string, SectionSummary>> {
    this.settle()
    const { sec_sum } = (await this.summary(type)).payload
    return new Map(sec_sum.map((line) => [line.sec_nm, line]))
  }

  /** Signed in, one invoice saved, proceed done: ready to be reviewed. Returns the summary as it is to be filed. */
  async prepare(): Promise<Fileable> {
    await this.signIn()
    await this.verdict({ b2b: [party(BUYER, invoice())] })
    await this.proceed()
    this.settle()
    return fileable((await this.summary()).payload)
  }

  async admin<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const response = await fetch((this.portal.admin?.url ?? '') + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as T
    if (response.status !== 200) throw new Error(JSON.stringify(answer))
    return answer
  }

  private name() {
    return { gstin: this.gstin, ret_period: this.period }
  }
}

export interface Setting extends Partial<PracticeOptions> {
  gstin?: string
  period?: string
}

/** 11 August 2025 in India, the filing day of July. Removed with everything it wrote when `work` is over. */
export async function rehearse<T>(
  work: (rehearsal: Rehearsal) => Promise<T>,
  { gstin = FIRM, period = '072025', ...options }: Setting = {},
): Promise<T> {
  const folder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'practice-'))
  const clock = { now: Date.parse('2025-08-11T06:00:00Z') }
  const unexpected: unknown[] = []
  const portal = await startPractice({
    pace: humanPace,
    adminPort: 0,
    now: () => new Date(clock.now),
    random: () => 0.5,
    newId: () => crypto.randomUUID(),
    onUnexpected: (error) => unexpected.push(error),
    ...options,
    dataFolder: folder,
  })
  try {
    const result = await work(new Rehearsal(portal, clock, gstin, period))
    if (unexpected.length > 0) throw new AggregateError(unexpected, 'the portal failed inside')
    return result
  } finally {
    await portal.close()
    if (!options.dataFolder) rmSync(folder, { recursive: true })
  }
}
