// No web page and no malformed request can make the agent act. Every case goes over a real TLS socket.
import fc from 'fast-check'
import { connect as connectPlain } from 'node:net'
import { connect } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../../agent/http/guard.ts'
import { checkCharacter } from '../../../templates/identifiers.ts'
import {
  call,
  get,
  headersOf,
  requestText,
  runAgent,
  send,
  type RunningAgent,
} from './running-agent.ts'

const FIRST_14 = '29AAPFU0939F1Z'
const GSTIN = FIRST_14 + checkCharacter(FIRST_14)
let agent: RunningAgent
let actedBefore = 0

beforeAll(async () => {
  agent = await runAgent({
    limits: { headersTimeout: 700, requestTimeout: 1_500, connectionsCheckingInterval: 100 },
  })
})
afterAll(() => agent.close())
afterEach(async () => {
  agent.moveClock(10) // refills the rate
  actedBefore = agent.acted.length
  expect(await call(agent, 'about')).toMatchObject({ status: 200 })
  actedBefore = agent.acted.length
  expect(agent.log()).not.toContain(agent.token)
})

/** The status of one refused call; nothing was done for it. */
async function statusOf(text: string | Uint8Array): Promise<number> {
  const { status, headers } = await send(agent.port, text)
  expect(agent.acted.length).toBe(actedBefore)
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  return status
}

const line = 'POST /api/about HTTP/1.1'
const changed = (changes: Record<string, string | undefined>): Promise<number> =>
  statusOf(requestText(line, headersOf(agent, changes), '{}'))

describe('A: where a call comes from', () => {
  test.each([
    ['A1', () => 'evil.com', 421],
    ['A2', () => 'localhost.evil.com', 421],
    ['A3', () => '127.evil.com', 421],
    ['A4', (port: number) => `localhost.:${port}`, 421],
    ['A5', (port: number) => `0.0.0.0:${port}`, 421],
    ['A5b', (port: number) => `127.0.0.1:${port}`, 421],
    ['A6', (port: number) => `LOCALHOST:${port}`, 421],
    ['A7', (port: number) => `localhost:${port + 1}`, 421],
    ['A7b', () => 'localhost', 421],
    ['A8', () => '', 400],
  ])('%s: a Host that is not exactly ours is refused', async (_id, host, status) => {
    expect(await changed({ Host: host(agent.port) })).toBe(status)
  })

  test('A9: HTTP/1.0 without a Host', async () => {
    const headers = headersOf(agent, { Host: undefined })
    expect(await statusOf(requestText('POST /api/about HTTP/1.0', headers, '{}'))).toBe(400)
  })

  test('A10: two Hosts, the good one first', async () => {
    const headers = [...headersOf(agent), ['Host', 'evil.com']] as const
    expect(await statusOf(requestText(line, headers, '{}'))).toBe(400)
  })

  test.each([
    ['A11', 'http://evil.com/api/about'],
    ['A11b', 'https://localhost/api/about'],
    ['A12', '//evil.com/api/about'],
    ['C13', '/api/../about'],
    ['C13', '/api/./about'],
    ['C13', '/api/%2e%2e/about'],
    ['C13', '/api/about%00'],
    ['C13', '/api/%c0%ae%c0%ae/about'],
    ['C13', '/api\\about'],
    ['C13', '*'],
  ])('%s: the address %s is refused', async (_id, address) => {
    expect(await statusOf(requestText(`POST ${address} HTTP/1.1`, headersOf(agent), '{}'))).toBe(
      400,
    )
  })

  test.each([
    ['A13', () => 'null'],
    ['A14', (origin: string) => `${origin}.evil.com`],
    ['A14b', (origin: string) => origin.replace('https', 'http')],
    ['A14c', (origin: string) => `${origin}/`],
    ['none', () => undefined],
  ])('%s: an Origin that is not exactly ours is refused', async (_id, origin) => {
    expect(await changed({ Origin: origin(agent.origin) })).toBe(403)
  })

  test('A15: two Origins', async () => {
    const headers = [...headersOf(agent), ['Origin', agent.origin]] as const
    expect(await statusOf(requestText(line, headers, '{}'))).toBe(403)
  })

  test.each(['cross-site', 'same-site', 'none', ''])(
    'A16: Sec-Fetch-Site %j with a good Origin',
    async (site) => {
      expect(await changed({ 'Sec-Fetch-Site': site })).toBe(403)
    },
  )

  test('A17: a preflight, from elsewhere or from here', async () => {
    for (const origin of ['https://evil.com', agent.origin]) {
      const headers = headersOf(agent, {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Private-Network': 'true',
      })
      expect(await statusOf(requestText('OPTIONS /api/about HTTP/1.1', headers))).toBe(403)
    }
  })

  test('a call without our marker header, as a form could send it', async () => {
    expect(await changed({ 'X-Agent-Api': undefined })).toBe(403)
  })

  test('both addresses of this machine answer, and nothing but them is listened on', async () => {
    const text = requestText(line, headersOf(agent), '{}')
    expect((await send(agent.port, text, { host: '::1' })).status).toBe(200)
    expect((await send(agent.port, text)).status).toBe(200)
    await expect(send(agent.port, text, { host: '127.0.0.2' })).rejects.toThrow('ECONNREFUSED')
  })
})

