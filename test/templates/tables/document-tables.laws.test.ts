// What holds for every document table: rows, payload and rows again say the same, and no wrong cell loses a row.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../templates/columns/kind.ts'
import { B2CL_LIMITS } from '../../../templates/lists/b2cl-limits.ts'
import { RATES } from '../../../templates/lists/rates.ts'
import { STATES } from '../../../templates/lists/states.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { amountsOf, fromWire, toWire } from '../../../templates/payload/wire-document.ts'
import { isKnownCode } from '../../../templates/problems/english.ts'
import { derive } from '../../../templates/reading/read-sheet.ts'
import { b2cl } from '../../../templates/tables/b2cl.ts'
import { cdnr } from '../../../templates/tables/cdnr.ts'
import { cdnur } from '../../../templates/tables/cdnur.ts'
import { exp } from '../../../templates/tables/exp.ts'
import { keyOf, type Document, type Fields, type Table } from '../../../templates/tables/table.ts'
import { rowsOf } from '../../../templates/writing/rows.ts'
import { aDocumentNumber, aGstin, block, OCTOBER, onlySheet, OWN } from '../b2b-sheet.ts'
import { missingFacts } from '../problems/missing-facts.ts'
import { aSlip, tableSheet } from '../table-sheet.ts'

const aDate = fc.constantFrom('2026-10-01', '2026-02-28', '2025-09-30')
const aValue = fc.integer({ min: 0, max: 999_999_999_999_999 })
const aPercent = fc.constantFrom(65, 100)
const aNoteType = fc.constantFrom('C', 'D')
const codes = STATES.map(({ code }) => code)
const anotherState = fc.constantFrom(...codes.filter((code) => code !== OWN.slice(0, 2)))
const limit = B2CL_LIMITS.at(-1)?.limit ?? 0

/** Heads of documents that break no rule, by table. */
const HEADS: readonly { readonly table: Table; readonly head: fc.Arbitrary<Fields> }[] = [
  {
    table: b2cl,
    head: fc.record({
      inum: aDocumentNumber,
      idt: aDate,
      val: fc.integer({ min: limit + 1, max: 999_999_999_999_999 }),
      pos: anotherState,
      diff_percent: aPercent,
    }),
  },
  {
    table: cdnr,
    head: fc.record({
      ctin: aGstin.filter((ctin) => ctin !== OWN),
      nt_num: aDocumentNumber,
      nt_dt: aDate,
      ntty: aNoteType,
      pos: fc.constantFrom(...codes, '96'),
      rchrg: fc.constantFrom('Y', 'N'),
      inv_typ: fc.constantFrom('R', 'SEWP', 'SEWOP', 'DE', 'CBW'),
      val: aValue,
      diff_percent: aPercent,
    }),
  },
  {
    table: cdnur,
    head: fc
      .tuple(
        fc.record({ nt_num: aDocumentNumber, nt_dt: aDate, ntty: aNoteType, val: aValue }),
        fc.oneof(
          fc.record({ typ: fc.constant('B2CL'), pos: anotherState, diff_percent: aPercent }),
          fc.record({ typ: fc.constantFrom('EXPWP', 'EXPWOP'), diff_percent: fc.constant(100) }),
        ),
      )
      .map(([note, about]): Fields => ({ ...note, ...about })),
  },
  {
    table: exp,
    head: fc
      .tuple(
        fc.record({
          exp_typ: fc.constantFrom('WPAY', 'WOPAY'),
          inum: aDocumentNumber,
          idt: aDate,
          val: aValue,
        }),
        fc.constantFrom<Fields>({}, { sbpcode: 'INBLR4' }, { sbnum: '0123', sbdt: '2026-10-31' }),
        fc.constantFrom<Fields>({}, { sbpcode: 'INNSA1' }),
      )
      .map((parts): Fields => Object.assign({}, ...parts)),
  },
]

const aLine = (rt: number): fc.Arbitrary<Fields> =>
  fc.record({
    rt: fc.constant(rt),
    txval: fc.integer({ min: 1, max: 9_999_999_999_999 }),
    csamt: fc.nat(),
  })

const someLines = fc
  .subarray(
    RATES.map(({ rate }) => rate),
    { minLength: 1 },
  )
  .chain((rates) => fc.tuple(...rates.map(aLine)))

const aDocument = (table: Table, head: fc.Arbitrary<Fields>): fc.Arbitrary<Document> =>
  fc.tuple(head, someLines).map(([fields, lines]) => {
    const document = { table, key: keyOf(table, fields), fields, lines, rows: [] }
    derive(document, OCTOBER)
    return document
  })

