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
import type { Column, Document, Table } from '../../../templates/tables/table.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { rowsOf } from '../../../templates/writing/rows.ts'
import { aDocumentNumber, aGstin, block, OCTOBER, onlySheet, OWN } from '../b2b-sheet.ts'
import type { Cells, Golden } from './golden/golden.ts'
import { GOLDENS } from './golden/goldens.ts'

const HEAD = { gstin: OWN, period: OCTOBER.period }

function goldenOf(table: Table): Golden {
  const golden = GOLDENS.find((one) => one.table === table.id)
  if (golden === undefined) throw new Error(`no golden cases of ${table.id}`)
  return golden
}

/** Reads the template's sheet of a table with these rows. */
const read = (table: Table, rows: readonly (readonly Cell[])[]): SheetReading =>
  onlySheet(
    [
      block([[table.title], [''], [''], table.columns.map(({ header }) => header), ...rows], {
        sheet: table.sheets[0] ?? '',
      }),
    ],
    OCTOBER,
    [table],
  )

const rowOf = (table: Table, cells: Cells): Cell[] =>
  table.columns.map(({ name }) => cells[name] ?? '')

/** Some documents that are right: the rows of the first golden case. */
const someRows = (table: Table): Cell[][] =>
  (goldenOf(table).cases[0]?.rows ?? []).map((row) => rowOf(table, row))

const wiresOf = ({ documents }: SheetReading): WireDocument[] => documents.map(toWire)

const plan = (base: readonly WireDocument[], sheets: readonly SheetReading[]): SectionChanges[] =>
  planOf(
    { base, theirs: [] },
    sheets.map((sheet) => ({ table: sheet.table, held: sheet.held, documents: wiresOf(sheet) })),
  )

const bodiesOf = (changes: readonly SectionChanges[]) =>
  submissionsOf(HEAD, changes, TABLES).map((body) => JSON.parse(body) as Record<string, unknown>)

/** So far below the eleven digits that a few added rows stay below. */
const rupees = (least: number) =>
  fc.integer({ min: least, max: 999_999_999_999 }).map((paise) => paise / 100)

/** Good cells by kind; kinds that are not here choose from their labels. */
const CELLS: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  text: fc.constantFrom('', 'Cotton sarees', 'Total Station', '#N/A'),
  gstin: aGstin,
  'document-number': aDocumentNumber,
  date: fc.constantFrom<Cell>(46296, 46326, '1-Oct-2026', '28-Feb-2026'),
  amount: rupees(0),
  'signed-amount': rupees(-999_999_999_999),
  count: fc.nat(60),
  quantity: fc.integer({ min: -99_999, max: 99_999 }).map((hundredths) => hundredths / 100),
  hsn: fc.constantFrom<Cell>('8471', '847130', 84713010, '998313', '0101'),
  'port-code': fc.constantFrom<Cell>('', 'INNSA1', 'inblr4'),
  'shipping-bill': fc.constantFrom<Cell>('123', 4417720, '0000123'),
}

const aCell = ({ kind, need }: Column): fc.Arbitrary<Cell> => {
  const cells = CELLS[kind.name] ?? fc.constantFrom<Cell>(...(kind.labels ?? []))
  return need === 'optional' || need === 'header' ? fc.oneof(cells, fc.constant('')) : cells
}

/** The good row with numbers of its own and up to three other cells: most of them are right. */
const aRow = (table: Table): fc.Arbitrary<Cell[]> =>
  fc
    .tuple(
      fc.record({ number: aDocumentNumber, 'original-number': aDocumentNumber }),
      fc.subarray(
        table.columns.map((column, at) => ({ column, at })),
        { maxLength: 3 },
      ),
    )
    .chain(([numbers, chosen]) =>
      fc.tuple(...chosen.map(({ column }) => aCell(column))).map((cells) => {
        const row = rowOf(table, goldenOf(table).good)
        table.columns.forEach(({ role }, at) => {
          if (role === 'number' || role === 'original-number') row[at] = numbers[role]
        })
        chosen.forEach(({ at }, i) => (row[at] = cells[i] ?? ''))
        return row
      }),
    )

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
    expect(ready).toBeGreaterThan(200)
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