describe('B: tokens and TLS', () => {
  const stranger = 'A'.repeat(43)

  test('B1: no token', () => expect(changed({ Authorization: undefined })).resolves.toBe(401))
  test('B1b: a token nobody was given', () =>
    expect(changed({ Authorization: `Bearer ${stranger}` })).resolves.toBe(401))
  test('B1c: two tokens', async () => {
    const headers = [...headersOf(agent), ['Authorization', `Bearer ${agent.token}`]] as const
    expect(await statusOf(requestText(line, headers, '{}'))).toBe(401)
  })

  test('B3: a token in the query is not read and not logged', async () => {
    const headers = headersOf(agent, { Authorization: undefined })
    const address = `POST /api/about?token=${agent.token} HTTP/1.1`
    expect(await statusOf(requestText(address, headers, '{}'))).toBe(401)
  })

  test('B4: a token in a cookie is not read', () =>
    expect(changed({ Authorization: undefined, Cookie: `token=${agent.token}` })).resolves.toBe(
      401,
    ))

  test('B12: plain HTTP is closed, not redirected', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connectPlain({ port: agent.port, host: '127.0.0.1' })
      let text = ''
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString('latin1')
      })
      socket.on('close', () => resolve(text))
      socket.on('error', () => undefined)
      socket.write(`GET /preview HTTP/1.1\r\nHost: localhost:${agent.port}\r\n\r\n`)
    })
    expect(answer).not.toContain('HTTP/')
  })

  test('B13: TLS 1.1 is refused', async () => {
    const outcome = await new Promise<string>((resolve) => {
      const socket = connect({
        port: agent.port,
        host: '127.0.0.1',
        servername: 'localhost',
        rejectUnauthorized: false,
        minVersion: 'TLSv1.1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      })
      socket.on('secureConnect', () => resolve('connected'))
      socket.on('error', (error) => resolve(error.message))
    })
    expect(outcome).toContain('protocol version')
  })

  test('more than 30 calls at once are slowed down, and the next second is fine again', async () => {
    agent.moveClock(60)
    const text = requestText('POST /api/about HTTP/1.1', headersOf(agent), '{}')
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => (await send(agent.port, text)).status),
    )
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(30)
  })
})

