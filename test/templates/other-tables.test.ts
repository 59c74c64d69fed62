// The mechanism is not only for the tables we have: two of quite other shapes, as definitions only, through reading,
// payload and back. A table that needs code here would show that something is missing in the mechanism.
import { describe, expect, test } from 'vitest'
import type { Block, Cell } from '../../templates/block.ts'
import { amount } from '../../templates/columns/amount.ts'
import { choice } from '../../templates/columns/choice.ts'
import { gstin } from '../../templates/columns/gstin.ts'
import { pos } from '../../templates/columns/pos.ts'
import { rate } from '../../templates/columns/rate.ts'
import { text } from '../../templates/columns/text.ts'
import { documentsIn, listsAt, payloadOf } from '../../templates/payload/payload.ts'
import { sameDocument } from '../../templates/payload/same-document.ts'
import {
  amountsOf,
  fromWire,
  toWire,
  type JsonObject,
} from '../../templates/payload/wire-document.ts'
import type { Column, Table } from '../../templates/tables/table.ts'
import { supplyType, taxSplit } from '../../templates/tables/tax.ts'
import { block, gstinOf, OCTOBER, onlySheet, OWN } from './b2b-sheet.ts'

const signed = amount({ digits: 11, signed: true })

/** A column that must be filled, of the document unless said otherwise. */
const column = (
  name: string,
  header: string,
  kind: Column['kind'],
  more: Partial<Column> = {},
): Column => ({
  name,
  header,
  kind,
  level: 'document',
  need: 'required',
  width: 12,
  ...more,
})
const inLine = { level: 'line' } as const
const optional = { need: 'optional', fallback: 0, level: 'line' } as const
const unsent = { need: 'optional', sheetOnly: true } as const

const NATURES = [
  { wire: 'clttx', label: 'Liable to collect tax u/s 52(TCS)' },
  { wire: 'paytx', label: 'Liable to pay tax u/s 9(5)' },
]

const eco: Table = {
  id: 'eco',
  section: 'supeco',
  sheets: ['eco', 'Supeco'],
  title: 'Summary For Supplies through ECO-14',
  from: '2024-01',
  shape: { path: ['supeco'], member: 'nature', reported: [[]] },
  key: ['nature', 'etin'],
  rows: 'add',
  columns: [
    column('nature', 'Nature of Supply', choice('nature', NATURES, 'nature-unknown'), {
      sheetOnly: true,
    }),
    column('etin', 'GSTIN of E-Commerce Operator', gstin, { role: 'operator' }),
    column('name', 'E-Commerce Operator Name', text, unsent),
    column('suppval', 'Net value of supplies', signed, inLine),
    column('igst', 'Integrated tax', signed, optional),
    column('cgst', 'Central tax', signed, optional),
    column('sgst', 'State/UT tax', signed, optional),
    column('cess', 'Cess', signed, optional),
  ],
  derived: [],
  rules: [],
  amounts: {
    txval: ['suppval'],
    iamt: ['igst'],
    camt: ['cgst'],
    samt: ['sgst'],
    csamt: ['cess'],
  },
  totals: [],
}

const ecob2c: Table = {
  id: 'ecob2c',
  section: 'ecom',
  sheets: ['ecob2c'],
  title: 'Summary For Supplies U/s 9(5)-15-B2C',
  from: '2024-01',
  shape: { path: ['ecom', 'b2c'], constants: { flag: 'N' }, reported: [['ecom_b2c']] },
  key: ['stin', 'pos', 'rt'],
  rows: 'add',
  columns: [
    column('stin', 'Supplier GSTIN/UIN', gstin, { role: 'party' }),
    column('name', 'Supplier Name', text, unsent),
    column('pos', 'Place Of Supply', pos, { role: 'pos' }),
    column('txval', 'Taxable Value', signed, inLine),
    column('rt', 'Rate', rate, { role: 'rate' }),
    column('csamt', 'Cess Amount', signed, optional),
  ],
  derived: [supplyType, taxSplit({ all: true })],
  rules: [],
  totals: [],
}

const head = { gstin: OWN, period: OCTOBER.period }

const sheetOf = (table: Table, rows: readonly (readonly Cell[])[]): Block =>
  block([[table.title], ['Total'], [1], table.columns.map(({ header }) => header), ...rows], {
    sheet: table.sheets[0] ?? '',
  })

