// What holds for every table: rows and payload say the same, no wrong cell removes anything, and what the portal replaces
// whole goes whole or not at all.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planOf, type SectionChanges } from '../../../agent/filing/plan.ts'
import { submissionsOf } from '../../../agent/filing/submissions.ts'
import type { Cell } from '../../../templates/block.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { fromWire, toWire, type WireDocument } from '../../../templates/payload/wire-document.ts'
import type { SheetReading } from '../../../templates/reading/read-sheet.ts'
import { SECTIONS } from '../../../templates/sections.ts'
import type { Document } from '../../../templates/tables/table.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { rowsOf } from '../../../templates/writing/rows.ts'
import { OCTOBER, OWN } from '../b2b-sheet.ts'
import { aRow, read, someRows } from './golden-rows.ts'

const HEAD = { gstin: OWN, period: OCTOBER.period }

const wiresOf = ({ documents }: SheetReading): WireDocument[] => documents.map(toWire)

const plan = (base: readonly WireDocument[], sheets: readonly SheetReading[]): SectionChanges[] =>
  planOf(
    { base, theirs: [] },
    sheets.map((sheet) => ({ table: sheet.table, held: sheet.held, documents: wiresOf(sheet) })),
  )

const bodiesOf = (changes: readonly SectionChanges[]) =>
  submissionsOf(HEAD, changes, TABLES).map((body) => JSON.parse(body) as Record<string, unknown>)

/** Cells that are wrong in any column that is read, and never another good value. */
const aWrongCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>('', '#REF!', '#N/A', '?', '§§', 'abc def_ghi.jkl', -5, true, 1e300),
  fc
    .string({ unit: fc.constantFrom(...'aZ _.§#'), minLength: 1, maxLength: 20 })
    .map((text) => `*${text}`),
)

const tables = TABLES.map((table) => ({ id: table.id, table }))

describe.each(tables)('$id', ({ table }) => {
  const sent = new Set(table.columns.flatMap(({ name, sheetOnly }) => (sheetOnly ? [] : [name])))
  const own = (fields: Document['fields']) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => sent.has(name)))
  /** What the portal keeps of documents, in the order of their keys. */
  const kept = (documents: readonly Document[]) =>
    documents
      .map(({ key, fields, lines }) => ({ key, fields: own(fields), lines: lines.map(own) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))

  test('rows → payload → rows lose nothing that the portal keeps, and give the same payload', () => {
    let ready = 0
    fc.assert(
      fc.property(fc.array(aRow(table), { minLength: 1, maxLength: 6 }), (rows) => {
        const sheet = read(table, rows)
        ready += sheet.documents.length
        const payload = payloadOf(HEAD, wiresOf(sheet), [table])
        const json: unknown = JSON.parse(JSON.stringify(payload))
        const back = documentsIn(table, json).map((wire) => fromWire(table, wire))
        const again = read(table, back.flatMap(rowsOf))
        expect(kept(again.documents)).toEqual(kept(back))
        // Cess that is not sent where no tax is paid is the one thing a sheet may hold and the portal does not.
        for (const { lines } of sheet.documents) for (const line of lines) delete line.unsentCess
        expect(kept(back)).toEqual(kept(sheet.documents))
        expect(payloadOf(HEAD, wiresOf(again), [table])).toEqual(payload)
      }),
      { numRuns: 200 },
    )
    expect(ready).toBeGreaterThan(30)
  })

  test('whatever goes wrong in a cell, counts tie and nothing is removed while its row stands', () => {
    const base = wiresOf(read(table, someRows(table)))
    const rows = someRows(table).length
    const held = new Set<boolean>()
    fc.assert(
      fc.property(
        fc.nat(rows - 1),
        fc.nat(table.columns.length - 1),
        aWrongCell,
        (row, at, cell) => {
          // A blank that stands for a value is a good one.
          fc.pre(cell !== '' || table.columns[at]?.fallback === undefined)
          const wrong = someRows(table).map((cells, i) =>
            i === row ? cells.with(at, cell) : cells,
          )
          const sheet = read(table, wrong)
          const { counts } = sheet
          expect(counts.read).toBe(rows)
          expect(counts.ready + counts.heldBack + counts.setAside).toBe(rows)
          expect(counts.setAside).toBe(0)
          const [changes] = plan(base, [sheet])
          expect(changes?.removed).toEqual([])
          expect(changes?.added).toEqual([])
          held.add(counts.heldBack > 0)
        },
      ),
      { numRuns: 500 },
    )
    expect(held).toContain(true)
  })
})

