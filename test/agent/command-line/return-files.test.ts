// `gstr1 template`, `sheets` and `diff`, and `check` and `json` of a CSV file: what they write, say and end with.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBlocks } from '../../../agent/xlsx/read-blocks.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { tablesOf } from '../../../templates/tables/tables.ts'
import { BUYERS, PERIOD, row, TAXPAYER } from '../../sheets.ts'
import { writeBook } from './book.ts'
import { gstr1 } from './gstr1.ts'
import { run } from './in-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'gstr1-returns-'))
const at = (name: string): string => join(folder, name)
const OF = ['--gstin', TAXPAYER.gstin, '--period', PERIOD]
const HEAD = { gstin: TAXPAYER.gstin, fp: PERIOD }

const invoice = (over = {}) => ({
  inum: 'INV-1',
  idt: '15-10-2026',
  val: 1180,
  pos: '27',
  rchrg: 'N',
  inv_typ: 'R',
  itms: [{ num: 1801, itm_det: { rt: 18, txval: 1000, iamt: 180, csamt: 0 } }],
  ...over,
})
const b2bOf = (...inv: unknown[]) => ({ b2b: [{ ctin: BUYERS[0], inv }] })

function json(name: string, value: unknown): string {
  writeFileSync(at(name), JSON.stringify(value))
  return at(name)
}

async function sheetsOf(file: string): Promise<string[]> {
  const blocks = await readBlocks(file)
  return [...new Set(blocks.ok ? blocks.value.map(({ sheet }) => sheet) : [])]
}

beforeAll(() => writeBook(at('book.xlsx'), [row()]))
afterAll(() => rmSync(folder, { recursive: true }))

describe('template', () => {
  test.each([
    ['052025', 'monthly'],
    ['042025', 'monthly'],
    ['072017', 'monthly'],
    ['042025', 'quarterly'],
  ] as const)('of %s, %s, has the sheets of that period and help', async (period, filing) => {
    const out = at(`template-${period}-${filing}.xlsx`)
    const quarterly = filing === 'quarterly' ? ['--quarterly'] : []
    const { code } = await run(['template', '--period', period, '--out', out, ...quarterly])
    expect(code).toBe(0)
    const tables = tablesOf(period as Parameters<typeof tablesOf>[0], filing)
    const names = tables.map(({ sheets: [name] }) => name)
    expect(await sheetsOf(out)).toEqual(['Help Instruction', ...names, 'master'])
  })

  test('filled by nobody, it checks clean', async () => {
    const out = at('empty.xlsx')
    await run(['template', '--period', PERIOD, '--out', out])
    expect(await run(['check', out, ...OF])).toMatchObject({ code: 0, notes: '' })
  })

  test('does not write over a file, unless told', async () => {
    const out = at('kept.xlsx')
    writeFileSync(out, 'mine')
    const first = await run(['template', '--period', PERIOD, '--out', out])
    expect([first.code, readFileSync(out, 'utf8')]).toEqual([1, 'mine'])
    expect(first.notes).toContain('--force')
    expect((await run(['template', '--period', PERIOD, '--out', out, '--force'])).code).toBe(0)
    expect(await sheetsOf(out)).toContain('b2b,sez,de')
  })

  test.each([
    [['--period', '132026', '--out', 'x.xlsx'], '“132026”'],
    [['--period', PERIOD, '--out', 'x.xls'], 'ends in .xlsx'],
    [['--period', PERIOD], '--out is missing'],
  ])('%j is wrong use', async (args, words) => {
    const { code, notes } = await run(['template', ...args])
    expect(code).toBe(2)
    expect(notes).toContain(words)
  })
})

describe('sheets', () => {
  test('of a payload are its workbook, whose payload is the same', async () => {
    const from = json('payload.json', { ...HEAD, ...b2bOf(invoice()) })
    const out = at('payload.xlsx')
    expect(await run(['sheets', from, '--out', out])).toMatchObject({ code: 0, notes: '' })
    const again = await run(['json', out, ...OF])
    expect(JSON.parse(again.out)).toEqual(JSON.parse(readFileSync(from, 'utf8')))
  })

  test('of an error report have its documents, and say how many were refused', async () => {
    const report = { b2b: [{ ...b2bOf(invoice()).b2b[0], error_cd: 'RET191113', error_msg: 'No' }] }
    const from = json('report.json', { data: { data: { status_cd: 'PE', error_report: report } } })
    const { code, out } = await run(['sheets', from, '--out', at('report.xlsx'), ...OF])
    expect(code).toBe(0)
    expect(out).toContain('b2b,sez,de: 1 documents in 1 rows, 1 refused')
  })

  test('a part that no sheet has is told and kept, and ends with 1', async () => {
    const from = json('cdn.json', { ...HEAD, ...b2bOf(invoice()), cdn: [{ ctin: 'x' }] })
    const { code, notes } = await run(['sheets', from, '--out', at('cdn.xlsx')])
    expect(code).toBe(1)
    expect(notes).toContain('cdn')
    expect(await sheetsOf(at('cdn.xlsx'))).toContain('Not read')
  })

  test('a document that would be read otherwise is told with both values, and ends with 1', async () => {
    const itms = [{ num: 1, itm_det: { rt: 18, txval: 1000, iamt: 150, csamt: 0 } }]
    const [other] = b2bOf(invoice({ inum: 'B_2' })).b2b
    const b2b = [...b2bOf(invoice({ itms })).b2b, { ...other, ctin: BUYERS[1] }]
    const from = json('tax.json', { ...HEAD, b2b })
    const { code, notes } = await run(['sheets', from, '--out', at('tax.xlsx')])
    expect(code).toBe(1)
    expect(notes).toMatch(/INV-1.*Tax 150\.00 .*→ 180\.00/)
    expect(notes).toMatch(/B_2.*held back/)
  })

  test('--json tells the same to a script', async () => {
    const from = json('script.json', { ...HEAD, ...b2bOf(invoice()) })
    const { out } = await run(['sheets', from, '--out', at('script.xlsx'), '--json'])
    expect(JSON.parse(out)).toEqual({
      file: at('script.xlsx'),
      kind: 'return',
      ...{ gstin: TAXPAYER.gstin, period: PERIOD },
      sheets: [
        { sheet: 'b2b,sez,de', table: 'b2b', documents: 1, rows: 1, marked: 0, outside: false },
      ],
      problems: [],
    })
  })

  test.each([
    ['gstr3b.json', { sup_details: {} }, [], 1, 'a GSTR-3B'],
    ['nameless.json', b2bOf(invoice()), [], 2, 'Give --gstin and --period'],
    ['other.json', { ...HEAD, fp: '092026' }, OF, 1, '092026'],
  ])('of %s are not written', async (name, value, args, exit, words) => {
    const out = at(`${name}.xlsx`)
    const { code, notes } = await run(['sheets', json(name, value), '--out', out, ...args])
    expect(code).toBe(exit)
    expect(notes).toContain(words)
    expect(existsSync(out)).toBe(false)
  })
})

