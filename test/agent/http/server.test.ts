// What the door answers: results, progress, files, faults; and when it does not open at all.
import { randomBytes } from 'node:crypto'
import { request } from 'node:https'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Handlers, Output } from '../../../agent/http/contract.ts'
import { startServer } from '../../../agent/http/server.ts'
import { createLog } from '../../../agent/log.ts'
import { checkCharacter } from '../../../templates/identifiers.ts'
import { refuse } from '../../../templates/problems/problem.ts'
import { call, get, headersOf, memoryTokens, runAgent, type RunningAgent } from './running-agent.ts'

const first14 = '29AAPFU0939F1Z'
const ofReturn = { gstin: first14 + checkCharacter(first14), period: '102026' }
const SECRET = 'otp=918273'

/** What `watch` saw of its reader. */
const watched: string[] = []
const step = (done: number) => ({ work: { done } }) as unknown as Output<'watch'>

async function* watch(_input: unknown, signal: AbortSignal): AsyncIterable<Output<'watch'>> {
  try {
    for (let done = 0; done < 3; done += 1) yield step(done)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    watched.push('left')
  } finally {
    watched.push('ended')
  }
}

const handlers: Partial<Handlers> = {
  watch,
  review: () => Promise.reject(new Error(`lost ${SECRET}`)),
  prepare: async () => refuse('busy', { kind: 'save' }),
}

let agent: RunningAgent
beforeAll(async () => {
  agent = await runAgent({ handlers })
})
afterAll(() => agent.close())
beforeEach(() => agent.moveClock(60))

describe('answers', () => {
  test('a result and an expected refusal are both a 200 with the result as it is', async () => {
    expect(JSON.parse((await call(agent, 'about')).body)).toEqual({ ok: true, value: {} })
    const { status, body } = await call(agent, 'prepare', ofReturn)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual(refuse('busy', { kind: 'save' }))
  })

  test('a fault is told by a number that is in the log, and by nothing else', async () => {
    const { status, body } = await call(agent, 'review', ofReturn)
    expect(status).toBe(500)
    const { problem } = JSON.parse(body) as { problem: { code: string; facts: { id: string } } }
    expect(problem.code).toBe('agent-fault')
    expect(agent.log()).toContain(problem.facts.id)
    expect(agent.log() + body).not.toContain('918273')
  })

  test('every answer carries the security headers, refusals included', async () => {
    const answers = [
      await call(agent, 'about'),
      await call(agent, 'about', {}, { Host: 'evil.com' }),
      await get(agent, '/preview'),
      await get(agent, '/nothing-here'),
    ]
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      for (const never of ['strict-transport-security', 'x-frame-options', 'set-cookie']) {
        expect(headers.has(never)).toBe(false)
      }
    }
  })

  test('only the pane may be framed by Office, everything else by ourselves alone', async () => {
    const ancestors = async (path: string) =>
      /frame-ancestors (.*)$/.exec(
        (await get(agent, path)).headers.get('content-security-policy') ?? '',
      )?.[1]
    expect(await ancestors('/pane')).toContain('https://*.officeapps.live.com')
    expect(await ancestors('/preview')).toBe("'self'")
  })
})

