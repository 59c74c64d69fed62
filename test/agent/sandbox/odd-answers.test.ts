// Answers that no documentation promises: each must end as what can be proved, and nothing but a parsed yes is a success.
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../agent/portal/portal.ts'
import {
  ACCESS,
  askAll,
  CALLS,
  clientOf,
  json,
  startOddServer,
  text,
  type Answering,
} from './odd-server.ts'

const SUCCESS = {
  code: 200,
  data: {
    status_cd: '1',
    access_token: 'granted',
    session_expiry: 1,
    token_expiry: 1,
    data: {
      reference_id: 'ref-1',
      status_cd: 'P',
      gstin: ACCESS.gstin,
      ret_period: '102026',
      chksum: 'c',
      sec_sum: [],
      ack_num: 'ACK1',
      EFiledlist: [],
      response: [],
    },
  },
}
const whole = JSON.stringify(SUCCESS)
const raw =
  (bytes: string, then: 'end' | 'destroy' | 'stay' = 'end'): Answering =>
  ({ socket }) => {
    socket?.write(bytes)
    if (then === 'end') socket?.end()
    else if (then === 'destroy') setImmediate(() => socket?.resetAndDestroy())
  }
const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

async function expectAll(answer: Answering, wanted: Partial<Outcome<unknown>>): Promise<void> {
  const { outcomes } = await askAll(answer)
  for (const [call, outcome] of outcomes) {
    expect({ call, outcome }).toMatchObject({ call, outcome: wanted })
  }
}

const UNPROVED: readonly (readonly [string, Answering])[] = [
  ['a maintenance page with 200', (to) => text(to, '<!doctype html><p>We will be back.')],
  ['half a JSON text', (to) => text(to, whole.slice(0, 40), 'application/json')],
  ['a success under a wrong content type', (to) => text(to, whole, 'text/html')],
  ['200 with nothing in it', (to) => text(to, '', 'application/json')],
  ...['null', '[]', '"1"', '42', '{}', '{"data":null}'].map(
    (body) =>
      [`200 with ${body}`, (to) => text(to, body, 'application/json')] as const satisfies [
        string,
        Answering,
      ],
  ),
  ['a body without end', (to) => endless(to)],
  ['no answer at all', () => undefined],
  ['half an answer, then silence', raw(`${HEAD}content-length: 500\r\n\r\n{"code"`, 'stay')],
  ['a reset before any answer', (to) => to.socket?.resetAndDestroy()],
  [
    'a reset in the middle of the body',
    raw(`${HEAD}content-length: 500\r\n\r\n{"code"`, 'destroy'),
  ],
  ['a body shorter than announced', raw(`${HEAD}content-length: 5000\r\n\r\n${whole}`)],
  ['a chunked body that breaks off', raw(`${HEAD}transfer-encoding: chunked\r\n\r\n5\r\n{"cod`)],
  ['something that is no HTTP', raw('SSH-2.0-nothing\r\n')],
  ['500', (to) => json(to, { code: 500, message: 'internal' }, 500)],
  ['503', (to) => json(to, { code: 503, message: 'source unavailable' }, 503)],
  ['504 over a success', (to) => json(to, SUCCESS, 504)],
  ['503 inside 200', (to) => json(to, { ...SUCCESS, code: 503 })],
  ['a page with 403', (to) => text(to, '<h1>Forbidden</h1>', 'text/html', 403)],
  [
    'a status word that is neither 0 nor 1',
    (to) => json(to, { ...SUCCESS, data: { ...SUCCESS.data, status_cd: '2' } }),
  ],
  ['no status word', (to) => json(to, { data: { data: SUCCESS.data.data } })],
  ['a refusal without an error', (to) => json(to, { data: { status_cd: '0' } })],
  [
    'a refusal without a code',
    (to) => json(to, { data: { status_cd: '0', error: { message: 'no' } } }),
  ],
]

function endless(response: Parameters<Answering>[0]): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const part = 'x'.repeat(16 * 1024)
  const more = (): void => {
    if (response.destroyed) return
    if (response.write(part)) setImmediate(more)
    else response.once('drain', more)
  }
  more()
}

describe('every operation takes for unknown, never for done or failed,', () => {
  test.each(UNPROVED)('%s', async (_, answer) => {
    await expectAll(answer, { kind: 'unknown' })
  })
})

test('the success of all these tests is one for every operation', async () => {
  await expectAll((to) => json(to, SUCCESS), { kind: 'answer' })
})

describe('a parsed no', () => {
  const error = { error_cd: 'RET191106', message: 'no' }
  test.each([
    ['inside 200', '0', error],
    ['with a number for a status word', 0, error],
    ['with error_code instead of error_cd', '0', { error_code: 'RET191106', message: 'no' }],
    ['with error_msg instead of message', '0', { error_cd: 'RET191106', error_msg: 'no' }],
  ])('%s is a refusal', async (_, status_cd, said) => {
    await expectAll((to) => json(to, { code: 200, data: { status_cd, error: said } }), {
      kind: 'refused',
      code: 'RET191106',
      message: 'no',
    })
  })

  test.each([
    ['400', 400, 400],
    ['401', 401, 401],
    ['403', 403, 403],
    ['413', 413, 413],
    ['422', 422, 422],
    ['422 inside HTTP 500', 500, 422],
    ['422 inside HTTP 200', 200, 422],
  ])('of Sandbox with %s is a denial', async (_, http, code) => {
    await expectAll((to) => json(to, { code, message: 'Invalid GSTIN pattern' }, http), {
      kind: 'denied',
      status: code,
      message: 'Invalid GSTIN pattern',
    })
  })
})