describe('diff', () => {
  test('of a workbook and the same return as the portal has it finds nothing', async () => {
    const held = json('held.json', { ...HEAD, data: b2bOf(invoice({ chksum: 'a', flag: 'U' })) })
    const { code, out } = await run(['diff', at('book.xlsx'), held])
    expect(out).toContain('b2b: 1 the same, 0 different, 0 only in A, 0 only in B')
    expect(code).toBe(0)
  })

  test('names what differs, with both values, and ends with 1', async () => {
    const other = json('other-value.json', b2bOf(invoice({ val: 5 }), invoice({ inum: 'INV-2' })))
    const { code, out } = await run(['diff', at('book.xlsx'), other, ...OF])
    expect(code).toBe(1)
    expect(out).toContain(`b2b: INV-1 (${BUYERS[0]}): different; Invoice Value: 1180 → 5`)
    expect(out).toContain(`b2b: INV-2 (${BUYERS[0]}): only in B`)
    const told = await run(['diff', at('book.xlsx'), other, ...OF, '--json'])
    expect(JSON.parse(told.out)).toMatchObject({
      sections: [{ section: 'b2b', same: 0, different: 1, onlyA: 0, onlyB: 1 }],
    })
  })

  test('a row that is held back is no equality, and is named', async () => {
    await writeBook(at('wrong.xlsx'), [row(), row({ inum: 'INV-2', ctin: 'NO GSTIN' })])
    const { code, notes } = await run(['diff', at('book.xlsx'), at('wrong.xlsx'), ...OF])
    expect(code).toBe(1)
    expect(notes).toContain('b2b,sez,de!A6: error: ')
  })

  test('of returns of two periods, of an error report, or without a name is refused', async () => {
    const one = json('one.json', { ...HEAD, ...b2bOf(invoice()) })
    const september = json('two.json', { ...HEAD, fp: '092026' })
    expect((await run(['diff', one, september])).notes).toContain('another period')
    const report = json('bare.json', { ...HEAD, nil: { inv: [], error_cd: 'X' } })
    expect((await run(['diff', one, report])).notes).toContain('an error report')
    expect(await run(['diff', at('book.xlsx'), at('book.xlsx')])).toMatchObject({ code: 2 })
    expect((await run(['diff', one])).notes).toContain('B stands beside the options')
  })
})

describe('a CSV file', () => {
  const cells = row()
  const values: Record<string, unknown> = { ...cells, idt: '15-Oct-2026' }
  const text = [
    b2b.columns.map(({ header }) => header),
    b2b.columns.map(({ name }) => values[name] ?? ''),
  ]
    .map((fields) => fields.join(';'))
    .join('\r\n')

  test('is checked and sent like the sheet it is', async () => {
    writeFileSync(at('b2b.csv'), `\ufeff${text}\r\n`)
    const checked = await run(['check', at('b2b.csv'), '--table', 'b2b', ...OF])
    expect([checked.code, checked.notes]).toEqual([0, ''])
    // The other sheets of the return stand elsewhere.
    expect(checked.out.trim().split('\n')).toEqual([
      expect.stringMatching(/^b2b,sez,de \(b2b\): 1 rows/),
    ])
    const csv = await run(['json', at('b2b.csv'), '--table', 'b2b,sez,de', ...OF])
    const book = await run(['json', at('book.xlsx'), ...OF])
    expect(JSON.parse(csv.out)).toEqual(JSON.parse(book.out))
  })

  test.each([
    [['check', 'b2b.csv'], 2, '--table'],
    [['check', 'b2b.csv', '--table', 'sales'], 2, '“sales”'],
    [['check', 'book.xlsx', '--table', 'b2b'], 2, 'CSV'],
    [['json', 'none.csv', '--table', 'b2b'], 1, 'ENOENT'],
  ])('%j is told what is wrong', async ([command = '', file = '', ...more], exit, words) => {
    const { code, notes } = await run([command, at(file), ...more, ...OF])
    expect(code).toBe(exit)
    expect(notes).toContain(words)
  })
})

test('the program itself has these commands', async () => {
  const out = at('process.xlsx')
  const from = json('process.json', { ...HEAD, ...b2bOf(invoice()) })
  expect(await gstr1(['sheets', from, '--out', out])).toMatchObject({ code: 0, notes: '' })
  expect(await gstr1(['diff', from, out])).toMatchObject({ code: 0, notes: '' })
})
