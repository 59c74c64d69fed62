// Table 6A: exports.
import { describe, expect, test } from 'vitest'
import { serialOf } from '../../../templates/columns/date.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { sameDocument } from '../../../templates/payload/same-document.ts'
import { toWire } from '../../../templates/payload/wire-document.ts'
import { exp } from '../../../templates/tables/exp.ts'
import { OCTOBER, OWN, told } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const { line, below, read, problems } = tableSheet(exp, {
  exp_typ: 'WPAY',
  inum: 'KTX/26-27/0009',
  idt: serialOf('2026-10-15'),
  val: 236_000,
  sbpcode: 'INBLR4',
  sbnum: 4_417_720,
  sbdt: serialOf('2026-10-17'),
  rt: 18,
  txval: 200_000,
})
const service = {
  exp_typ: 'WOPAY',
  inum: 'KTX/26-27/0010',
  val: 90_000,
  sbpcode: '',
  sbnum: '',
  sbdt: '',
  txval: 90_000,
}

test('goes out under its export type, items flat and without number', () => {
  const { documents, problems: none } = read([line(), line(service)])
  expect(none).toEqual([])
  expect(
    payloadOf({ gstin: OWN, period: OCTOBER.period }, documents.map(toWire), [exp]).exp,
  ).toEqual([
    {
      exp_typ: 'WPAY',
      inv: [
        {
          inum: 'KTX/26-27/0009',
          idt: '15-10-2026',
          val: 236_000,
          sbpcode: 'INBLR4',
          sbnum: '4417720',
          sbdt: '17-10-2026',
          itms: [{ rt: 18, txval: 200_000, iamt: 36_000, csamt: 0 }],
        },
      ],
    },
    {
      exp_typ: 'WOPAY',
      inv: [
        {
          inum: 'KTX/26-27/0010',
          idt: '15-10-2026',
          val: 90_000,
          itms: [{ rt: 18, txval: 90_000, iamt: 0, csamt: 0 }],
        },
      ],
    },
  ])
})

describe('the export type', () => {
  test.each([
    ['wpay', 'WPAY'],
    ['With Payment', 'WPAY'],
    ['EXPWOP', 'WOPAY'],
    ['LUT', 'WOPAY'],
  ])('may be written %s', (exp_typ, wire) => {
    expect(read([line({ exp_typ })]).documents[0]?.fields.exp_typ).toBe(wire)
  })

  test('is one of two', () => {
    expect(problems({ exp_typ: 'Deemed' })).toEqual(['export-type-unknown error exp_typ'])
  })

  test('WOPAY bears no tax and no cess; cess that was typed is told', () => {
    const sheet = read([line({ ...service, csamt: 30 })])
    expect(sheet.documents[0]?.lines[0]).toMatchObject({ iamt: 0, csamt: 0 })
    expect(problems({ ...service, csamt: 30 })).toEqual([
      'cess-without-payment warning csamt,exp_typ',
    ])
  })
})