describe('C: form and size', () => {
  const limit = 16 * 1024
  const bodyOf = (size: number): string => `{"gstin":"${'A'.repeat(size - 12)}"}`

  test('C1: one byte over the limit, told in advance', async () => {
    expect(await statusOf(requestText(line, headersOf(agent), bodyOf(limit + 1)))).toBe(413)
  })

  test('C2: the same in chunks without a length', async () => {
    const headers = headersOf(agent, { 'Transfer-Encoding': 'chunked' })
    const body = bodyOf(limit + 1)
    const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
    expect(await statusOf(requestText(line, headers, chunked))).toBe(413)
  })

  test('C3: a length and chunks', async () => {
    const headers = headersOf(agent, { 'Content-Length': '2', 'Transfer-Encoding': 'chunked' })
    expect(await statusOf(requestText(line, headers, '0\r\n\r\n'))).toBe(400)
  })

  test('C4: headers that never end are cut off', async () => {
    const began = Date.now()
    expect(await statusOf(`${line}\r\nHost: localhost`)).toBe(408)
    expect(Date.now() - began).toBeLessThan(5_000)
  })

  test('C5: a body that never ends is cut off', async () => {
    const headers = headersOf(agent, { 'Content-Length': '10' })
    expect(await statusOf(requestText(line, headers, '{'))).toBe(408)
  })

  test('C6: 20 kB in one header', () =>
    expect(changed({ 'X-Long': 'a'.repeat(20_000) })).resolves.toBe(431))

  test('C7: 200 headers', async () => {
    const many = Array.from({ length: 200 }, (_, i) => [`X-${i}`, '1'] as const)
    expect(await statusOf(requestText(line, [...headersOf(agent), ...many], '{}'))).toBe(431)
  })

  test.each([
    ['C8', 'text/plain'],
    ['C8', 'application/x-www-form-urlencoded'],
    ['C8', 'multipart/form-data; boundary=x'],
    ['C9', 'application/json; charset=utf-16'],
    ['C9', undefined],
  ])('%s: Content-Type %s', async (_id, type) => {
    expect(await changed({ 'Content-Type': type })).toBe(415)
  })

  test('C10: a packed body', () =>
    expect(changed({ 'Content-Encoding': 'gzip' })).resolves.toBe(415))

  test.each(['TRACE', 'PUT', 'DELETE', 'PATCH'])('C11: %s', async (method) => {
    expect(await statusOf(requestText(`${method} /api/about HTTP/1.1`, headersOf(agent)))).toBe(405)
  })

  test('C11: CONNECT is closed', async () => {
    expect(await statusOf(requestText('CONNECT evil.com:443 HTTP/1.1', headersOf(agent)))).toBe(0)
  })

  test.each(['GET', 'HEAD'])('C12: %s never acts', async (method) => {
    expect(await statusOf(requestText(`${method} /api/about HTTP/1.1`, headersOf(agent)))).toBe(405)
  })

  test('C14: a WebSocket upgrade is closed', async () => {
    const headers = headersOf(agent, {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    })
    expect(await statusOf(requestText('GET /preview HTTP/1.1', headers))).toBe(0)
  })

  test.each(['nothing', '__proto__', 'toString', 'about/', 'About'])(
    'no operation is called %s',
    async (name) => {
      const text = requestText(`POST /api/${name} HTTP/1.1`, headersOf(agent), '{}')
      expect([400, 404]).toContain(await statusOf(text))
    },
  )
})

describe('D: what a body may hold', () => {
  const ofReturn = `"gstin":"${GSTIN}","period":"102026"`

  test.each([
    ['D1', `{${ofReturn},"__proto__":{"polluted":1}}`, 'key'],
    ['D1', `{${ofReturn},"\\u005f_proto__":{"polluted":1}}`, 'key'],
    ['D1', `{"a":{"b":{"c":{"d":{"__proto__":{"polluted":1}}}}}}`, 'key'],
    ['D2', `{"constructor":{"prototype":{"polluted":1}}}`, 'key'],
    ['D3', `{${ofReturn},"gstin":"${GSTIN}"}`, 'repeated-key'],
    ['D3', `{${ofReturn},"g\\u0073tin":"${GSTIN}"}`, 'repeated-key'],
    ['D4', '['.repeat(7_000) + ']'.repeat(7_000), 'depth'],
    ['D6', `{${ofReturn},"n":NaN}`, 'syntax'],
    ['D9', `{"gstin":"\\ud800"}`, 'encoding'],
    ['not JSON', `{"gstin":`, 'syntax'],
    ['not JSON', ``, 'syntax'],
  ])('%s: %.80s is refused as %s', async (_id, body, reason) => {
    const { status, body: text } = await call(agent, 'state', body)
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({
      ok: false,
      problem: { code: 'bad-request', facts: { operation: 'state', reason } },
    })
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  test('bytes that are no UTF-8', async () => {
    const head = requestText(line, headersOf(agent, { 'Content-Length': '2' }))
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0xc0, 0xae])])
    expect(await statusOf(bytes)).toBe(400)
  })

  test.each([
    ['D11', 'state', { gstin: GSTIN.replace('29', '２９'), period: '102026' }, 'gstin'],
    ['D12', 'state', { gstin: `${FIRST_14}?`, period: '102026' }, 'gstin'],
    ['D13', 'state', { gstin: GSTIN, period: '132025' }, 'period'],
    ['D13', 'state', { gstin: GSTIN, period: '002025' }, 'period'],
    ['D15', 'state', { gstin: GSTIN, period: '102026', state: 'filed' }, ''],
    ['missing', 'state', { gstin: GSTIN }, 'period'],
    ['D16', 'state', { gstin: 'A'.repeat(16_000), period: '102026' }, 'gstin'],
    ['D16', 'signIn', { gstin: GSTIN, otp: '1'.repeat(16_000) }, 'otp'],
  ])('%s: %s names the field it refuses', async (_id, operation, input, path) => {
    const began = performance.now()
    const { status, body } = await call(agent, operation, input)
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(status).toBe(400)
    expect(JSON.parse(body)).toMatchObject({ problem: { code: 'bad-request', facts: { path } } })
    expect(body).not.toContain('AAPFU')
  })

  test('D6, D7: numbers that no amount can be', async () => {
    const facts = (turnover: string): string =>
      `{"gstin":"${GSTIN}","username":"a","turnover":${turnover},"turnoverToDate":0,"sez":false,"filing":"monthly"}`
    for (const number of ['1e400', '0.1', '9007199254740993', '1e21', '-1']) {
      const { status, body } = await call(agent, 'setTaxpayer', facts(number))
      expect([number, status]).toEqual([number, 400])
      expect(body).toContain('"path":"turnover"')
    }
    expect((await call(agent, 'setTaxpayer', facts('100'))).status).toBe(200)
  })
})

