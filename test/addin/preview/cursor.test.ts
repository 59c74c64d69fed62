// Excel's moves, where merged areas, hidden rows and the ends of the sheet are in the way.
import { describe, expect, test } from 'vitest'
import { SHEET_COLUMNS, SHEET_ROWS } from '../../../addin/preview/host/area.ts'
import { MOVES, areaOf, cursorOf, oneCell, type Move } from '../../../addin/preview/page/cursor.ts'
import { sheetOf } from './sheet-of.ts'

const sheet = sheetOf(
  [
    ['title', null, null, null],
    ['a', 'b', 'c', null],
    [1, 2, null, 4],
    [1, null, null, 4],
    [null, null, null, null],
    [9, null, null, null],
  ],
  { merges: ['A1:C1'], hiddenRows: [2], frozenRows: 2 },
)
const from = (row: number, column: number, move: Move) => MOVES[move](sheet, { row, column }, 10)

describe('a move', () => {
  test.each([
    ['over a hidden row', 1, 0, 'down', 3, 0],
    ['back over it', 3, 0, 'up', 1, 0],
    ['from a merged area past its edge', 0, 0, 'right', 0, 3],
    ['not past the first column', 1, 0, 'left', 1, 0],
    ['to the end of the filled cells', 1, 0, 'edgeRight', 1, 2],
    ['over empty cells to the next filled one', 3, 0, 'edgeDown', 5, 0],
    ['to the last row in use when nothing more is filled', 1, 2, 'edgeDown', 5, 2],
    ['below the frozen rows', 5, 3, 'sheetStart', 3, 0],
    ['to the last cell in use', 0, 0, 'sheetEnd', 5, 3],
    ['a page down, one row kept in view', 1, 0, 'pageDown', 10, 0],
    ['a page up stops at the top', 5, 0, 'pageUp', 0, 0],
  ] as const)('%s', (_, row, column, move, toRow, toColumn) => {
    expect(from(row, column, move)).toEqual({ row: toRow, column: toColumn })
  })

  test('stays on the sheet at its last row and column', () => {
    const last = { row: SHEET_ROWS - 1, column: SHEET_COLUMNS - 1 }
    expect(from(last.row, last.column, 'down')).toEqual(last)
    expect(from(last.row, last.column, 'right')).toEqual(last)
  })
})

test('a cell of a merged area stands for all of it', () => {
  expect(areaOf(sheet, oneCell({ row: 0, column: 1 }))).toEqual({
    row: 0,
    column: 0,
    rows: 1,
    columns: 3,
  })
})

test('a selection remembers which corner is its active cell; one that an add-in made begins at the top left', () => {
  const upwards = { active: { row: 5, column: 2 }, corner: { row: 3, column: 0 } }
  const area = areaOf(sheet, upwards)
  expect(area).toEqual({ row: 3, column: 0, rows: 3, columns: 3 })
  expect(cursorOf(area)).toEqual(upwards)
  expect(cursorOf({ ...area }).active).toMatchObject({ row: 3, column: 0 })
})
