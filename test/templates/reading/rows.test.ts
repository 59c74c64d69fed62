// Rows become documents. A row with a mistake holds back its document and nothing else; a row that is no data is set
// aside with its reason; no row vanishes (quirks 16–24, 29, 37).
import { describe, expect, test } from 'vitest'
import { serialOf } from '../../../templates/columns/date.ts'
import { hsnB2b } from '../../../templates/tables/hsn.ts'
import {
  at,
  below,
  block,
  contextOf,
  counts,
  FAR,
  FIRST,
  line,
  NEIGHBOUR,
  onlyDocument,
  onlySheet,
  OWN,
  readRows,
  sheetOf,
  told,
} from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const five = { rt: 5, txval: 2000 }
const GONE = '#REF!'

describe('rows of one number and party', () => {
  test('are lines of one document, one for each rate', () => {
    const document = onlyDocument(readRows([line(), line(five)]))
    expect(document.rows).toEqual([FIRST, FIRST + 1])
    expect(document.lines).toMatchObject([
      { rt: 1800, txval: 1_000_000, camt: 90_000, samt: 90_000 },
      { rt: 500, txval: 200_000, camt: 5_000, samt: 5_000 },
    ])
  })

  test('join wherever they stand, and whatever the case of the number', () => {
    const sheet = readRows([
      line(),
      line({ inum: 'KT/2' }),
      line({ ...five, inum: 'kt/26-27/0412' }),
    ])
    expect(sheet.documents.map((document) => document.rows)).toEqual([
      [FIRST, FIRST + 2],
      [FIRST + 1],
    ])
  })

  test('join in any order to the same document', () => {
    const rows = [line(), line(five), line({ rt: 28, txval: 50 })]
    const keysOf = (order: number[]) => {
      const document = onlyDocument(readRows(order.map((i) => rows[i] ?? [])))
      return {
        ...document.fields,
        key: document.key,
        rates: document.lines.map(({ rt }) => rt).sort(),
      }
    }
    expect(keysOf([2, 0, 1])).toEqual(keysOf([0, 1, 2]))
  })

  test('of another party are another document', () => {
    const sheet = readRows([line({ inum: 'A1' }), line({ inum: 'A2', ctin: FAR })])
    expect(sheet.documents).toHaveLength(2)
  })

  test.each([
    ['date', { idt: serialOf('2026-10-10') }, 'idt'],
    ['value', { val: 11801 }, 'val', 'values-disagree'],
    ['place of supply', { pos: '27-Maharashtra' }, 'pos'],
    ['reverse charge', { rchrg: 'Y' }, 'rchrg'],
    ['percentage', { diff_percent: 65 }, 'diff_percent'],
    ['type', { inv_typ: 'Deemed Exp' }, 'inv_typ'],
  ])(
    'must agree on the %s, or all are held back',
    (_what, other, column, code = 'rows-disagree') => {
      const sheet = readRows([line(), line({ ...five, ...other }), line({ inum: 'KT/2' })])
      expect(told(sheet, 'error')).toEqual([`${code} 0,1`])
      expect(sheet.problems[0]?.cells[0]?.columns).toEqual([at(column)])
      expect(counts(sheet)).toBe('3 = 1 ready + 2 held + 0 aside')
    },
  )

  test('may have different receiver names, which are not sent', () => {
    expect(readRows([line(), line({ ...five, receiver: 'Ganesh' })]).counts.ready).toBe(2)
  })

  test('with one rate twice are held back: nobody knows whether to add them or to drop one', () => {
    const sheet = readRows([line(), line(five), line({ txval: 5 })])
    expect(told(sheet, 'error')).toEqual(['line-repeated 0,2'])
    expect(counts(sheet)).toBe('3 = 0 ready + 3 held + 0 aside')
  })
})

describe('one number under two parties', () => {
  test('holds back both, for the portal would keep the first and refuse the second', () => {
    const sheet = readRows([
      line(),
      line({ ctin: FAR, inum: 'kt/26-27/0412' }),
      line({ inum: 'KT/2' }),
    ])
    expect(told(sheet, 'error')).toEqual(['number-under-two-parties 0,1'])
    expect(counts(sheet)).toBe('3 = 1 ready + 2 held + 0 aside')
    expect(sheet.held.map(({ key }) => key)).toEqual([
      [NEIGHBOUR, 'KT/26-27/0412'],
      [FAR, 'KT/26-27/0412'],
    ])
  })
})

