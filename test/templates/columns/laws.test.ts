// What every kind of cell promises: nothing is lost on the way to the sheet or to the wire and back, and no text is slow.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount } from '../../../templates/columns/amount.ts'
import { serialOf } from '../../../templates/columns/date.ts'
import type { Kind, Value } from '../../../templates/columns/kind.ts'
import { STATES } from '../../../templates/lists/states.ts'
import { RATES } from '../../../templates/lists/rates.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { aDocumentNumber, aGstin } from '../b2b-sheet.ts'
import { readCell } from './read-cell.ts'

const kinds: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(b2b.columns.map(({ kind }) => [kind.name, kind])),
  'signed amount': amount({ digits: 11, signed: true }),
}

const VALUES: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  gstin: aGstin,
  text: fc.string(),
  'document-number': aDocumentNumber,
  date: fc
    .integer({ min: serialOf('2017-07-01'), max: serialOf('2099-12-31') })
    .map((serial) => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)),
  amount: fc.integer({ min: 0, max: 9_999_999_999_999 }),
  'signed amount': fc
    .integer({ min: -9_999_999_999_999, max: 9_999_999_999_999 })
    .map((n) => n + 0),
  pos: fc.constantFrom(...STATES.map(({ code }) => code), '96'),
  'yes-no': fc.constantFrom('Y', 'N'),
  percent: fc.constantFrom(65),
  'invoice-type': fc.constantFrom('R', 'SEWP', 'SEWOP', 'DE', 'CBW'),
  rate: fc.constantFrom(...RATES.map(({ rate }) => rate)),
}

test('every kind of b2b is held to these laws', () => {
  expect(Object.keys(VALUES).sort()).toEqual(Object.keys(kinds).sort())
})

describe.each(Object.entries(kinds))('%s', (name, kind) => {
  const values = VALUES[name] ?? fc.constant('')

  test('a value written to a sheet in our format reads as itself, without a word', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(readCell(kind, kind.write(value), kind.numberFormat)).toEqual({
          value,
          told: [],
          facts: {},
        })
      }),
    )
  })

  test('a value comes back from the wire as itself, through JSON', () => {
    fc.assert(
      fc.property(values, (value) => {
        const json: unknown = JSON.parse(JSON.stringify(kind.toWire(value)))
        expect(kind.fromWire(json)).toBe(value)
      }),
    )
  })

  test('whatever a cell holds, the answer is a value or one error', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.boolean(),
    )
    fc.assert(
      fc.property(cell, fc.constantFrom('General', '@', '0%', '#,##0'), (found, format) => {
        const { value, told } = readCell(kind, found, format)
        const errors = told.filter((line) => line.startsWith('error'))
        expect(errors).toHaveLength(value === undefined ? 1 : 0)
      }),
    )
  })

  test.each(['1', ' ', '-', '1,', 'A', '1 ', '(', '9 Jul', '29-', '%', "'"])(
    '50,000 characters of “%s” take no time',
    (unit) => {
      const text = `1${unit.repeat(50_000 / unit.length)}x`
      const times = [1, 2, 3].map(() => {
        const before = performance.now()
        readCell(kind, text)
        return performance.now() - before
      })
      expect(Math.min(...times)).toBeLessThan(50)
    },
  )
})

describe('from the portal, amounts and rates may be texts', () => {
  test.each([
    ['amount', '1180.50', 118_050],
    ['amount', '', undefined],
    ['amount', ' ', undefined],
    ['amount', 'abc', undefined],
    ['rate', '18', 1800],
    ['rate', '', undefined],
    ['percent', '0.65', 65],
    ['pos', 7, '07'],
    ['date', '2026-10-09', undefined],
  ])('%s %s', (name, json, value) => {
    expect(kinds[name]?.fromWire(json)).toBe(value)
  })
})
