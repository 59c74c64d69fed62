// The documents and rows that the portal holds, by section and filter. Large sections are prepared first.
import { payload, refused, rejected } from '../answers.ts'
import { returnOf, type Call } from '../call.ts'
import { heldIn } from '../entries.ts'
import { preparation } from '../preparations.ts'
import { sections } from '../validation/sections.ts'
import { filterOf } from './document-filters.ts'

export const documentCalls: readonly Call[] = [
  {
    name: 'documents',
    method: 'GET',
    path: '/gst/compliance/tax-payer/gstrs/gstr-1/:slug/:year/:month',
    token: 'taxpayer',
    handle(portal, request, session) {
      const { slug = '' } = request.params
      const asked = sections.filter((section) => section.slug === slug)
      const [section] = asked
      if (!section) return rejected(404, 'There is no such section.')
      const filter = filterOf(slug, request.query)
      if ('wrong' in filter) return rejected(422, filter.wrong)

      const key = returnOf(request, session)
      const found = asked
        .map((one) => ({ one, held: heldIn(portal, key, one.key).filter(filter.takes(one)) }))
        .filter(({ held }) => held.length > 0)
      if (found.length === 0) return refused(section.codes.empty)
      const count = found.reduce((sum, { held }) => sum + held.length, 0)
      const later = preparation(portal, key, slug, count)
      if (later) return payload(later)

      const manner = { ...portal.settings, period: key.period }
      const parts = found.map(({ one, held }) => one.shape.readBack(held, manner))
      const answer = Object.assign({}, ...parts) as object
      return payload(section.inside ? { [section.inside.parent]: answer } : answer)
    },
  },
]
