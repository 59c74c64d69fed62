// The wire between Sandbox client and practice portal, without a socket: what breaks on it looks to the client as it does over HTTP.
import type { Exchange, ExchangeRequest } from '../../../agent/portal/sandbox/exchange.ts'
import type { OpenPractice } from '../../../agent/portal/practice/open.ts'
import type { HeldClock } from '../held-clock.ts'

/** The client gives up after so long, and never learns what became of it. */
const PATIENCE = 60_000

export interface Wire {
  /** So many of the next requests find nobody at the other end. */
  unreachable: number
  /** Requests that wait for their answer. */
  travelling: number
  readonly send: (request: ExchangeRequest) => Promise<Exchange>
}

export function wireTo(practice: OpenPractice, clock: HeldClock): Wire {
  const wire: Wire = {
    unreachable: 0,
    travelling: 0,
    async send({ method, url, headers, body }) {
      if (wire.unreachable > 0) {
        wire.unreachable -= 1
        return { kind: 'not-sent', reason: 'ECONNREFUSED' }
      }
      const over = new AbortController()
      wire.travelling += 1
      const asked = practice.answer({
        method,
        path: url.pathname + url.search,
        headers: lowerCase(headers),
        ...(body !== undefined && { body }),
      })
      const tooLate = clock.sleep(PATIENCE, over.signal).then(() => 'too late' as const)
      const answer = await Promise.race([asked, tooLate])
      over.abort()
      wire.travelling -= 1
      if (answer === 'too late') return { kind: 'broken', reason: 'no complete answer in time' }
      if (answer === 'hang-up') return { kind: 'broken', reason: 'ECONNRESET' }
      return {
        kind: 'answered',
        status: answer.status,
        contentType: answer.headers['content-type'] ?? '',
        headers: answer.headers,
        text: answer.body,
      }
    },
  }
  return wire
}

const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
