// New rows below the last one: empty cells take values, cells are emptied, and both can be taken back. Real office.js.
import { expect, test } from 'vitest'
import { writeCells } from '../../../addin/excel/write-cells.ts'
import type { CellChange } from '../../../templates/writing/cell-change.ts'
import { openWorkbook, sheetOf } from '../office.ts'

const ROWS = [
  ['Number', 'Rate', 'Mine'],
  ['A-1', 18, 'Meena'],
]

const cell = (row: number, column: number, part: Partial<CellChange>): CellChange => ({
  sheet: 'b2cs',
  row,
  column,
  key: [],
  was: '',
  becomes: '',
  ...part,
})

const NEW_ROW = [
  cell(2, 0, { becomes: '007', numberFormat: '@' }),
  cell(2, 1, { becomes: 28, numberFormat: '0.00' }),
]

function opened() {
  const { model } = openWorkbook([sheetOf('b2cs', ROWS)])
  const [sheet] = model.sheets
  if (sheet === undefined) throw new Error('no sheet')
  return { sheet, row: (at: number) => [0, 1, 2].map((column) => sheet.getValue(at, column) ?? '') }
}

test('a new row is written as it is meant, and taken back to nothing', async () => {
  const { sheet, row } = opened()
  const report = await writeCells(NEW_ROW)
  expect(report).toMatchObject({ written: 2, left: { changed: 0 } })
  expect([row(2), sheet.getNumberFormat(2, 0)]).toEqual([['007', 28, ''], '@'])
  expect(await writeCells(report.back)).toMatchObject({ written: 2 })
  expect([row(2), sheet.getNumberFormat(2, 0)]).toEqual([['', '', ''], 'General'])
  expect(sheet.used()).toMatchObject({ rows: 2 })
})

test('a cell that was filled meanwhile is left alone', async () => {
  const { sheet, row } = opened()
  sheet.type(2, 1, [[5]])
  expect(await writeCells(NEW_ROW)).toMatchObject({ written: 1, left: { changed: 1 } })
  expect(row(2)).toEqual(['007', 5, ''])
})

test('a cell is emptied, and filled again', async () => {
  const { row } = opened()
  const report = await writeCells([cell(1, 1, { was: 18 })])
  expect(row(1)).toEqual(['A-1', '', 'Meena'])
  await writeCells(report.back)
  expect(row(1)).toEqual(ROWS[1])
})
