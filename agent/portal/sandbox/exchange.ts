// One HTTP exchange with Sandbox: a fresh connection, no redirects, a bounded answer, and the knowledge whether a byte left.
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'

export interface ExchangeRequest {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export type Exchange =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly contentType: string
      readonly headers: IncomingMessage['headers']
      readonly text: string
    }
  /** DNS, refused, TLS or connect failure: provably before the first byte of the request. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** Broken off after bytes may have left. */
  | { readonly kind: 'broken'; readonly reason: string }

/** Sandbox's gateway gives up at about 30 s; we wait longer than that. Milliseconds and bytes. */
export interface ExchangeLimits {
  readonly connect: number
  readonly total: number
  readonly bytes: number
}

export const LIMITS: ExchangeLimits = { connect: 15_000, total: 60_000, bytes: 32 * 1024 * 1024 }

export function exchange(
  { method, url, headers, body }: ExchangeRequest,
  limits: ExchangeLimits = LIMITS,
): Promise<Exchange> {
  const secure = url.protocol === 'https:'
  const send = secure ? httpsRequest : httpRequest
  return new Promise((resolve) => {
    let connected = false
    // `agent: false`: a socket of its own, so that a stale one is never written to.
    const request = send(url, {
      method,
      agent: false,
      headers: { ...headers, connection: 'close' },
    })
    const finish = (outcome: Exchange): void => {
      clearTimeout(connecting)
      clearTimeout(whole)
      resolve(outcome)
      request.destroy()
    }
    const fail = (reason: string): void =>
      finish({ kind: connected ? 'broken' : 'not-sent', reason })
    const connecting = setTimeout(() => {
      if (!connected) fail('no connection within 15 seconds')
    }, limits.connect)
    const whole = setTimeout(() => fail('no complete answer in time'), limits.total)

    request.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true
      })
    })
    request.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message))
    request.on('response', (response) => {
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
        if (size > limits.bytes) fail('the answer is too large')
        else parts.push(part)
      })
      response.on('aborted', () => fail('the answer broke off'))
      response.on('end', () => {
        if (!response.complete) return fail('the answer broke off')
        finish({
          kind: 'answered',
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        })
      })
    })
    if (body === undefined) request.end()
    else request.end(body)
  })
}