describe('progress', () => {
  const open = (agent: RunningAgent, onLine: (line: string) => void) => {
    const headers = { ...Object.fromEntries(headersOf(agent)) }
    const asked = request(
      {
        host: '127.0.0.1',
        port: agent.port,
        path: '/api/watch',
        method: 'POST',
        headers,
        rejectUnauthorized: false,
      },
      (response) => {
        expect(response.headers['content-type']).toBe('application/x-ndjson')
        response.setEncoding('utf8')
        let rest = ''
        response.on('data', (text: string) => {
          const lines = (rest + text).split('\n')
          rest = lines.pop() ?? ''
          lines.forEach(onLine)
        })
        response.on('error', () => undefined)
      },
    )
    asked.on('error', () => undefined)
    asked.end(JSON.stringify(ofReturn))
    return asked
  }

  test('comes as it happens, one object a line, and ends when its reader leaves', async () => {
    watched.length = 0
    const lines: unknown[] = []
    const asked = await new Promise<ReturnType<typeof open>>((resolve) => {
      const opened = open(agent, (line) => {
        lines.push(JSON.parse(line))
        if (lines.length === 3) resolve(opened)
      })
    })
    expect(lines).toEqual([step(0), step(1), step(2)])
    expect(watched).toEqual([])
    asked.destroy()
    await expect.poll(() => watched).toEqual(['left', 'ended'])
    expect(agent.log()).not.toContain('"operation":"watch"') // leaving is no fault
  })

  test.each<[string, Handlers['watch']]>([
    [
      'throws when it is aborted',
      async function* (_input, signal) {
        try {
          yield step(0)
          await new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new Error('aborted')))
          })
        } finally {
          watched.push('ended')
        }
      },
    ],
    [
      'takes no notice of the signal',
      async function* () {
        try {
          for (let done = 0; ; done += 1) {
            yield step(done)
            await new Promise((resolve) => setTimeout(resolve, 5))
          }
        } finally {
          watched.push('ended')
        }
      },
    ],
  ])('work that %s ends too when its reader leaves, and that is no fault', async (_how, watch) => {
    watched.length = 0
    const other = await runAgent({ handlers: { watch } })
    await new Promise<void>((resolve) => {
      const opened = open(other, () => {
        opened.destroy()
        resolve()
      })
    })
    await expect.poll(() => watched).toEqual(['ended'])
    expect(other.log()).not.toContain('agent-fault')
    await other.close()
  })

  test('a fault in the middle is the last line', async () => {
    const other = await runAgent({
      handlers: {
        async *watch() {
          yield step(0)
          throw new Error(SECRET)
        },
      },
    })
    const { body } = await call(other, 'watch', ofReturn)
    expect(body).toContain('"code":"agent-fault"')
    expect(body + other.log()).not.toContain('918273')
    await other.close()
  })
})

describe('files', () => {
  test.each([
    ['/pane', 'text/html; charset=utf-8', 'no-cache'],
    ['/preview', 'text/html; charset=utf-8', 'no-cache'],
    [
      '/pane.0123456789abcdef.js',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
    ['/assets/icon-16.png', 'image/png', 'no-cache'],
    ['/assets/shortcuts.json', 'application/json; charset=utf-8', 'no-cache'],
    ['/office/office.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ])('%s', async (path, type, cache) => {
    const { status, headers } = await get(agent, path)
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      type,
      cache,
    ])
  })

  test.each([
    '/dist/',
    '/assets',
    '/assets/',
    '/office/',
    '/office',
    '/notes.txt',
    '/.hidden.js',
    '/secret.js',
    '/office/../secret.js',
    '/office/..%2fsecret.js',
    '/office//secret.js',
    '/localhost.pem',
    '/pane-preview', // not built in this folder
  ])('%s is not served', async (path) => {
    expect([400, 404]).toContain((await get(agent, path)).status)
  })

  test('/ leads to the preview', async () => {
    const { status, headers } = await get(agent, '/')
    expect([status, headers.get('location')]).toEqual([302, '/preview'])
  })
})

test('a port that is taken is said, and no other port is tried', async () => {
  const started = await startServer({
    port: agent.port,
    dataFolder: agent.folder,
    distFolder: agent.folder,
    officeFolder: agent.folder,
    handlers: {} as Handlers,
    tokens: memoryTokens(),
    log: createLog({ stream: { write: () => undefined }, now: () => new Date() }),
    now: () => new Date(),
    randomBytes,
  })
  expect(started).toMatchObject({
    ok: false,
    problem: { code: 'port-taken', facts: { port: agent.port } },
  })
})

test('closing ends open streams', async () => {
  watched.length = 0
  const began = Promise.withResolvers<undefined>()
  const other = await runAgent({
    handlers: {
      async *watch(input, signal) {
        began.resolve(undefined)
        yield* watch(input, signal)
      },
    },
  })
  const watching = call(other, 'watch', ofReturn)
  await began.promise
  await other.close()
  await watching
  await expect.poll(() => watched).toEqual(['left', 'ended'])
})