describe('429 asks for patience', () => {
  test.each([
    ['no header', {}, 1],
    ['Retry-After: 7', { 'retry-after': '7' }, 7],
    ['Retry-After: 0', { 'retry-after': '0' }, 1],
    ['Retry-After above an hour', { 'retry-after': '86400' }, 3600],
    ['a date for Retry-After', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 1],
    ['X-RateLimit-Reset in seconds', { 'x-ratelimit-reset': '9' }, 9],
    [
      'X-RateLimit-Reset as a moment long past, which is no duration',
      { 'x-ratelimit-reset': '1792555555' },
      1,
    ],
  ])('with %s', async (_, headers, seconds) => {
    const server = await startOddServer((to) => to.writeHead(429, headers).end('slow down'))
    for (const call of Object.values(CALLS)) {
      // A client that was once asked for patience holds the next call back by itself.
      expect(await call(clientOf(server.url))).toMatchObject({ kind: 'slow-down', seconds })
    }
    await server.close()
  })
})

describe('a success must have what makes it one', () => {
  const inner = (data: unknown, status_cd: string | number = '1'): Answering => {
    return (to) => json(to, { code: 200, data: { status_cd, data } })
  }
  test.each([
    ['file', 'no acknowledgement', inner({}), 'unknown'],
    ['file', 'an empty acknowledgement', inner({ ack_num: '' }), 'unknown'],
    ['file', 'a number for a status word', inner({ ack_num: 'ACK1' }, 1), 'answer'],
    ['file', 'the acknowledgement under another name', inner({ ackNum: 'ACK1' }), 'answer'],
    ['save', 'no reference', inner({}), 'unknown'],
    ['save', 'no payload', inner(undefined), 'unknown'],
    ['proceed', 'an empty reference', inner({ reference_id: '' }), 'unknown'],
    ['track', 'no list', inner({}), 'unknown'],
    ['track', 'an entry without an ARN', inner({ EFiledlist: [{ status: 'Filed' }] }), 'unknown'],
    ['summary', 'no checksum', inner({ gstin: 'g', ret_period: 'p', sec_sum: [] }), 'unknown'],
    ['verifyOtp', 'no token', (to) => json(to, { data: { status_cd: '1' } }), 'unknown'],
    ['status', 'a word nobody knows', inner({ status_cd: 'COMPLETED?' }), 'answer'],
  ] satisfies [keyof typeof CALLS, string, Answering, string][])(
    '%s with %s',
    async (call, _, answer, kind) => {
      const { outcomes } = await askAll(answer)
      expect(outcomes.get(call)).toMatchObject({ kind })
    },
  )
})

describe('nothing left', () => {
  test('where the connection is refused', async () => {
    const server = await startOddServer(() => undefined)
    await server.close()
    for (const call of Object.values(CALLS)) {
      expect(await call(clientOf(server.url))).toMatchObject({ kind: 'not-sent' })
    }
  })

  test('where the other side takes no TLS', async () => {
    const plain = createServer((socket) => socket.resume().end('no TLS here\r\n'))
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
    const base = `https://127.0.0.1:${(plain.address() as AddressInfo).port}`
    expect(await CALLS.file(clientOf(base))).toMatchObject({ kind: 'not-sent' })
    await new Promise((resolve) => plain.close(resolve))
  })

  test.each(UNPROVED)('where the key exchange itself gets %s', async (_, answer) => {
    const server = await startOddServer((to) => json(to, SUCCESS), answer)
    const outcome = await CALLS.requestOtp(clientOf(server.url))
    await server.close()
    expect(outcome).toMatchObject({ kind: 'not-sent' })
    expect(server.seen).toEqual([])
  })

  test('the taxpayer’s calls need no key exchange', async () => {
    const server = await startOddServer(
      (to) => json(to, SUCCESS),
      (to) => json(to, { code: 401, message: 'wrong secret' }, 401),
    )
    expect(await CALLS.file(clientOf(server.url))).toMatchObject({ kind: 'answer' })
    expect(await CALLS.requestOtp(clientOf(server.url))).toMatchObject({ kind: 'denied' })
    await server.close()
  })
})

test('a redirect to another host is not followed, and the token not sent there', async () => {
  const elsewhere = await startOddServer((to) => json(to, SUCCESS))
  for (const status of [301, 302, 307, 308]) {
    await expectAll(
      (to, { url }) => to.writeHead(status, { location: elsewhere.url + (url ?? '') }).end(),
      { kind: 'unknown' },
    )
  }
  expect(elsewhere.seen).toEqual([])
  await elsewhere.close()
})

test('a call goes out once: no retry, on a connection of its own', async () => {
  const { seen } = await askAll(({ socket }) => socket?.destroy())
  expect(seen).toHaveLength(Object.keys(CALLS).length)
  expect(new Set(seen.map(({ headers }) => headers.connection))).toEqual(new Set(['close']))
})
