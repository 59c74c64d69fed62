// The log: named events with a few fields of known kinds. Free text never gets in, so no OTP, token or GSTIN can.
import pino from 'pino'
import { describeError } from './safe-error.ts'

/**
 * What each event may carry. To log something new, add a row.
 * `number`; `word`: letters and dashes from our own code (`file`, `request-refused`); `code`: `EADDRINUSE`, `RET11416`;
 * `id`: hex made by us; `error`: anything thrown, of which only the kind and the place in our code are kept.
 */
const EVENTS = {
  'agent-started': { port: 'number', environment: 'word' },
  'agent-stopped': {},
  'request-refused': { status: 'number', reason: 'word' },
  operation: { operation: 'word', status: 'number', ms: 'number' },
  'agent-fault': { id: 'id', operation: 'word', error: 'error' },
} as const satisfies Record<string, Record<string, Kind>>

type Kind = 'number' | 'word' | 'id' | 'error'
type Events = typeof EVENTS
type FieldsOf<E extends keyof Events> = {
  readonly [F in keyof Events[E]]: Events[E][F] extends 'number'
    ? number
    : Events[E][F] extends 'error'
      ? unknown
      : string
}

export interface Log {
  event<E extends keyof Events>(name: E, fields: FieldsOf<E>): void
}

/** Types alone do not stop a wrong string, so each kind also has a shape; what does not fit is written as `?`. */
const KEEP: Record<Kind, (value: unknown) => unknown> = {
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : '?'),
  word: (value) => shaped(value, /^[a-z][A-Za-z-]{0,39}$/),
  id: (value) => shaped(value, /^[0-9a-f][0-9a-f-]{7,35}$/),
  error: (value) => describeError(value),
}

const shaped = (value: unknown, shape: RegExp): string =>
  typeof value === 'string' && shape.test(value) ? value : '?'

/** Writes one JSON line an event. */
export function createLog(options: {
  stream: { write(line: string): void }
  now: () => Date
}): Log {
  const logger = pino(
    { base: null, timestamp: () => `,"time":"${options.now().toISOString()}"` },
    options.stream,
  )
  return {
    event(name, fields) {
      const kinds: Record<string, Kind> = EVENTS[name]
      const given: Record<string, unknown> = fields
      const kept = Object.entries(kinds).map(([field, kind]) => [field, KEEP[kind](given[field])])
      logger.info({ event: name, ...(Object.fromEntries(kept) as object) })
    },
  }
}
