// Documents → the portal's JSON → documents, and nothing is lost that the portal keeps.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Paise } from '../../../templates/identifiers.ts'
import { RATES } from '../../../templates/lists/rates.ts'
import { STATES } from '../../../templates/lists/states.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { amountsOf, fromWire, toWire } from '../../../templates/payload/wire-document.ts'
import { derive } from '../../../templates/reading/read-sheet.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { keyOf, type Context, type Document, type Fields } from '../../../templates/tables/table.ts'
import { rowsOf } from '../../../templates/writing/rows.ts'
import {
  aDocumentNumber,
  aGstin,
  contextOf,
  FAR,
  line,
  NEIGHBOUR,
  OCTOBER,
  onlyDocument,
  OWN,
  readRows,
} from '../b2b-sheet.ts'

const head = { gstin: OWN, period: OCTOBER.period }
const wires = (rows: Parameters<typeof readRows>[0], context: Context = OCTOBER) =>
  readRows(rows, context).documents.map(toWire)

describe('a save', () => {
  test('is what the portal’s documentation shows', () => {
    const rows = [
      line({ ctin: FAR, pos: '27-Maharashtra', val: 59_000, txval: 50_000 }),
      line({ inum: 'KT/26-27/0413', val: 22_300, rt: 5, txval: 10_000 }),
      line({ inum: 'KT/26-27/0413', val: 22_300 }),
      line({ inum: 'KT/26-27/0414', val: 80_000, txval: 80_000, inv_typ: 'SEWOP', csamt: 5 }),
      line({
        ctin: FAR,
        inum: 'KT/26-27/0415',
        diff_percent: 65,
        val: 10_650,
        rt: 5,
        txval: 10_000,
      }),
    ]
    const turnover = { turnover: 4_125_000_050 as Paise, turnoverToDate: 0 as Paise }
    expect(payloadOf({ ...head, ...turnover }, wires(rows), [b2b])).toEqual({
      gstin: OWN,
      fp: '102026',
      gt: 41_250_000.5,
      cur_gt: 0,
      b2b: [
        {
          ctin: FAR,
          inv: [
            {
              inum: 'KT/26-27/0412',
              idt: '09-10-2026',
              val: 59_000,
              pos: '27',
              rchrg: 'N',
              inv_typ: 'R',
              itms: [{ num: 1801, itm_det: { rt: 18, txval: 50_000, iamt: 9_000, csamt: 0 } }],
            },
            {
              inum: 'KT/26-27/0415',
              idt: '09-10-2026',
              val: 10_650,
              pos: '29',
              rchrg: 'N',
              diff_percent: 0.65,
              inv_typ: 'R',
              itms: [
                { num: 501, itm_det: { rt: 5, txval: 10_000, camt: 162.5, samt: 162.5, csamt: 0 } },
              ],
            },
          ],
        },
        {
          ctin: NEIGHBOUR,
          inv: [
            {
              inum: 'KT/26-27/0413',
              idt: '09-10-2026',
              val: 22_300,
              pos: '29',
              rchrg: 'N',
              inv_typ: 'R',
              itms: [
                { num: 501, itm_det: { rt: 5, txval: 10_000, camt: 250, samt: 250, csamt: 0 } },
                { num: 1801, itm_det: { rt: 18, txval: 10_000, camt: 900, samt: 900, csamt: 0 } },
              ],
            },
            {
              inum: 'KT/26-27/0414',
              idt: '09-10-2026',
              val: 80_000,
              pos: '29',
              rchrg: 'N',
              inv_typ: 'SEWOP',
              itms: [{ num: 1801, itm_det: { rt: 18, txval: 80_000, iamt: 0, csamt: 0 } }],
            },
          ],
        },
      ],
    })
  })

  test('without documents has no section, for an empty one is refused', () => {
    expect(payloadOf(head, [], [b2b])).toEqual({ gstin: OWN, fp: '102026' })
  })

  test('keeps parties and documents in the order of the sheet', () => {
    const parties = fc.array(fc.constantFrom(NEIGHBOUR, FAR), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(parties, (ctins) => {
        const rows = ctins.map((ctin, i) => line({ ctin, inum: `A${i}` }))
        const found = documentsIn(b2b, payloadOf(head, wires(rows), [b2b]))
        const order = [...new Set(ctins)].flatMap((ctin) =>
          ctins.flatMap((other, i) => (other === ctin ? [`${ctin}|A${i}`] : [])),
        )
        expect(found.map(({ key }) => key)).toEqual(order)
      }),
    )
  })
})

describe('the tax of a line', () => {
  const tax = (cells: Parameters<typeof line>[0], context: Context = OCTOBER) => {
    const { iamt, camt, samt, csamt } =
      onlyDocument(readRows([line(cells)], context)).lines[0] ?? {}
    return { iamt, camt, samt, csamt }
  }
  const split = { iamt: undefined, camt: 90_000, samt: 90_000, csamt: 0 }
  const whole = { iamt: 180_000, camt: undefined, samt: undefined, csamt: 0 }

  test.each([
    ['in the own state is CGST and SGST', {}, split],
    ['in another state is IGST', { pos: '27-Maharashtra' }, whole],
    ['follows the place of supply, not the customer’s state', { ctin: FAR }, split],
    ['for a deemed export splits like a regular one', { inv_typ: 'DE' }, split],
    ['for SEZ with payment is IGST even at home', { inv_typ: 'SEWP' }, whole],
    ['for CBW is IGST even at home', { inv_typ: 'CBW', rchrg: 'Y' }, whole],
    [
      'for SEZ without payment is nil, and so is its cess',
      { inv_typ: 'SEWOP', csamt: 9 },
      { ...whole, iamt: 0 },
    ],
    ['on reverse charge is worked out all the same', { rchrg: 'Y' }, split],
    ['at 65 % is that much', { diff_percent: 65 }, { ...split, camt: 58_500, samt: 58_500 }],
    ['has two equal halves, each rounded half-up', { txval: 0.1 }, { ...split, camt: 1, samt: 1 }],
  ])('%s', (_what, cells, expected) => {
    expect(tax(cells)).toEqual(expected)
  })

  test('of an SEZ unit is IGST wherever it supplies', () => {
    expect(tax({}, contextOf('102026', true))).toEqual(whole)
  })
})

