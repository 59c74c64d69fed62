// Whether a return is filed: only the portal's list of filings can say so. A lost filing is unknown until it does, or until
// a person who looked on the portal gives their word.
import type { Problem } from '../../templates/problems/problem.ts'
import type { TrackAnswer } from '../../templates/wire/answers.ts'
import type { Evidence, Outcome } from '../portal/portal.ts'
import type { ReturnPatch } from '../store/journal.ts'
import type { OperationRow, ReturnKey } from '../store/tables.ts'
import { askedToWait } from './patience.ts'
import type { Tools } from './tools.ts'
import type { Turn } from './worker.ts'

export interface Filed {
  readonly arn: string
  /** `YYYY-MM-DD` */
  readonly on: string
}

/** Codes that are evidence of a filing: the portal is asked for it. */
export const ALREADY_FILED = new Set([
  'AUTH117',
  'RT_FIL_02',
  'RET00009',
  'RET191183',
  'RET12521',
  'RTN_17',
])

/** What is known of a return that somebody else filed. */
export const filedElsewhere = ({ arn, on }: Filed): ReturnPatch => ({
  arn,
  filed_on: on,
  filed_elsewhere: 1,
  compare_due: 0,
})

/** The filing of this period in the portal's list: an ARN, the form and the period must all be there. */
export function filingIn(answer: TrackAnswer, period: string): Filed | undefined {
  const entry = answer.EFiledlist.find(
    ({ arn, ret_prd, rtntype, status }) =>
      arn !== '' &&
      ret_prd === period &&
      rtntype.toUpperCase() === 'GSTR1' &&
      /^filed/i.test(status),
  )
  return entry && { arn: entry.arn, on: entry.dof.split('-').reverse().join('-') }
}

/**
 * What the lists of filings say: filed; a list of this taxpayer's other filings without it; answers that are nothing to go
 * by ("no record found" comes also from a portal that is behind); or no answer at all.
 */
export type Tracked =
  | { readonly kind: 'filed'; readonly filed: Filed }
  | { readonly kind: 'not-listed' | 'no-information' | 'no-answer' }

export interface Tracking {
  readonly tracked: Tracked
  /** The last answer. */
  readonly outcome: Outcome<TrackAnswer>
  /** The taxpayer's own list needs a session, and there is none. */
  readonly signedOut: boolean
}

/** Asks the taxpayer's own list of this period, then the public list of the year, which needs no session. */
export async function track(
  { portal, sessions }: Pick<Tools, 'portal' | 'sessions'>,
  key: ReturnKey,
): Promise<Tracking> {
  const token = await sessions.token(key.gstin)
  const own = token === undefined ? undefined : await portal.track({ token, ...key })
  const signedOut = own === undefined || (await sessions.ended(key.gstin, own))
  const found = own?.kind === 'answer' ? filingIn(own.value, key.period) : undefined
  if (own !== undefined && found !== undefined) {
    return { tracked: { kind: 'filed', filed: found }, outcome: own, signedOut }
  }
  const all = await portal.trackPublic(key)
  return { tracked: trackedIn(all, own, key), outcome: all, signedOut }
}

function trackedIn(
  all: Outcome<TrackAnswer>,
  own: Outcome<TrackAnswer> | undefined,
  { period }: ReturnKey,
): Tracked {
  const filed = all.kind === 'answer' ? filingIn(all.value, period) : undefined
  if (filed !== undefined) return { kind: 'filed', filed }
  const lists = [own, all].filter((one) => one?.kind === 'answer')
  if (lists.some((one) => one.value.EFiledlist.length > 0)) return { kind: 'not-listed' }
  const answered = [own, all].some((one) => one?.kind === 'answer' || isNoRecord(one))
  return { kind: answered ? 'no-information' : 'no-answer' }
}

const isNoRecord = (outcome: Outcome<unknown> | undefined): boolean =>
  outcome?.kind === 'refused' && outcome.code === 'RET13510'

/** Negatives that prove a lost filing never happened: after the fence, so far apart. */
const NEGATIVES = 3
const APART = 5 * 60_000

/**
 * One step for a filing that is sent, lost, or acknowledged without its ARN. Never sends anything.
 * An intent that was never sent is given up: its OTP is gone.
 */
