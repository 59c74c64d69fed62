// One call to Sandbox: key and token put on, within the limit, sent, kept as evidence, and only then understood.
import { createHash } from 'node:crypto'
import type { Gstin, Period } from '../../../templates/identifiers.ts'
import type { PortalOperation } from '../../../templates/problems/portal-codes.ts'
import type { Outcome, PortalCall } from '../portal.ts'
import { platformGrant } from './answers.ts'
import { classify, keptOf, type Expected } from './classify.ts'
import { exchange, LIMITS, type ExchangeLimits } from './exchange.ts'
import { createLimiter } from './limiter.ts'

interface Keys {
  readonly key: string
  readonly secret: string
}

export interface SandboxOptions {
  /** `HOSTS`, or the practice portal on this machine. */
  readonly base: string
  /** Read at every use, so that new keys hold at once. */
  readonly keys: () => Promise<Keys | undefined>
  readonly now: () => Date
  readonly random: () => number
  /** Calls a minute that Sandbox grants, until its answers say; undefined where nobody counts. */
  readonly perMinute?: number | undefined
  /** Keeps a call and what came back before anything is made of it; gives its id. */
  readonly record: (call: PortalCall) => Promise<string>
  /** Told of the time that an answer's `Date` names. */
  readonly heardTime: (moment: Date) => void
  readonly limits?: ExchangeLimits
  /** How a request goes out; over HTTP unless told. */
  readonly send?: typeof exchange
}

export interface Call<T> extends Expected<T> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** The taxpayer's token; without one the platform's is used. */
  readonly token?: string
  readonly body?: string
  /** Stands in the body: it is kept nowhere, nor as the body's hash, by which so short a word could be found. */
  readonly secret?: string
  /** Whose return it is about. */
  readonly of?: { readonly gstin: Gstin; readonly period?: Period }
}

/** The platform token lives 24 hours; it is renewed well before. */
const PLATFORM_LIFE = 20 * 60 * 60 * 1000
/** What can wait leaves the last of the budget to the rest. */
const PATIENT: ReadonlySet<PortalOperation> = new Set(['status', 'documents'])

export function createClient(options: SandboxOptions): <T>(asked: Call<T>) => Promise<Outcome<T>> {
  const {
    base,
    keys,
    now,
    random,
    perMinute,
    record,
    heardTime,
    limits = LIMITS,
    send = exchange,
  } = options
  const limiter = createLimiter({ perMinute, now: () => now().getTime(), random })
  let platform: { token: string; key: string; until: number } | undefined

  async function platformToken({ key, secret }: Keys): Promise<Outcome<string>> {
    if (platform !== undefined && platform.key === key && platform.until > now().getTime()) {
      return { kind: 'answer', value: platform.token, evidence: NO_EVIDENCE }
    }
    const outcome = await exchanged(
      {
        operation: 'authenticate',
        method: 'POST',
        path: '/authenticate',
        where: 'outer',
        form: platformGrant,
        body: '',
      },
      { 'x-api-key': key, 'x-api-secret': secret, 'x-api-version': '1.0.0' },
      [key, secret],
    )
    // Whatever happened to the key exchange, the call it was for has not left.
    if (outcome.kind === 'unknown') return { kind: 'not-sent', reason: outcome.reason }
    if (outcome.kind !== 'answer') return outcome
    const token = outcome.value.access_token
    platform = { token, key, until: now().getTime() + PLATFORM_LIFE }
    return { ...outcome, value: token }
  }

  async function call<T>(asked: Call<T>): Promise<Outcome<T>> {
    const { query = {}, token, secret = '' } = asked
    const pair = await keys()
    if (pair === undefined) return { kind: 'not-sent', reason: 'the Sandbox key is missing' }
    const access = token === undefined ? await platformToken(pair) : undefined
    if (access !== undefined && access.kind !== 'answer') return access
    const authorization = token ?? access?.value ?? ''
    const { otp = '', pan = '' } = query
    const outcome = await exchanged(
      asked,
      {
        authorization,
        'x-api-key': pair.key,
        'x-api-version': '1.0.0',
        'x-source': 'primary',
        accept: 'application/json',
        ...asked.headers,
        ...(asked.body !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(asked.body)),
        }),
      },
      [authorization, pair.key, pair.secret, otp, pan, secret].filter((word) => word !== ''),
    )
    if (outcome.kind === 'denied' && token === undefined) platform = undefined
    return outcome
  }

  /** One exchange: within the limit, sent, kept, and only then understood. */
  async function exchanged<T>(
    { operation, method, path, query = {}, body, secret, of, where, form }: Call<T>,
    headers: Readonly<Record<string, string>>,
    secrets: readonly string[],
  ): Promise<Outcome<T>> {
    const wait = limiter.take(!PATIENT.has(operation))
    if (wait > 0) return { kind: 'not-sent', reason: 'limit', seconds: Math.ceil(wait / 1000) }
    const url = new URL(path, base)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const done = await send({ method, url, headers, ...(body !== undefined && { body }) }, limits)
    if (done.kind === 'not-sent') return done
    const id = await record({
      operation,
      ...of,
      request: `${method} ${path}${shown(query)}`,
      ...(body !== undefined &&
        secret === undefined && { bodySha256: createHash('sha256').update(body).digest('hex') }),
      ...keptOf(operation, done, secrets),
    })
    const heard = done.kind === 'answered' ? done.headers : {}
    if (done.kind === 'answered' && done.status !== 429) limiter.heard(heard)
    const slowDown = () => limiter.slowDown(heard)
    const understood = operation === 'authenticate' ? lifted(done) : done
    const outcome = classify({ operation, where, form }, understood, secrets, { id, slowDown })
    const moment = new Date(String(heard.date))
    // A page of some other server on the way has another clock.
    const isPortals = outcome.kind === 'answer' || outcome.kind === 'refused'
    if (isPortals && !Number.isNaN(moment.getTime())) heardTime(moment)
    return outcome
  }

  return call
}

/** Of a token that was here already. */
const NO_EVIDENCE = { id: '', transaction: '' } as const

/** A query as it may be kept. */
function shown(query: Readonly<Record<string, string>>): string {
  const plain = Object.entries(query).filter(([name]) => name !== 'otp' && name !== 'pan')
  return plain.length === 0 ? '' : `?${new URLSearchParams(plain).toString()}`
}

/** Authenticate says success without `status_cd`, and once had its token at the top level: brought into the common form. */
function lifted(done: Awaited<ReturnType<typeof exchange>>): typeof done {
  if (done.kind !== 'answered' || done.status !== 200) return done
  try {
    const json = JSON.parse(done.text) as Record<string, unknown>
    const data = (json.data ?? { access_token: json.access_token }) as Record<string, unknown>
    return { ...done, text: JSON.stringify({ ...json, data: { status_cd: '1', ...data } }) }
  } catch {
    return done
  }
}
