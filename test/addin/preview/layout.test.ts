// Where rows are, and which row is where, with hidden rows between them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ROW_HEIGHT,
  between,
  columnAxis,
  columnPixels,
  rowAxis,
} from '../../../addin/preview/page/layout.ts'

const COUNT = 60
const hiddenRows = fc.uniqueArray(fc.nat(COUNT - 1), { maxLength: COUNT - 1 })

test('every shown row is found where it begins and just before it ends', () => {
  fc.assert(
    fc.property(hiddenRows, (hidden) => {
      const axis = rowAxis(COUNT, new Set(hidden))
      for (let row = 0; row < COUNT; row += 1) {
        if (hidden.includes(row)) continue
        expect(axis.at(axis.start(row))).toBe(row)
        expect(axis.at(axis.start(row) + ROW_HEIGHT - 1)).toBe(row)
      }
      expect(axis.start(COUNT)).toBe((COUNT - hidden.length) * ROW_HEIGHT)
    }),
  )
})

test('no hidden row is drawn', () => {
  const axis = rowAxis(10, new Set([3, 4]))
  expect(between(axis, 0, 10 * ROW_HEIGHT)).toEqual([0, 1, 2, 5, 6, 7, 8, 9])
})

test('columns stand side by side, each as wide as its characters', () => {
  const axis = columnAxis(3, (column) => [10, 20, 8.43][column] ?? 0)
  expect([axis.start(1), axis.start(2), axis.start(3)]).toEqual([75, 75 + 145, 75 + 145 + 64])
  expect(columnPixels(8.43)).toBe(64)
  expect([axis.at(74), axis.at(75), axis.at(9999)]).toEqual([0, 1, 2])
})
