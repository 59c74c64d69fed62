// How the taxpayer files in each quarter of a financial year, by month or by quarter: asked and chosen.
import { z } from 'zod'
import { payload, rejected, type Answer } from '../answers.ts'
import type { Call } from '../call.ts'
import type { Portal } from '../portal.ts'
import { choose, isQuarterlyIn, QUARTERS } from '../registry.ts'

/** No public source has the body's form: this is that of the answer. */
const choices = z.strictObject({
  response: z
    .array(z.strictObject({ quarter: z.enum(QUARTERS), preference: z.enum(['M', 'Q']) }))
    .min(1),
})

const PATH = '/gst/compliance/tax-payer/gstrs/preference'

const yearIn = (query: URLSearchParams): string | undefined =>
  /^FY (\d{4}-\d{2})$/.exec(query.get('financial_year') ?? '')?.[1]

const WRONG_YEAR = rejected(422, 'financial_year must be like FY 2025-26.')

export const preferenceCalls: readonly Call[] = [
  {
    name: 'preference',
    method: 'GET',
    path: PATH,
    token: 'taxpayer',
    handle(portal, { query }, { gstin }) {
      const year = yearIn(query)
      return year === undefined ? WRONG_YEAR : answer(portal, gstin, year)
    },
  },
  {
    name: 'choosePreference',
    method: 'POST',
    path: PATH,
    token: 'taxpayer',
    handle(portal, { query, body }, { gstin }) {
      const year = yearIn(query)
      if (year === undefined) return WRONG_YEAR
      const chosen = choices.safeParse(body)
      if (!chosen.success)
        return rejected(400, 'The body must be {response: [{quarter, preference}]}.')
      for (const { quarter, preference } of chosen.data.response) {
        choose(portal, gstin, `${year} ${quarter}`, preference === 'Q')
      }
      return answer(portal, gstin, year)
    },
  },
]

const answer = (portal: Portal, gstin: string, year: string): Answer =>
  payload({
    response: QUARTERS.map((quarter) => ({
      quarter,
      preference: isQuarterlyIn(portal, gstin, `${year} ${quarter}`) ? 'Q' : 'M',
    })),
  })
