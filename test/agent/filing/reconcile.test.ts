// Sheets against portal: every document falls into one kind, and what is written from the portal makes both say the same.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wireOf } from '../../../agent/filing/snapshot.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { compared, reconciliationOf } from '../../../agent/filing/reconcile.ts'
import { createWriter } from '../../../agent/filing/sheet-changes.ts'
import type { SheetChanges } from '../../../agent/http/outputs/portal.ts'
import type { Block, Cell } from '../../../templates/block.ts'
import type { WireDocument } from '../../../templates/payload/wire-document.ts'
import { toWire } from '../../../templates/payload/wire-document.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { b2cs } from '../../../templates/tables/b2cs.ts'
import type { Table } from '../../../templates/tables/table.ts'
import { TABLES, tablesOf } from '../../../templates/tables/tables.ts'
import { rowsOfWire } from '../../../templates/writing/wire-rows.ts'
import { at, block, HEADERS, line, OCTOBER, sheetOf } from '../../templates/b2b-sheet.ts'
import { aRow, read, someRows } from '../../templates/tables/golden-rows.ts'
import { written } from '../../written-cells.ts'

const ALL = [...new Set(TABLES.map(({ section }) => section))]

const reconciled = (blocks: readonly Block[], portal: readonly WireDocument[]) =>
  reconciliationOf(readWorkbook(blocks, OCTOBER), portal, ALL)

/** What brings the documents of these kinds from the portal into the sheets. */
function fromPortal(
  blocks: readonly Block[],
  portal: readonly WireDocument[],
  names: readonly string[] = blocks.map(({ sheet }) => sheet),
): SheetChanges {
  const reading = readWorkbook(blocks, OCTOBER)
  const writer = createWriter(reading, names, OCTOBER)
  for (const { difference, kind, table, theirs, document } of compared(
    reading,
    portal,
    new Set(ALL),
  ).all) {
    if (theirs === undefined || kind === 'held-back') continue
    if (document === undefined) {
      writer.append(table, difference.document, rowsOfWire(table, theirs, OCTOBER))
    } else writer.rewrite(table, difference.document, document, theirs)
  }
  return writer.changes()
}

const wiresOf = (rows: readonly (readonly Cell[])[]): readonly WireDocument[] =>
  wireOf(readWorkbook([sheetOf(rows)], OCTOBER))
const kinds = (blocks: readonly Block[], portal: readonly WireDocument[]) =>
  reconciled(blocks, portal).rows.map(({ kind, document, columns }) => [kind, document, columns])

describe('compared', () => {
  const portal = wiresOf([
    line({ inum: 'A-1' }),
    line({ inum: 'A-2', txval: 5000, val: 5900 }),
    line({ inum: 'A-3' }),
    line({ inum: 'A-4' }),
  ])

  test('each document is the same, here only, there only, different, or in a row with a mistake', () => {
    const sheets = [
      sheetOf([
        line({ inum: 'A-1' }),
        line({ inum: 'A-2' }),
        line({ inum: 'A-4', pos: 'Atlantis' }),
        line({ inum: 'A-5' }),
      ]),
    ]
    const { sections, rows } = reconciled(sheets, portal)
    expect(sections).toEqual([
      { section: 'b2b', same: 1, different: 1, 'only-here': 1, 'only-there': 1, 'held-back': 1 },
    ])
    expect(rows.map(({ kind, document }) => [kind, document.slice(0, 3)])).toEqual([
      ['different', 'A-2'],
      ['only-here', 'A-5'],
      ['only-there', 'A-3'],
      ['held-back', 'A-4'],
    ])
    expect(rows[0]).toMatchObject({
      columns: [
        { column: 'Invoice Value', ours: '11,800.00', theirs: '5,900.00' },
        { column: 'Taxable Value', ours: '10,000.00', theirs: '5,000.00' },
      ],
      ours: { txval: 10_000_00 },
      theirs: { txval: 5_000_00 },
      cells: { sheet: 'b2b,sez,de', row: 5, columns: [at('inum')] },
    })
  })

  test('a sheet that cannot be read is named, and nothing of its table counts as missing', () => {
    const broken = block([[b2b.title], HEADERS.slice(0, 4)])
    const { sections, rows, notRead } = reconciled([broken], portal)
    expect([sections, rows]).toEqual([[], []])
    expect(notRead).toMatchObject([{ sheet: 'b2b,sez,de' }])
  })

  test('a section that was not pulled is left out', () => {
    const reading = readWorkbook([sheetOf([line()])], OCTOBER)
    expect(reconciliationOf(reading, [], ['cdnr']).rows).toEqual([])
  })
})