describe('what the guard lets through', () => {
  test('only the exact Host and Origin', () => {
    const host = fc.constantFrom('localhost:3443', 'localhost', 'LOCALHOST:3443', 'localhost:3443 ')
    const origin = fc.constantFrom('https://localhost:3443', 'https://localhost', 'null', '')
    fc.assert(
      fc.property(
        fc.oneof(host, fc.domain(), fc.string()),
        fc.oneof(origin, fc.webUrl(), fc.string()),
        (host, origin) => {
          const rawHeaders = ['Host', host, 'Origin', origin]
          rawHeaders.push('Content-Type', 'application/json', 'X-Agent-Api', '1')
          const { ok } = judge({ method: 'POST', url: '/api/about', rawHeaders }, 3443)
          expect(ok).toBe(host === 'localhost:3443' && origin === 'https://localhost:3443')
        },
      ),
      { examples: [['localhost:3443', 'https://localhost:3443']], numRuns: 1_000 },
    )
  })

  test('a path is admitted only as it will be read', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const judged = judge(
          { method: 'GET', url: path, rawHeaders: ['Host', 'localhost:3443'] },
          3443,
        )
        if (judged.ok && judged.admitted.kind === 'page') {
          expect(new URL(path, 'https://localhost:3443').pathname).toBe(judged.admitted.path)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('pages: opened by the user, or the pane framed by Office, and nothing else', async () => {
    const from = (site: string, use: string): Record<string, string> => ({
      'Sec-Fetch-Site': site,
      'Sec-Fetch-Dest': use,
    })
    const cases: [string, Record<string, string | undefined>, number][] = [
      ['/preview', from('none', 'document'), 200],
      ['/pane?_host_Info=Excel$Win32$16.01$en-US', from('cross-site', 'iframe'), 200],
      ['/assets/icon-16.png', from('cross-site', 'image'), 200],
      ['/preview', from('cross-site', 'iframe'), 403],
      ['/pane', from('cross-site', 'document'), 403],
      ['/pane', from('same-site', 'script'), 403],
      ['/pane', { Origin: 'https://evil.com' }, 403],
      ['/preview', { Host: `127.0.0.1:${agent.port}` }, 421],
    ]
    for (const [path, changes, status] of cases) {
      const answer = await get(agent, path, changes)
      expect([path, changes, answer.status]).toEqual([path, changes, status])
    }
  })

  test('a person at the wrong address is told the right one', async () => {
    const { body } = await get(agent, '/preview', { Host: `127.0.0.1:${agent.port}` })
    expect(body).toContain(`https://localhost:${agent.port}/preview`)
  })
})
