// The calls that give the portal work: save, reset, proceed to file; and the status of that work.
import { z } from 'zod'
import { payload, refused, rejected, type Answer } from '../answers.ts'
import { returnOf, type Call } from '../call.ts'
import { holdsAny } from '../entries.ts'
import { isFiled } from '../filings.ts'
import type { ReturnKey } from '../portal.ts'
import { isReady, stateOf } from '../returns.ts'
import { enqueue, isUnderWay, statusOf } from '../submissions.ts'

const named = z.strictObject({ gstin: z.string().toUpperCase(), ret_period: z.string() })
const proceeding = named.extend({ isnil: z.literal('Y').optional() })
const HERE = '/gst/compliance/tax-payer/gstrs/gstr-1/:year/:month'

/** Why a body that names a return does not fit it. */
function misnamed(body: unknown, schema: typeof proceeding | typeof named, key: ReturnKey) {
  const read = schema.safeParse(body)
  if (!read.success) return refused('RET191106')
  const fits = read.data.gstin === key.gstin && read.data.ret_period === key.period
  return fits ? undefined : refused('RET191136')
}

const taken = (reference: string): Answer => payload({ reference_id: reference })

export const submitCalls: readonly Call[] = [
  {
    name: 'save',
    method: 'POST',
    path: HERE,
    token: 'taxpayer',
    handle(portal, request, session) {
      const key = returnOf(request, session)
      if (isFiled(portal, key)) return refused('AUTH117')
      const locked = isUnderWay(portal, key, 'RESET')
      return taken(
        enqueue(portal, key, {
          action: 'SAVE',
          event: request.event,
          ...(locked && { doomed: 'RET191251' }),
        }),
      )
    },
  },
  {
    name: 'reset',
    method: 'POST',
    path: `${HERE}/reset`,
    token: 'taxpayer',
    handle(portal, request, session) {
      const key = returnOf(request, session)
      const wrong = misnamed(request.body, named, key)
      if (wrong) return wrong
      if (isFiled(portal, key)) return refused('AUTH117')
      if (isUnderWay(portal, key, 'RESET')) return refused('RET191251')
      return taken(enqueue(portal, key, { action: 'RESET', event: request.event }))
    },
  },
  {
    name: 'proceed',
    method: 'POST',
    path: `${HERE}/new-proceed`,
    token: 'taxpayer',
    handle(portal, request, session) {
      const key = returnOf(request, session)
      const flag = request.query.get('is_nil') ?? 'N'
      if (!['Y', 'N'].includes(flag)) return rejected(422, 'is_nil must be Y or N.')
      const wrong = misnamed(request.body, proceeding, key)
      if (wrong) return wrong
      if (isFiled(portal, key)) return refused('RET00009')
      if (isUnderWay(portal, key, 'RESET')) return refused('RET191251')
      const state = stateOf(portal, key)
      const nil = flag === 'Y'
      const again = isUnderWay(portal, key, 'PROCEED') || (isReady(state) && state.readyNil === nil)
      if (again && !isUnderWay(portal, key, 'SAVE')) return refused('RET00003')
      if (nil && holdsAny(portal, key)) return refused('PRACTICE_NIL')
      const empty = !nil && !holdsAny(portal, key) && !isUnderWay(portal, key, 'SAVE')
      if (empty) return refused('RET191148')
      return taken(enqueue(portal, key, { action: 'PROCEED', event: request.event, nil }))
    },
  },
  {
    name: 'status',
    method: 'GET',
    path: '/gst/compliance/tax-payer/gstrs/:year/:month/status',
    token: 'taxpayer',
    handle(portal, request, session) {
      const reference = request.query.get('reference_id')
      if (!reference) return rejected(400, 'reference_id is missing.')
      const found = statusOf(portal, returnOf(request, session), reference)
      // The real portal knows nothing of a nil proceed's reference; a client must go on all the same.
      return !found || found.nil ? refused('RET13510') : payload(found.answer)
    },
  },
]
