// What holds for every summary table: rows, payload and rows again say the same, the order of rows does not matter, and no
// wrong cell loses a row.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DOCUMENT_NATURES } from '../../../templates/lists/document-natures.ts'
import { EXEMPT_SUPPLIES } from '../../../templates/lists/exempt-supplies.ts'
import { RATES } from '../../../templates/lists/rates.ts'
import { STATES } from '../../../templates/lists/states.ts'
import { NO_UNIT, UNITS } from '../../../templates/lists/units.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { sameDocument } from '../../../templates/payload/same-document.ts'
import { fromWire, toWire } from '../../../templates/payload/wire-document.ts'
import { isKnownCode } from '../../../templates/problems/english.ts'
import { at, atadj } from '../../../templates/tables/advances.ts'
import { b2cs } from '../../../templates/tables/b2cs.ts'
import { docs } from '../../../templates/tables/docs.ts'
import { exemp } from '../../../templates/tables/exemp.ts'
import { hsnB2b, hsnB2c } from '../../../templates/tables/hsn.ts'
import { keyOf, type Document, type Fields, type Table } from '../../../templates/tables/table.ts'
import { rowsOf } from '../../../templates/writing/rows.ts'
import { aDocumentNumber, OCTOBER, OWN } from '../b2b-sheet.ts'
import { missingFacts } from '../problems/missing-facts.ts'
import { aSlip, tableSheet } from '../table-sheet.ts'

/** Several rows of one entry stay within the portal's digits. */
const signed = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map((paise) => paise + 0)
const positive = fc.integer({ min: 1, max: 1e9 })
const aState = fc.constantFrom(...STATES.map(({ code }) => code))
const aRate = fc.constantFrom(...RATES.map(({ rate }) => rate))
const aPercent = fc.constantFrom(65, 100)

const goods = fc.record({
  hsn_sc: fc.constantFrom('84713010', '0101', '100630', '84713'),
  uqc: fc.constantFrom(...UNITS.map(({ wire }) => wire).filter((unit) => unit !== NO_UNIT)),
  rt: aRate,
})
const services = fc.record({
  hsn_sc: fc.constantFrom('998313', '9954', '99541'),
  uqc: fc.constant(NO_UNIT),
  rt: aRate,
})
const hsnAmounts = fc.record({
  txval: signed,
  iamt: signed,
  camt: signed,
  samt: signed,
  csamt: signed,
})
const aDescription = fc.constantFrom<Fields>({}, { user_desc: 'Goods' })

interface Row {
  readonly fields: Fields
  readonly line: Fields
}
const row = (fields: fc.Arbitrary<Fields>, line: fc.Arbitrary<Fields>): fc.Arbitrary<Row> =>
  fc.record({ fields, line })

const hsnRow = fc.oneof(
  row(
    fc.tuple(goods, aDescription).map(([entry, more]): Fields => ({ ...entry, ...more })),
    fc.tuple(hsnAmounts, signed).map(([amounts, qty]): Fields => ({ ...amounts, qty })),
  ),
  row(
    services,
    hsnAmounts.map((amounts): Fields => ({ ...amounts, qty: 0 })),
  ),
)
const advance = (amounts: fc.Arbitrary<number>) =>
  row(
    fc.record({ pos: aState, diff_percent: fc.constant(100) }),
    fc.record({ rt: aRate, ad_amt: amounts, csamt: amounts }),
  )

/** Rows that break no rule, by table. */
const ROWS: readonly { readonly table: Table; readonly one: fc.Arbitrary<Row> }[] = [
  {
    table: b2cs,
    one: row(
      fc.record({ typ: fc.constant('OE'), pos: aState, rt: aRate, diff_percent: aPercent }),
      fc.record({ txval: signed, csamt: signed }),
    ),
  },
  { table: at, one: advance(positive) },
  { table: atadj, one: advance(fc.nat({ max: 1e9 })) },
  {
    table: exemp,
    one: row(
      fc.record({ sply_ty: fc.constantFrom(...EXEMPT_SUPPLIES.map(({ wire }) => wire)) }),
      fc.record({ nil_amt: signed, expt_amt: signed, ngsup_amt: signed }),
    ),
  },
  { table: hsnB2b, one: hsnRow },
  { table: hsnB2c, one: hsnRow },
  {
    table: docs,
    one: row(
      fc.record({
        doc_num: fc.constantFrom(...DOCUMENT_NATURES.map(({ wire }) => wire)),
        from: aDocumentNumber,
        to: aDocumentNumber,
      }),
      fc
        .tuple(fc.nat({ max: 9_999_999_999 }), fc.nat({ max: 100 }))
        .map(([totnum, percent]) => ({ totnum, cancel: Math.floor((totnum / 100) * percent) })),
    ),
  },
]

