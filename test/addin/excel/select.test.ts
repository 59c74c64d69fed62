import { expect, test } from 'vitest'
import { selectCells, watchSelection, type CellPlace } from '../../../addin/excel/select.ts'
import { openWorkbook, sheetOf } from '../office.ts'
import { B2B, FIRST, cellsOf, salesSheet } from '../sales.ts'

const soon = () => new Promise((resolve) => setTimeout(resolve, 30))

test('brings the sheet to the front and selects the first of the columns', async () => {
  const { model } = openWorkbook([sheetOf('First', [['x']]), salesSheet(10)])
  expect(await selectCells(cellsOf(4, [5, 3]))).toBe('selected')
  expect(model.active.name).toBe(B2B)
  expect(model.selection.area).toEqual({ row: FIRST + 4, column: 5, rows: 1, columns: 1 })
})

test('selects the row where it is now', async () => {
  const { model } = openWorkbook([salesSheet(10)])
  model.insertRows(model.active, FIRST, 7)
  expect(await selectCells(cellsOf(4))).toBe('selected')
  expect(model.selection.area.row).toBe(FIRST + 4 + 7)
})

test('says so when the row or its sheet is gone, or the sheet is hidden', async () => {
  const { model } = openWorkbook([salesSheet(10), sheetOf('Hidden', [['x']], { hidden: true })])
  model.deleteRows(model.active, FIRST + 4, 1)
  expect(await selectCells(cellsOf(4))).toBe('gone')
  expect(await selectCells({ sheet: 'Deleted', row: 1, columns: [0], key: [] })).toBe('gone')
  expect(await selectCells({ sheet: 'Hidden', row: 0, columns: [0], key: [] })).toBe('hidden')
})

test('tells which cell the user goes to, until it is told to stop', async () => {
  const { model } = openWorkbook([salesSheet(10), sheetOf('Other', [['x']])])
  const places: CellPlace[] = []
  const stop = await watchSelection((place) => places.push(place))
  const [sales, other] = model.sheets
  if (!sales || !other) throw new Error('no sheets')

  model.select(sales, { row: 6, column: 27, rows: 3, columns: 2 })
  await soon()
  model.select(other, { row: 2, column: 0, rows: 1, columns: 16_384 })
  await soon()
  model.select(other, { row: 0, column: 1, rows: 1_048_576, columns: 1 })
  await soon()
  expect(places).toEqual([
    { sheet: B2B, row: 6, column: 27 },
    { sheet: 'Other', row: 2, column: 0 },
    { sheet: 'Other', row: 0, column: 1 },
  ])

  await stop()
  model.select(sales, { row: 1, column: 1, rows: 1, columns: 1 })
  await soon()
  expect(places).toHaveLength(3)
})
