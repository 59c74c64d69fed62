// Whatever stands in a sheet: every row with content is ready, held back or set aside, exactly once.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../../../templates/block.ts'
import { isKnownCode } from '../../../templates/problems/english.ts'
import type { SheetReading } from '../../../templates/reading/read-sheet.ts'
import { at, below, FAR, FIRST, HEADERS, line, NEIGHBOUR, OWN, readRows } from '../b2b-sheet.ts'
import { missingFacts } from '../problems/missing-facts.ts'

const hasContent = (cells: readonly Cell[]) =>
  cells.some((cell) => cell !== null && String(cell).trim() !== '')

const aRow = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        ctin: fc.constantFrom(NEIGHBOUR, FAR, OWN),
        inum: fc.constantFrom('A/1', 'a/1', 'A/2', 'A/3', 7),
        rt: fc.constantFrom(5, 18, 0),
        txval: fc.integer({ min: 0, max: 500 }),
        pos: fc.constantFrom('29-Karnataka', '27-Maharashtra'),
      })
      .map(line),
  },
  fc.record({ rt: fc.constantFrom(5, 18, 28), txval: fc.nat({ max: 9 }) }).map(below),
  fc.record({ txval: fc.nat({ max: 999 }) }).map(below),
  fc.constantFrom<Cell[]>([...HEADERS], below({}), [null, ' '], below({ ctin: 'Total', txval: 5 })),
)

/** One cell overwritten with something nobody asked for. */
const aSlip = fc.record({
  row: fc.nat({ max: 30 }),
  column: fc.nat({ max: HEADERS.length }),
  cell: fc.oneof(
    fc.constantFrom<Cell>(
      '',
      null,
      '#REF!',
      '#UNCALCULATED!',
      true,
      -1,
      1e300,
      'Total',
      '__proto__',
      'x',
    ),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ),
})

const aSheet = fc
  .tuple(fc.array(aRow, { maxLength: 30 }), fc.array(aSlip, { maxLength: 6 }))
  .map(([rows, slips]) => {
    const sheet = rows.map((cells) => [...cells])
    for (const { row, column, cell } of slips) {
      const cells = sheet[row]
      if (cells !== undefined) cells[column] = cell
    }
    return sheet
  })

/** The rows of a reading by what became of them, counted from the first row of data. */
function fates({ documents, held, problems }: SheetReading) {
  const aside = problems.filter(({ code }) =>
    ['row-is-total', 'row-is-sample', 'row-repeats-header', 'row-outside-columns'].includes(code),
  )
  return [
    ...documents.flatMap(({ rows }) => rows),
    ...held.map(({ row }) => row),
    ...aside.flatMap(({ cells }) => cells.map(({ row }) => row)),
  ].map((row) => row - FIRST)
}

test('every row with content has one fate, and the counts are those fates', () => {
  fc.assert(
    fc.property(aSheet, (rows) => {
      const sheet = readRows(rows)
      const filled = rows.flatMap((cells, i) => (hasContent(cells) ? [i] : []))
      expect(fates(sheet).sort((a, b) => a - b)).toEqual(filled)
      const { read, ready, heldBack, setAside } = sheet.counts
      expect(read).toBe(filled.length)
      expect(ready + heldBack + setAside).toBe(read)
      expect(ready).toBe(sheet.documents.reduce((sum, document) => sum + document.rows.length, 0))
      expect(heldBack).toBe(sheet.held.length)
    }),
    { numRuns: 1000 },
  )
})

test('a row that is held back by itself has an error on it, and every problem has its sentence', () => {
  fc.assert(
    fc.property(aSheet, (rows) => {
      const { held, problems } = readRows(rows)
      for (const { row } of held) {
        const about = problems.filter(({ cells }) => cells.some((cell) => cell.row === row))
        const reasons = about.filter(
          ({ severity, code }) => severity === 'error' || code === 'held-with-row',
        )
        expect(reasons).not.toEqual([])
      }
      for (const problem of problems) {
        expect(isKnownCode(problem.code) && missingFacts(problem)).toEqual([])
      }
    }),
  )
})

test('one wrong cell changes nothing about documents that do not have that row', () => {
  const invoices = Array.from({ length: 8 }, (_, i) =>
    line({ inum: `A/${i}`, val: 11800 + 1000 * i }),
  )
  const names = ['ctin', 'inum', 'idt', 'val', 'pos', 'rchrg', 'inv_typ', 'rt', 'txval', 'csamt']
  fc.assert(
    fc.property(fc.nat({ max: 7 }), fc.constantFrom(...names), (which, name) => {
      const spoilt = invoices.map((cells, i) =>
        i === which ? cells.map((cell, column) => (column === at(name) ? '#REF!' : cell)) : cells,
      )
      const sheet = readRows(spoilt)
      expect(sheet.documents.map(({ fields }) => fields.inum)).toEqual(
        invoices.flatMap((_, i) => (i === which ? [] : [`A/${i}`])),
      )
      expect(sheet.counts.heldBack).toBe(1)
    }),
  )
})
