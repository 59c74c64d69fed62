// The three families of answers that Sandbox's interface has, and their form on the wire.
import type { Envelope } from '../../../templates/wire/answers.ts'
import { codes, type PortalCode } from './codes.ts'

/** `granted`: 200 with data. `refused`: GSTN said no, still 200. `rejected`: Sandbox said no, 4xx or 5xx. */
export type Answer =
  | { readonly kind: 'granted'; readonly data: object }
  | { readonly kind: 'refused'; readonly code: PortalCode }
  | { readonly kind: 'rejected'; readonly status: number; readonly message: string }

/** Sandbox puts session answers straight beside `status_cd`. */
export const granted = (fields: object = {}): Answer => ({
  kind: 'granted',
  data: { status_cd: '1', ...fields },
})

/** GSTN's payload lies one `data` deeper. */
export const payload = (data: object): Answer => granted({ data })

/** Without any `status_cd`: the platform's own answers. */
export const platform = (data: object): Answer => ({ kind: 'granted', data })

export const refused = (code: PortalCode): Answer => ({ kind: 'refused', code })

export const rejected = (status: number, message: string): Answer => ({
  kind: 'rejected',
  status,
  message,
})

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** At once and whole, where this is left out. */
  readonly delivery?: Delivery
}

/** `cut`: the connection ends in the middle of the body. `drip`: so many pieces, so many milliseconds apart. */
export type Delivery =
  | { readonly kind: 'cut' }
  | { readonly kind: 'drip'; readonly pieces: number; readonly every: number }

/** What goes out: an answer, or the end of the connection without one. */
export type Outgoing = HttpAnswer | 'hang-up'

/** `timestamp` is epoch milliseconds; the Date header tells the same clock. */
export function asHttp(answer: Answer, timestamp: number, transactionId: string): HttpAnswer {
  const stamp = { timestamp, transaction_id: transactionId }
  const dated = (of: HttpAnswer): HttpAnswer => ({
    ...of,
    headers: { ...of.headers, date: new Date(timestamp).toUTCString() },
  })
  if (answer.kind === 'rejected') {
    return dated(json(answer.status, { code: answer.status, message: answer.message, ...stamp }))
  }
  const data =
    answer.kind === 'granted'
      ? answer.data
      : { status_cd: '0', error: { error_cd: answer.code, message: codes[answer.code] } }
  return dated(json(200, { code: 200, ...stamp, data }))
}

export function json(status: number, body: Envelope | object): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  }
}
