// Opening a cell and leaving it as it is changes nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedCell } from '../../../addin/preview/host/typed-text.ts'
import { editText } from '../../../addin/preview/page/edit-text.ts'
import { sheetOf } from './sheet-of.ts'

const formats = fc.constantFrom(
  'General',
  '0.00',
  '#,##0.00',
  'dd-mm-yyyy',
  'd-mmm-yy',
  '0%',
  '0.0%',
)
const values = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('007', '=A1', "'quoted", '1-2-2026', '18%', 'TRUE', ' 5 '),
  fc.integer({ min: 61, max: 2_000_000 }),
  fc.integer({ min: 1, max: 1_000_000_000 }).map((paise) => paise / 100),
  fc.boolean(),
)

test('the text to edit, typed again, gives the same value', () => {
  fc.assert(
    fc.property(values, formats, (value, format) => {
      const text = editText(sheetOf([[value]], {}, format), 0, 0)
      expect(typedCell(text, format).value).toEqual(value)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['a date in day-month-year, however it is shown', 46_296, 'd-mmm-yy', '01-10-2026'],
  ['a rate with its percent sign', 0.18, '0%', '18%'],
  ['all the digits of an amount', 1234.567, '0.00', '1234.567'],
  ['a number kept as text with its apostrophe', '007', 'General', "'007"],
  ['the same in a cell for texts without', '007', '@', '007'],
])('shows %s', (_, value, format, text) => {
  expect(editText(sheetOf([[value]], {}, format), 0, 0)).toBe(text)
})
