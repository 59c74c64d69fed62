// A server that answers as a test tells it, raw bytes included, and a client of it whose secrets can be looked for.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Outcome, Portal, PortalCall, ReturnAccess } from '../../../agent/portal/portal.ts'
import type { ExchangeLimits } from '../../../agent/portal/sandbox/exchange.ts'
import { createSandbox } from '../../../agent/portal/sandbox/sandbox.ts'
import { PERIOD, TAXPAYER } from '../../sheets.ts'

export type Answering = (response: ServerResponse, request: IncomingMessage) => void

export interface OddServer {
  readonly url: string
  /** Requests that came in, as `POST /path?query`, the key exchange left out. */
  readonly seen: { line: string; headers: IncomingMessage['headers']; body: string }[]
  close(): Promise<void>
}

export const ANSWER_OF_AUTHENTICATE: Answering = (response) =>
  json(response, { code: 200, data: { access_token: SECRETS.platform } })

export async function startOddServer(
  answer: Answering,
  authenticate: Answering = ANSWER_OF_AUTHENTICATE,
): Promise<OddServer> {
  const seen: OddServer['seen'] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      if (request.url === '/authenticate') return authenticate(response, request)
      const line = `${request.method ?? ''} ${request.url ?? ''}`
      seen.push({ line, headers: request.headers, body })
      answer(response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  text(response, JSON.stringify(body), 'application/json', status)
}

export function text(
  response: ServerResponse,
  body: string,
  type = 'text/html',
  status = 200,
): void {
  response.writeHead(status, { 'content-type': type }).end(body)
}

/** What must never be seen again outside the request that needs it. */
export const SECRETS = {
  key: 'key_test_canaryofkey',
  secret: 'secret_test_canaryofsecret',
  platform: 'eyJplatform.canary.token',
  token: 'eyJtaxpayer.canary.token',
  otp: '918273',
  pan: 'CANRY1234P',
} as const

/** What a session grants in tests; a secret too. */
export const GRANTED = 'eyJgranted.canary.token'

export const ACCESS: ReturnAccess = {
  token: SECRETS.token,
  gstin: TAXPAYER.gstin,
  period: PERIOD,
}

const SHORT: ExchangeLimits = { connect: 300, total: 300, bytes: 64 * 1024 }

export const clientOf = (base: string, limits = SHORT, kept: PortalCall[] = []): Portal =>
  createSandbox({
    base,
    keys: () => Promise.resolve({ key: SECRETS.key, secret: SECRETS.secret }),
    now: () => new Date(),
    random: () => 0,
    heardTime: () => undefined,
    record: (call) => Promise.resolve(String(kept.push(call))),
    limits,
  })

/** Every operation of the portal, by its name, on the same return. */
export const CALLS: Readonly<Record<keyof Portal, (portal: Portal) => Promise<Outcome<unknown>>>> =
  {
    requestOtp: (portal) => portal.requestOtp(TAXPAYER),
    verifyOtp: (portal) => portal.verifyOtp(TAXPAYER, SECRETS.otp),
    refresh: (portal) => portal.refresh(ACCESS),
    logout: (portal) => portal.logout(ACCESS),
    save: (portal) => portal.save(ACCESS, '{"gstin":"x"}'),
    reset: (portal) => portal.reset(ACCESS),
    proceed: (portal) => portal.proceed(ACCESS, '{"gstin":"x"}'),
    status: (portal) => portal.status(ACCESS, 'ref-1'),
    documents: (portal) => portal.documents(ACCESS, 'b2b'),
    summary: (portal) => portal.summary(ACCESS),
    requestEvc: (portal) => portal.requestEvc(ACCESS, SECRETS.pan),
    file: (portal) => portal.file(ACCESS, { body: '{}', pan: SECRETS.pan, otp: SECRETS.otp }),
    track: (portal) => portal.track(ACCESS),
    trackPublic: (portal) => portal.trackPublic(ACCESS),
    preference: (portal) => portal.preference(ACCESS, '2026-27'),
  }

/** Every operation against one way of answering: the outcomes by operation, what the server saw, what the journal kept. */
export async function askAll(answer: Answering): Promise<{
  outcomes: Map<string, Outcome<unknown>>
  seen: OddServer['seen']
  kept: PortalCall[]
}> {
  const server = await startOddServer(answer)
  try {
    const kept: PortalCall[] = []
    const portal = clientOf(server.url, SHORT, kept)
    const outcomes = await Promise.all(
      Object.entries(CALLS).map(async ([name, call]) => [name, await call(portal)] as const),
    )
    return { outcomes: new Map(outcomes), seen: server.seen, kept }
  } finally {
    await server.close()
  }
}