const read = (table: Table, rows: readonly (readonly Cell[])[]) =>
  onlySheet([sheetOf(table, rows)], OCTOBER, [table])

/** The payload of one sheet, which must come back from JSON as the same documents. */
function payload(table: Table, rows: readonly (readonly Cell[])[]): JsonObject {
  const sent = read(table, rows).documents.map(toWire)
  const json = payloadOf(head, sent, [table])
  const back = documentsIn(table, JSON.parse(JSON.stringify(json)))
  expect(back.map(({ key, path }) => ({ key, path }))).toEqual(
    sent.map(({ key, path }) => ({ key, path })),
  )
  for (const [i, document] of back.entries()) {
    const own = sent[i]
    expect(own && sameDocument(table, own, document)).toBe(true)
    expect(own && amountsOf(table, own)).toEqual(amountsOf(table, document))
    expect(toWire(fromWire(table, document))).toMatchObject({
      key: document.key,
      path: document.path,
    })
  }
  return json
}

describe('eco: a cell chooses the list', () => {
  const operator = gstinOf('29AAECE7731J1C')
  const other = gstinOf('27AAECE7731J1Z')
  const rows = [
    ['Liable to collect tax u/s 52(TCS)', operator, 'Bazaar', 250_000, 21_000, 9_000, 9_000, 0],
    ['Liable to pay tax u/s 9(5)', other, '', 64_000, '', '', '', ''],
    ['liable to pay tax u/s 9(5)', operator, '', -10, '', '', '', ''],
  ]

  test('the nature of the supply is a place, not a member; taxes have their own names', () => {
    expect(payload(eco, rows).supeco).toEqual({
      clttx: [
        { etin: operator, suppval: 250_000, igst: 21_000, cgst: 9_000, sgst: 9_000, cess: 0 },
      ],
      paytx: [
        { etin: other, suppval: 64_000, igst: 0, cgst: 0, sgst: 0, cess: 0 },
        { etin: operator, suppval: -10, igst: 0, cgst: 0, sgst: 0, cess: 0 },
      ],
    })
  })

  test('the same operator under both natures is two entries', () => {
    expect(read(eco, rows).documents).toHaveLength(3)
  })

  test('amounts are summed by the table’s own names', () => {
    const [first] = read(eco, rows).documents
    expect(first && amountsOf(eco, toWire(first))).toMatchObject({
      txval: 25_000_000,
      iamt: 2_100_000,
    })
  })

  test('an error report has the lists at its root', () => {
    const report = { b2b: [{ ctin: OWN }], clttx: [{ etin: operator, error_cd: 'RET1' }] }
    expect(listsAt(eco, report).map(({ path, list }) => [path, list.length])).toEqual([
      [['supeco', 'clttx'], 1],
    ])
  })

  test('the sheet may be named as other software names it', () => {
    const sheet = { ...sheetOf(eco, rows), sheet: 'SupEco' }
    expect(onlySheet([sheet], OCTOBER, [eco]).documents).toHaveLength(3)
  })
})

describe('ecob2c: constants, and both halves of the tax', () => {
  const supplier = gstinOf('33AADCN5528K1Z')

  test('every new row says so, and unused heads are zero', () => {
    const rows = [
      [supplier, 'Nila Foods', '29-Karnataka', 80_000, 5, ''],
      [supplier, '', '33-Tamil Nadu', 1000, 5, 0],
    ]
    const entry = { stin: supplier, rt: 5, csamt: 0, flag: 'N' }
    expect(payload(ecob2c, rows).ecom).toEqual({
      b2c: [
        { ...entry, pos: '29', sply_ty: 'INTRA', txval: 80_000, iamt: 0, camt: 2000, samt: 2000 },
        { ...entry, pos: '33', sply_ty: 'INTER', txval: 1000, iamt: 50, camt: 0, samt: 0 },
      ],
    })
  })

  test('an error report names it otherwise', () => {
    const report = { ecom_b2c: [{ stin: supplier, pos: '29', rt: 5, error_cd: 'RET1' }] }
    expect(listsAt(ecob2c, report)).toMatchObject([{ path: ['ecom', 'b2c'], list: [{ rt: 5 }] }])
  })
})
