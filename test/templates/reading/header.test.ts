// The header is found by its texts: any row, any order, any spelling of the same words. A sheet that cannot be read
// is named with the reason, and is never taken for an empty one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Cell } from '../../../templates/block.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { b2csa } from '../../../templates/tables/b2cs.ts'
import {
  at,
  block,
  counts,
  HEADERS,
  line,
  OCTOBER,
  onlyDocument,
  onlySheet,
  readRows,
  sheetOf,
  told,
} from '../b2b-sheet.ts'

const fields = (blocks: readonly Block[]) => onlyDocument(onlySheet(blocks)).fields
const expected = onlyDocument(readRows([line()])).fields

/** Why sheets were not read. */
const refusals = (...blocks: Block[]) =>
  readWorkbook(blocks, OCTOBER, [b2b]).notRead.map(
    ({ sheet, problem }) => `${sheet}: ${problem.code}`,
  )

const without = (...headers: string[]) =>
  block([HEADERS.filter((header) => !headers.includes(header)), line()])

describe('a header', () => {
  test('may stand on any of the first rows, under titles and remarks', () => {
    fc.assert(
      fc.property(fc.nat({ max: 28 }), fc.nat({ max: 500 }), (above, firstRow) => {
        const remarks = Array.from({ length: above }, (_, i) => [`Remark ${i}`, i])
        const sheet = onlySheet([block([...remarks, HEADERS, line()], { firstRow })])
        expect(sheet.header.row).toBe(firstRow + above)
        expect(onlyDocument(sheet).fields).toEqual(expected)
        expect(counts(sheet)).toBe('1 = 1 ready + 0 held + 0 aside')
      }),
    )
  })

  test('may have its columns in any order, among others, and start at any column', () => {
    const order = fc.shuffledSubarray([...HEADERS, 'Remarks', ''], {
      minLength: HEADERS.length + 2,
      maxLength: HEADERS.length + 2,
    })
    const cellUnder = (header: string): Cell => line()[HEADERS.indexOf(header)] ?? 'noise'
    fc.assert(
      fc.property(order, fc.nat({ max: 30 }), (headers, firstColumn) => {
        const sheet = block([headers, headers.map(cellUnder)], { firstColumn })
        expect(fields([sheet])).toEqual(expected)
      }),
    )
  })

  test('may be written with other case, spaces, stars and line breaks', () => {
    const spellings = fc.tuple(
      ...HEADERS.map((header) =>
        fc.constantFrom(
          header.toUpperCase(),
          header.toLowerCase(),
          `${header} *`,
          ` ${header.replaceAll(' ', '  ')}`,
          header.replace(' ', '\n'),
        ),
      ),
    )
    fc.assert(
      fc.property(spellings, (headers) => {
        expect(fields([block([headers, line()])])).toEqual(expected)
      }),
    )
  })

  test('may use the words of other software', () => {
    const headers = HEADERS.map(
      (header) =>
        ({
          'Invoice Number': 'Invoice No.',
          'Invoice date': ' Date of Invoice',
          'Place Of Supply': 'POS',
          'Reverse Charge': 'RCM Applicable',
          Rate: 'GST%',
        })[header] ?? header,
    )
    expect(fields([block([headers, line()])])).toEqual(expected)
  })

  test('may lack optional columns: their defaults are sent', () => {
    const optional = [
      'Receiver Name',
      'Reverse Charge',
      'Applicable % of Tax Rate',
      'E-Commerce GSTIN',
      'Cess Amount',
    ]
    const headers = HEADERS.filter((header) => !optional.includes(header))
    const cells = line().filter((_, i) => !optional.includes(HEADERS[i] ?? ''))
    const document = onlyDocument(onlySheet([block([headers, cells])]))
    expect(document.fields).toMatchObject({ rchrg: 'N', diff_percent: 100 })
    expect(document.lines).toMatchObject([{ csamt: 0 }])
  })

  test('pasted a second time is set aside, and the rows after it are read', () => {
    const sheet = readRows([line(), [...HEADERS], line({ inum: 'KT/2' })])
    expect(counts(sheet)).toBe('3 = 2 ready + 0 held + 1 aside')
    expect(told(sheet)).toEqual(['row-repeats-header 1'])
  })

  test('further down with more columns does not swallow the rows above it', () => {
    const short = HEADERS.filter((header) => header !== 'Cess Amount')
    const sheet = onlySheet([
      block([short, line(), line({ inum: 'KT/2' }), HEADERS, line({ inum: 'KT/3' })]),
    ])
    expect(counts(sheet)).toBe('4 = 3 ready + 0 held + 1 aside')
  })

  test('that names something the table does not know is told', () => {
    const sheet = onlySheet([block([[...HEADERS, 'IGST Amount', 'Remarks'], line()])])
    expect(sheet.problems).toMatchObject([
      { code: 'columns-not-read', severity: 'note', facts: { columns: 'IGST Amount, Remarks' } },
    ])
  })
})

