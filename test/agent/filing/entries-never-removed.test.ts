// An entry of a summary table is removed only when no row carries its key: no mistake in another cell ever does that.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planOf } from '../../../agent/filing/plan.ts'
import { wireOf } from '../../../agent/filing/snapshot.ts'
import type { Block, Cell } from '../../../templates/block.ts'
import { readWorkbook, type Reading } from '../../../templates/reading/read-workbook.ts'
import type { Table } from '../../../templates/tables/table.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { block, PERIOD, TAXPAYER } from '../../sheets.ts'
import { aSlip } from '../../templates/table-sheet.ts'

const CONTEXT = { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }

const ROWS: Readonly<Record<string, readonly (readonly Cell[])[]>> = {
  b2cs: [
    ['OE', '29-Karnataka', '', 18, 100, 0, ''],
    ['OE', '29-Karnataka', '', 18, 50, 0, ''],
    ['OE', '32-Kerala', 65, 5, 100, 0, ''],
  ],
  at: [
    ['29-Karnataka', '', 18, 100, 1],
    ['29-Karnataka', '', 5, 100, 0],
    ['27-Maharashtra', '', 18, 100, 0],
  ],
  atadj: [
    ['29-Karnataka', '', 18, 100, 0],
    ['27-Maharashtra', '', 18, 100, 0],
  ],
  exemp: [
    ['Inter-State supplies to registered persons', 1, 2, 3],
    ['Intra-State supplies to registered persons', 1, 2, 3],
  ],
  'hsn(b2b)': [
    ['84713010', 'Laptops', 'NOS', 1, 118, 18, 100, 18, 0, 0, 0],
    ['998313', '', 'NA', 0, 118, 18, 100, 18, 0, 0, 0],
  ],
  'hsn(b2c)': [['1006', 'Rice', 'KGS', 1, 105, 5, 100, 5, 0, 0, 0]],
  docs: [
    ['Invoices for outward supply', 'A1', 'A9', 9, 0],
    ['Credit Note', 'C1', 'C9', 9, 0],
  ],
}
const tables = TABLES.filter(({ id }) => id in ROWS)

const blockOf = (table: Table, rows: readonly (readonly Cell[])[]): Block =>
  block([table.columns.map(({ header }) => header), ...rows], table.sheets[0])

const read = (table: Table, rows: readonly (readonly Cell[])[]): Reading =>
  readWorkbook([blockOf(table, rows)], CONTEXT)

test('every summary table is here', () => {
  expect(tables.map(({ id }) => id)).toEqual(Object.keys(ROWS))
})

test.each(tables.map((table) => ({ id: table.id, table })))(
  '$id: one wrong cell outside the key removes nothing',
  ({ id, table }) => {
    const rows = ROWS[id] ?? []
    const base = wireOf(read(table, rows))
    const others = table.columns.flatMap(({ name }, i) => (table.key.includes(name) ? [] : [i]))
    fc.assert(
      fc.property(
        fc.nat({ max: rows.length - 1 }),
        fc.constantFrom(...others),
        aSlip,
        (row, column, cell) => {
          const spoilt = rows.map((cells, i) => (i === row ? cells.with(column, cell) : cells))
          const reading = read(table, spoilt)
          const documents = wireOf(reading)
          const [plan] = planOf(
            { base, theirs: [] },
            reading.sheets.map(({ held }) => ({ table, documents, held })),
          )
          expect(plan?.removed).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
    const [plan] = planOf({ base, theirs: [] }, [{ table, documents: base.slice(1), held: [] }])
    expect(plan?.removed).toEqual(base.slice(0, 1))
  },
)
