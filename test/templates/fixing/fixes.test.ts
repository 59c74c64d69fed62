// What can be mended in a workbook: which cells, how their rows are found again, and that the return stays the same.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Cell } from '../../../templates/block.ts'
import { isCertain } from '../../../templates/fixing/certain.ts'
import { fixesOf, type FixesWanted } from '../../../templates/fixing/fixes.ts'
import type { CellChange } from '../../../templates/writing/cell-change.ts'
import { toWire } from '../../../templates/payload/wire-document.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { cdnr } from '../../../templates/tables/cdnr.ts'
import { at, FIRST, line, NEIGHBOUR, OCTOBER, sheetOf } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const fixesIn = (rows: readonly (readonly Cell[])[], wanted: FixesWanted = {}, atOnce?: number) =>
  fixesOf([sheetOf(rows)], OCTOBER, wanted, atOnce)

const POS = { code: 'pos-from-name', column: 'Place Of Supply' }
const rowOf = ({ row }: CellChange) => row - FIRST

/** The blocks after every fix was written. */
function mended(blocks: readonly Block[], fixes: readonly CellChange[]): Block[] {
  return blocks.map((block) => ({
    ...block,
    numberFormat: block.values[0]?.map(() => 'General') ?? [],
    values: block.values.map((cells, i) =>
      cells.map((cell, column) => {
        const fix = fixes.find(
          (one) =>
            one.sheet === block.sheet &&
            one.row === block.firstRow + i &&
            one.column === block.firstColumn + column,
        )
        return fix === undefined ? cell : fix.becomes
      }),
    ),
  }))
}

describe('of one cause', () => {
  const rows = [
    line({ inum: 'A-1', pos: 'Karnataka', txval: '10,000' }),
    line({ inum: 'A-2' }),
    line({ inum: 'A-3', pos: 'karnataka' }),
    line({ inum: 'A-4', pos: 29 }),
  ]

  test('only its own cells: what another note or none was told of stays', () => {
    const { fixes, count } = fixesIn(rows, { cause: POS })
    expect(fixes.map((fix) => [rowOf(fix), fix.was, fix.becomes])).toEqual([
      [0, 'Karnataka', '29-Karnataka'],
      [2, 'karnataka', '29-Karnataka'],
    ])
    expect(count).toBe(2)
  })

  test('each says by which cells its row is found again', () => {
    expect(fixesIn(rows, { cause: POS }).fixes[1]?.key).toEqual([
      { column: at('ctin'), value: NEIGHBOUR },
      { column: at('inum'), value: 'A-3' },
      { column: at('rt'), value: 18 },
    ])
  })

  test('one sheet alone, where that is asked for', () => {
    expect(fixesIn(rows, { cause: POS, sheet: 'b2b,sez,de' }).count).toBe(2)
    expect(fixesIn(rows, { cause: POS, sheet: 'b2cl' }).count).toBe(0)
  })

  test('no more than go into one answer, and the count says how many there are', () => {
    const { fixes, count } = fixesIn(rows, { cause: POS }, 1)
    expect([fixes.length, count]).toEqual([1, 2])
  })
})

test('without a cause every cell that stands otherwise than the template has it', () => {
  const { fixes } = fixesIn([line({ pos: 29, rchrg: 'No', txval: '10,000' })])
  expect(fixes.map(({ column, becomes }) => [column, becomes])).toEqual([
    [at('pos'), '29-Karnataka'],
    [at('rchrg'), 'N'],
    [at('txval'), 10000],
  ])
})

test('totals, samples and repeated headers are no data: nothing in them is mended', () => {
  const total = line({ ctin: 'Total', inum: '', idt: '', rt: '', txval: '10,000', pos: 'Goa' })
  expect(fixesIn([line(), total]).count).toBe(0)
})

test('the held-back row is mended like any other', () => {
  const { fixes } = fixesIn([line({ pos: 'Karnataka', rt: 17 })])
  expect(fixes.map(({ becomes }) => becomes)).toEqual(['29-Karnataka'])
})

test('of a credit note the minus goes; a debit note keeps it, since that may mean the other type', () => {
  const note = tableSheet(cdnr, {
    ctin: NEIGHBOUR,
    nt_num: 'CN-1',
    nt_dt: 46304,
    ntty: 'C',
    pos: '29-Karnataka',
    rchrg: 'N',
    inv_typ: 'Regular B2B',
    val: 1180,
    rt: 18,
    txval: 1000,
    csamt: 0,
  })
  const block = note.block([
    note.line({ txval: -1000 }),
    note.line({ nt_num: 'DN-1', ntty: 'D', txval: -1000 }),
  ])
  const cause = { code: 'note-amount-negative', column: 'Taxable Value' }
  const { fixes } = fixesOf([block], OCTOBER, { cause })
  expect(fixes.map((fix) => [rowOf(fix), fix.becomes])).toEqual([[0, 1000]])
})

const aRow = fc
  .record({
    inum: fc.integer({ min: 1, max: 40 }).map((number) => `A-${number}`),
    ctin: fc.constantFrom(NEIGHBOUR, NEIGHBOUR.toLowerCase(), ` ${NEIGHBOUR} `, `${NEIGHBOUR}.`),
    idt: fc.constantFrom<Cell>(46304, '09-Oct-2026', '09/10/26', '2026-10-09', '15.10.2026'),
    pos: fc.constantFrom<Cell>('29-Karnataka', 'Karnataka', 29, '29', 'KARNATAKA ', 'Karnatka'),
    rchrg: fc.constantFrom<Cell>('N', 'no', 0, false),
    inv_typ: fc.constantFrom('Regular B2B', 'Regular', 'R'),
    val: fc.constantFrom<Cell>(11800, '11,800.00', '₹ 11,800', '11800'),
    rt: fc.constantFrom<Cell>(18, '18%', 0.18, 5, '5', 17),
    txval: fc.constantFrom<Cell>(10000, '10,000', 10000.004, '-5'),
  })
  .map((cells) => line(cells))

test('mending changes nothing in the return: the same documents, held back or sent, and no such note again', () => {
  fc.assert(
    fc.property(fc.array(aRow, { minLength: 1, maxLength: 12 }), (rows) => {
      const before = [sheetOf(rows)]
      const { fixes } = fixesOf(before, OCTOBER, {})
      const after = mended(before, fixes)
      const [was, is] = [readWorkbook(before, OCTOBER), readWorkbook(after, OCTOBER)]
      const sent = (reading: typeof was) =>
        reading.sheets.map(({ documents, counts }) => [documents.map(toWire), counts])
      expect(sent(is)).toEqual(sent(was))
      const codes = is.sheets.flatMap(({ problems }) => problems.map(({ code }) => code))
      expect(codes.filter(isCertain)).toEqual([])
      expect(fixesOf(after, OCTOBER, {}).count).toBe(0)
    }),
    { numRuns: 200 },
  )
})
