// The agent's one door: HTTPS on this machine only. Guard, token and rate come first, then routes and files.
import { getRequestListener } from '@hono/node-server'
import { createServer, type Server } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Log } from '../log.ts'
import { loadCertificate } from './certificate.ts'
import { contract, type Handlers } from './contract.ts'
import { judge, type Admitted, type Refusal } from './guard.ts'
import { setSecurityHeaders } from './headers.ts'
import { createRate } from './rate.ts'
import { createRoutes } from './routes.ts'
import { createStaticFiles } from './static-files.ts'
import { hashToken, type TokenStore } from './tokens.ts'

export interface ServerOptions {
  /** 0 takes any free port (tests). */
  readonly port: number
  /** Where the certificate lives; opened and locked by `openDataFolder` before. */
  readonly dataFolder: string
  /** What webpack built, and Microsoft's office.js for the preview. */
  readonly distFolder: string
  readonly officeFolder: string
  readonly handlers: Handlers
  readonly tokens: TokenStore
  readonly log: Log
  readonly now: () => Date
  readonly randomBytes: (count: number) => Uint8Array
  readonly limits?: Record<keyof typeof LIMITS, number>
}

export interface RunningServer {
  /** `https://localhost:3443` */
  readonly url: string
  readonly port: number
  /** Ends open requests and streams too. */
  close(): Promise<void>
}

/** Milliseconds, and counts. A body may take 30 s: on loopback even 64 MiB needs less than one. */
export const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxConnections: 64,
} as const

/** Past this many Node drops headers silently; the guard refuses far earlier. */
const HEADERS_READ = 128

const LOOPBACK = ['127.0.0.1', '::1']

/** Refuses `port-taken` (facts: port), `open-to-others`, `not-yours`. Never takes another port than the one asked for. */
export async function startServer(options: ServerOptions): Promise<Result<RunningServer>> {
  const { log, tokens, now, limits = LIMITS } = options
  const certificate = await loadCertificate(options.dataFolder, now())
  if (!certificate.ok) return certificate

  const newId = (): string => Buffer.from(options.randomBytes(8)).toString('hex')
  const app = createRoutes({ handlers: options.handlers, log, now, newId }).route(
    '/',
    createStaticFiles({ dist: options.distFolder, office: options.officeFolder }),
  )
  const serve = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const withinRate = createRate(now)
  let port = options.port

  async function admit(admitted: Admitted): Promise<Refusal | undefined> {
    if (admitted.kind === 'page') return undefined
    const hash = admitted.token === undefined ? undefined : hashToken(admitted.token)
    const paired = hash !== undefined && (await tokens.has(hash))
    if (!withinRate(paired ? hash : 'nobody')) return refusal(429, 'too-many-requests')
    if (contract[admitted.name].access === 'paired' && !paired) return refusal(401, 'not-paired')
    return undefined
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const judged = judge(request, port)
    const path = judged.ok && judged.admitted.kind === 'page' ? judged.admitted.path : 'not a page'
    setSecurityHeaders(response, path)
    // Chromium sends a POST again when a kept-alive connection dies unanswered; a connection of its own is not reused.
    if (request.method === 'POST') response.shouldKeepAlive = false
    const refused = judged.ok ? await admit(judged.admitted) : judged.refusal
    if (refused === undefined) return serve(request, response)
    const { reason } = refused.problem.facts
    log.event('request-refused', {
      status: refused.status,
      reason: typeof reason === 'string' ? reason : refused.problem.code,
    })
    answer(response, refused, request.method === 'POST' ? undefined : `https://localhost:${port}`)
  }

  const listeners: Server[] = []
  const close = async (): Promise<void> => {
    await Promise.all(listeners.map(stop))
  }
  for (const host of LOOPBACK) {
    const server = createServer(
      {
        key: certificate.value.key,
        cert: certificate.value.certificate,
        minVersion: 'TLSv1.2',
        ...limits,
      },
      (request, response) => {
        handle(request, response).catch((error: unknown) => {
          log.event('agent-fault', { id: newId(), operation: 'server', error })
          response.destroy()
        })
      },
    )
    server.maxConnections = limits.maxConnections
    server.maxHeadersCount = HEADERS_READ
    server.on('upgrade', (_request, socket) => socket.destroy())
    const listening = await listen(server, port, host)
    if (listening === 'in-use') {
      await close()
      return refuse('port-taken', { port })
    }
    if (listening === 'no-such-address') continue // IPv6 is switched off here
    port = listening
    listeners.push(server)
  }
  return done({ url: `https://localhost:${port}`, port, close })
}

const refusal = (status: number, code: string): Refusal => ({
  status,
  problem: refuse(code).problem,
})

/** The pane gets the problem; a person who typed the address gets a sentence with the right one. */
function answer(response: ServerResponse, refused: Refusal, home: string | undefined): void {
  const text =
    home === undefined
      ? JSON.stringify({ ok: false, problem: refused.problem })
      : `The agent on this computer does not answer this. Type the address yourself: ${home}/preview\n`
  response.writeHead(refused.status, {
    'Content-Type': home === undefined ? 'application/json' : 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    Connection: 'close', // a refused request's body is not read
  })
  response.end(text)
}

/** The port that is listened on, or why not. */
function listen(
  server: Server,
  port: number,
  host: string,
): Promise<number | 'in-use' | 'no-such-address'> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('in-use')
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') {
        resolve('no-such-address')
      } else reject(error)
    })
    server.listen({ port, host }, () => resolve((server.address() as AddressInfo).port))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
