// Who may ask, and in what form: judged on the raw request, before any framework reads it. The default is no.
import type { IncomingMessage } from 'node:http'
import { refuse, type Problem } from '../../templates/problems/problem.ts'
import { contract, type OperationName } from './contract.ts'

export interface Refusal {
  readonly status: number
  readonly problem: Problem
}

/** A static file, which holds no data; or an operation, with the token to be looked up. */
export type Admitted =
  | { readonly kind: 'page'; readonly path: string }
  | {
      readonly kind: 'operation'
      readonly name: OperationName
      readonly token: string | undefined
    }

export type Judgement =
  | { readonly ok: true; readonly admitted: Admitted }
  | { readonly ok: false; readonly refusal: Refusal }

export type RawRequest = Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>

const MOST_HEADERS = 64

/** Why a request is refused, and its HTTP status. 421 is "Misdirected Request" (RFC 9110 §15.5.20). */
const STATUS = {
  headers: 431,
  method: 405,
  address: 400,
  hostMissing: 400,
  host: 421,
  preflight: 403,
  origin: 403,
  site: 403,
  marker: 403,
  operation: 404,
  mediaType: 415,
  encoding: 415,
} as const

export function judge(request: RawRequest, port: number): Judgement {
  const headers = readHeaders(request.rawHeaders)
  const only = (name: string): string | undefined => {
    const values = headers.get(name)
    return values?.length === 1 ? values[0] : undefined
  }
  const here = `localhost:${port}`
  const method = request.method ?? ''

  if (request.rawHeaders.length / 2 > MOST_HEADERS) return no('headers')
  if (!['GET', 'HEAD', 'POST', 'OPTIONS'].includes(method)) return no('method')

  const path = plainPath(request.url ?? '')
  if (path === undefined) return no('address')

  // A page whose name was rebound to 127.0.0.1 still says its own name here.
  const host = only('host')
  if (host === undefined || host === '') return no('hostMissing')
  if (host !== here) return no('host')

  // The pane has our own origin, so nobody who needs a preflight has business here.
  if (method === 'OPTIONS') return no('preflight')
  if (headers.has('origin') && only('origin') !== `https://${here}`) return no('origin')

  const operation = /^\/api\/(.*)$/.exec(path)?.[1]
  if (operation === undefined) {
    if (method === 'POST') return no('method')
    return mayLoad(path, headers) ? { ok: true, admitted: { kind: 'page', path } } : no('site')
  }

  // Every call is a POST, because browsers leave Origin out of a same-origin GET.
  if (method !== 'POST') return no('method')
  if (!headers.has('origin')) return no('origin')
  if (headers.has('sec-fetch-site') && only('sec-fetch-site') !== 'same-origin') return no('site')
  if (!isOperation(operation)) return no('operation')
  if (only('content-type') !== 'application/json') return no('mediaType')
  if (headers.has('content-encoding')) return no('encoding')
  if (only('x-agent-api') !== '1') return no('marker')
  const { limit } = contract[operation]
  if (Number(only('content-length') ?? 0) > limit) {
    return { ok: false, refusal: tooLarge(operation, limit) }
  }
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(only('authorization') ?? '')?.[1]
  return { ok: true, admitted: { kind: 'operation', name: operation, token } }
}

export const tooLarge = (operation: OperationName, limit: number): Refusal => ({
  status: 413,
  problem: refuse('too-large', { operation, limit }).problem,
})

function no(reason: keyof typeof STATUS): Judgement {
  const { problem } = refuse('request-refused', { reason })
  return { ok: false, refusal: { status: STATUS[reason], problem } }
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name)
}

/** Every value of every header. `IncomingMessage.headers` drops or joins repeated ones, and two layers may then disagree. */
function readHeaders(raw: readonly string[]): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = (raw[i] ?? '').toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), raw[i + 1] ?? ''])
  }
  return headers
}

/** The path without its query, which Office adds and we ignore; `undefined` unless it is plain: nothing escaped, nothing to resolve. */
function plainPath(url: string): string | undefined {
  const [path = ''] = url.split('?', 1)
  return /^\/$|^(\/(?!\.\.?(\/|$))[\w.~-]+)+$/.test(path) ? path : undefined
}

/** Pages load when the user opens them; Office on the web frames the pane and shows our icons. */
function mayLoad(path: string, headers: Map<string, string[]>): boolean {
  const site = headers.get('sec-fetch-site')?.join()
  if (site === undefined || site === 'none' || site === 'same-origin') return true
  const use = headers.get('sec-fetch-dest')?.join()
  return (path === '/pane' && use === 'iframe') || (path.startsWith('/assets/') && use === 'image')
}
