// `gstr1 check` and `gstr1 json`: exit codes, clean standard output, and words for every wrong use.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUYERS, PERIOD, row, TAXPAYER } from '../../sheets.ts'
import { COMMANDS } from '../../../agent/command-line/commands.ts'
import { writeBook } from './book.ts'
import { gstr1, type Ended } from './gstr1.ts'

const folder = mkdtempSync(join(tmpdir(), 'gstr1-words-'))
const at = (name: string): string => join(folder, name)
const OF = ['--gstin', TAXPAYER.gstin, '--period', PERIOD]
const TURNOVER = ['--gt', '41250000', '--cur-gt', '11830450.50']

beforeAll(async () => {
  await writeBook(at('clean.xlsx'), [row(), row({ inum: 'INV-2', ctin: BUYERS[1] })])
  await writeBook(at('wrong.xlsx'), [row(), row({ inum: 'INV-2', ctin: 'NO GSTIN' })])
  writeFileSync(at('letter.xlsx'), 'Dear accountant')
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (command: string, file: string, ...more: string[]): Promise<Ended> =>
  gstr1([command, at(file), ...OF, ...more])

describe.concurrent('help and version', () => {
  test('--help names every command, and the exit codes', async () => {
    const { code, out, notes } = await gstr1(['--help'])
    expect([code, notes]).toEqual([0, ''])
    for (const { name } of COMMANDS) expect(out).toContain(`gstr1 ${name}`)
    expect(out).toContain('3 sign-in needed')
  })

  test('of one command it says what each of its options means, and nothing of others', async () => {
    const { code, out, notes } = await gstr1(['save', '-h'])
    expect([code, notes]).toEqual([0, ''])
    expect(out).toMatch(/^gstr1 save BOOK\.xlsx --gstin GSTIN --period MMYYYY \[--dry-run\]/)
    expect(out).toMatch(/--removals NUMBER +allows so many removals/)
    expect(out).not.toContain('--pan')
  })

  test('--version is one line', async () => {
    const { code, out } = await gstr1(['--version'])
    expect([code, /^\d+\.\d+\.\d+\n$/.test(out)]).toEqual([0, true])
  })
})

describe.concurrent(
  'wrong use ends with 2, says why on standard error, and writes nothing else',
  () => {
    test.each([
      [['frobnicate'], 'There is no command frobnicate'],
      [['--bogus'], '--bogus'],
      [['start', '--port', '70000'], '“70000” after --port'],
      [['check', ...OF], 'check needs a file'],
      [['check', 'a.xlsx', 'b.xlsx', ...OF], 'Too many words'],
      [['check', 'a.xlsx', '--period', PERIOD], '--gstin is missing'],
      [['check', 'a.xlsx', ...OF, '--removals', '1'], '--removals does not belong here'],
      [['check', 'a.xlsx', '--gstin', '29AAKCT4821M1ZX', '--period', PERIOD], '29AAKCT4821M1ZX'],
      [['json', 'a.xlsx', '--gstin', TAXPAYER.gstin, '--period', '132026'], '“132026”'],
      [['status', ...OF, '--environment', 'moon'], '“moon”'],
      [['status', ...OF, '--timeout', 'soon'], '“soon” after --timeout'],
      [['login', '--gstin', TAXPAYER.gstin, '--send-otp', '--otp-stdin'], 'exclude each other'],
    ])('%j', async (args, words) => {
      const { code, out, notes } = await gstr1(args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(notes).toContain(words)
      expect(notes).not.toContain('    at ')
    })
  },
)

describe.concurrent('a file that cannot be read ends with 1 and names itself', () => {
  test.each([['missing.xlsx'], ['letter.xlsx'], ['']])('%s', async (file) => {
    const { code, out, notes } = await read('json', file)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(notes).toContain(file)
    expect(notes.includes('Check the name')).toBe(file === 'missing.xlsx')
    expect(notes.trim().split('\n')).toHaveLength(1)
  })
})

describe.concurrent('check', () => {
  test('of a workbook without a sheet of the return ends with 1, names its sheets and says so', async () => {
    await writeBook(at('sales.xlsx'), [row()], 'Sales')
    const { code, out } = await read('check', 'sales.xlsx')
    expect(code).toBe(1)
    expect(out).toMatch(/warning: Sales looks like b2b.*\n.*error: Nothing to check/)
  })

  test('of a clean workbook ends with 0 and tells the three counts', async () => {
    const { code, out, notes } = await read('check', 'clean.xlsx')
    expect([code, notes]).toEqual([0, ''])
    expect(out).toContain('2 rows = 2 ready + 0 held back + 0 set aside; 2 documents')
  })

  test('of one with a mistake ends with 1 and names the cell, without colour in a pipe', async () => {
    const { code, out } = await read('check', 'wrong.xlsx')
    expect(code).toBe(1)
    expect(out).toContain('b2b,sez,de!A6: error: ')
    expect(out).toContain('2 rows = 1 ready + 1 held back + 0 set aside')
    expect(out).not.toContain('\u001b')
  })

  test('--json is one JSON value, with the same exit codes', async () => {
    const clean = await read('check', 'clean.xlsx', '--json')
    expect(clean.code).toBe(0)
    expect(JSON.parse(clean.out)).toMatchObject({
      problems: [{ code: 'docs-missing' }, { code: 'hsn-missing' }],
      sheets: [{ table: 'b2b', documents: 2 }],
    })
    const wrong = await read('check', 'wrong.xlsx', '--json')
    expect(wrong.code).toBe(1)
    expect(JSON.parse(wrong.out)).toMatchObject({
      problems: [{ cells: [{ sheet: 'b2b,sez,de', row: 5 }] }, {}, {}],
    })
  })
})

describe.concurrent('json', () => {
  test('is the payload and nothing else on standard output; the report goes to standard error', async () => {
    const { code, out, notes } = await read('json', 'clean.xlsx', ...TURNOVER)
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(out)).toMatchObject({
      gstin: TAXPAYER.gstin,
      fp: PERIOD,
      gt: 41250000,
      cur_gt: 11830450.5,
      b2b: [{ inv: [{ inum: 'INV-1', val: 1180 }] }, { inv: [{ inum: 'INV-2' }] }],
    })
    expect(notes).toContain('2 documents')
  })

  test('of a workbook with a mistake holds that document back and ends with 1', async () => {
    const { code, out, notes } = await read('json', 'wrong.xlsx')
    expect(code).toBe(1)
    const { b2b } = JSON.parse(out) as { b2b: { inv: { inum: string }[] }[] }
    expect(b2b.flatMap(({ inv }) => inv.map(({ inum }) => inum))).toEqual(['INV-1'])
    expect(notes).toContain('b2b,sez,de!A6: error: ')
  })
})