const aLine = (rt: number): fc.Arbitrary<Fields> =>
  fc.record({
    rt: fc.constant(rt),
    txval: fc.integer({ min: 0, max: 9_999_999_999_999 }),
    csamt: fc.nat(),
  })

const aDocument: fc.Arbitrary<Document> = fc
  .record({
    fields: fc.record({
      ctin: aGstin,
      inum: aDocumentNumber,
      idt: fc.constantFrom('2026-10-01', '2026-02-28', '2024-02-29'),
      val: fc.integer({ min: 0, max: 999_999_999_999_999 }),
      pos: fc.constantFrom(...STATES.map(({ code }) => code)),
      rchrg: fc.constantFrom('Y', 'N'),
      diff_percent: fc.constantFrom(65, 100),
      inv_typ: fc.constantFrom('R', 'SEWP', 'SEWOP', 'DE', 'CBW'),
    }),
    lines: fc
      .subarray(
        RATES.map(({ rate }) => rate),
        { minLength: 1 },
      )
      .chain((rates) => fc.tuple(...rates.map(aLine))),
  })
  .map(({ fields, lines }) => {
    const document = { table: b2b, key: keyOf(b2b, fields), fields, lines, rows: [] }
    derive(document, OCTOBER)
    return document
  })

/** The values that the portal keeps. */
const kept = (document: Document) => {
  const names = new Set(b2b.columns.filter(({ sheetOnly }) => !sheetOnly).map(({ name }) => name))
  const own = (fields: Fields) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => names.has(name)))
  return { key: document.key, fields: own(document.fields), lines: document.lines.map(own) }
}

const manyDocuments = fc.uniqueArray(aDocument, { selector: ({ key }) => key, maxLength: 8 })

describe('there and back', () => {
  test('documents come back from a payload through JSON, in groups, with the same keys', () => {
    fc.assert(
      fc.property(manyDocuments, (documents) => {
        const json: unknown = JSON.parse(
          JSON.stringify(payloadOf(head, documents.map(toWire), [b2b])),
        )
        const back = documentsIn(b2b, json).map((wire) => kept(fromWire(b2b, wire)))
        const byKey = (list: ReturnType<typeof kept>[]) =>
          list.sort((a, b) => (a.key < b.key ? -1 : 1))
        expect(byKey(back)).toEqual(byKey(documents.map(kept)))
      }),
    )
  })

  test('documents written to a sheet are read as the same documents', () => {
    const sane = aDocument.filter(
      ({ fields }) => fields.ctin !== OWN && (fields.inv_typ === 'CBW') === (fields.rchrg === 'Y'),
    )
    fc.assert(
      fc.property(sane, (document) => {
        const read = onlyDocument(readRows(rowsOf(document)))
        expect(kept(read)).toEqual(kept(document))
      }),
    )
  })

  test('money adds up the same before and after', () => {
    fc.assert(
      fc.property(aDocument, (document) => {
        const sum = (name: string) =>
          document.lines.reduce((total, fields) => total + Number(fields[name] ?? 0), 0)
        expect(amountsOf(b2b, toWire(document))).toEqual({
          count: 1,
          txval: sum('txval'),
          iamt: sum('iamt'),
          camt: sum('camt'),
          samt: sum('samt'),
          csamt: sum('csamt'),
        })
      }),
    )
  })
})

describe('what the portal hands back', () => {
  const [sent] = wires([line()])
  const body = {
    ...sent?.body,
    flag: 'U',
    updby: 'S',
    cflag: 'N',
    chksum: 'a'.repeat(64),
    irn: 'b'.repeat(64),
    irngendate: '09-10-2026',
    srctyp: 'e-Invoice',
    isEdit: false,
  }
  const downloaded = (invoice: object) => ({
    b2b: [{ ctin: NEIGHBOUR.toLowerCase(), cfs: 'N', cfs3b: 'N', inv: [invoice] }],
  })
  const read = (payload: unknown) =>
    documentsIn(b2b, payload).map((wire) => kept(fromWire(b2b, wire)))
  const expected = [kept(onlyDocument(readRows([line()])))]

  test('may carry members that only downloads have', () => {
    expect(read(downloaded(body))).toEqual(expected)
  })

  test('may write amounts and rates as texts, and number its lines otherwise', () => {
    const texts = {
      ...body,
      val: '11800.00',
      itms: [{ num: 1, itm_det: { rt: '18', txval: '10000', iamt: 0, camt: '900', samt: '900' } }],
    }
    expect(read(downloaded(texts))).toEqual(expected)
  })

  test.each([
    ['nothing', undefined],
    ['no section', { gstin: OWN }],
    ['an empty section', { b2b: [] }],
    ['a section of another form', { b2b: { error_cd: 'RET191106' } }],
    ['a party without documents', { b2b: [{ ctin: NEIGHBOUR }] }],
    ['text', 'b2b'],
    ['null', { b2b: [null] }],
  ])('may hold no document: %s', (_what, payload) => {
    expect(documentsIn(b2b, payload)).toEqual([])
  })
})
