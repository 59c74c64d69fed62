// Sandbox's GST API as our Portal. One row a call; tokens and OTPs never leave this folder.
import type { Environment } from '../../../templates/identifiers.ts'
import type { Outcome, Portal, PortalUser, ReturnAccess } from '../portal.ts'
import {
  anything,
  filed,
  platformGrant,
  reference,
  sessionGrant,
  status,
  summary,
  tracked,
} from './answers.ts'
import { classify, type Expected } from './classify.ts'
import { exchange, LIMITS, type ExchangeLimits } from './exchange.ts'

/** The only hosts an agent outside practice ever talks to. */
export const HOSTS: Readonly<Record<Exclude<Environment, 'practice'>, string>> = {
  live: 'https://api.sandbox.co.in',
  test: 'https://test-api.sandbox.co.in',
}

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
  readonly limits?: ExchangeLimits
  /** How a request goes out; over HTTP unless told. */
  readonly send?: typeof exchange
}

interface Call<T> extends Expected<T> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  /** The taxpayer's token; without one the platform's is used. */
  readonly token?: string
  readonly body?: string
}

const COMMON = '/gst/compliance/tax-payer'
/** The platform token lives 24 hours; it is renewed well before. */
const PLATFORM_LIFE = 20 * 60 * 60 * 1000

export function createSandbox(options: SandboxOptions): Portal {
  const { base, keys, now, limits = LIMITS, send = exchange } = options
  let platform: { token: string; key: string; until: number } | undefined

  async function platformToken({ key, secret }: Keys): Promise<Outcome<string>> {
    if (platform !== undefined && platform.key === key && platform.until > now().getTime()) {
      return { kind: 'answer', value: platform.token, evidence: NO_EVIDENCE }
    }
    const done = await send(
      {
        method: 'POST',
        url: new URL('/authenticate', base),
        headers: { 'x-api-key': key, 'x-api-secret': secret, 'x-api-version': '1.0.0' },
        body: '',
      },
      limits,
    )
    const outcome = classify(
      { operation: 'authenticate', where: 'outer', form: platformGrant },
      lifted(done),
      [key, secret],
    )
    // Whatever happened to the key exchange, the call it was for has not left.
    if (outcome.kind === 'unknown') return { kind: 'not-sent', reason: outcome.reason }
    if (outcome.kind !== 'answer') return outcome
    const token = outcome.value.access_token
    platform = { token, key, until: now().getTime() + PLATFORM_LIFE }
    return { ...outcome, value: token }
  }

  async function call<T>({ method, path, query = {}, token, body, ...expected }: Call<T>) {
    const pair = await keys()
    if (pair === undefined)
      return { kind: 'not-sent', reason: 'the Sandbox key is missing' } as const
    const access = token === undefined ? await platformToken(pair) : undefined
    if (access !== undefined && access.kind !== 'answer') return access
    const authorization = token ?? access?.value ?? ''
    const url = new URL(path, base)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const done = await send(
      {
        method,
        url,
        headers: {
          authorization,
          'x-api-key': pair.key,
          'x-api-version': '1.0.0',
          'x-source': 'primary',
          accept: 'application/json',
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(body)),
          }),
        },
        ...(body !== undefined && { body }),
      },
      limits,
    )
    const { otp = '', pan = '' } = query
    const secrets = [authorization, pair.key, pair.secret, otp, pan].filter((word) => word !== '')
    const outcome = classify(expected, done, secrets)
    if (outcome.kind === 'denied' && token === undefined) platform = undefined
    return outcome
  }

  const user = ({ gstin, username }: PortalUser) => JSON.stringify({ username, gstin })
  const ofReturn = ({ gstin, period }: ReturnAccess) =>
    JSON.stringify({ gstin, ret_period: period })
  const yearMonth = (period: string) => `${period.slice(2)}/${period.slice(0, 2)}`
  const gstr1 = ({ period }: ReturnAccess, rest = '') =>
    `${COMMON}/gstrs/gstr-1/${yearMonth(period)}${rest}`

  return {
    requestOtp: (who) =>
      call({
        operation: 'request-otp',
        method: 'POST',
        path: `${COMMON}/otp`,
        body: user(who),
        where: 'outer',
        form: anything,
      }),
    verifyOtp: (who, otp) =>
      call({
        operation: 'sign-in',
        method: 'POST',
        path: `${COMMON}/otp/verify`,
        query: { otp },
        body: user(who),
        where: 'outer',
        form: sessionGrant,
      }),
    refresh: (token) =>
      call({
        operation: 'refresh',
        method: 'POST',
        path: `${COMMON}/session/refresh`,
        token,
        where: 'outer',
        form: sessionGrant,
      }),
    logout: (token) =>
      call({
        operation: 'sign-out',
        method: 'POST',
        path: `${COMMON}/logout`,
        token,
        where: 'outer',
        form: anything,
      }),
    save: (access, body) =>
      call({
        operation: 'save',
        method: 'POST',
        path: gstr1(access),
        token: access.token,
        body,
        where: 'inner',
        form: reference,
      }),
    reset: (access) =>
      call({
        operation: 'reset',
        method: 'POST',
        path: gstr1(access, '/reset'),
        token: access.token,
        body: ofReturn(access),
        where: 'inner',
        form: reference,
      }),
    proceed: (access, body) =>
      call({
        operation: 'proceed',
        method: 'POST',
        path: gstr1(access, '/new-proceed'),
        query: { is_nil: (JSON.parse(body) as { isnil?: string }).isnil ?? 'N' },
        token: access.token,
        body,
        where: 'inner',
        form: reference,
      }),
    status: (access, id) =>
      call({
        operation: 'status',
        method: 'GET',
        path: `${COMMON}/gstrs/${yearMonth(access.period)}/status`,
        query: { reference_id: id },
        token: access.token,
        where: 'inner',
        form: status,
      }),
    documents: (access, slug) =>
      call({
        operation: 'documents',
        method: 'GET',
        path: `${COMMON}/gstrs/gstr-1/${slug}/${yearMonth(access.period)}`,
        token: access.token,
        where: 'inner',
        form: anything,
      }),
    summary: (access) =>
      call({
        operation: 'summary',
        method: 'GET',
        path: gstr1(access),
        query: { summary_type: 'long' },
        token: access.token,
        where: 'inner',
        form: summary,
      }),
    requestEvc: (access, pan) =>
      call({
        operation: 'request-evc',
        method: 'POST',
        path: `${COMMON}/evc/otp`,
        query: { gstr: 'gstr-1' },
        token: access.token,
        body: JSON.stringify({ pan }),
        where: 'outer',
        form: anything,
      }),
    file: (access, { body, pan, otp }) =>
      call({
        operation: 'file',
        method: 'POST',
        path: gstr1(access, '/file'),
        query: { pan, otp },
        token: access.token,
        body,
        where: 'inner',
        form: filed,
      }),
    track: (access) =>
      call({
        operation: 'track',
        method: 'GET',
        path: `${COMMON}/gstrs/${yearMonth(access.period)}/track`,
        query: { return_type: 'gstr-1' },
        token: access.token,
        where: 'inner',
        form: tracked,
      }),
  }
}

/** Of a token that was here already. */
const NO_EVIDENCE = { operation: 'authenticate', status: 200, body: '', transaction: '' } as const

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
