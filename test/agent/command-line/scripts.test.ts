// What a script may rely on: no prompt and no hang without a terminal, one JSON document, closed pipes, secrets kept.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { PERIOD, TAXPAYER } from '../../sheets.ts'
import { gstr1, MAIN, start } from './gstr1.ts'

const place = mkdtempSync(join(tmpdir(), 'gstr1-scripts-'))
let folders = 0
const newData = (): string[] => ['--data', join(place, `data-${(folders += 1)}`)]
afterAll(() => rmSync(place, { recursive: true }))

const WHO = ['--gstin', TAXPAYER.gstin]
const OF = [...WHO, '--period', PERIOD]
const problemIn = (out: string) =>
  (JSON.parse(out) as { problem: { code: string; sentence: Record<string, string> } }).problem

describe('without anything on standard input', () => {
  test.each([
    [['login', ...WHO], 'otp-not-typed', 2],
    [['reset', ...OF], 'word-not-typed', 2],
    [['proceed', ...OF, '--nil'], 'word-not-typed', 2],
    [['not-filed', ...OF], 'word-not-typed', 2],
    [['file', ...OF], 'confirmation-missing', 2],
    [['connect', '--environment', 'test'], 'keys-not-typed', 2],
    [['go-live'], 'word-not-typed', 2],
    [['summary', ...OF], 'sign-in-needed', 3],
    [['pull', ...OF], 'sign-in-needed', 3],
  ])('%j ends at once with %s, as one JSON document', async (args, code, exit) => {
    const ended = await gstr1([...args, '--json', ...newData()])
    expect(ended.code).toBe(exit)
    const { sentence, ...problem } = problemIn(ended.out)
    expect(problem).toMatchObject({ code, severity: 'error' })
    expect(Object.keys(sentence).sort()).toEqual(['remedy', 'title', 'what'])
    expect(ended.notes).not.toContain('OTP:')
  })
})

describe('--json', () => {
  test.each([
    [['frobnicate', '--json'], 'command-unknown', 2],
    [['--json', '--bogus'], 'usage', 2],
    [['status', '--json'], 'option-missing', 2],
    [['check', 'missing.xlsx', ...OF, '--json'], 'file-unreadable', 1],
    [['save', 'missing.xlsx', ...OF, '--json'], 'file-unreadable', 1],
    [['status', ...OF, '--environment', 'live', '--json'], 'live-locked', 1],
    [['review', ...OF, '--json'], 'not-prepared', 1],
    [['filed-on-portal', ...OF, '--arn', 'short', '--json'], 'bad-request', 2],
    [['filed-on-portal', ...OF, '--arn', 'AA2910260000001', '--json'], 'nothing-unknown', 1],
    [['not-filed', ...OF, '--confirm', 'NOT FILED', '--json'], 'nothing-unknown', 1],
  ])('%j is one document, of the problem', async (args, code, exit) => {
    const ended = await gstr1(args, { environment: { HOME: place } })
    expect(ended.code).toBe(exit)
    expect(problemIn(ended.out).code).toBe(code)
  })

  test('of what goes well it is the answer, and nothing else is on standard output', async () => {
    const { code, out, notes } = await gstr1(['status', ...OF, '--json', ...newData()])
    expect([code, notes]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({ stage: 'draft', gstin: TAXPAYER.gstin })
  })
})

describe('streams', () => {
  test('JSON is read from standard input where its file is called -', async () => {
    const typed = JSON.stringify({ gstin: TAXPAYER.gstin, fp: PERIOD, b2cs: [] })
    const file = join(place, 'same.json')
    writeFileSync(file, typed)
    expect(await gstr1(['diff', '-', file], { typed })).toMatchObject({ code: 0, notes: '' })
    expect(await gstr1(['diff', file, '-'], { typed: typed.slice(1) })).toMatchObject({ code: 1 })
    const book = await gstr1(['sheets', '-', '--out', join(place, 'in.xlsx')], { typed })
    expect(book).toMatchObject({ code: 0, notes: '' })
  })

  test('a reader that has gone is no error, and no stack is shown', async () => {
    const reading = start(['--help'], { typed: '' })
    reading.child.stdout?.destroy()
    const { code, notes } = await reading.ended
    expect([code, notes]).toEqual([0, ''])
  })

  test.skipIf(!existsSync('/dev/full'))('a full disk is told, and ends with 1', () => {
    const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const
    const { status, stderr } = spawnSync(process.execPath, [MAIN, '--help'], { stdio: [...stdio] })
    expect([status, String(stderr).trim().split('\n').length]).toEqual([1, 1])
    expect(String(stderr)).toContain('ENOSPC')
  })

  test('standard input that stays open keeps nothing waiting', async () => {
    const { code } = await start(['status', ...OF, ...newData()]).ended
    expect(code).toBe(0)
  })

  test('nor does it after the line that was needed', async () => {
    const login = start(['login', ...WHO, ...newData()])
    login.child.stdin?.write('575757\n')
    expect((await login.ended).code).toBe(0)
  })

  test('Ctrl-C while an OTP is awaited ends with 130 and leaves nobody signed in', async () => {
    const data = newData()
    const login = start(['login', ...WHO, ...data])
    await login.noted(/has sent an OTP/)
    login.child.kill('SIGINT')
    expect((await login.ended).code).toBe(130)
    expect((await gstr1(['summary', ...OF, ...data])).code).toBe(3)
  })
})

describe('secrets', () => {
  test('an OTP is no option, and one that is typed as a word is not repeated', async () => {
    for (const args of [
      ['login', ...WHO, '--otp=CANARY77'],
      ['login', 'CANARY77', ...WHO],
    ]) {
      const { code, out, notes } = await gstr1([...args, ...newData()])
      expect([code, out]).toEqual([2, ''])
      expect(notes).not.toContain('CANARY77')
    }
  })

  test('no process shows one, and nothing keeps one', async () => {
    const data = newData()
    const login = start(['login', ...WHO, ...data])
    await login.noted(/has sent an OTP/)
    login.child.stdin?.write('CANARY')
    const seen = readFileSync(`/proc/${String(login.child.pid)}/cmdline`, 'latin1')
    expect(seen).toContain('login')
    expect(seen).not.toContain('CANARY')
    login.child.stdin?.end('77\n')
    const { code, out, notes } = await login.ended
    expect([code, out]).toEqual([1, ''])
    expect(notes).not.toContain('CANARY77')
    const kept = readdirSync(data[1] ?? '', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('\n')
    expect(kept).not.toContain('CANARY77')
  })
})