describe('a row that continues the one above', () => {
  test('has its party, number and date from there', () => {
    const sheet = readRows([line(), below(five), below({ rt: 28, txval: 1 })])
    expect(onlyDocument(sheet).rows).toHaveLength(3)
    expect(told(sheet)).toContain('row-continues-above 1')
  })

  test('still has to agree with it', () => {
    const sheet = readRows([line(), below({ ...five, pos: '27-Maharashtra' })])
    expect(told(sheet, 'error')).toEqual(['rows-disagree 0,1'])
  })

  test('and lacks its taxable value holds back that document, and no other', () => {
    const sheet = readRows([line({ inum: 'KT/1' }), line(), below({ rt: 5 })])
    expect(told(sheet, 'error')).toEqual(['cell-missing 2'])
    expect(told(sheet, 'warning')).toContain('held-with-row 1')
    expect(counts(sheet)).toBe('3 = 1 ready + 2 held + 0 aside')
  })

  test('of a row that was set aside continues nothing', () => {
    const sample = line({ ctin: '12GEOPS0823BBZH', idt: 42_930 })
    const sheet = readRows([line(), sample, below(five)])
    expect(counts(sheet)).toBe('3 = 1 ready + 1 held + 1 aside')
    expect(onlyDocument(sheet).lines).toHaveLength(1)
  })

  test('crosses the edge between two blocks', () => {
    const sheet = onlySheet([sheetOf([line()]), block([below(five)], { firstRow: 5 })])
    expect(onlyDocument(sheet).rows).toEqual([4, 5])
  })

  test('needs all three to be blank: a row with a number but no GSTIN is a mistake', () => {
    const sheet = readRows([line(), below({ ...five, inum: 'KT/2' })])
    expect(counts(sheet)).toBe('2 = 1 ready + 1 held + 0 aside')
  })
})

describe('a row that is held back', () => {
  test.each([
    ['its GSTIN', { ctin: '29AABCU9004Q1ZX' }],
    ['its date', { idt: 'soon' }],
    ['its value', { val: GONE }],
    ['its rate', { rt: 9 }],
    ['its taxable value', { txval: -5 }],
    ['its number, which then is told by party, date and value', { inum: 'KT_412' }],
    ['number and date', { inum: 'KT_412', idt: 'soon' }],
    ['number and GSTIN', { inum: 'KT_412', ctin: 'Ganesh' }],
  ])('for %s takes the rest of its document with it', (_what, mistake) => {
    const sheet = readRows([line(), line({ ...five, ...mistake }), line({ inum: 'KT/2', val: 1 })])
    expect(sheet.documents.map(({ fields }) => fields.inum)).toEqual(['KT/2'])
    expect(counts(sheet)).toBe('3 = 1 ready + 2 held + 0 aside')
    expect(told(sheet)).toContain('held-with-row 0')
  })

  test('takes nothing with it when it is alone', () => {
    const others = [1, 2, 3].map((n) => line({ inum: `KT/${n}`, val: n }))
    const sheet = readRows([...others, line({ rt: 9 })])
    expect(counts(sheet)).toBe('4 = 3 ready + 1 held + 0 aside')
    expect(told(sheet, 'warning').some((problem) => problem.startsWith('held-with-row'))).toBe(
      false,
    )
  })

  test.each([
    ['a lone amount below them: the last one may lack it', below({ csamt: 12 }), ['KT/1']],
    ['a lone value', below({ val: 11800 }), ['KT/1', 'KT/2']],
    ['a remark under the names', below({ receiver: 'checked by Asha' }), ['KT/1', 'KT/2']],
    [
      'a row filled down to be typed later',
      below({ pos: '29-Karnataka', rchrg: 'N', inv_typ: 'Regular B2B' }),
      ['KT/1', 'KT/2'],
    ],
  ])('because it is %s leaves other documents alone', (_what, stray, ready) => {
    const sheet = readRows([line({ inum: 'KT/1' }), line({ inum: 'KT/2' }), stray])
    expect(sheet.counts.read).toBe(3)
    expect(sheet.documents.map(({ fields }) => fields.inum)).toEqual(ready)
  })

  test('keeps what could be read of its key, so that nothing it may be is removed', () => {
    const sheet = readRows([line({ ctin: 'Ganesh', inum: 'kt/9' }), line({ inum: 'KT_1', val: 7 })])
    expect(sheet.held.map(({ key }) => key)).toEqual([
      [undefined, 'KT/9'],
      [NEIGHBOUR, undefined],
    ])
  })
})

describe('cells without a value of their own', () => {
  test.each(['#REF!', '#N/A', '#DIV/0!', '#NAME?', '#SPILL!'])(
    '%s is an error, not a text',
    (cell) => {
      expect(told(readRows([line({ inum: cell })]), 'error')).toEqual(['cell-error 0'])
    },
  )

  test('a formula that was never calculated asks for Excel', () => {
    expect(told(readRows([line({ txval: '#UNCALCULATED!' })]), 'error')).toEqual([
      'cell-not-calculated 0',
    ])
  })

  const advice = tableSheet(hsnB2b, { hsn_sc: '998313', uqc: 'NA', qty: 0, rt: 18, txval: 500 })
  test.each([
    ['an error of Excel', readRows([line({ receiver: '#N/A' })])],
    ['a text among the amounts', advice.read([advice.line({ total: 'n/a' })])],
  ])('%s in a column that is never sent holds nothing back', (_what, sheet) => {
    expect(sheet).toMatchObject({ counts: { ready: 1 }, problems: [] })
  })

  test('blank cells of optional columns have their defaults', () => {
    const document = onlyDocument(readRows([line({ rchrg: ' ', csamt: '', diff_percent: null })]))
    expect(document.fields).toMatchObject({ rchrg: 'N', diff_percent: 100 })
    expect(document.lines).toMatchObject([{ csamt: 0 }])
  })

  test.each(['ctin', 'inum', 'idt', 'val', 'pos', 'inv_typ', 'rt', 'txval'])(
    'a blank %s is missing, and its cell is red',
    (name) => {
      const { problems } = readRows([line({ [name]: ' ' })])
      expect(problems).toMatchObject([
        { code: 'cell-missing', severity: 'error', cells: [{ row: FIRST, columns: [at(name)] }] },
      ])
    },
  )

  test('an e-commerce GSTIN is not sent any more: the row goes without it, and that is told', () => {
    const sheet = readRows([line({ etin: '29AAECE7731J1CM' })])
    expect(told(sheet)).toEqual(['column-not-sent 0'])
    expect(onlyDocument(sheet).fields).not.toHaveProperty('etin')
  })
})

describe('set aside are', () => {
  const two = [line({ inum: 'KT/1' }), line({ inum: 'KT/2', txval: 5000 })]

  test.each([
    ['Total in the first column', below({ ctin: 'Total', txval: 15_000 })],
    ['GRAND TOTAL beside the names', below({ receiver: 'GRAND TOTAL', val: 1, txval: 2 })],
    ['Sub-total', below({ inum: 'Subtotal', txval: 15_000 })],
    ['no word, but the sum of the column', below({ txval: 15_000 })],
    ['no word, but the sums of all', below({ val: 99, txval: 15_000, csamt: 0 })],
  ])('totals: %s', (_what, total) => {
    const sheet = readRows([...two, total])
    expect(told(sheet, 'note')).toEqual(['row-is-total 2'])
    expect(counts(sheet)).toBe('3 = 2 ready + 0 held + 1 aside')
  })

  test('not a customer named Total, whatever else is missing', () => {
    const sheet = readRows([
      ...two,
      line({ receiver: 'Total Energies', val: 7, inum: '', idt: '', rt: '' }),
    ])
    expect(counts(sheet)).toBe('3 = 2 ready + 1 held + 0 aside')
  })

  test('not a lone amount that equals the one above', () => {
    const sheet = readRows([line(), below({ txval: 10_000 })])
    expect(counts(sheet)).toBe('2 = 0 ready + 2 held + 0 aside')
  })

  test('the sample rows of the template, with a warning', () => {
    for (const [ctin, idt] of [
      ['12GEOPS0823BBZH', 42_930],
      ['05AEJPP8087R1ZF', '14-Jul-17'],
    ] as const) {
      const sheet = readRows([line({ ctin, idt }), line()])
      expect(told(sheet, 'warning')).toEqual(['row-is-sample 0'])
      expect(counts(sheet)).toBe('2 = 1 ready + 0 held + 1 aside')
    }
  })

  test('not a real document of the sample’s recipient', () => {
    expect(readRows([line({ ctin: '12GEOPS0823BBZH' })]).counts.ready).toBe(1)
  })

  test('rows with content beside the table only', () => {
    const sheet = readRows([line(), [...below({}), 'see mail of Asha']])
    expect(told(sheet)).toEqual(['row-outside-columns 1'])
  })
})

describe('rows keep their own numbers', () => {
  test('blank rows between are no rows', () => {
    const sheet = readRows([
      line(),
      below({}),
      [null, ' ', '\u200b'],
      line({ inum: 'KT/2', rt: 9 }),
    ])
    expect(counts(sheet)).toBe('2 = 1 ready + 1 held + 0 aside')
    expect(sheet.problems[0]?.cells).toMatchObject([
      { sheet: 'b2b,sez,de', row: FIRST + 3, columns: [at('rt')] },
    ])
  })

  test('and are known again by party, number and rate as they were written', () => {
    const cells = line({ rt: '9%', inum: ' kt/1 ' })
    expect(readRows([cells]).problems[0]?.cells[0]?.key).toEqual([
      { column: at('ctin'), value: NEIGHBOUR },
      { column: at('inum'), value: ' kt/1 ' },
      { column: at('rt'), value: '9%' },
    ])
  })

  test('a million empty rows that only have a format cost nothing', () => {
    const empty = Array.from({ length: 1_048_000 }, () => ['', '', null])
    const before = performance.now()
    const sheet = onlySheet([sheetOf([line(), ...empty])])
    expect(counts(sheet)).toBe('1 = 1 ready + 0 held + 0 aside')
    expect(performance.now() - before).toBeLessThan(1000)
  })

  test('200,000 rows of one number are one document that is held back', () => {
    const rows = Array.from({ length: 200_000 }, () => line())
    expect(counts(readRows(rows))).toBe('200000 = 0 ready + 200000 held + 0 aside')
  })

  test('ten thousand rows with a bad number are as quick as good ones', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) =>
      line({ inum: i % 2 ? `KT/${i}` : `KT_${i}`, val: i + 1 }),
    )
    const before = performance.now()
    expect(counts(readRows(rows))).toBe('20000 = 10000 ready + 10000 held + 0 aside')
    expect(performance.now() - before).toBeLessThan(5000)
  })
})

describe('rules of the table', () => {
  test.each([
    ['your own GSTIN as customer', { ctin: OWN }, 'error gstin-is-own'],
    ['a date after the month', { idt: serialOf('2026-11-01') }, 'error date-after-period'],
    ['the last day of the month', { idt: serialOf('2026-10-31') }, undefined],
    ['a date 18 months back', { idt: serialOf('2025-04-01') }, 'warning date-before-period'],
    ['a date 19 months back', { idt: serialOf('2025-03-31') }, 'warning date-over-eighteen-months'],
    ['25-Daman & Diu after it merged', { pos: '25-Daman & Diu', ctin: FAR }, 'warning pos-retired'],
    ['12 % after it ended', { rt: 12, val: 11200 }, 'warning rate-out-of-date'],
    ['cess after it ended', { csamt: 100, val: 11900 }, 'warning cess-after-its-end'],
    ['a value far from its lines', { val: 12000 }, 'warning value-differs-from-lines'],
    ['a value rounded to the rupee', { val: 11801 }, undefined],
    ['CBW without reverse charge', { inv_typ: 'CBW' }, 'error cbw-needs-reverse-charge'],
    ['CBW with it', { inv_typ: 'CBW', rchrg: 'Y' }, undefined],
    [
      'a deemed export on reverse charge',
      { inv_typ: 'DE', rchrg: 'Y' },
      'error deemed-export-reverse-charge',
    ],
    ['reverse charge with the taxable value alone', { rchrg: 'Y', val: 10000 }, undefined],
  ])('%s', (_what, cells, problem) => {
    const { problems } = readRows([line(cells)])
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      problem === undefined ? [] : [problem],
    )
  })

  test('an error holds the document back, a warning does not', () => {
    expect(readRows([line({ ctin: OWN })]).counts.heldBack).toBe(1)
    expect(readRows([line({ rt: 12 })]).counts.ready).toBe(1)
  })

  test('hold from their own date: 25-Daman & Diu was right before 2020', () => {
    const old = line({ pos: '25-Daman & Diu', idt: serialOf('2019-10-09') })
    expect(told(readRows([old], contextOf('102019')))).toEqual([])
  })
})
