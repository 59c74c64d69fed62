// A workbook written from documents gives the same documents when it is read, for every table.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../../agent/xlsx/read-blocks.ts'
import { toWire, type WireDocument } from '../../../templates/payload/wire-document.ts'
import type { Table } from '../../../templates/tables/table.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { buildTemplate } from '../../../templates/workbook.ts'
import { rowsOfWire } from '../../../templates/writing/wire-rows.ts'
import { OCTOBER, onlySheet } from '../b2b-sheet.ts'
import { aRow, read, someRows } from '../tables/golden-rows.ts'

async function writtenAndRead(table: Table, wires: readonly WireDocument[]) {
  const rows = wires.flatMap((wire) => rowsOfWire(table, wire, OCTOBER))
  const bytes = await buildTemplate([table], OCTOBER.period, { rows: { [table.id]: rows } })
  const blocks = await readBlocks(bytes)
  if (!blocks.ok) throw new Error(blocks.problem.code)
  return onlySheet(
    blocks.value.filter(({ sheet }) => sheet !== 'master'),
    OCTOBER,
    [table],
  )
}

const byKey = (wires: readonly WireDocument[]) => wires.toSorted((a, b) => (a.key < b.key ? -1 : 1))

describe.each(TABLES.map((table) => ({ id: table.id, table })))('$id', ({ table }) => {
  const rows = fc.oneof(
    fc.constant(someRows(table)),
    fc.array(aRow(table), { minLength: 1, maxLength: 12 }),
  )

  test('documents → workbook → documents are the same', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const wires = read(table, given).documents.map(toWire)
        const again = await writtenAndRead(table, wires)
        expect(again.held).toEqual([])
        expect(byKey(again.documents.map(toWire))).toEqual(byKey(wires))
        compared += wires.length
      }),
      { numRuns: 12 },
    )
    expect(compared).toBeGreaterThan(10)
  })
})