/** As many as a register of sales has. */
const OWN_COLUMNS = Array.from({ length: 15 }, (_, i) => `Own ${i}`)

describe('a sheet is not read', () => {
  test('when a required column is missing', () => {
    const { notRead, sheets } = readWorkbook([without('Rate', 'Invoice date')], OCTOBER, [b2b])
    expect(sheets).toEqual([])
    expect(notRead).toMatchObject([
      {
        problem: {
          code: 'sheet-columns-missing',
          severity: 'error',
          facts: { columns: 'Invoice date, Rate', row: 1, others: '–' },
        },
      },
    ])
  })

  test('when no row names even half of the columns', () => {
    expect(
      refusals(
        block([
          ['GSTIN', 'Amount'],
          ['x', 1],
        ]),
      ),
    ).toEqual(['b2b,sez,de: sheet-without-header'])
  })

  test('when one header stands over two columns', () => {
    expect(refusals(block([[...HEADERS, 'GST Rate'], line()]))).toEqual([
      'b2b,sez,de: sheet-columns-twice',
    ])
  })

  test('when two sheets are the same table: neither is', () => {
    expect(refusals(sheetOf([line()]), sheetOf([line()], { sheet: 'b2b' }))).toEqual([
      'b2b,sez,de: sheet-twice',
      'b2b: sheet-twice',
    ])
  })

  test('when its name is none of the tables: a look-alike is pointed out', () => {
    expect(
      refusals(sheetOf([line()], { sheet: 'October' }), block([['My notes']], { sheet: 'Notes' })),
    ).toEqual(['October: sheet-named-otherwise', 'Notes: sheet-is-no-table'])
  })

  test.each<[string, readonly string[], string | undefined]>([
    ['with columns of one’s own', [...HEADERS, 'Remarks', 'Ledger'], 'b2b'],
    [
      'which is more like another table',
      b2csa.columns.map(({ header }) => `${header}*`).concat('Remarks'),
      'b2csa',
    ],
    ['of a register that merely has them too', [...HEADERS, ...OWN_COLUMNS], undefined],
  ])('and so is one %s', (_, headers, table) => {
    const { notRead } = readWorkbook([block([headers, ['x']], { sheet: 'October' })], OCTOBER)
    expect(notRead.map(({ problem }) => problem.facts.table)).toEqual([table])
  })

  test('and another one is all the same', () => {
    const { sheets, notRead } = readWorkbook(
      [block([['x']], { sheet: '__proto__' }), sheetOf([line()])],
      OCTOBER,
      [b2b],
    )
    expect(sheets.map((sheet) => sheet.documents.length)).toEqual([1])
    expect(notRead.map(({ sheet }) => sheet)).toEqual(['__proto__'])
  })
})

test.each(['b2b', 'B2B', 'b2b,sez,de', ' B2B , SEZ , DE '])(
  'the sheet may be named “%s”',
  (sheet) => {
    expect(fields([sheetOf([line()], { sheet })])).toEqual(expected)
  },
)

test('hidden rows and hidden sheets are read, and counted', () => {
  const sheet = onlySheet([
    sheetOf([line()], { hiddenRows: 3, hiddenSheet: true }),
    block([line({ inum: 'KT/2' })], { firstRow: 5, hiddenRows: 1 }),
  ])
  expect(sheet.rows).toMatchObject({ hidden: true, hiddenRows: 4 })
  expect(sheet.counts.ready).toBe(2)
})

test('a column keeps its place in the template', () => {
  expect(HEADERS[at('pos')]).toBe('Place Of Supply')
})
