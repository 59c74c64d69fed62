// Filing by EVC, which happens at once or not at all.
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { granted, refused } from '../answers.ts'
import { returnOf, type Call } from '../call.ts'
import type { PortalCode } from '../codes.ts'
import { holdsAny } from '../entries.ts'
import { isFiled, record } from '../filings.ts'
import { isCompany } from '../gstin.ts'
import { redeem } from '../one-time-password.ts'
import type { Portal, ReturnKey } from '../portal.ts'
import { isReady, stateOf, type ReturnState } from '../returns.ts'
import { isUnderWay } from '../submissions.ts'
import { summaryOf } from '../summary.ts'

const named = { gstin: z.string().toUpperCase(), ret_period: z.string() }
const normal = z.strictObject({
  ...named,
  chksum: z.string(),
  newSumFlag: z.literal(true).optional(),
  smryTyp: z.enum(['L', 'S']).optional(),
  sec_sum: z.array(z.unknown()).min(1),
})
const nil = z.strictObject({ ...named, isnil: z.literal('Y') })
const filing = z.union([normal, nil])

export const fileCalls: readonly Call[] = [
  {
    name: 'file',
    method: 'POST',
    path: '/gst/compliance/tax-payer/gstrs/gstr-1/:year/:month/file',
    token: 'taxpayer',
    handle(portal, request, session) {
      const key = returnOf(request, session)
      const body = filing.safeParse(request.body)
      if (!body.success) return refused('RET191106')
      const fits = body.data.gstin === key.gstin && body.data.ret_period === key.period
      if (!fits) return refused('RET191136')

      const reason =
        returnProblem(portal, key, 'isnil' in body.data) ??
        ('isnil' in body.data ? undefined : summaryProblem(portal, key, body.data))
      if (reason) return refused(reason)

      const pan = request.query.get('pan') ?? ''
      const otp = request.query.get('otp') ?? ''
      const signed = redeem(portal, 'evc', key.gstin, pan, otp)
      if (signed !== 'right') return refused('RET13506')
      // A number here, unlike everywhere else: seen in the documentation.
      return granted({ status_cd: 1, data: { ack_num: record(portal, key, body.data) } })
    },
  },
]

/** Why the return cannot be filed at all just now. */
function returnProblem(portal: Portal, key: ReturnKey, nil: boolean): PortalCode | undefined {
  const state = stateOf(portal, key)
  if (isFiled(portal, key)) return 'RT_FIL_02'
  if (isCompany(key.gstin)) return 'RT_FIL_31'
  if (isUnderWay(portal, key, 'RESET')) return 'RET191251'
  if (state.readyVersion === null) return 'RT_FIL_10'
  if (!isReady(state) || isUnderWay(portal, key, 'SAVE')) return 'RET09001'
  if (state.readyNil !== nil) return 'RT_FIL_10'
  if (nil && holdsAny(portal, key)) return 'PRACTICE_NIL'
  return undefined
}

/** Why what was sent is not the latest summary, to the last member. */
function summaryProblem(
  portal: Portal,
  key: ReturnKey,
  sent: { chksum: string; sec_sum: unknown[] },
): PortalCode | undefined {
  const state = stateOf(portal, key)
  if (state.checksumsAt > portal.now()) return 'RT_FIL_25'
  const long = summaryOf(portal, key, 'long')
  if (sent.chksum !== long.chksum) {
    return wasRead(portal, key, { chksum: sent.chksum }) ? 'RET09001' : 'RET13501'
  }
  if (!wasRead(portal, key, { version: state.version })) return 'RET09001'
  const forms = [long.sec_sum, summaryOf(portal, key, 'short').sec_sum]
  return forms.some((form) => isDeepStrictEqual(plain(form), sent.sec_sum)) ? undefined : 'RET13501'
}

function wasRead(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  which: { chksum: string } | Pick<ReturnState, 'version'>,
): boolean {
  const [column, value] = 'chksum' in which ? ['chksum', which.chksum] : ['version', which.version]
  return (
    ledger.one(
      `select 1 from summary_read where gstin = ? and period = ? and ${column} = ?`,
      gstin,
      period,
      value,
    ) !== undefined
  )
}

/** As it looks after a trip over the wire. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown
