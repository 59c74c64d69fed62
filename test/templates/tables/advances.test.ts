// Table 11: advances received (at) and set off (atadj), a record for each place of supply with a line for each rate.
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../templates/block.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { amountsOf, toWire } from '../../../templates/payload/wire-document.ts'
import { at, atadj } from '../../../templates/tables/advances.ts'
import { counts, OCTOBER, OWN, told } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const good = { pos: '29-Karnataka', rt: 18, ad_amt: 40_000 }
const received = tableSheet(at, good)
const adjusted = tableSheet(atadj, good)

const payload = ({ table, read }: typeof received, rows: readonly Cell[][]) =>
  payloadOf({ gstin: OWN, period: OCTOBER.period }, read(rows).documents.map(toWire), [table])[
    table.section
  ]

describe('received', () => {
  const { line, read, problems } = received

  test('goes out by place of supply, its rates as flat lines', () => {
    expect(
      payload(received, [
        line(),
        line({ pos: '27-Maharashtra', diff_percent: 65, rt: 5, ad_amt: 1000 }),
        line({ rt: 5, ad_amt: 210.5, csamt: 1 }),
      ]),
    ).toEqual([
      {
        pos: '29',
        sply_ty: 'INTRA',
        itms: [
          { rt: 18, ad_amt: 40_000, camt: 3600, samt: 3600, csamt: 0 },
          { rt: 5, ad_amt: 210.5, camt: 5.26, samt: 5.26, csamt: 1 },
        ],
      },
      {
        pos: '27',
        sply_ty: 'INTER',
        diff_percent: 0.65,
        itms: [{ rt: 5, ad_amt: 1000, iamt: 32.5, csamt: 0 }],
      },
    ])
  })

  test('rows of one place and rate are added, and told', () => {
    const rows = [line(), line({ rt: 5 }), line({ ad_amt: 0.5 }), line({ pos: '27' })]
    expect(told(read(rows))).toEqual(['rows-added 0,2'])
    expect(payload(received, rows)).toMatchObject([
      { itms: [{ rt: 18, ad_amt: 40_000.5, camt: 3600.05 }, { rt: 5 }] },
      { pos: '27' },
    ])
  })

  test('counts the advance as its taxable amount', () => {
    const [document] = read([line(), line({ rt: 5, ad_amt: 100 })]).documents
    expect(document && amountsOf(at, toWire(document))).toEqual({
      count: 1,
      txval: 4_010_000,
      iamt: 0,
      camt: 360_250,
      samt: 360_250,
      csamt: 0,
    })
  })

  test('may be given back: all amounts of a place then are negative', () => {
    expect(payload(received, [line({ ad_amt: -100, csamt: -2 })])).toMatchObject([
      { itms: [{ ad_amt: -100, camt: -9, samt: -9, csamt: -2 }] },
    ])
  })

  test.each([
    ['an advance and its cess', [{ ad_amt: -100, csamt: 2 }], '0'],
    ['two rates', [{ ad_amt: -100 }, { rt: 5 }], '0,1'],
  ])('%s of opposite signs are held back', (_what, rows, where) => {
    const sheet = read(rows.map((cells) => line(cells)))
    expect(told(sheet, 'error')).toEqual([`signs-mixed ${where}`])
    expect(sheet.counts.ready).toBe(0)
  })

  test('of nothing is held back with its place, where rows cancel out too, and each row is marked', () => {
    expect(problems({ ad_amt: 0 })).toEqual(['advance-zero error ad_amt'])
    const sheet = read([line({ rt: 5 }), line(), line({ ad_amt: -40_000 }), line({ pos: '27' })])
    expect(told(sheet, 'error')).toEqual(['advance-zero 1,2'])
    expect(told(sheet, 'warning')).toEqual(['held-with-row 0'])
    expect(counts(sheet)).toBe('4 = 1 ready + 3 held + 0 aside')
  })

  test('a wrong amount holds back its place of supply, for the portal replaces all of that', () => {
    const sheet = read([line(), line({ rt: 5, ad_amt: '#REF!' }), line({ pos: '27' })])
    expect(sheet.documents.map(({ key }) => key)).toEqual(['27'])
  })

  test('one place has one percentage', () => {
    expect(told(read([line(), line({ rt: 5, diff_percent: 65 })]), 'error')).toEqual([
      'rows-disagree 0,1',
    ])
  })

  test('a row without a place is a mistake, not part of the row above', () => {
    expect(told(read([line(), line({ pos: '', rt: 5 })]), 'error')).toEqual(['cell-missing 1'])
  })
})

describe('set off', () => {
  const { line, read, problems } = adjusted

  test('goes out as txpd, positive, which lowers the tax', () => {
    expect(payload(adjusted, [line({ pos: '27', ad_amt: 15_000 })])).toEqual([
      { pos: '27', sply_ty: 'INTER', itms: [{ rt: 18, ad_amt: 15_000, iamt: 2700, csamt: 0 }] },
    ])
  })

  test('has no minus: the same without it is offered', () => {
    const sheet = read([line({ ad_amt: -15_000, csamt: -1 })])
    expect(sheet.problems.map(({ code, facts }) => [code, facts.positive])).toEqual([
      ['adjustment-negative', 1_500_000],
      ['adjustment-negative', 100],
    ])
  })

  test('of nothing passes', () => {
    expect(problems({ ad_amt: 0 })).toEqual([])
  })

  test.each(['txp', 'txpd'])('is read back from %s', (name) => {
    const [record] = payload(adjusted, [line()]) as object[]
    expect(documentsIn(atadj, { [name]: [record] })).toMatchObject([{ key: '29', path: ['txpd'] }])
  })
})

test.each([received, adjusted])('common mistakes are told on their cells', ({ problems }) => {
  expect(problems({ pos: '96' })).toEqual(['pos-abroad error pos'])
  expect(problems({ pos: '25' })).toEqual(['pos-retired warning pos'])
  expect(problems({ rt: 12 })).toEqual(['rate-out-of-period warning rt'])
  expect(problems({ csamt: 1 })).toEqual(['cess-after-its-end warning csamt'])
  expect(problems({ ad_amt: '' })).toEqual(['cell-missing error ad_amt'])
})
