// The mechanism is not b2b's alone: four tables of quite other shapes, as definitions only, through reading, payload and
// back. A table that needs code here would show that something is missing in the mechanism.
import { describe, expect, test } from 'vitest'
import type { Block, Cell } from '../../templates/block.ts'
import { amount } from '../../templates/columns/amount.ts'
import { choice } from '../../templates/columns/choice.ts'
import { documentNumber } from '../../templates/columns/document-number.ts'
import { gstin } from '../../templates/columns/gstin.ts'
import { percent } from '../../templates/columns/percent.ts'
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
import { readWorkbook } from '../../templates/reading/read-workbook.ts'
import type { Column, Table } from '../../templates/tables/table.ts'
import { tablesOf } from '../../templates/tables/tables.ts'
import { supplyType, taxSplit } from '../../templates/tables/tax.ts'
import { block, contextOf, counts, gstinOf, OCTOBER, onlySheet, OWN, told } from './b2b-sheet.ts'

const signed = amount({ digits: 11, signed: true })
const hsnAmount = amount({ digits: 13, signed: true })

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
const optional = { need: 'optional', fallback: 0, level: 'line' } as const
const inLine = { level: 'line' } as const
const unsent = { need: 'optional', sheetOnly: true } as const

const b2cs: Table = {
  id: 'b2cs',
  section: 'b2cs',
  sheets: ['b2cs'],
  title: 'Summary For B2CS(7)',
  shape: { path: ['b2cs'] },
  key: ['typ', 'pos', 'rt', 'diff_percent'],
  rows: 'add',
  columns: [
    column('typ', 'Type', choice('b2cs-type', [{ wire: 'OE', label: 'OE' }], 'type-unknown')),
    column('pos', 'Place Of Supply', pos, { role: 'pos' }),
    column('diff_percent', 'Applicable % of Tax Rate', percent, {
      need: 'optional',
      fallback: 100,
    }),
    column('rt', 'Rate', rate, { role: 'rate' }),
    column('txval', 'Taxable Value', signed, inLine),
    column('csamt', 'Cess Amount', signed, optional),
    column('etin', 'E-Commerce GSTIN', text, { need: 'blank', sheetOnly: true }),
  ],
  derived: [supplyType, taxSplit()],
  rules: [],
  totals: [],
}

const UNITS = [
  { wire: 'NOS', label: 'NOS-NUMBERS', aliases: ['Nos.'] },
  { wire: 'KGS', label: 'KGS-KILOGRAMS', aliases: ['Kg'] },
  { wire: 'NA', label: 'NA' },
]

const hsnB2b: Table = {
  id: 'hsn(b2b)',
  section: 'hsn',
  sheets: ['hsn(b2b)'],
  title: 'Summary For HSN(12)',
  from: '2025-05',
  shape: { path: ['hsn', 'hsn_b2b'], counter: 'num' },
  key: ['hsn_sc', 'uqc', 'rt'],
  rows: 'add',
  columns: [
    column('hsn_sc', 'HSN', documentNumber, { role: 'hsn' }),
    column('user_desc', 'Description', text, { need: 'optional', rowsDiffer: 'first-wins' }),
    column('uqc', 'UQC', choice('uqc', UNITS, 'uqc-unknown'), { role: 'uqc' }),
    column('qty', 'Total Quantity', hsnAmount, { ...inLine, role: 'quantity' }),
    column('val', 'Total Value', hsnAmount, { ...unsent, ...inLine }),
    column('rt', 'Rate', rate, { role: 'rate' }),
    column('txval', 'Taxable Value', hsnAmount, inLine),
    column('iamt', 'Integrated Tax Amount', hsnAmount, optional),
    column('camt', 'Central Tax Amount', hsnAmount, optional),
    column('samt', 'State/UT Tax Amount', hsnAmount, optional),
    column('csamt', 'Cess Amount', hsnAmount, optional),
  ],
  derived: [],
  rules: [],
  totals: [],
}

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

const TABLES = [b2cs, hsnB2b, eco, ecob2c]
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

