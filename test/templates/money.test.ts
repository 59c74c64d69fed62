// Money is whole paise, and every rounding is decimal half-up: accepted returns say so.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Paise } from '../../templates/identifiers.ts'
import { RATES } from '../../templates/lists/rates.ts'
import { formatRupees, hasHiddenDecimals, paise, rupees, taxOf } from '../../templates/money.ts'

/** The largest amounts the wire takes: 13 digits before the point. */
const anAmount = fc
  .integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })
  .map((whole) => (whole + 0) as Paise)
const aRate = fc.constantFrom(...RATES.map(({ rate }) => rate))

describe('rupees become paise', () => {
  test.each([
    [0, 0],
    [0.29, 29],
    [1.005, 101],
    [1.115, 112],
    [8.345, 835],
    [2.675, 268],
    [1.0049, 100],
    [-1.005, -101],
    [-0.004, 0],
    [0.1 + 0.2, 30],
    [1.15 * 100.3, 11535], // 115.345 in decimal, 115.34499999999998 as a double
    [99_999_999_999.99, 9_999_999_999_999],
    [9_999_999_999_999.99, 999_999_999_999_999],
    [1e-7, 0],
  ])('₹ %d is %i paise', (amount, expected) => {
    expect(paise(amount)).toBe(expected)
  })

  test('what the wire carries comes back to the paisa, up to 13 digits', () => {
    fc.assert(fc.property(anAmount, (amount) => paise(rupees(amount)) === amount))
  })

  test('a paisa at most is lost, and never -0 made', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (amount) => {
        expect(Math.abs(paise(amount) - amount * 100)).toBeLessThanOrEqual(0.5 + 1e-4)
        expect(Object.is(paise(amount), -0)).toBe(false)
      }),
    )
  })

  test('a third decimal is seen, floating-point noise is not', () => {
    expect([1.005, 0.001, 123_456_789.125].map(hasHiddenDecimals)).toEqual([true, true, true])
    const exact = [0.1 + 0.2, 1.1 * 3, 99_999_999_999.99, 9_999_999_999_999.99, 0]
    expect(exact.map(hasHiddenDecimals)).toEqual([false, false, false, false, false])
  })
})

describe('tax', () => {
  test.each([
    ['18 % of ₹50,000', 5_000_000, 1800, 1, 100, 900_000],
    ['half of 5 % of ₹10,000', 1_000_000, 500, 2, 100, 25_000],
    ['half of 5 % of ₹0.20, a tie', 20, 500, 2, 100, 1],
    ['0.25 % of ₹2, a tie', 200, 25, 1, 100, 1],
    ['half of 12 % of ₹48,210.50', 4_821_050, 1200, 2, 100, 289_263],
    ['28 % at 65 % of ₹1,000', 100_000, 2800, 1, 65, 18_200],
    ['0 % of anything', 123_456, 0, 1, 100, 0],
  ] as const)('%s', (_what, amount, rate, part, percent, expected) => {
    expect(taxOf(amount as Paise, rate, part, percent)).toBe(expected)
  })

  test('equals exact arithmetic for every rate and amount', () => {
    fc.assert(
      fc.property(
        anAmount,
        aRate,
        fc.constantFrom(1 as const, 2 as const),
        fc.constantFrom(65, 100),
        (amount, rate, part, percent) => {
          const divisor = 1_000_000n * BigInt(part)
          const product = BigInt(Math.abs(amount)) * BigInt(rate) * BigInt(percent)
          const size = Number((product * 2n + divisor) / (divisor * 2n))
          expect(taxOf(amount, rate, part, percent)).toBe(amount < 0 ? 0 - size : size)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('of a reduction is the reduction of the tax', () => {
    fc.assert(
      fc.property(anAmount, aRate, (amount, rate) => {
        const back = taxOf((0 - amount) as Paise, rate, 2, 100)
        expect(back).toBe(0 - taxOf(amount, rate, 2, 100))
      }),
    )
  })
})

describe('rupees for people', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [99_999, '999.99'],
    [100_000, '1,000.00'],
    [12_345_678, '1,23,456.78'],
    [9_999_999_999_999, '99,99,99,99,999.99'],
    [-1_050, '-10.50'],
  ])('%i paise is %s', (amount, text) => {
    expect(formatRupees(amount)).toBe(text)
  })

  test('only commas are added', () => {
    fc.assert(
      fc.property(anAmount, (amount) => {
        expect(Math.round(Number(formatRupees(amount).replace(/,/g, '')) * 100)).toBe(amount)
      }),
    )
  })
})