export async function confirmFiling(
  tools: Tools,
  key: ReturnKey,
  operation: OperationRow,
): Promise<Turn> {
  if (operation.state === 'INTENT') {
    await tools.journal.move(operation, 'give-up', {
      note: 'never sent; the OTP is not kept',
      ofReturn: { evc_checksum: null, evc_at: null },
    })
    return { kind: 'again' }
  }
  if (operation.state === 'SENT') {
    await tools.journal.move(operation, 'lost', {
      note: 'nobody waits for the answer any more',
      ofReturn: { evc_checksum: null, evc_at: null },
    })
    return { kind: 'again' }
  }
  const { tracked, outcome, signedOut } = await track(tools, key)
  const evidence = 'evidence' in outcome ? outcome.evidence : undefined
  if (tracked.kind === 'filed') {
    const ofReturn = { arn: tracked.filed.arn, filed_on: tracked.filed.on, refusal: null }
    if (operation.state === 'UNKNOWN') {
      await tools.journal.move(operation, 'proved-done', {
        note: 'the portal lists it',
        evidence,
        ofReturn,
      })
    } else {
      await tools.journal.changeReturn(key, ofReturn)
    }
    await tools.at('file:confirmed')
    return { kind: 'again' }
  }
  const answered = tracked.kind === 'not-listed' || tracked.kind === 'no-information'
  if (operation.state === 'UNKNOWN' && operation.outcome !== null && answered) {
    const { problem } = JSON.parse(operation.outcome) as { problem: Problem }
    await refuseFiling(tools, operation, problem, evidence)
    return { kind: 'again' }
  }
  // Until the fence nothing but the ARN could help, and the public list tells it without a session.
  const fenced = tools.clock.now().getTime() < Date.parse(operation.fence_until ?? '')
  if (signedOut && (tracked.kind === 'no-answer' || !fenced)) return { kind: 'sign-in' }
  if (operation.state === 'UNKNOWN' && tracked.kind === 'not-listed') {
    return negative(tools, key, operation, evidence)
  }
  return { kind: 'wait', step: stepFor(operation), milliseconds: askedToWait(outcome) ?? 0 }
}

const stepFor = ({ state }: OperationRow): string =>
  state === 'DONE' ? 'confirming-arn' : 'asking-portal'

/** What was reviewed is no longer what the portal holds. */
const STALE_SUMMARY = new Set(['RET13501', 'RT_FIL_09', 'RET09001'])

/** The portal said no to a filing, and its lists do not contradict it. */
export async function refuseFiling(
  { journal }: Tools,
  operation: OperationRow,
  problem: Problem,
  evidence: Evidence | undefined,
): Promise<void> {
  const stale = STALE_SUMMARY.has(String(problem.facts.code))
  await journal.move(operation, 'refused', {
    evidence,
    patch: { outcome: JSON.stringify({ problem }) },
    ofReturn: {
      refusal: JSON.stringify(problem),
      ...(stale && { summary: null, reviewed_checksum: null }),
    },
  })
}

/** A negative counts only once the request can no longer be travelling, and while the summary is still the reviewed one. */
async function negative(
  tools: Tools,
  key: ReturnKey,
  operation: OperationRow,
  evidence: Evidence | undefined,
): Promise<Turn> {
  const now = tools.clock.now().getTime()
  const wait: Turn = { kind: 'wait', step: 'asking-portal', milliseconds: tools.pace.retry }
  if (now < Date.parse(operation.fence_until ?? '')) return wait
  const earlier = await tools.journal.eventsOf(operation, 'not-listed')
  if (now - Date.parse(earlier.at(-1)?.at ?? '1970-01-01T00:00:00Z') < APART) return wait
  if (!(await isStillReviewed(tools, key))) return wait
  await tools.journal.remark(operation, 'not-listed', `negative ${earlier.length + 1}`, evidence)
  if (earlier.length + 1 < NEGATIVES) return wait
  const problem: Problem = {
    code: 'filing-did-not-happen',
    severity: 'warning',
    source: 'portal',
    cells: [],
    facts: {},
  }
  await tools.journal.move(operation, 'give-up', {
    note: `not listed ${NEGATIVES} times after the fence`,
    ofReturn: { refusal: JSON.stringify(problem) },
  })
  return { kind: 'again' }
}

/** A nil return has no summary that could have changed. */
async function isStillReviewed(
  { journal, portal, sessions }: Tools,
  key: ReturnKey,
): Promise<boolean> {
  const { reviewed_checksum } = await journal.returnOf(key)
  const token = await sessions.token(key.gstin)
  if (reviewed_checksum === null || token === undefined) return reviewed_checksum === null
  const outcome = await portal.summary({ token, ...key })
  return outcome.kind === 'answer' && outcome.value.chksum === reviewed_checksum
}