describe('b2cs: flat entries, one for each place and rate', () => {
  const home = ['OE', '29-Karnataka', '', 12, 48_000, '', '']

  test('goes out as the portal wants it, negative amounts included', () => {
    expect(payload(b2cs, [home, ['OE', '32-Kerala', '', 18, -1500, '', '']])).toEqual({
      gstin: OWN,
      fp: '102026',
      b2cs: [
        {
          sply_ty: 'INTRA',
          typ: 'OE',
          pos: '29',
          rt: 12,
          txval: 48_000,
          camt: 2880,
          samt: 2880,
          csamt: 0,
        },
        { sply_ty: 'INTER', typ: 'OE', pos: '32', rt: 18, txval: -1500, iamt: -270, csamt: 0 },
      ],
    })
  })

  test('rows of one key are added, and told; tax is worked out on the sum', () => {
    const rows = [
      home,
      ['OE', '29', '65', 12, 1, '', ''],
      ['OE', 'Karnataka', 100, 12, 210.5, 5, ''],
    ]
    const sheet = read(b2cs, rows)
    expect(told(sheet, 'note')).toContain('rows-added 0,2')
    expect(counts(sheet)).toBe('3 = 3 ready + 0 held + 0 aside')
    expect(sheet.documents.map((document) => document.rows.length)).toEqual([2, 1])
    expect(payload(b2cs, rows).b2cs).toMatchObject([
      { txval: 48_210.5, camt: 2892.63, samt: 2892.63, csamt: 5 },
      { txval: 1, diff_percent: 0.65, camt: 0.04 },
    ])
  })

  test('a bad row holds back its own entry only', () => {
    const sheet = read(b2cs, [
      home,
      ['OE', '29', '', 12, 'abc', '', ''],
      ['OE', '32', '', 12, 5, '', ''],
    ])
    expect(counts(sheet)).toBe('3 = 1 ready + 2 held + 0 aside')
    expect(counts(read(b2cs, [home, ['OE', 'Home', '', 12, 5, '', '']]))).toBe(
      '2 = 1 ready + 1 held + 0 aside',
    )
  })
})

describe('hsn(b2b): one of two lists in a section, numbered through', () => {
  const rows = [
    [84713010, 'Laptops', 'NOS-NUMBERS', 12, 708_000, 18, 600_000, 90_000, 9_000, 9_000, ''],
    ['998313', '', 'NA', 0, '', 18, 500, '', 45, 45, ''],
    ['84713010', 'Notebooks', 'Nos.', 1.5, 1, 18, 1000, 180, '', '', ''],
    ['84713010', 'Laptops', 'NOS-NUMBERS', 1, 1, 28, 1000, 280, '', '', ''],
  ]

  test('is keyed by code, unit and rate, and counts its rows', () => {
    expect(payload(hsnB2b, rows).hsn).toEqual({
      hsn_b2b: [
        {
          num: 1,
          hsn_sc: '84713010',
          user_desc: 'Laptops',
          uqc: 'NOS',
          rt: 18,
          qty: 13.5,
          txval: 601_000,
          iamt: 90_180,
          camt: 9_000,
          samt: 9_000,
          csamt: 0,
        },
        {
          num: 2,
          hsn_sc: '998313',
          uqc: 'NA',
          rt: 18,
          qty: 0,
          txval: 500,
          iamt: 0,
          camt: 45,
          samt: 45,
          csamt: 0,
        },
        expect.objectContaining({ num: 3, hsn_sc: '84713010', rt: 28, iamt: 280 }),
      ],
    })
  })

  test('the first description wins, and that is told; a blank one is none', () => {
    const { problems, documents } = read(hsnB2b, rows)
    expect(problems.filter(({ code }) => code === 'first-row-wins')).toMatchObject([
      { severity: 'note', facts: { first: 'Laptops', second: 'Notebooks', row: 7 } },
    ])
    expect(documents).toHaveLength(3)
    const later = read(hsnB2b, [rows[1] ?? [], (rows[1] ?? []).with(1, 'Advice')])
    expect(later.documents[0]?.fields.user_desc).toBe('Advice')
    expect(told(later)).not.toContain('first-row-wins')
  })

  test('exists from May 2025', () => {
    expect(tablesOf(OCTOBER.period, 'monthly', TABLES)).toContain(hsnB2b)
    expect(tablesOf(contextOf('042025').period, 'monthly', TABLES)).not.toContain(hsnB2b)
  })
})

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
    expect(documentsIn(eco, report).map(({ key, path }) => [key, path])).toEqual([
      [`CLTTX|${operator}`, ['supeco', 'clttx']],
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
    expect(listsAt(ecob2c, report).flatMap(({ list }) => list)).toHaveLength(1)
    expect(documentsIn(ecob2c, report)[0]).toMatchObject({
      key: `${supplier}|29|500`,
      path: ['ecom', 'b2c'],
    })
  })
})

test('all four live in one workbook and one payload', () => {
  const blocks = [
    sheetOf(b2cs, [['OE', '29', '', 18, 100, '', '']]),
    sheetOf(hsnB2b, [['998313', '', 'NA', 0, '', 18, 100, '', 9, 9, '']]),
    sheetOf(eco, []),
  ]
  const { sheets, notRead } = readWorkbook(blocks, OCTOBER, TABLES)
  expect(notRead).toEqual([])
  const json = payloadOf(
    head,
    sheets.flatMap(({ documents }) => documents.map(toWire)),
    TABLES,
  )
  expect(Object.keys(json)).toEqual(['gstin', 'fp', 'b2cs', 'hsn'])
})