describe('the shipping bill', () => {
  test('may be missing on services, and on goods until it is there', () => {
    expect(problems(service)).toEqual([])
  })

  test('that is missing on an export with payment is told, for the refund hangs on it', () => {
    const note = ['shipping-bill-none note sbpcode,sbnum,sbdt']
    expect(problems({ sbpcode: '', sbnum: '', sbdt: '' })).toEqual(note)
    expect(problems({ sbpcode: '' })).toEqual(note)
  })

  test('has number and date together', () => {
    expect(problems({ sbdt: '' })).toEqual(['shipping-bill-incomplete error sbnum,sbdt'])
    expect(problems({ ...service, sbdt: serialOf('2026-10-17') })).toEqual([
      'shipping-bill-incomplete error sbnum,sbdt',
    ])
  })

  test('may have its port alone', () => {
    expect(problems({ ...service, sbpcode: 'INBLR4' })).toEqual([])
  })

  test.each([123, '123', '0001234', 9_999_999])('number %s is one', (sbnum) => {
    const { documents } = read([line({ sbnum })])
    expect(documents[0]?.fields.sbnum).toBe(String(sbnum))
  })

  test.each([12, 12_345_678, '44177A', '4417720 dt 17-10', 1.5, true])(
    'number %s is none',
    (sbnum) => {
      expect(problems({ sbnum })).toEqual(['shipping-bill-wrong error sbnum'])
    },
  )

  test('is not older than its invoice, but the portal decides', () => {
    expect(problems({ sbdt: serialOf('2026-10-14') })).toEqual([
      'shipping-bill-before-invoice warning sbdt,idt',
    ])
    expect(problems({ sbdt: serialOf('2026-10-15') })).toEqual([])
  })

  test('may be dated after the month', () => {
    expect(problems({ sbdt: serialOf('2026-11-03') })).toEqual([])
  })

  test.each(['inblr4', ' IN BLR4', 'IN-BLR4'])('port %s is read as INBLR4, and told', (sbpcode) => {
    const sheet = read([line({ sbpcode })])
    expect(sheet.documents[0]?.fields.sbpcode).toBe('INBLR4')
    expect(told(sheet)).toEqual(['port-code-tidied 0'])
  })

  test.each(['Bengaluru Air', 'INBLR44', '#', 1.5])('port %s is none', (sbpcode) => {
    expect(problems({ sbpcode })).toEqual(['port-code-wrong error sbpcode'])
  })
})

describe('the value', () => {
  test('may have the IGST or leave it out, as invoices abroad do', () => {
    expect(problems({ val: 200_000 })).toEqual([])
    expect(problems({ val: 218_000 })).toEqual(['value-differs-from-lines warning val'])
  })
})

test.each([
  ['a minus', { txval: -5 }, ['amount-negative error txval']],
  [
    'a date after the month',
    { idt: serialOf('2026-11-01'), sbdt: serialOf('2026-11-02') },
    ['date-after-period error idt'],
  ],
  ['an old date', { idt: serialOf('2025-03-01') }, ['date-over-eighteen-months warning idt']],
  ['a rate that ended', { rt: 28, val: 256_000 }, ['rate-out-of-date warning rt']],
  ['cess after its end', { csamt: 10, val: 236_010 }, ['cess-after-its-end warning csamt']],
])('%s is told on its cell', (_what, cells, expected) => {
  expect(problems(cells)).toEqual(expected)
})

describe('one invoice', () => {
  test('may have its heading on the first row only', () => {
    const sheet = read([line({ val: 257_000 }), below({ rt: 5, txval: 20_000 })])
    expect(told(sheet)).toEqual(['row-continues-above 1'])
    expect(sheet.documents).toMatchObject([{ fields: { sbnum: '4417720' }, rows: [4, 5] }])
  })

  test('cannot be with and without payment', () => {
    const sheet = read([line(), line({ exp_typ: 'WOPAY', rt: 5, inum: 'ktx/26-27/0009' })])
    expect(told(sheet, 'error')).toEqual(['number-in-two-places 0,1'])
    expect(sheet.documents).toEqual([])
  })

  test('has one shipping bill', () => {
    const sheet = read([line(), line({ rt: 5, sbnum: 4_417_721 })])
    expect(told(sheet, 'error')).toEqual(['rows-disagree 0,1'])
  })
})

test('the portal may hand the bill’s number back as a number, and blanks for what is not there', () => {
  const [own] = read([line()]).documents
  const [bare] = read([line(service)]).documents
  if (own === undefined || bare === undefined) throw new Error('two documents')
  const back = documentsIn(exp, {
    exp: [
      { exp_typ: 'WPAY', inv: [{ ...toWire(own).body, sbnum: 4_417_720 }] },
      { exp_typ: 'WOPAY', inv: [{ ...toWire(bare).body, sbpcode: '', sbnum: '', sbdt: null }] },
    ],
  })
  expect(back.map(({ key }) => key)).toEqual([own.key, bare.key])
  for (const [i, document] of [own, bare].entries()) {
    const theirs = back[i]
    expect(theirs && sameDocument(exp, toWire(document), theirs)).toBe(true)
  }
})