describe.each(HEADS.map((one) => ({ id: one.table.id, ...one })))('$id', ({ table, head }) => {
  const { read } = tableSheet(table, {})
  const documents = aDocument(table, head)
  const many = fc.uniqueArray(documents, {
    selector: ({ key }) => key.split('|').at(-1),
    minLength: 1,
    maxLength: 5,
  })

  const texts = table.columns.flatMap((column) =>
    [column.header, ...(column.aliases ?? [])].map((text) => [text, column] as const),
  )

  test.each(texts)('a header may be written “%s”', (text, column) => {
    const headers = table.columns.map((one) =>
      one === column ? ` ${text.toUpperCase()}* ` : one.header,
    )
    const sheet = onlySheet([block([headers], { sheet: table.id })], OCTOBER, [table])
    expect(sheet.header.columns.map((mapped) => mapped.column)).toEqual(table.columns)
  })

  test('no text heads two columns', () => {
    const folded = texts.map(([text]) => fold(text))
    expect(new Set(folded.map((text, i) => `${text} ${texts[i]?.[1].name}`)).size).toBe(
      new Set(folded).size,
    )
  })

  /** The values that the portal keeps. */
  const sent = new Set(table.columns.filter(({ sheetOnly }) => !sheetOnly).map(({ name }) => name))
  const own = (fields: Fields) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => sent.has(name)))
  const kept = (document: Document) => ({
    key: document.key,
    fields: own(document.fields),
    lines: document.lines.map(own),
  })
  const inOrder = (list: readonly Document[]) =>
    list.map(kept).sort((a, b) => (a.key < b.key ? -1 : 1))

  test('rows → documents → payload → documents → rows lose nothing that the portal keeps', () => {
    fc.assert(
      fc.property(many, (given) => {
        const sheet = read(given.flatMap(rowsOf))
        expect(sheet.problems.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(inOrder(sheet.documents)).toEqual(inOrder(given))
        const json: unknown = JSON.parse(
          JSON.stringify(
            payloadOf({ gstin: OWN, period: OCTOBER.period }, sheet.documents.map(toWire), [table]),
          ),
        )
        const back = documentsIn(table, json).map((wire) => fromWire(table, wire))
        expect(inOrder(back)).toEqual(inOrder(given))
        expect(inOrder(read(back.flatMap(rowsOf)).documents)).toEqual(inOrder(given))
      }),
    )
  })

  test('a rate that stands twice in one document is never sent', () => {
    fc.assert(
      fc.property(many, (given) => {
        const [first, ...others] = given.map(rowsOf)
        const sheet = read([...(first ?? []), ...(first ?? []).slice(-1), ...others.flat()])
        expect(sheet.problems.map(({ code }) => code)).toContain('line-repeated')
        expect(inOrder(sheet.documents)).toEqual(inOrder(given.slice(1)))
      }),
      { numRuns: 30 },
    )
  })

  test('tax is IGST alone or equal halves, none without payment, and counts as its note type says', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { fields } = document
        const free = [fields.inv_typ, fields.exp_typ, fields.typ].some((type) =>
          /WOP/.test(String(type)),
        )
        const sign = fields.ntty === 'C' ? -1 : 1
        const sum = (name: string) =>
          document.lines.reduce((total, line) => total + Number(line[name] ?? 0), 0)
        for (const { iamt, camt, samt, csamt } of document.lines) {
          expect([iamt, camt].filter((tax) => tax !== undefined)).toHaveLength(1)
          expect(camt).toBe(samt)
          if (free) expect([iamt, csamt]).toEqual([0, 0])
          if (table !== cdnr) expect(camt).toBeUndefined()
        }
        const amounts = amountsOf(table, toWire(document))
        expect(amounts.count).toBe(1)
        for (const name of ['txval', 'iamt', 'camt', 'samt', 'csamt'] as const) {
          expect(amounts[name] === sign * sum(name)).toBe(true)
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
        const rows = given.flatMap(rowsOf)
        for (const { row, column, cell } of wrong) {
          const cells = rows[row % rows.length]
          if (cells !== undefined) cells[column] = cell
        }
        const sheet = read(rows)
        const { counts, held, problems } = sheet
        expect(counts.read).toBe(rows.length)
        expect(counts.ready + counts.heldBack + counts.setAside).toBe(rows.length)
        expect(counts.ready).toBe(sheet.documents.flatMap((document) => document.rows).length)
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
