// Table 7: small supplies to consumers, an entry for each place of supply, rate and percentage.
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../templates/block.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { fromWire, toWire } from '../../../templates/payload/wire-document.ts'
import { sentence } from '../../../templates/problems/english.ts'
import { b2cs } from '../../../templates/tables/b2cs.ts'
import type { Context } from '../../../templates/tables/table.ts'
import { block, contextOf, counts, OCTOBER, onlySheet, OWN, told } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const { line, read, problems } = tableSheet(b2cs, {
  typ: 'OE',
  pos: '29-Karnataka',
  rt: 18,
  txval: 48_000,
})

const payload = (rows: readonly Cell[][], context = OCTOBER) =>
  payloadOf({ gstin: OWN, period: context.period }, read(rows, context).documents.map(toWire), [
    b2cs,
  ]).b2cs

test('goes out as flat entries, with the tax of the place of supply, below zero too', () => {
  expect(
    payload([line({ rt: 5, txval: 48_210.5 }), line({ pos: '32-Kerala', txval: -1500 })]),
  ).toEqual([
    {
      sply_ty: 'INTRA',
      typ: 'OE',
      pos: '29',
      rt: 5,
      txval: 48_210.5,
      camt: 1205.26,
      samt: 1205.26,
      csamt: 0,
    },
    { sply_ty: 'INTER', typ: 'OE', pos: '32', rt: 18, txval: -1500, iamt: -270, csamt: 0 },
  ])
})

test('of an SEZ unit every supply is inter-state', () => {
  expect(payload([line()], contextOf('102026', true))).toMatchObject([
    { sply_ty: 'INTER', iamt: 8640 },
  ])
})

test('65 % of the rate is an entry of its own', () => {
  expect(payload([line(), line({ diff_percent: '65.00', txval: 100 })])).toMatchObject([
    { camt: 4320 },
    { diff_percent: 0.65, camt: 5.85, samt: 5.85 },
  ])
})

describe('rows of one entry', () => {
  const rows = [
    line(),
    line({ pos: '32' }),
    line({ pos: 'Karnataka', rt: '18%', diff_percent: 100, txval: 210.55, csamt: 5 }),
    line({ txval: -210.5 }),
  ]

  test('are added, and that is told; tax is worked out on the sum', () => {
    const sheet = read(rows)
    expect(told(sheet, 'note').filter((note) => note.startsWith('rows'))).toEqual([
      'rows-added 0,2',
      'rows-added 0,3',
    ])
    expect(counts(sheet)).toBe('4 = 4 ready + 0 held + 0 aside')
    expect(payload(rows)).toMatchObject([{ txval: 48_000.05, camt: 4320, csamt: 5 }, { pos: '32' }])
  })

  test('are held back together with a wrong one, other entries are not', () => {
    const sheet = read([...rows, line({ txval: 'abc' })])
    expect(counts(sheet)).toBe('5 = 1 ready + 4 held + 0 aside')
    const about = sheet.problems.find(({ code }) => code === 'held-with-row')
    expect(about && sentence(about).what).toContain('OE, 29-Karnataka, 18')
  })

  test('below them a totals row is set aside', () => {
    const total = line({ typ: '', pos: '', rt: '', txval: 96_000.05 })
    expect(counts(read([...rows, total]))).toBe('5 = 4 ready + 0 held + 1 aside')
    const labelled = line({ typ: 'Total', pos: '', rt: '', txval: 1 })
    expect(counts(read([...rows, labelled]))).toBe('5 = 4 ready + 0 held + 1 aside')
  })
})

test.each([
  ['E, which the portal has stopped taking', { typ: 'E' }, 'b2cs-type-unknown error typ'],
  ['no type', { typ: '' }, 'cell-missing error typ'],
  ['a place abroad', { pos: '96-Foreign Country' }, 'pos-abroad error pos'],
  ['Daman & Diu', { pos: '25-Daman & Diu' }, 'pos-retired warning pos'],
  ['no place', { pos: 'Home' }, 'pos-unknown error pos'],
  ['half a rate', { rt: 9 }, 'rate-is-half error rt'],
  ['a rate that ended', { rt: 28 }, 'rate-out-of-period warning rt'],
  ['cess after its end', { csamt: 3 }, 'cess-after-its-end warning csamt'],
  ['12 digits', { txval: 100_000_000_000 }, 'amount-too-large error txval'],
  ['an operator', { etin: '29AAECE7731J1C1' }, 'column-not-sent warning etin'],
  ['another percentage', { diff_percent: 50 }, 'percent-unknown error diff_percent'],
])('%s is told on its cell', (_what, cells, problem) => {
  expect(problems(cells)).toEqual([problem])
})

test.each([
  [28, '092025', []],
  [28, '022026', ['rate-out-of-period warning rt']],
  [12, '102025', ['rate-out-of-period warning rt']],
  [40, '092025', []],
  [40, '082025', ['rate-out-of-period warning rt']],
])('the rate %s in %s', (rt, period, expected) => {
  expect(problems({ rt }, contextOf(period))).toEqual(expected)
})

test('of a quarterly filer the return goes back to the quarter’s first day', () => {
  const quarterly = (period: string): Context => ({
    ...contextOf(period),
    taxpayer: { sez: false, filing: 'quarterly' },
  })
  // Tobacco was lawfully sold at 28 % until 31-01-2026.
  expect(problems({ rt: 28 }, quarterly('032026'))).toEqual([])
  expect(problems({ rt: 28 }, quarterly('062026'))).toEqual(['rate-out-of-period warning rt'])
  expect(problems({ csamt: 3 }, quarterly('092025'))).toEqual([])
  expect(problems({ csamt: 3 }, quarterly('122025'))).toEqual(['cess-after-its-end warning csamt'])
})

test('columns may stand in another order, as in GSTN’s own CSV', () => {
  const headers = ['Type', 'Place Of Supply', 'Rate', 'Applicable % of Tax Rate', 'Taxable Value']
  const sheet = onlySheet(
    [block([headers, ['OE', '29', 5, 65, 100]], { sheet: 'b2cs' })],
    OCTOBER,
    [b2cs],
  )
  expect(sheet.documents[0]).toMatchObject({
    fields: { rt: 500, diff_percent: 65 },
    lines: [{ txval: 10_000, csamt: 0 }],
  })
})

test('what the portal hands back is the same entry, whatever it adds to it', () => {
  const [document] = read([line()]).documents
  const wire = document && toWire(document)
  const answer = { b2cs: [{ ...wire?.body, flag: 'N', chksum: 'a'.repeat(64), txval: '48000.00' }] }
  const [back] = documentsIn(b2cs, answer)
  expect(back?.key).toBe(document?.key)
  expect(back && fromWire(b2cs, back).lines).toEqual([{ txval: 4_800_000, csamt: 0 }])
})
