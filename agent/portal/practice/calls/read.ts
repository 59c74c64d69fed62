// What the portal shows of a return: its summary and the documents of a section.
import { payload, refused, rejected } from '../answers.ts'
import { returnOf, type Call } from '../call.ts'
import { dayOf, startOf } from '../dates.ts'
import { heldIn, holdsAny, type HeldEntry } from '../entries.ts'
import type { Portal, ReturnKey } from '../portal.ts'
import { stateOf } from '../returns.ts'
import { summaryOf } from '../summary.ts'
import { sections } from '../validation/sections.ts'

const GSTR1 = '/gst/compliance/tax-payer/gstrs/gstr-1'

export const readCalls: readonly Call[] = [
  {
    name: 'summary',
    method: 'GET',
    path: `${GSTR1}/:year/:month`,
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
  {
    name: 'documents',
    method: 'GET',
    path: `${GSTR1}/:slug/:year/:month`,
    token: 'taxpayer',
    handle(portal, request, session) {
      const asked = sections.filter(({ slug }) => slug === request.params.slug)
      const [section] = asked
      if (!section) return rejected(404, 'There is no such section.')
      const { query } = request
      const since = query.get('from')
      const from = since === null ? undefined : dayOf(since, '/')
      if (since !== null && from === undefined) return rejected(422, 'from must be DD/MM/YYYY.')
      // Only a buyer's answer could require action, and nobody here is a buyer.
      if (query.get('action_required') === 'Y') return refused(section.codes.empty)
      const party = (query.get('counterparty_gstin') ?? query.get('state_code'))?.toUpperCase()
      const filtered = (held: HeldEntry[]) =>
        held
          .filter((entry) => party === undefined || entry.party === party)
          .filter(({ savedAt }) => from === undefined || savedAt >= startOf(from))
      const key = returnOf(request, session)
      const found = asked
        .map((one) => ({ one, held: filtered(heldIn(portal, key, one.key)) }))
        .filter(({ held }) => held.length > 0)
      if (found.length === 0) return refused(section.codes.empty)
      const manner = { ...portal.settings, period: key.period }
      const parts = found.map(({ one, held }) => one.shape.readBack(held, manner))
      const answer = Object.assign({}, ...parts) as object
      return payload(section.inside ? { [section.inside.parent]: answer } : answer)
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
