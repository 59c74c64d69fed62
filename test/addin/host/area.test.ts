import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  SHEET_COLUMNS,
  SHEET_ROWS,
  cover,
  formatArea,
  holds,
  overlap,
  parseArea,
  shiftRows,
  type Area,
} from '../../../addin/preview/host/area.ts'

const smallArea = fc.record({
  row: fc.nat(12),
  column: fc.nat(6),
  rows: fc.integer({ min: 1, max: 6 }),
  columns: fc.integer({ min: 1, max: 4 }),
})

const cellsOf = ({ row, column, rows, columns }: Area) =>
  Array.from({ length: rows * columns }, (_, index) => [
    row + Math.floor(index / columns),
    column + (index % columns),
  ])

test.each([
  ['A1', { row: 0, column: 0, rows: 1, columns: 1 }],
  ['$B$3:D9', { row: 2, column: 1, rows: 7, columns: 3 }],
  ['AA10', { row: 9, column: 26, rows: 1, columns: 1 }],
  ['C:D', { row: 0, column: 2, rows: SHEET_ROWS, columns: 2 }],
  ['4:9', { row: 3, column: 0, rows: 6, columns: SHEET_COLUMNS }],
  ['C9:A2', { row: 1, column: 0, rows: 8, columns: 3 }],
])('%s names an area', (address, area) => {
  expect(parseArea(address)).toEqual(area)
})

test.each([
  '',
  'A',
  '1',
  'A0',
  'A1:B',
  'A1:2',
  'A1048577',
  'XFE1',
  'A1:B2:C3',
  'Sheet!A1',
  'A1,B2',
])('%j names none', (address) => {
  expect(parseArea(address)).toBeUndefined()
})

test('an area is found again by its address', () => {
  fc.assert(
    fc.property(smallArea, (area) => {
      expect(parseArea(formatArea(area))).toEqual(area)
    }),
  )
})

test('after rows were inserted, an area holds exactly the cells that it held, and what came between', () => {
  fc.assert(
    fc.property(smallArea, fc.nat(20), fc.integer({ min: 1, max: 5 }), (area, at, count) => {
      const moved = shiftRows(area, at, count)
      const rows = cellsOf(area).map(([row = 0]) => (row >= at ? row + count : row))
      expect(moved?.row).toBe(Math.min(...rows))
      expect((moved?.row ?? 0) + (moved?.rows ?? 0) - 1).toBe(Math.max(...rows))
    }),
  )
})

test('after rows were deleted, an area holds what is left of its cells, or is gone', () => {
  fc.assert(
    fc.property(smallArea, fc.nat(20), fc.integer({ min: 1, max: 5 }), (area, at, count) => {
      const left = cellsOf(area)
        .map(([row = 0]) => row)
        .filter((row) => row < at || row >= at + count)
        .map((row) => (row < at ? row : row - count))
      const moved = shiftRows(area, at, -count)
      expect(moved?.rows).toBe(left.length === 0 ? undefined : new Set(left).size)
      if (moved) expect(moved.row).toBe(Math.min(...left))
    }),
  )
})

test('what areas share, and whether they cover another, is what their cells say', () => {
  fc.assert(
    fc.property(smallArea, fc.array(smallArea, { maxLength: 4 }), (area, patches) => {
      const isHeld = ([row = 0, column = 0]: number[]) =>
        patches.some((patch) => holds(patch, row, column))
      expect(cover(patches, area)).toBe(cellsOf(area).every(isHeld))
      for (const patch of patches) {
        const shared = cellsOf(area).filter(([row = 0, column = 0]) => holds(patch, row, column))
        const found = overlap(area, patch)
        expect(found ? cellsOf(found) : []).toEqual(shared)
      }
    }),
  )
})
