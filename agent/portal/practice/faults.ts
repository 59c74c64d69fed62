// Faults that tests can order: a table of modes, and the orders that are still to be served.
import { asHttp, refused, rejected, type HttpAnswer } from './answers.ts'
import { codes, type PortalCode } from './codes.ts'

/** An order: this mode for the next `times` calls of this name, `*` for all. */
export interface Order {
  readonly call: string
  readonly mode: FaultMode
  readonly times: number
  /** Waits so long first, in real milliseconds. */
  readonly delay?: number
  /** Of `error-…`; 503 unless told. */
  readonly status?: number
  /** Of `too-many`, in seconds; left out unless told. */
  readonly retryAfter?: number
  /** Of `refuse`. */
  readonly code?: PortalCode
}

/** What a fault can do to the world besides answering. */
export interface Hands {
  readonly timestamp: number
  newId(): string
  /** Ends the session of the request's token. */
  endSession(): void
}

/**
 * `before` acts in place of the call unless it returns nothing; `after` acts on the answer of a call
 * whose work is on disk. `hang-up` ends the connection without an answer.
 */
export interface Fault {
  before?(order: Order, hands: Hands): HttpAnswer | 'hang-up' | undefined
  after?(answer: HttpAnswer, order: Order): HttpAnswer | 'hang-up'
}

const gateway = ({ status = 503 }: Order, { timestamp, newId }: Hands): HttpAnswer =>
  asHttp(rejected(status, 'The source is not available.'), timestamp, newId())

/** Changes the JSON of an answer. */
const rewrite = (answer: HttpAnswer, change: (payload: Record<string, unknown>) => void) => {
  const body = JSON.parse(answer.body) as { data?: { data?: Record<string, unknown> } }
  if (body.data?.data) change(body.data.data)
  return { ...answer, body: JSON.stringify(body) }
}

const without = (member: string) => (answer: HttpAnswer) =>
  rewrite(answer, (payload) => {
    Reflect.deleteProperty(payload, member)
  })

const withStatus = (word: string) => (answer: HttpAnswer) =>
  rewrite(answer, (payload) => {
    if ('status_cd' in payload) payload.status_cd = word
  })

const faults = {
  'delay-before': { before: () => undefined },
  'delay-after': { after: (answer) => answer },
  'drop-before': { before: () => 'hang-up' },
  'drop-after': { after: () => 'hang-up' },
  'error-before': { before: gateway },
  'error-after': {
    after: (answer, { status = 504 }) => ({
      ...answer,
      status,
      body: JSON.stringify({ code: status, message: 'The source timed out.' }),
    }),
  },
  'too-many': {
    before: ({ retryAfter }, { timestamp, newId }) => {
      const answer = asHttp(rejected(429, 'Too many requests.'), timestamp, newId())
      if (retryAfter === undefined) return answer
      return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfter) } }
    },
  },
  'cut-json': {
    after: (answer) => ({ ...answer, body: answer.body.slice(0, answer.body.length / 2) }),
  },
  'html-page': {
    after: () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Maintenance</title><p>We will be back soon.</p>',
    }),
  },
  'empty-body': { after: (answer) => ({ ...answer, body: '' }) },
  'lost-reference': { after: without('reference_id') },
  'lost-acknowledgement': { after: without('ack_num') },
  'unknown-status': { after: withStatus('COMPLETED?') },
  'status-goes-back': { after: withStatus('IP') },
  'session-expired': {
    before: (_, { endSession }) => {
      endSession()
      return undefined
    },
  },
  // A `track` that is behind the filing is `refuse` with RET13510; a user with too many sessions, with AUTH403.
  refuse: {
    before: ({ code = 'RET13510' }, { timestamp, newId }) =>
      asHttp(refused(code), timestamp, newId()),
  },
} satisfies Record<string, Fault>

export type FaultMode = keyof typeof faults

export const faultModes = Object.keys(faults) as FaultMode[]
export const portalCodes = Object.keys(codes) as PortalCode[]

export interface Faults {
  order(order: Order): void
  clear(): void
  /** The fault for a call that just came in, if one is ordered; counts it as served. */
  take(call: string): { readonly fault: Fault; readonly order: Order } | undefined
}

/** Orders live in memory: a restarted portal has none. */
export function makeFaults(): Faults {
  const orders: { order: Order; left: number }[] = []
  return {
    order: (order) => {
      orders.push({ order, left: order.times })
    },
    clear: () => {
      orders.length = 0
    },
    take: (call) => {
      const next = orders.find(({ order, left }) => left > 0 && [call, '*'].includes(order.call))
      if (!next) return undefined
      next.left -= 1
      return { fault: faults[next.order.mode], order: next.order }
    },
  }
}