describe.each(TABLES.map((table) => ({ id: table.id, table })))('$id', ({ table }) => {
  const inPeriod = tablesOf(OCTOBER.period).includes(table)
  const rows = fc.oneof(
    fc.constant(someRows(table)),
    fc.array(aRow(table), { minLength: 1, maxLength: 8 }),
  )

  test.runIf(inPeriod)('everything of the portal in an empty workbook says what it holds', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const portal = read(table, given).documents.map(toWire)
        const changes = fromPortal([], portal)
        expect([changes.left, changes.documents]).toEqual([[], portal.length])
        const blocks = written([], changes)
        expect(reconciled(blocks, portal).rows).toEqual([])
        expect(wireOf(readWorkbook(blocks, OCTOBER)).length).toBe(portal.length)
      }),
      { numRuns: 12 },
    )
  })

  test.runIf(inPeriod)('a document that differs says the same once it is written', () => {
    let rewritten = 0
    fc.assert(
      fc.property(rows, rows, (given, other) => {
        const portal = read(table, given).documents.map(toWire)
        // The same keys with other values: what the sheet has of a document of the portal's number.
        const blocks = [sheetOfRows(table, underKeysOf(table, given, other))]
        const before = reconciled(blocks, portal).rows.filter(({ kind }) => kind === 'different')
        const changes = fromPortal(blocks, portal)
        const after = reconciled(written(blocks, changes), portal).rows
        const left = new Set(changes.left.map(({ document }) => document))
        expect(
          after.filter(({ kind, document }) => kind === 'different' && !left.has(document)),
        ).toEqual([])
        rewritten += before.length - left.size
      }),
      { numRuns: 20 },
    )
    expect(rewritten).toBeGreaterThan(0)
  })
})

const sheetOfRows = (table: Table, rows: readonly (readonly Cell[])[]): Block =>
  block([[table.title], [], [], table.columns.map(({ header }) => header), ...rows], {
    sheet: table.sheets[0] ?? '',
  })

/** Rows of `other` with the keys of `given`, one for one. */
function underKeysOf(
  table: Table,
  given: readonly (readonly Cell[])[],
  other: readonly (readonly Cell[])[],
): Cell[][] {
  return given.map((row, i) =>
    table.columns.map(({ name }, column) => {
      const isKey = table.key.includes(name) || name === table.line?.column
      return (isKey ? row : (other[i % other.length] ?? row))[column] ?? ''
    }),
  )
}

