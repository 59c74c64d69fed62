// Whether a return is filed: only the portal's list of filings can say so. A lost filing is unknown until it does, or until
// a person who looked on the portal gives their word.
import type { Problem } from '../../templates/problems/problem.ts'
import type { TrackAnswer } from '../../templates/wire/answers.ts'
import type { Outcome } from '../portal/portal.ts'
import type { ReturnPatch } from '../store/journal.ts'
import type { OperationRow, ReturnKey } from '../store/tables.ts'
import { isSessionOver } from './sessions.ts'
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

/** What track says: filed, a list without it, nothing to go by, or no session. */
export type Tracked =
  | { readonly kind: 'filed'; readonly filed: Filed }
  | { readonly kind: 'not-listed' }
  | { readonly kind: 'no-information' }
  | { readonly kind: 'sign-in' }

/** One question. "No record found" (RET13510) is no information: the portal says it also when it is behind. */
export async function track(
  tools: Pick<Tools, 'portal' | 'sessions' | 'journal'>,
  key: ReturnKey,
): Promise<{ tracked: Tracked; outcome?: Outcome<TrackAnswer> }> {
  const token = await tools.sessions.token(key.gstin)
  if (token === undefined) return { tracked: { kind: 'sign-in' } }
  await tools.journal.countCall(key)
  const outcome = await tools.portal.track({ token, gstin: key.gstin, period: key.period })
  if (isSessionOver(outcome)) {
    await tools.sessions.drop(key.gstin)
    return { tracked: { kind: 'sign-in' }, outcome }
  }
  if (outcome.kind !== 'answer') return { tracked: { kind: 'no-information' }, outcome }
  const filed = filingIn(outcome.value, key.period)
  if (filed !== undefined) return { tracked: { kind: 'filed', filed }, outcome }
  const others = outcome.value.EFiledlist.length > 0
  return { tracked: { kind: others ? 'not-listed' : 'no-information' }, outcome }
}

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
  const { tracked, outcome } = await track(tools, key)
  const evidence = outcome !== undefined && 'evidence' in outcome ? outcome.evidence : undefined
  if (tracked.kind === 'sign-in') return { kind: 'sign-in' }
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
  if (operation.state === 'UNKNOWN' && tracked.kind === 'not-listed') {
    return negative(tools, operation, evidence)
  }
  const asked = outcome?.kind === 'slow-down' ? outcome.seconds * 1000 : 0
  return { kind: 'wait', step: stepFor(operation), milliseconds: asked }
}

const stepFor = ({ state }: OperationRow): string =>
  state === 'DONE' ? 'confirming-arn' : 'asking-portal'

/** A negative counts only once the request can no longer be travelling. */
async function negative(
  tools: Tools,
  operation: OperationRow,
  evidence: Parameters<Tools['journal']['remark']>[3],
): Promise<Turn> {
  const now = tools.clock.now().getTime()
  const wait: Turn = { kind: 'wait', step: 'asking-portal', milliseconds: tools.pace.retry }
  if (now < Date.parse(operation.fence_until ?? '')) return wait
  const earlier = await tools.journal.remarksOf(operation, 'not-listed')
  if (now - Date.parse(earlier.at(-1) ?? '1970-01-01T00:00:00Z') < APART) return wait
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
