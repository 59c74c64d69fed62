// A CSV file is one sheet: its cells are texts, by RFC 4180, whatever separates them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOfCsv, readCsv, records } from '../../../agent/return-file/csv.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { exemp } from '../../../templates/tables/exemp.ts'
import { HEADERS, line, OCTOBER } from '../../templates/b2b-sheet.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const quoted = (cell: unknown) => `"${String(cell ?? '').replaceAll('"', '""')}"`
const csvOf = (rows: readonly (readonly unknown[])[], delimiter: string) =>
  rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n')

const inPieces = (text: string, size: number): string[] =>
  text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []

const invoices = [
  HEADERS,
  line({ idt: '09-Oct-2026' }),
  line({ inum: 'KT/26-27/0413', idt: '10-Oct-2026' }),
]
const documentsOf = (text: string, table = b2b) => {
  const blocks = blocksOfCsv(bytesOf(text), table, 'b2b.csv')
  if (!blocks.ok) throw new Error(blocks.problem.code)
  return readWorkbook(blocks.value, OCTOBER).sheets.flatMap(({ documents }) => documents)
}

describe('the same invoices', () => {
  test.each([',', ';', '\t'])('separated by %j', (delimiter) => {
    expect(documentsOf(csvOf(invoices, delimiter))).toHaveLength(2)
  })

  test('with a byte order mark, a title full of commas above and empty rows between', () => {
    const text = csvOf([['Summary, For, B2B'], [], ...invoices], ';')
    expect(documentsOf(`\ufeffsep=;\r\n${text}\r\n\r\n`)).toHaveLength(2)
  })

  test.each(['utf-16le', 'utf-16be'])('as the Unicode text of Excel, in %s', (encoding) => {
    const text = Buffer.from(`\ufeff${csvOf(invoices, '\t')}`, 'utf16le')
    const blocks = blocksOfCsv(encoding === 'utf-16le' ? text : text.swap16(), b2b, 'b2b.csv')
    expect(blocks).toMatchObject({ ok: true, value: [{ values: { length: 3 } }] })
  })

  test('whose amounts have more commas than the sheet has columns', () => {
    const rows = [
      exemp.columns.map(({ header }) => header),
      ['Inter-State supplies to registered persons', '1,00,00,000', '1,00,00,000', '1,00,00,000'],
    ]
    expect(documentsOf(rows.map((row) => row.join(';')).join('\n'), exemp)).toHaveLength(1)
  })
})

test('what looks like a formula is text', () => {
  const blocks = blocksOfCsv(bytesOf('=1+1,@SUM(A1),+1,-1'), b2b, 'b2b.csv')
  expect(blocks.ok && blocks.value[0]?.values).toEqual([['=1+1', '@SUM(A1)', '+1', '-1']])
})

test('what is written as ="0007", so that Excel keeps it as text, is that text', () => {
  const text = `="0007",${quoted('="5/26"')},${quoted('="a",1')}`
  const blocks = blocksOfCsv(bytesOf(text), b2b, 'b2b.csv')
  expect(blocks.ok && blocks.value[0]?.values).toEqual([['0007', '5/26', '="a",1']])
})

test('any cells come back as they were written, in whatever pieces the text comes, and the lines of the records are counted', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', 'ß') })
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 })
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t'),
      fc.integer({ min: 1, max: 40 }),
      (rows, delimiter, size) => {
        const read = [...records(inPieces(csvOf(rows, delimiter), size), delimiter)]
        expect(read.map(({ fields }) => fields)).toEqual(rows)
        expect(read.every(({ closed }) => closed)).toBe(true)
      },
    ),
  )
})

test.each([
  ['a,b', [['a', 'b']]],
  ['a,b\n', [['a', 'b']]],
  [
    'a,\n,b',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['a\r\rb', [['a'], [''], ['b']]],
  ['5" pipe,"5"" pipe"', [['5" pipe', '5" pipe']]],
  ['"ab"cd,e', [['abcd', 'e']]],
  ['', []],
])('%j', (text, rows) => {
  expect([...records([text], ',')].map(({ fields }) => fields)).toEqual(rows)
})

describe('is refused', () => {
  test('where a quote is never closed, with the line its row begins on', () => {
    const text = 'a,b\n"c\nd",e\nf,"g\nh'
    expect(blocksOfCsv(bytesOf(text), b2b, 'b2b.csv')).toMatchObject({
      problem: { code: 'csv-quote-open', facts: { file: 'b2b.csv', line: 4 } },
    })
  })

  test('in other letters than UTF-8', () => {
    expect(blocksOfCsv(new Uint8Array([0x41, 0xe9, 0x41]), b2b, 'b2b.csv')).toMatchObject({
      problem: { code: 'csv-not-utf8' },
    })
  })

  test('for a sheet that is none, with those there are', async () => {
    const read = await readCsv('b2b.csv', 'sales')
    expect(read).toMatchObject({ problem: { code: 'table-unknown', facts: { found: 'sales' } } })
    expect(read.ok ? '' : read.problem.facts.allowed).toContain('b2b, b2ba')
  })
})
