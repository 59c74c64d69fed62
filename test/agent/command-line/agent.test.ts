// `gstr1 start`, `connect` and `go-live` as real processes on data folders of their own.
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { gstr1, start } from './gstr1.ts'
import { run } from './in-process.ts'

const place = mkdtempSync(join(tmpdir(), 'gstr1-commands-'))
let folders = 0
const newFolder = (): string => join(place, `data-${(folders += 1)}`)
afterAll(() => rmSync(place, { recursive: true }))

/** Every byte the program left behind. */
const bytesOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

describe('start', () => {
  test('prints the address and a code, keeps others out, and ends in order on SIGTERM', async () => {
    const folder = newFolder()
    const agent = start(['start', '--port', '0', '--data', folder])
    const out = await agent.said(/Excel the code is/)
    const address = /running at (https:\/\/localhost:\d+) \(practice\)/.exec(out)?.[1] ?? 'none'
    expect(out).toContain(`${address}/preview#pair=`)
    expect(out).toContain('nothing real is filed')

    const second = await gstr1(['start', '--port', '0', '--data', folder])
    expect(second).toMatchObject({ code: 1, out: '' })
    expect(second.notes).toContain(`Another agent works on ${folder}`)
    const connect = ['connect', '--environment', 'test', '--data', folder]
    expect((await gstr1(connect, { typed: KEYS })).notes).toContain('The agent runs for practice')

    const port = new URL(address).port
    const taken = await gstr1(['start', '--port', port, '--data', newFolder()])
    expect(taken).toMatchObject({ code: 1, out: '' })
    expect(taken.notes).toContain(`Port ${port} is in use`)

    agent.child.stdin?.write('\n')
    await agent.said(/Code for Excel/)
    agent.child.kill('SIGTERM')
    const ended = await agent.ended
    expect(ended.code).toBe(0)
    for (const line of ended.notes.trim().split('\n')) expect(JSON.parse(line)).toBeDefined()
    await restarts(folder)
  })

  /** A journal closed in order leaves no write-ahead log, and lets the next agent in. */
  async function restarts(folder: string): Promise<void> {
    expect(readdirSync(folder)).not.toContain('journal.sqlite-wal')
    const agent = start(['start', '--port', '0', '--data', folder])
    await agent.said(/running at/)
    agent.child.kill('SIGINT')
    expect((await agent.ended).code).toBe(0)
  }

  test('refuses an unknown environment, and the live one before it was switched on', async () => {
    const data = ['--port', '0', '--data', newFolder()]
    const moon = await gstr1(['start', '--environment', 'moon', ...data])
    expect([moon.code, moon.notes]).toEqual([2, expect.stringContaining('“moon”')])
    const live = await gstr1(['start', '--environment', 'live', ...data])
    expect([live.code, live.notes]).toEqual([1, expect.stringContaining('gstr1 go-live')])
  })

  test('refuses a folder that others may read, and a journal of a newer program, in words', async () => {
    const open = newFolder()
    mkdirSync(open, { mode: 0o755 })
    const readable = await gstr1(['start', '--port', '0', '--data', open])
    expect([readable.code, readable.notes]).toEqual([1, expect.stringContaining(open)])

    const newer = newFolder()
    mkdirSync(newer, { mode: 0o700 })
    const journal = new DatabaseSync(join(newer, 'journal.sqlite'))
    journal.exec('PRAGMA user_version=999')
    journal.close()
    const refused = await gstr1(['start', '--port', '0', '--data', newer])
    expect(refused.code).toBe(1)
    expect(refused.notes).toContain('newer version of this program')
    expect(refused.notes).not.toContain('    at ')
  })

  test('takes no port that something else listens on', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const refused = await gstr1(['start', '--port', String(port), '--data', newFolder()])
    other.close()
    expect([refused.code, refused.notes]).toEqual([1, expect.stringContaining(`Port ${port}`)])
  })
})

const KEYS = 'key_test_canaryofthekey\nsecret_test_canaryofthesecret\n'

describe.concurrent('connect', () => {
  const connect = (environment: string, typed: string, folder = newFolder()) =>
    gstr1(['connect', '--environment', environment, '--data', folder], { typed })

  test('--json tells that there are keys, and not which', async () => {
    const args = ['connect', '--environment', 'test', '--json', '--data', newFolder()]
    const { code, out } = await gstr1(args, { typed: KEYS })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ environment: 'test', hasKeys: true })
    expect(out).not.toMatch(/canaryofthe/)
  })

  test('stores two typed lines, sealed', async () => {
    const folder = newFolder()
    const { code, out, notes } = await connect('test', KEYS, folder)
    expect({ code, out, notes }).toEqual({ code: 0, out: 'Stored for test.\n', notes: '' })
    expect(bytesOf(folder)).not.toMatch(/canaryofthe(key|secret)/)
  })

  test.each([
    ['live', 'a test key', KEYS],
    ['test', 'a live key', KEYS.replaceAll('_test_', '_live_')],
    ['test', 'a live secret', KEYS.replace('secret_test_', 'secret_live_')],
    ['test', 'no secret', 'key_test_canaryofthekey\n', 2],
    ['test', 'nothing', '', 2],
  ])('for %s refuses %s and repeats neither', async (environment, _, typed, expected = 1) => {
    const folder = newFolder()
    const { code, out, notes } = await connect(environment, typed, folder)
    expect({ code, out }).toEqual({ code: expected, out: '' })
    expect(notes.trim()).not.toBe('')
    expect(notes).not.toMatch(/canaryofthe/)
  })

  test('has no practice, whose keys are not asked for', async () => {
    const { code, notes } = await connect('practice', KEYS)
    expect([code, notes]).toEqual([2, expect.stringContaining('“practice”')])
  })
})

test.each([['connect', '--environment', 'test'], ['go-live']])(
  'Ctrl-C while %s waits for a line ends with 130 and is not taken for a wrong one',
  async (...args) => {
    const { code, out, notes } = await run(args, { isInterrupted: true })
    expect({ code, out }).toEqual({ code: 130, out: '' })
    expect(notes).toContain('The journal keeps')
  },
)

describe('go-live', () => {
  test('needs the word, exactly, and is remembered', async () => {
    const folder = newFolder()
    const goLive = (typed: string) => gstr1(['go-live', '--data', folder], { typed })
    for (const typed of ['live\n', 'yes\n', '']) {
      const refused = await goLive(typed)
      expect([refused.code, refused.notes]).toEqual([2, expect.stringContaining('Type LIVE')])
    }
    const start = ['start', '--environment', 'live', '--port', '0', '--data', folder]
    expect((await gstr1(start)).code).toBe(1)
    const done = await goLive('LIVE\n')
    expect([done.code, done.out]).toEqual([0, 'Live is switched on for this installation.\n'])
    const stored = new DatabaseSync(join(folder, 'journal.sqlite'), { readOnly: true })
    expect(stored.prepare('select name from switch').all()).toEqual([{ name: 'live' }])
    stored.close()
  })
})
