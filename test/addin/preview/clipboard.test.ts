// Cells and the text that spreadsheets exchange.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copied, pasted } from '../../../addin/preview/page/clipboard.ts'
import { sheetOf } from './sheet-of.ts'

test('what is copied is pasted as the same cells, whatever the texts hold', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '1', ' ') })
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1 }),
    )
  fc.assert(
    fc.property(rows, (texts) => {
      // A last row without anything is the same text as no last row.
      texts[texts.length - 1] = texts.at(-1)?.map((cell) => `${cell}.`) ?? []
      const area = { row: 0, column: 0, rows: texts.length, columns: texts[0]?.length ?? 0 }
      expect(pasted(copied(sheetOf(texts), area))).toEqual(texts)
    }),
  )
})

test('a line end after the last row adds no row, an empty text no cell', () => {
  expect(pasted('a\tb\r\n')).toEqual([['a', 'b']])
  expect(pasted('')).toEqual([])
})

test('ragged rows are filled up, and a quote inside a word is a quote', () => {
  expect(pasted('a\tb\tc\nd')).toEqual([
    ['a', 'b', 'c'],
    ['d', '', ''],
  ])
  expect(pasted('5" pipe\t"open')).toEqual([['5" pipe', '"open']])
})

test('hidden rows are not copied, and of a whole column only what is in use', () => {
  const sheet = sheetOf([['a'], ['b'], ['c']], { hiddenRows: [1] })
  expect(copied(sheet, { row: 0, column: 0, rows: 1_048_576, columns: 1 })).toBe('a\r\nc')
})