describe('written into a sheet of the user', () => {
  /** Columns of her own, a name, a total below, and another order. */
  const own = ['Checked by', ...HEADERS]
  const mine = (cells: Readonly<Record<string, Cell>>, by: string) => [by, ...line(cells)]
  const sheets = [
    block([
      ['My sales'],
      own,
      mine({ inum: 'A-1', receiver: 'Anand Stores' }, 'Meena'),
      mine({ inum: 'A-2', receiver: 'Bela Mart' }, 'Ravi'),
      ['', 'Total'],
    ]),
  ]
  const portal = wiresOf([
    line({ inum: 'A-1', txval: 9000, val: 10620 }),
    line({ inum: 'A-2' }),
    line({ inum: '007', rt: 5, txval: 100, val: 105 }),
  ])
  const changes = fromPortal(sheets, portal)
  const after = written(sheets, changes)[0]?.values ?? []

  test('only the cells that differ are written, and nothing of hers', () => {
    const cells = sheets[0]?.values[2] ?? []
    const key = ['ctin', 'inum', 'rt'].map((name) => ({
      column: 1 + at(name),
      value: cells[1 + at(name)],
    }))
    const first = { sheet: 'b2b,sez,de', row: 2, key }
    expect(changes.changes.filter(({ row }) => row < 5)).toEqual([
      { ...first, column: 1 + at('val'), was: 11800, becomes: 10620 },
      { ...first, column: 1 + at('txval'), was: 10000, becomes: 9000 },
    ])
    expect(after[2]?.slice(0, 3)).toEqual(['Meena', sheets[0]?.values[2]?.[1], 'Anand Stores'])
    expect(after[3]).toEqual(sheets[0]?.values[3])
  })

  test('what the sheet lacks is appended below everything, numbers as text', () => {
    expect(after.length).toBe(6)
    expect(after[5]?.[1 + at('inum')]).toBe('007')
    const formatOf = (name: string) =>
      changes.changes.find(({ row, column }) => row === 5 && column === 1 + at(name))?.numberFormat
    expect([formatOf('inum'), formatOf('idt'), formatOf('txval')]).toEqual([
      '@',
      'dd-mmm-yyyy',
      '0.00',
    ])
  })

  test('the portal’s lines: one changes its rate, one comes with a row and the name, one goes', () => {
    const two = [
      line({ inum: 'B-1', receiver: 'Anand Stores', val: 22300, rt: 18 }),
      line({ inum: 'B-1', receiver: 'Anand Stores', val: 22300, rt: 5 }),
    ]
    const three = wiresOf([
      line({ inum: 'B-1', val: 33500, rt: 18 }),
      line({ inum: 'B-1', val: 33500, rt: 12 }),
      line({ inum: 'B-1', val: 33500, rt: 28 }),
    ])
    const more = written([sheetOf(two)], fromPortal([sheetOf(two)], three))
    expect(kinds(more, three)).toEqual([])
    expect(more[0]?.values[6]?.[at('receiver')]).toBe('Anand Stores')
    const one = wiresOf([line({ inum: 'B-1', val: 11200, rt: 12 })])
    const fewer = written([sheetOf(two)], fromPortal([sheetOf(two)], one))
    expect(kinds(fewer, one)).toEqual([])
    expect(fewer[0]?.values[5]?.every((cell) => cell === '')).toBe(true)
  })
})

describe('left as it is, and told why', () => {
  const why = ({ left }: SheetChanges) => left.map(({ problem }) => problem.code)

  test('rows that add up to one entry', () => {
    const rows = someRows(b2cs).slice(0, 1)
    const [wire] = read(b2cs, rows).documents.map(toWire)
    const blocks = [sheetOfRows(b2cs, [...rows, ...rows])]
    expect(why(fromPortal(blocks, wire === undefined ? [] : [wire]))).toEqual(['rows-add-up'])
  })

  test('a tax that the sheet works out', () => {
    const portal = wiresOf([line()]).map((wire) => ({
      ...wire,
      body: {
        ...wire.body,
        itms: [{ num: 1801, itm_det: { rt: 18, txval: 10000, camt: 1, samt: 1 } }],
      },
    }))
    expect(why(fromPortal([sheetOf([line()])], portal))).toEqual(['difference-not-in-cells'])
  })

  test('a value that the sheet has no column for', () => {
    const narrow = ([] as number[]).concat(at('diff_percent'))
    const without = (cells: readonly Cell[]) => cells.filter((_, i) => !narrow.includes(i))
    const blocks = [block([without(HEADERS), without(line())])]
    const portal = wiresOf([line({ diff_percent: 65 }), line({ inum: 'C-1', diff_percent: 65 })])
    expect(why(fromPortal(blocks, portal))).toEqual(['column-not-in-sheet', 'column-not-in-sheet'])
  })

  test('a sheet of the name that has no header', () => {
    expect(why(fromPortal([], wiresOf([line()]), ['B2B']))).toEqual(['sheet-without-header'])
  })
})

test('ten thousand differences are compared and written in seconds', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => line({ inum: `N-${i}` }))
  const portal = wiresOf(rows.map((row, i) => (i % 2 === 0 ? row : row.with(at('txval'), 1))))
  const blocks = [sheetOf(rows.slice(0, 9_000))]
  const began = performance.now()
  const { rows: found } = reconciled(blocks, portal)
  const changes = fromPortal(blocks, portal)
  expect([found.length, changes.documents]).toEqual([5_500, 5_500])
  expect(performance.now() - began).toBeLessThan(10_000)
})
