// Table 9B, unregistered: notes on large inter-state invoices and on exports.
import { describe, expect, test } from 'vitest'
import { serialOf } from '../../../templates/columns/date.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { amountsOf, toWire } from '../../../templates/payload/wire-document.ts'
import { cdnur } from '../../../templates/tables/cdnur.ts'
import { contextOf, OCTOBER, OWN, told } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const { line, below, read, problems } = tableSheet(cdnur, {
  typ: 'B2CL',
  nt_num: 'KTC/CN/0002',
  nt_dt: serialOf('2026-10-25'),
  ntty: 'C',
  pos: '33-Tamil Nadu',
  val: 11_800,
  rt: 18,
  txval: 10_000,
})
const onExport = {
  typ: 'EXPWOP',
  pos: '',
  ntty: 'D',
  nt_num: 'KTX/DN/1',
  val: 45_000,
  rt: 0,
  txval: 45_000,
}

test('goes out as a flat list, always with IGST; a note on an export has no place of supply', () => {
  const { documents, problems: none } = read([line(), line(onExport)])
  expect(none).toEqual([])
  expect(
    payloadOf({ gstin: OWN, period: OCTOBER.period }, documents.map(toWire), [cdnur]).cdnur,
  ).toEqual([
    {
      typ: 'B2CL',
      ntty: 'C',
      nt_num: 'KTC/CN/0002',
      nt_dt: '25-10-2026',
      val: 11_800,
      pos: '33',
      itms: [{ num: 1801, itm_det: { rt: 18, txval: 10_000, iamt: 1800, csamt: 0 } }],
    },
    {
      typ: 'EXPWOP',
      ntty: 'D',
      nt_num: 'KTX/DN/1',
      nt_dt: '25-10-2026',
      val: 45_000,
      itms: [{ num: 1, itm_det: { rt: 0, txval: 45_000, iamt: 0, csamt: 0 } }],
    },
  ])
})

test('a credit note counts negative', () => {
  const [credit, debit] = read([line(), line(onExport)]).documents
  expect(credit && amountsOf(cdnur, toWire(credit))).toMatchObject({ count: 1, txval: -1_000_000 })
  expect(debit && amountsOf(cdnur, toWire(debit))).toMatchObject({ count: 1, txval: 4_500_000 })
})

describe('a note of type B2CL', () => {
  test('may be small: the limit is for the invoice', () => {
    expect(problems({ val: 118, txval: 100 })).toEqual([])
  })

  test.each([
    ['needs its place of supply', '', 'note-pos-missing error pos'],
    ['is inter-state', '29-Karnataka', 'pos-own-state error pos'],
    ['is within India', '96', 'pos-abroad error pos'],
  ])('%s', (_what, pos, problem) => {
    expect(problems({ pos })).toEqual([problem])
  })

  test('may lie in the own state of an SEZ unit', () => {
    expect(problems({ pos: '29' }, contextOf('102026', true))).toEqual([])
  })

  test('may be at 65 %', () => {
    const sheet = read([line({ diff_percent: 65, val: 11_170 })])
    expect(sheet.problems).toEqual([])
    expect(sheet.documents[0]?.lines[0]).toMatchObject({ iamt: 117_000 })
  })
})

describe('a note on an export', () => {
  const told = (cells: object) => problems({ ...onExport, ...cells })

  test('has no place of supply, whichever it is', () => {
    expect(told({ pos: '33' })).toEqual(['export-note-pos error pos,typ'])
    expect(told({ pos: '96' })).toEqual(['export-note-pos error pos,typ'])
    expect(told({ pos: '29', typ: 'EXPWP' })).toEqual(['export-note-pos error pos,typ'])
  })

  test('has no 65 %; 100 says nothing', () => {
    expect(told({ diff_percent: 65 })).toEqual(['export-note-percent error diff_percent,typ'])
    expect(told({ diff_percent: 100 })).toEqual([])
  })

  test('without payment has no tax whatever its rate, and cess is told', () => {
    const sheet = read([line({ ...onExport, rt: 18, csamt: 7 })])
    expect(sheet.documents[0]?.lines[0]).toMatchObject({ rt: 1800, iamt: 0, csamt: 0 })
    expect(sheet.problems.map(({ code, facts }) => [code, facts])).toEqual([
      ['cess-without-payment', { typed: 700 }],
    ])
  })

  test('with payment has IGST; its value may leave it out', () => {
    const wp = { typ: 'EXPWP', rt: 18 }
    expect(read([line({ ...onExport, ...wp })]).documents[0]?.lines[0]).toMatchObject({
      iamt: 810_000,
    })
    expect(told({ ...wp, val: 45_000 })).toEqual([])
    expect(told({ ...wp, val: 53_100 })).toEqual([])
    expect(told({ ...wp, val: 50_000 })).toEqual(['value-differs-from-lines warning val'])
  })
})

test.each([
  ['WPAY', 'EXPWP'],
  ['without payment', 'EXPWOP'],
  ['b2cl', 'B2CL'],
])('the UR type may be written %s', (typ, wire) => {
  const pos = wire === 'B2CL' ? '33' : ''
  expect(read([line({ typ, pos })]).documents[0]?.fields.typ).toBe(wire)
})

test.each([
  ['B2CS', { typ: 'B2CS' }, ['ur-type-unknown error typ']],
  ['a refund voucher', { ntty: 'R' }, ['note-type-unknown error ntty']],
  ['a minus', { txval: -1 }, ['note-amount-negative error txval']],
  ['no taxable value', { txval: 0, val: 0 }, ['note-taxable-zero error txval']],
  ['a date after the month', { nt_dt: serialOf('2026-11-02') }, ['date-after-period error nt_dt']],
  ['an old date', { nt_dt: serialOf('2025-01-02') }, ['date-over-eighteen-months warning nt_dt']],
  ['a merged territory', { pos: '25' }, ['pos-retired warning pos']],
])('%s is told on its cell', (_what, cells, expected) => {
  expect(problems(cells)).toEqual(expected)
})

test('is known by its number alone', () => {
  const sheet = read([line(), line({ rt: 5, typ: 'EXPWP', pos: '' })])
  expect(told(sheet, 'error')).toEqual(['rows-disagree 0,1', 'rows-disagree 0,1'])
  expect(read([line({ val: 12_325 }), below({ rt: 5, txval: 500 })]).documents).toHaveLength(1)
})

test('an error report lists notes with their code', () => {
  const [document] = read([line()]).documents
  const report = { cdnur: [{ ...(document && toWire(document).body), error_cd: 'RET191123' }] }
  expect(documentsIn(cdnur, report).map(({ key }) => key)).toEqual(['KTC/CN/0002'])
})
