// One request to its answer, without any socket: note it, check headers and token, do the call in one transaction.
import {
  asHttp,
  refused,
  rejected,
  type Answer,
  type HttpAnswer,
  type Outgoing,
} from './answers.ts'
import type { Call, CallRequest } from './call.ts'
import { calls } from './calls/table.ts'
import { sha256 } from './checksum.ts'
import { practiceKeys } from './credentials.ts'
import { handsFor } from './fault-hands.ts'
import type { Faults } from './fault-orders.ts'
import { isTaxpayer } from './gstin.ts'
import type { Limiter } from './limiter.ts'
import type { Portal } from './portal.ts'
import { settle } from './processing.ts'
import { noteRequest } from './requests.ts'
import { sessionOf } from './sessions.ts'

/** GSTN takes no more than this at a time, in bytes. */
export const LARGEST_BODY = 5 * 1024 * 1024

interface Matched {
  readonly call: Call
  readonly params: Readonly<Record<string, string>>
}

/** A request as it arrives, before anything is made of it. */
export interface HttpRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** The body was too large to be read, so it is not there. */
  readonly oversize?: boolean
}

export interface World {
  readonly portal: Portal
  readonly faults: Faults
  readonly limiter: Limiter
  /** How a fault lets time pass. */
  wait(milliseconds: number): Promise<void>
}

export async function answerTo(world: World, request: HttpRequest): Promise<Outgoing> {
  const { portal } = world
  const url = new URL(request.path, 'http://portal')
  const matched = find(request.method, url.pathname)
  const name = matched?.call.name ?? 'unknown'
  const text = bodyText(request)
  const event = note(portal, name, request.method, url, text)

  const { exceeded, headers } = world.limiter.count()
  const answer = exceeded
    ? stamped(portal, rejected(429, 'Too many requests.'))
    : await withFault(world, name, matched, request, (changed) =>
        stamped(portal, perform(portal, matched, changed.headers, url, text, event)),
      )
  if (answer === 'hang-up') return answer
  return { ...answer, headers: { ...headers, ...answer.headers } }
}

/** Does the call, or what a fault that was ordered for it makes of it. */
async function withFault(
  world: World,
  name: string,
  matched: Matched | undefined,
  request: HttpRequest,
  call: (request: HttpRequest) => HttpAnswer,
): Promise<Outgoing> {
  const { portal, faults, wait } = world
  const served = faults.take(name)
  if (!served) return told(world, request, call(request))
  const { mode, fault, detail } = served
  portal.ledger.append({ at: portal.now(), kind: 'fault', facts: { call: name, mode } })
  const hands = () => handsFor(world, request, matched?.params ?? {})
  if (fault.before) {
    await wait(detail.delay ?? 0)
    const instead = fault.before(detail, hands())
    if (instead) return instead
  }
  const answer = call(fault.request?.(request) ?? request)
  if (!fault.after) return told(world, request, answer)
  if (mode !== 'slow-drip') await wait(detail.delay ?? 0)
  return told(world, request, fault.after(answer, detail, hands()))
}

function told<Answered extends Outgoing>(
  { faults }: World,
  { path }: HttpRequest,
  answer: Answered,
): Answered {
  if (answer !== 'hang-up') faults.told(path, answer)
  return answer
}

/** Nothing where the body is larger than GSTN takes. */
function bodyText({ body = '', oversize = false }: HttpRequest): string | undefined {
  return oversize || Buffer.byteLength(body) > LARGEST_BODY ? undefined : body
}

function find(method: string, path: string): Matched | undefined {
  for (const call of calls) {
    const params = call.method === method ? match(call.path, path) : undefined
    if (params) return { call, params }
  }
  return undefined
}

/** Values of the `:names` in a path pattern; nothing where the path does not match. */
function match(pattern: string, path: string): Record<string, string> | undefined {
  const named = pattern.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')
  const found = new RegExp(`^${named}$`).exec(path)
  return found ? { ...found.groups } : undefined
}

/** Writes the request into the ledger before anything is done about it, without OTP and PAN. */
function note(
  portal: Portal,
  call: string,
  method: string,
  { pathname, searchParams }: URL,
  body: string | undefined,
): number {
  const shown = new URLSearchParams(searchParams)
  for (const secret of ['otp', 'pan']) shown.delete(secret)
  return noteRequest(portal, body, {
    call,
    method,
    path: pathname,
    query: Object.fromEntries(shown),
    ...(body !== undefined && { bodyHash: sha256(body), bytes: Buffer.byteLength(body) }),
  })
}

function perform(
  portal: Portal,
  matched: Matched | undefined,
  headers: HttpRequest['headers'],
  { searchParams: query }: URL,
  text: string | undefined,
  event: number,
): Answer {
  if (!matched) return rejected(404, 'There is no such address.')
  if (text === undefined) return rejected(413, 'The body is too large.')
  const { call, params } = matched

  if (headers['x-api-key'] !== practiceKeys.key) return rejected(401, 'The API key is wrong.')
  if (!['1.0', '1.0.0'].includes(headers['x-api-version'] ?? '1.0.0')) {
    return rejected(400, 'x-api-version must be 1.0.0.')
  }
  if (!['primary', 'secondary'].includes(headers['x-source'] ?? 'primary')) {
    return rejected(400, 'x-source must be primary or secondary.')
  }
  if (!/^\d{4}$/.test(params.year ?? '2025') || !/^(0[1-9]|1[0-2])$/.test(params.month ?? '01')) {
    return rejected(422, 'The year or the month in the address is not valid.')
  }

  const body = bodyOf(text, headers['content-type'])
  if (body.fault) return body.fault
  const request: CallRequest = {
    params,
    query,
    body: body.value,
    secret: headers['x-api-secret'],
    acceptsCache: headers['x-accept-cache'] === 'true',
    event,
  }
  const token = headers.authorization ?? ''
  return portal.ledger.transaction(() => {
    settle(portal)
    return withToken(portal, call, token, request)
  })
}

function bodyOf(text: string, type = ''): { value?: unknown; fault?: Answer } {
  if (text === '') return {}
  if (!/^application\/json(;|$)/.test(type)) {
    return { fault: rejected(400, 'A body must be application/json.') }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { fault: rejected(400, 'The body is not JSON.') }
  }
  return malformedGstin(value) ? { fault: rejected(422, 'Invalid GSTIN pattern') } : { value }
}

/** Sandbox itself looks at the form and the check character before GSTN sees anything. */
const malformedGstin = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'gstin' in body &&
  typeof body.gstin === 'string' &&
  !isTaxpayer(body.gstin)

function withToken(portal: Portal, call: Call, token: string, request: CallRequest): Answer {
  if (call.token === 'none') return call.handle(portal, request)
  if (/^bearer /i.test(token)) return rejected(403, 'The token stands alone, without Bearer.')
  const session = sessionOf(portal, token)
  if (session === 'unknown') return rejected(403, 'The token is not valid, or has run out.')
  if (typeof session === 'object') {
    return call.token === 'taxpayer'
      ? call.handle(portal, request, session)
      : rejected(403, 'This call takes the platform token, not a taxpayer token.')
  }
  if (session === 'platform') {
    return call.token === 'platform'
      ? call.handle(portal, request)
      : rejected(403, 'This call takes a taxpayer token, not the platform token.')
  }
  return refused(session)
}

export const stamped = (portal: Portal, answer: Answer): HttpAnswer =>
  asHttp(answer, portal.now(), portal.newId())