/** What the portal takes for “nothing of this section”. */
const EMPTIED: Readonly<Record<string, unknown>> = {
  nil: {
    inv: ['INTRB2B', 'INTRAB2B', 'INTRB2C', 'INTRAB2C'].map((sply_ty) => ({
      sply_ty,
      nil_amt: 0,
      expt_amt: 0,
      ngsup_amt: 0,
    })),
  },
  hsn: { flag: 'D' },
  doc_issue: { flag: 'D' },
}

test('nil, hsn and doc_issue are replaced whole', () => {
  const whole = SECTIONS.filter(({ saved }) => saved === 'whole').map(({ id }) => id)
  expect(whole).toEqual(Object.keys(EMPTIED))
})

describe.each(Object.keys(EMPTIED))('%s, which is replaced whole,', (section) => {
  const feeding = TABLES.filter((table) => table.section === section)
  const good = () => feeding.map((table) => read(table, someRows(table)))
  const base = good().flatMap(wiresOf)

  test('goes complete when one row changes', () => {
    for (const table of feeding) {
      const fewer = good().map((sheet) =>
        sheet.table === table ? read(table, someRows(table).slice(1)) : sheet,
      )
      const [body, ...more] = bodiesOf(plan(base, fewer))
      expect(more).toEqual([])
      expect(body).toEqual(payloadOf(HEAD, fewer.flatMap(wiresOf), TABLES))
    }
  })

  test('is held back by any one row', () => {
    const somewhere = fc.constantFrom(...feeding).chain((table) =>
      fc.record({
        table: fc.constant(table),
        row: fc.nat(someRows(table).length - 1),
        column: fc.constantFrom(...table.columns.filter(({ need }) => need === 'required')),
        // A number may be a good amount.
        cell: aWrongCell.filter((cell) => typeof cell !== 'number'),
      }),
    )
    fc.assert(
      fc.property(somewhere, ({ table, row, column, cell }) => {
        const at = table.columns.indexOf(column)
        const wrong = someRows(table).map((cells, i) => (i === row ? cells.with(at, cell) : cells))
        const sheets = good().map((sheet) => (sheet.table === table ? read(table, wrong) : sheet))
        const changes = plan([], sheets)
        expect(changes).toMatchObject([{ added: [], changed: [], removed: [] }])
        expect(bodiesOf(changes)).toEqual([])
        expect(bodiesOf(plan(base, sheets))).toEqual([])
      }),
    )
  })

  test('is sent as empty once its sheets are', () => {
    const changes = plan(
      base,
      feeding.map((table) => read(table, [])),
    )
    expect(changes[0]?.removed).toHaveLength(base.length)
    expect(bodiesOf(changes)).toEqual([
      { gstin: OWN, fp: OCTOBER.period, [section]: EMPTIED[section] },
    ])
  })

  test('keeps what a sheet gave that cannot be read now', () => {
    for (const unread of feeding) {
      const others = feeding
        .filter((table) => table !== unread)
        .map((table) => read(table, someRows(table).slice(1)))
      const [body] = bodiesOf(plan(base, others))
      const before = base.filter(({ table }) => table === unread.id)
      if (others.length === 0) expect(body).toBeUndefined()
      else {
        expect(documentsIn(unread, body).map(({ key }) => key)).toEqual(
          before.map(({ key }) => key),
        )
        expect(body).toEqual(payloadOf(HEAD, [...others.flatMap(wiresOf), ...before], TABLES))
      }
    }
  })
})