describe.each(ROWS.map((one) => ({ id: one.table.id, ...one })))('$id', ({ table, one }) => {
  const { read } = tableSheet(table, {})
  const cellsOf = ({ fields, line }: Row) =>
    rowsOf({ table, key: keyOf(table, fields), fields, lines: [line], rows: [] })
  const isUnique = table.rows === 'stop'
  const many = isUnique
    ? fc.uniqueArray(one, {
        selector: ({ fields }) => keyOf(table, fields),
        minLength: 1,
        maxLength: 8,
      })
    : fc.array(one, { minLength: 1, maxLength: 12 })
  const told = (rows: readonly Row[]) => {
    const sheet = read(rows.flatMap(cellsOf))
    expect(sheet.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(sheet.counts.ready).toBe(rows.length)
    return sheet.documents
  }

  /** The values that the portal keeps. */
  const sent = new Set(table.columns.filter(({ sheetOnly }) => !sheetOnly).map(({ name }) => name))
  const own = (fields: Fields) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => sent.has(name)))
  const byRate = (a: Fields, b: Fields) => Number(a.rt ?? 0) - Number(b.rt ?? 0)
  const kept = (list: readonly Document[]) =>
    list
      .map(({ key, fields, lines }) => ({
        key,
        fields: own(fields),
        lines: lines.map(own).sort(byRate),
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))

  test('rows → entries → payload → entries → rows lose nothing that the portal keeps', () => {
    fc.assert(
      fc.property(many, (rows) => {
        const documents = told(rows)
        const wires = documents.map(toWire)
        const json: unknown = JSON.parse(
          JSON.stringify(payloadOf({ gstin: OWN, period: OCTOBER.period }, wires, [table])),
        )
        const found = documentsIn(table, json)
        const back = found.map((wire) => fromWire(table, wire))
        expect(kept(back)).toEqual(kept(documents))
        expect(kept(read(back.flatMap(rowsOf)).documents)).toEqual(kept(documents))
        const byKey = new Map(found.map((wire) => [wire.key, wire]))
        for (const wire of wires) {
          const other = byKey.get(wire.key)
          expect(other && sameDocument(table, wire, other)).toBe(true)
        }
      }),
    )
  })

  test('the order of the rows changes no entry', () => {
    fc.assert(
      fc.property(many, fc.infiniteStream(fc.nat()), (rows, luck) => {
        const shuffled = rows
          .map((each) => ({ each, at: luck.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each)
        expect(kept(told(shuffled))).toEqual(kept(told(rows)))
      }),
    )
  })

  test('amounts of an entry are the sums of its rows', () => {
    fc.assert(
      fc.property(many, (rows) => {
        const names = table.columns
          .filter(({ name, level }) => level === 'line' && name !== table.line?.column)
          .map(({ name }) => name)
        for (const name of names) {
          const sum = (lines: readonly Fields[]) =>
            lines.reduce((total, line) => total + Number(line[name] ?? 0), 0)
          expect(sum(told(rows).flatMap(({ lines }) => lines))).toBe(
            sum(rows.map(({ line }) => line)),
          )
        }
      }),
    )
  })

  test('whatever is in a cell, every row is ready, held back or set aside, and has its reason', () => {
    const slips = fc.array(
      fc.record({ row: fc.nat(20), column: fc.nat(table.columns.length), cell: aSlip }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(many, slips, (given, wrong) => {
        const rows = given.flatMap(cellsOf)
        for (const { row, column, cell } of wrong) {
          const cells = rows[row % rows.length]
          if (cells !== undefined) cells[column] = cell
        }
        const { counts, held, problems, documents } = read(rows)
        expect(counts.ready + counts.heldBack + counts.setAside).toBe(counts.read)
        expect(counts.ready).toBe(documents.flatMap((document) => document.rows).length)
        expect(counts.heldBack).toBe(held.length)
        for (const { row } of held) {
          const reasons = problems.filter(
            ({ severity, code, cells }) =>
              (severity === 'error' || code === 'held-with-row') &&
              cells.some((cell) => cell.row === row),
          )
          expect(reasons).not.toEqual([])
        }
        for (const problem of problems) {
          expect(isKnownCode(problem.code) && missingFacts(problem)).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })
})
