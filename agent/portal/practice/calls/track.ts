// Which returns are filed: for the taxpayer, and for everybody, who may be told what was so a while ago.
import { z } from 'zod'
import { payload, refused, rejected, type Answer } from '../answers.ts'
import { returnOf, type Call } from '../call.ts'
import { shown } from '../filings.ts'
import type { Portal } from '../portal.ts'
import type { TrackAnswer } from '../../../../templates/wire/answers.ts'

const publicBody = z.strictObject({ gstin: z.string().toUpperCase() })

type Filings = TrackAnswer['EFiledlist']

export const trackCalls: readonly Call[] = [
  {
    name: 'track',
    method: 'GET',
    path: '/gst/compliance/tax-payer/gstrs/:year/:month/track',
    token: 'taxpayer',
    handle(portal, request, session) {
      const type = request.query.get('return_type')
      if (type !== 'gstr-1') return rejected(422, 'return_type must be gstr-1.')
      const { gstin, period } = returnOf(request, session)
      return listOf(shown(portal, gstin, { period }))
    },
  },
  {
    name: 'publicTrack',
    method: 'POST',
    path: '/gst/compliance/public/gstrs/track',
    token: 'platform',
    handle(portal, { query, body, acceptsCache }) {
      const asked = publicBody.safeParse(body)
      if (!asked.success) return rejected(400, 'The body must be {gstin}.')
      const year = /^FY (\d{4}-\d{2})$/.exec(query.get('financial_year') ?? '')?.[1]
      if (year === undefined) return rejected(422, 'financial_year must be like FY 2025-26.')
      if ((query.get('gstr') ?? 'gstr-1') !== 'gstr-1') return rejected(422, 'gstr must be gstr-1.')
      const { gstin } = asked.data
      const cached = acceptsCache ? told(portal, `${gstin} ${year}`) : undefined
      if (cached) return listOf(cached)
      const found = shown(portal, gstin, { financialYear: year })
      remember(portal, `${gstin} ${year}`, found)
      return listOf(found)
    },
  },
]

const listOf = (found: Filings): Answer =>
  found.length === 0 ? refused('RET13510') : payload({ EFiledlist: found })

/** What was answered the last time that someone wanted the truth. */
export function told({ ledger }: Portal, asked: string): Filings | undefined {
  const found = ledger.one<{ answer: string }>(
    'select answer from track_cache where asked = ?',
    asked,
  )
  return found && (JSON.parse(found.answer) as Filings)
}

function remember({ ledger }: Portal, asked: string, found: Filings): void {
  ledger.run('insert or replace into track_cache values (?, ?)', asked, JSON.stringify(found))
}
