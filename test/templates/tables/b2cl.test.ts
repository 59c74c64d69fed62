// Table 5: large inter-state invoices to unregistered persons.
import { describe, expect, test } from 'vitest'
import { serialOf } from '../../../templates/columns/date.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { toWire } from '../../../templates/payload/wire-document.ts'
import { b2cl } from '../../../templates/tables/b2cl.ts'
import { contextOf, counts, OCTOBER, OWN, told } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const { line, below, read, problems, at } = tableSheet(b2cl, {
  inum: 'KTC/26-27/0031',
  idt: serialOf('2026-10-18'),
  val: 141_600,
  pos: '33-Tamil Nadu',
  rt: 18,
  txval: 120_000,
})

test('goes out under its place of supply, always with IGST', () => {
  const { documents } = read([
    line(),
    line({ inum: 'KTC/32', pos: '27', val: 215_000, rt: 5, txval: 100_000, diff_percent: 65 }),
    line({ inum: 'KTC/32', pos: '27', val: 215_000, txval: 98_000.05, diff_percent: 65, csamt: 5 }),
  ])
  expect(
    payloadOf({ gstin: OWN, period: OCTOBER.period }, documents.map(toWire), [b2cl]).b2cl,
  ).toEqual([
    {
      pos: '33',
      inv: [
        {
          inum: 'KTC/26-27/0031',
          idt: '18-10-2026',
          val: 141_600,
          itms: [{ num: 1801, itm_det: { rt: 18, txval: 120_000, iamt: 21_600, csamt: 0 } }],
        },
      ],
    },
    {
      pos: '27',
      inv: [
        {
          inum: 'KTC/32',
          idt: '18-10-2026',
          val: 215_000,
          diff_percent: 0.65,
          itms: [
            { num: 501, itm_det: { rt: 5, txval: 100_000, iamt: 3250, csamt: 0 } },
            { num: 1801, itm_det: { rt: 18, txval: 98_000.05, iamt: 11_466.01, csamt: 5 } },
          ],
        },
      ],
    },
  ])
})

describe('the value', () => {
  const JULY_2024 = contextOf('072024')
  const AUGUST_2024 = contextOf('082024')
  const of = (val: number, context = OCTOBER) =>
    read([line({ val, txval: val, rt: 0, idt: serialOf('2024-07-05') })], context)

  test.each([
    ['above 1,00,000 from August 2024', 100_000, AUGUST_2024, 100_000.01],
    ['above 1,00,000 today', 100_000, OCTOBER, 100_000.01],
    ['above 2,50,000 up to July 2024', 250_000, JULY_2024, 250_000.01],
  ])('must be strictly %s', (_what, limit, context, above) => {
    const at = of(limit, context)
    expect(told(at, 'error')).toEqual(['b2cl-not-above-limit 0'])
    expect(at.problems.find(({ severity }) => severity === 'error')?.facts).toEqual({
      value: limit * 100,
      limit: limit * 100,
    })
    expect(told(of(above, context), 'error')).toEqual([])
  })

  test('turns red when it is too small', () => {
    expect(problems({ val: 90_000, txval: 90_000, rt: 0 })).toEqual([
      'b2cl-not-above-limit error val',
    ])
  })

  test('is that of the whole invoice, not of each of its rates', () => {
    const sheet = read([
      line({ val: 123_000, txval: 60_000 }),
      line({ val: 123_000, rt: 5, txval: 50_000 }),
    ])
    expect(told(sheet, 'error')).toEqual([])
    expect(sheet.documents).toHaveLength(1)
  })

  test('beside its lines is only a warning', () => {
    expect(problems({ val: 150_000 })).toEqual(['value-differs-from-lines warning val'])
  })
})

describe('the place of supply', () => {
  test('is another state', () => {
    expect(problems({ pos: '29-Karnataka' })).toEqual(['pos-own-state error pos'])
  })

  test('may be the own state for an SEZ unit, and bears IGST there too', () => {
    const sheet = read([line({ pos: '29-Karnataka' })], contextOf('102026', true))
    expect(sheet.problems).toEqual([])
    expect(sheet.documents[0]?.lines[0]).toMatchObject({ iamt: 2_160_000 })
  })

  test('is in India, for the portal has no other here', () => {
    expect(problems({ pos: '96-Foreign Country' })).toEqual(['pos-abroad error pos'])
    expect(problems({ pos: '97-Other Territory' })).toEqual([])
  })

  test('of Daman & Diu is told to have merged', () => {
    expect(problems({ pos: '25-Daman & Diu' })).toEqual(['pos-retired warning pos'])
  })
})

describe('one invoice', () => {
  test('is known by its number alone: another state in its second row is a contradiction', () => {
    const sheet = read([line(), line({ pos: '27', rt: 5, inum: 'ktc/26-27/0031' })])
    expect(told(sheet, 'error')).toEqual(['rows-disagree 0,1'])
    const error = sheet.problems.find(({ severity }) => severity === 'error')
    expect(error?.cells[0]?.columns).toEqual([at('pos')])
    expect(counts(sheet)).toBe('2 = 0 ready + 2 held + 0 aside')
  })

  test('may have its number, date and state on the first row only', () => {
    const sheet = read([line({ val: 194_100 }), below({ rt: 5, txval: 50_000 })])
    expect(told(sheet)).toEqual(['row-continues-above 1'])
    expect(sheet.documents[0]).toMatchObject({ fields: { pos: '33' }, rows: [4, 5] })
  })
})

test.each([
  ['a date after the month', { idt: serialOf('2026-11-01') }, 'date-after-period error idt'],
  ['an old date', { idt: serialOf('2025-03-01') }, 'date-over-eighteen-months warning idt'],
  ['a rate that ended', { rt: 28, val: 153_600 }, 'rate-out-of-date warning rt'],
  ['cess after its end', { csamt: 10, val: 141_610 }, 'cess-after-its-end warning csamt'],
  ['an operator', { etin: '29AAECE7731J1C1' }, 'column-not-sent warning etin'],
  ['a minus', { txval: -5 }, 'amount-negative error txval'],
])('%s is told on its cell', (_what, cells, problem) => {
  expect(problems(cells)).toEqual([problem])
})

test('an error report names the state, and its invoices are found again by number', () => {
  const [document] = read([line()]).documents
  const report = {
    b2cl: [
      {
        pos: '33',
        error_cd: 'RET191180',
        error_msg: 'too small',
        inv: [document && toWire(document).body],
      },
    ],
  }
  expect(documentsIn(b2cl, report).map(({ key }) => key)).toEqual([document?.key])
})
