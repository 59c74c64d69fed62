// The portal's own summary of a return.
import { payload, refused, rejected } from '../answers.ts'
import { returnOf, type Call } from '../call.ts'
import { holdsAny } from '../entries.ts'
import type { Portal, ReturnKey } from '../portal.ts'
import { stateOf } from '../returns.ts'
import { summaryOf } from '../summary.ts'

export const summaryCalls: readonly Call[] = [
  {
    name: 'summary',
    method: 'GET',
    path: '/gst/compliance/tax-payer/gstrs/gstr-1/:year/:month',
    token: 'taxpayer',
    handle(portal, request, session) {
      const key = returnOf(request, session)
      const form = request.query.get('summary_type') ?? 'short'
      if (form !== 'long' && form !== 'short') {
        return rejected(422, 'summary_type must be long or short.')
      }
      if (!holdsAny(portal, key)) return refused('RET13510')
      const { version, checksumsAt } = stateOf(portal, key)
      if (checksumsAt > portal.now()) return refused('RT_FIL_25')
      const summary = summaryOf(portal, key, form)
      noteRead(portal, key, version, summary.chksum)
      return payload(summary)
    },
  },
]

/** A filing must be of a summary that was shown. */
function noteRead({ ledger }: Portal, key: ReturnKey, version: number, chksum: string): void {
  ledger.run(
    'insert or ignore into summary_read values (?, ?, ?, ?)',
    key.gstin,
    key.period,
    version,
    chksum,
  )
}
