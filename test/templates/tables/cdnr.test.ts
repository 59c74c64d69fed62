// Table 9B, registered: credit and debit notes.
import { describe, expect, test } from 'vitest'
import { serialOf } from '../../../templates/columns/date.ts'
import { payloadOf } from '../../../templates/payload/payload.ts'
import {
  addAmounts,
  amountsOf,
  NO_AMOUNTS,
  toWire,
} from '../../../templates/payload/wire-document.ts'
import { cdnr } from '../../../templates/tables/cdnr.ts'
import { contextOf, counts, FAR, NEIGHBOUR, OCTOBER, OWN, told } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const { line, below, read, problems } = tableSheet(cdnr, {
  ctin: FAR,
  receiver: 'Sahyadri Stores',
  nt_num: 'KT/CN/0007',
  nt_dt: serialOf('2026-10-22'),
  ntty: 'C',
  pos: '27-Maharashtra',
  rchrg: 'N',
  inv_typ: 'Regular B2B',
  val: 2360,
  rt: 18,
  txval: 2000,
})

test('goes out under its recipient, without the original invoice, the amounts positive', () => {
  const { documents } = read([
    line(),
    line({
      ctin: NEIGHBOUR,
      pos: '29',
      nt_num: 'KT/DN/1',
      ntty: 'D',
      val: 1050,
      rt: 5,
      txval: 1000,
    }),
    line({ nt_num: 'KT/CN/0008', inv_typ: 'SEWOP', val: 500, txval: 500 }),
  ])
  expect(
    payloadOf({ gstin: OWN, period: OCTOBER.period }, documents.map(toWire), [cdnr]).cdnr,
  ).toEqual([
    {
      ctin: FAR,
      nt: [
        {
          ntty: 'C',
          nt_num: 'KT/CN/0007',
          nt_dt: '22-10-2026',
          val: 2360,
          pos: '27',
          rchrg: 'N',
          inv_typ: 'R',
          itms: [{ num: 1801, itm_det: { rt: 18, txval: 2000, iamt: 360, csamt: 0 } }],
        },
        expect.objectContaining({
          nt_num: 'KT/CN/0008',
          inv_typ: 'SEWOP',
          itms: [{ num: 1801, itm_det: { rt: 18, txval: 500, iamt: 0, csamt: 0 } }],
        }),
      ],
    },
    {
      ctin: NEIGHBOUR,
      nt: [
        expect.objectContaining({
          ntty: 'D',
          itms: [{ num: 501, itm_det: { rt: 5, txval: 1000, camt: 25, samt: 25, csamt: 0 } }],
        }),
      ],
    },
  ])
})

describe('in totals', () => {
  const amounts = (...types: string[]) =>
    read(types.map((ntty, i) => line({ ntty, nt_num: `N${i}` })))
      .documents.map((document) => amountsOf(cdnr, toWire(document)))
      .reduce((sum, one) => addAmounts(sum, one), NO_AMOUNTS)

  test('a credit note takes away and a debit note adds, as in the portal’s summary', () => {
    expect(amounts('C')).toMatchObject({ count: 1, txval: -200_000, iamt: -36_000, csamt: 0 })
    expect(amounts('D')).toMatchObject({ count: 1, txval: 200_000, iamt: 36_000 })
  })

  test('both are counted', () => {
    expect(amounts('C', 'D', 'C')).toMatchObject({ count: 3, txval: -200_000, iamt: -36_000 })
  })
})

describe('the note type', () => {
  test.each(['C', 'c', 'Credit Note', 'Credit', 'CR'])('%s is a credit note', (ntty) => {
    expect(read([line({ ntty })]).documents[0]?.fields.ntty).toBe('C')
  })

  test.each(['D', 'Debit note', 'dr'])('%s is a debit note', (ntty) => {
    expect(read([line({ ntty })]).documents[0]?.fields.ntty).toBe('D')
  })

  test.each(['R', 'Refund voucher', 'CD', 1])('%s is none', (ntty) => {
    expect(problems({ ntty })).toEqual(['note-type-unknown error ntty'])
  })
})

describe('a minus, as other software writes credit notes', () => {
  test.each(['val', 'txval', 'csamt'])('on %s is refused with the positive amount', (name) => {
    const sheet = read([line({ [name]: -2000.5 })])
    expect(told(sheet, 'error')).toEqual(['note-amount-negative 0'])
    expect(sheet.problems[0]?.facts).toEqual({ found: -200_050, positive: 200_050 })
    expect(counts(sheet)).toBe('1 = 0 ready + 1 held + 0 aside')
  })

  test('may be brackets', () => {
    expect(problems({ txval: '(2,000.00)' })).toEqual(['note-amount-negative error txval'])
  })
})

test.each([
  ['no taxable value', { txval: 0, val: 0 }, ['note-taxable-zero error txval']],
  ['no supply type', { inv_typ: '' }, ['cell-missing error inv_typ']],
  ['no reverse charge', { rchrg: '' }, ['cell-missing error rchrg']],
  ['the own GSTIN', { ctin: OWN }, ['gstin-is-own error ctin']],
  ['a date after the month', { nt_dt: serialOf('2026-11-02') }, ['date-after-period error nt_dt']],
  ['an old date', { nt_dt: serialOf('2025-01-02') }, ['date-over-eighteen-months warning nt_dt']],
  ['a merged territory', { pos: '25' }, ['pos-retired warning pos']],
  ['a value beside its lines', { val: 9000 }, ['value-differs-from-lines warning val']],
  [
    'cess on a supply without payment',
    { inv_typ: 'SEZ supplies without payment', val: 2000, csamt: 12 },
    ['cess-without-payment warning csamt,inv_typ'],
  ],
])('%s is told on its cell', (_what, cells, expected) => {
  expect(problems(cells)).toEqual(expected)
})

test('cess of a supply without payment is sent as nil', () => {
  const [document] = read([line({ inv_typ: 'SEWOP', csamt: 12 })]).documents
  expect(document && toWire(document).body.itms).toEqual([
    { num: 1801, itm_det: { rt: 18, txval: 2000, iamt: 0, csamt: 0 } },
  ])
})

test.each([
  ['a foreign place of supply', { pos: '96-Foreign Country' }],
  ['a rate that has ended, since a note keeps its invoice’s', { rt: 28, val: 2560 }],
  ['cess after its end, likewise', { csamt: 240, val: 2600 }],
  ['a value without the tax, on reverse charge', { rchrg: 'Y', val: 2000 }],
])('%s is taken without a word', (_what, cells) => {
  expect(problems(cells)).toEqual([])
})

test('rows of one note are one document, whose type must not change', () => {
  expect(read([line({ val: 2885 }), below({ rt: 5, txval: 500 })]).documents).toMatchObject([
    { key: `${FAR}|KT/CN/0007`, lines: [{ rt: 1800 }, { rt: 500 }] },
  ])
  const sheet = read([line(), line({ rt: 5, ntty: 'D' })])
  expect(told(sheet, 'error')).toEqual(['rows-disagree 0,1'])
})

test('an SEZ unit’s notes bear IGST in its own state too', () => {
  const { documents } = read([line({ pos: '29' })], contextOf('102026', true))
  expect(documents[0]?.lines[0]).toMatchObject({ iamt: 36_000 })
  expect(documents[0]?.lines[0]).not.toHaveProperty('camt')
})
