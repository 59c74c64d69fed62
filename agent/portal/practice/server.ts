// One request from the socket to the answer: note it, check headers and token, do the call in one transaction, answer.
import type { IncomingMessage, RequestListener } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { asHttp, refused, rejected, type Answer, type HttpAnswer } from './answers.ts'
import type { Call, CallRequest } from './call.ts'
import { calls } from './calls/table.ts'
import { sha256 } from './checksum.ts'
import { practiceKeys } from './credentials.ts'
import type { Faults } from './faults.ts'
import { isTaxpayer } from './gstin.ts'
import { hangUp, match, readBody, send } from './http.ts'
import type { Portal } from './portal.ts'
import { settle } from './processing.ts'
import { noteRequest } from './requests.ts'
import { close, sessionOf } from './sessions.ts'

/** GSTN takes no more than this at a time, in bytes. */
const LARGEST_BODY = 5 * 1024 * 1024

interface Matched {
  readonly call: Call
  readonly params: Readonly<Record<string, string>>
}

/** `onUnexpected` is told of what should not happen; the caller then gets a 500. */
export function serve(
  portal: Portal,
  faults: Faults,
  onUnexpected: (error: unknown) => void,
): RequestListener {
  return (request, response) => {
    answerTo(portal, faults, request)
      .catch((error: unknown): HttpAnswer => {
        onUnexpected(error)
        return stamped(portal, rejected(500, 'The practice portal failed.'))
      })
      .then((answer) => {
        if (answer === 'hang-up') hangUp(response)
        else send(response, answer)
      })
      .catch(onUnexpected)
  }
}

async function answerTo(
  portal: Portal,
  faults: Faults,
  request: IncomingMessage,
): Promise<HttpAnswer | 'hang-up'> {
  const url = new URL(request.url ?? '/', 'http://portal')
  const matched = find(request.method, url.pathname)
  const text = await readBody(request, LARGEST_BODY)
  const event = note(portal, matched?.call.name ?? 'unknown', request.method, url, text)

  const ordered = faults.take(matched?.call.name ?? 'unknown')
  if (ordered?.fault.before) {
    await wait(ordered.order.delay ?? 0)
    const instead = ordered.fault.before(ordered.order, {
      timestamp: portal.now(),
      newId: () => portal.newId(),
      endSession: () => {
        close(portal, sha256(request.headers.authorization ?? ''))
      },
    })
    if (instead) return instead
  }

  const answer = stamped(portal, perform(portal, matched, request, url, text, event))
  if (!ordered?.fault.after) return answer
  await wait(ordered.order.delay ?? 0)
  return ordered.fault.after(answer, ordered.order)
}

function find(method: string | undefined, path: string): Matched | undefined {
  for (const call of calls) {
    const params = call.method === method ? match(call.path, path) : undefined
    if (params) return { call, params }
  }
  return undefined
}

/** Writes the request into the ledger before anything is done about it, without OTP and PAN. */
function note(
  portal: Portal,
  call: string,
  method: string | undefined,
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
  { headers }: IncomingMessage,
  { searchParams: query }: URL,
  text: string | undefined,
  event: number,
): Answer {
  if (!matched) return rejected(404, 'There is no such address.')
  if (text === undefined) return rejected(413, 'The body is too large.')
  const { call, params } = matched

  const header = (name: string): string | undefined => {
    const value = headers[name]
    return Array.isArray(value) ? value.join(',') : value
  }
  if (header('x-api-key') !== practiceKeys.key) return rejected(401, 'The API key is wrong.')
  if (!['1.0', '1.0.0'].includes(header('x-api-version') ?? '1.0.0')) {
    return rejected(400, 'x-api-version must be 1.0.0.')
  }
  if (!['primary', 'secondary'].includes(header('x-source') ?? 'primary')) {
    return rejected(400, 'x-source must be primary or secondary.')
  }
  if (!/^\d{4}$/.test(params.year ?? '2025') || !/^(0[1-9]|1[0-2])$/.test(params.month ?? '01')) {
    return rejected(422, 'The year or the month in the address is not valid.')
  }

  const body = bodyOf(text, header('content-type'))
  if (body.fault) return body.fault
  const request: CallRequest = {
    params,
    query,
    body: body.value,
    secret: header('x-api-secret'),
    event,
  }
  const token = header('authorization') ?? ''
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

const stamped = (portal: Portal, answer: Answer): HttpAnswer =>
  asHttp(answer, portal.now(), portal.newId())
