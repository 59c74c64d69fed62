import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRows } from '../../../addin/excel/find-rows.ts'
import type { WorkbookModel } from '../../../addin/preview/host/model.ts'
import { openWorkbook, sheetOf } from '../office.ts'
import { FIRST, cellsOf, invoiceNumber, salesSheet } from '../sales.ts'

const rowOf = (model: WorkbookModel, number: string) => {
  const [sheet] = model.sheets
  for (let row = 0; sheet && row < 200; row += 1) if (sheet.getValue(row, 2) === number) return row
  return undefined
}

test('a row that stayed where it was is found there', async () => {
  openWorkbook([salesSheet(10)])
  expect(await findRows([cellsOf(3), cellsOf(9)])).toEqual([FIRST + 3, FIRST + 9])
})

test('rows inserted above, deleted and sorted: each row is found where it went', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(11),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(11),
      fc.boolean(),
      async (insertAt, count, deleteAt, descending) => {
        const { model } = openWorkbook([salesSheet(12)])
        const [sheet] = model.sheets
        if (!sheet) throw new Error('no sheet')
        model.insertRows(sheet, FIRST + insertAt, count)
        model.deleteRows(sheet, FIRST + deleteAt, 1)
        const area = { row: FIRST, column: 0, rows: 12 + count, columns: 13 }
        model.sortRows(sheet, area, 2, descending)
        const sought = Array.from({ length: 12 }, (_, index) => cellsOf(index))
        const expected = sought.map((_, index) => rowOf(model, invoiceNumber(index)))
        expect(await findRows(sought)).toEqual(expected)
      },
    ),
    { numRuns: 30 },
  )
})

test('of equal rows, the same one is taken, else the nearest', async () => {
  const values = [['x'], ['twin'], ['x'], ['x'], ['twin'], ['twin']]
  openWorkbook([sheetOf('Data', values)])
  const twin = (row: number) => ({
    sheet: 'Data',
    row,
    columns: [0],
    key: [{ column: 0, value: 'twin' }],
  })
  expect(await findRows([twin(1), twin(5), twin(2), twin(3), twin(40)])).toEqual([1, 5, 1, 4, 5])
})

test('a row whose key was changed is gone, and so is one whose sheet is', async () => {
  const { model } = openWorkbook([salesSheet(5)])
  const [sheet] = model.sheets
  if (sheet) model.setValues(sheet, FIRST + 1, 2, [['renumbered']])
  const elsewhere = { ...cellsOf(0), sheet: 'Deleted' }
  expect(await findRows([cellsOf(0), cellsOf(1), elsewhere])).toEqual([FIRST, undefined, undefined])
})

test('an empty key cell is the same, whether it was read as nothing or as empty text', async () => {
  openWorkbook([sheetOf('Data', [['a'], ['b', null, 'c']])])
  const of = (value: string | null) => ({
    sheet: 'Data',
    row: 9,
    columns: [0],
    key: [
      { column: 0, value: 'b' },
      { column: 1, value },
    ],
  })
  expect(await findRows([of(''), of(null)])).toEqual([1, 1])
})

test('numbers and texts that look alike are different keys', async () => {
  openWorkbook([sheetOf('Data', [['7'], [7]])])
  const seven = { sheet: 'Data', row: 0, columns: [0], key: [{ column: 0, value: 7 }] }
  expect(await findRows([seven])).toEqual([1])
})

test('a row without a key is taken to be where it was', async () => {
  openWorkbook([salesSheet(2)])
  expect(await findRows([{ sheet: 'Anything', row: 3, columns: [0], key: [] }])).toEqual([3])
})

test('only the key columns of a large sheet travel, in few batches', async () => {
  const { traffic } = openWorkbook([salesSheet(100_000)])
  const sought = Array.from({ length: 5000 }, (_, index) => cellsOf(index * 20))
  expect(await findRows(sought)).toEqual(sought.map(({ row }) => row))
  const bytes = traffic.reduce((sum, { answer }) => sum + (answer ?? 0), 0)
  expect(bytes).toBeLessThan(5_000_000)
  expect(traffic.length).toBeLessThan(15)
})
