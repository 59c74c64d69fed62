// Amounts and rates as they arrive (quirks 8–11, 24, 25, 28): what is stored counts, and every reading of a text is told.
import { describe, expect, test } from 'vitest'
import { amount } from '../../../templates/columns/amount.ts'
import { percent } from '../../../templates/columns/percent.ts'
import { rate } from '../../../templates/columns/rate.ts'
import { readCell } from './read-cell.ts'

const taxable = amount({ digits: 11 })
const signed = amount({ digits: 11, signed: true })

describe('an amount', () => {
  test('is what the cell holds, not what it shows', () => {
    expect(readCell(taxable, 12_345_678.5, '#,##0.00')).toMatchObject({
      value: 1_234_567_850,
      told: [],
    })
  })

  test.each(['#,##0', '0', '₹ #,##0', '#,##0;[Red]-#,##0', '_ * #,##0_ ', '[$₹-4009] #,##0.0'])(
    'that %s shows without its paise is sent with them, and told',
    (format) => {
      expect(readCell(taxable, 83_316.66, format)).toMatchObject({
        value: 8_331_666,
        told: ['warning amount-shown-rounded'],
      })
    },
  )

  test.each([
    ['0.00', 83_316.66],
    ['General', 83_316.66],
    ['#,##0.0', 83_316.5],
    ['#,##0', 83_316],
    ['@', 83_316.66],
  ])('under %s hides nothing of %d', (format, cell) => {
    expect(readCell(taxable, cell, format).told).toEqual([])
  })

  test.each([
    ['1,23,456.50', 12_345_650],
    ['123,456.50', 12_345_650],
    ['1 23 456.50', 12_345_650],
    ['₹ 500', 50_000],
    ['₹1,000/-', 100_000],
    ['Rs. 20', 2_000],
    ['Rs 20.5', 2_050],
    ['INR 20', 2_000],
    ['100 Cr', 10_000],
    ['100 Dr.', 10_000],
    ['+5', 500],
    ['.5', 50],
  ])('text %s is read, and told', (cell, value) => {
    expect(readCell(taxable, cell)).toMatchObject({ value, told: ['note amount-from-text'] })
  })

  test('plain digits as text need no word', () => {
    for (const cell of ['1500.25', ' 1500.25 ', "'1500.25"]) {
      expect(readCell(taxable, cell)).toMatchObject({ value: 150_025, told: [] })
    }
  })

  test.each([
    '1,5',
    '1.234,56',
    '12,34',
    '1,,000',
    '12 34',
    'abc',
    '1e5',
    '--5',
    '(-5)',
    '5 5',
    true,
    '10%',
  ])('text %s is no amount', (cell) => {
    expect(readCell(signed, cell)).toMatchObject({
      value: undefined,
      told: ['error amount-not-a-number'],
    })
  })

  test('a number that JSON cannot hold is none', () => {
    expect(readCell(taxable, JSON.parse('1e400')).told).toEqual(['error amount-not-a-number'])
  })

  test.each([-5, '-5', '(75.00)', '₹ -5', '-₹5'])(
    'negative %s is refused where the table takes none',
    (cell) => {
      expect(readCell(taxable, cell)).toMatchObject({
        value: undefined,
        told: ['error amount-negative'],
      })
      expect(Number(readCell(signed, cell).value)).toBeLessThan(0)
    },
  )

  test('three decimals are rounded half-up, and told; noise is only noise', () => {
    expect(readCell(taxable, 1.005)).toMatchObject({ value: 101, told: ['warning amount-rounded'] })
    expect(readCell(taxable, 0.1 + 0.2)).toMatchObject({ value: 30, told: [] })
  })

  test('eleven digits are taken, twelve are not', () => {
    expect(readCell(taxable, 99_999_999_999.99)).toMatchObject({
      value: 9_999_999_999_999,
      told: [],
    })
    expect(readCell(taxable, 100_000_000_000).told).toEqual(['error amount-too-large'])
    expect(readCell(amount({ digits: 13 }), 9_999_999_999_999.99).told).toEqual([])
  })
})

describe('a rate', () => {
  test.each([
    [18, 'General'],
    ['18', '@'],
    ['18%', '@'],
    ['18 %', '@'],
    ['18.00', '@'],
    [0.18, '0%'],
    [0.18, '0.00%'],
    [18, '0"%"'],
    [18, '0\\%'],
  ])('%s under %s is 18 %%', (cell, format) => {
    expect(readCell(rate, cell, format)).toMatchObject({ value: 1800, told: [] })
  })

  test.each([
    [0.18, 1800],
    [0.05, 500],
    [0.28, 2800],
    [0.12, 1200],
    ['0.18', 1800],
  ])('a bare %s is a fraction, as marketplaces write it, and told', (cell, value) => {
    expect(readCell(rate, cell)).toMatchObject({ value, told: ['note rate-from-fraction'] })
  })

  test.each([
    [0.25, 25],
    [0.1, 10],
    [1.5, 150],
    [0, 0],
    [40, 4000],
  ])('%d is a rate in its own right', (cell, value) => {
    expect(readCell(rate, cell)).toMatchObject({ value, told: [] })
  })

  test.each([
    ['0.4, which may be 40 % or a mistake', 0.4, 'General'],
    ['0.03, likewise', 0.03, 'General'],
    ['25 %, though 0.25 is a rate', 0.25, '0%'],
    ['100 %, though 1 is a rate', 1, '0%'],
    ['1800 %', 18, '0%'],
    ['something near 18', 18.001, 'General'],
    ['something near 18 as text', '18.001', '@'],
    ['a fraction of a percent', '0.18%', '@'],
    ['words', 'Exempt', '@'],
    ['a negative', -18, 'General'],
  ])('%s is refused', (_what, cell, format) => {
    expect(readCell(rate, cell, format)).toMatchObject({
      value: undefined,
      told: ['error rate-unknown'],
    })
  })
})

test.each([
  [9, 'General', 18],
  ['9%', '@', 18],
  [0.09, '0%', 18],
  [2.5, 'General', 5],
])(
  '%s under %s is half of a rate: it is refused, and the whole one offered',
  (cell, format, whole) => {
    expect(readCell(rate, cell, format)).toMatchObject({
      value: undefined,
      told: ['error rate-is-half'],
      facts: { whole },
    })
  },
)

describe('the applicable percentage', () => {
  test.each([65, '65', '65.00', '65%', '65 %', 0.65])('%s is 65', (cell) => {
    expect(readCell(percent, cell)).toMatchObject({ value: 65, told: [] })
  })

  test.each([100, '100', '100.00', '100%', 1])('%s is the whole tax', (cell) => {
    expect(readCell(percent, cell)).toMatchObject({ value: 100, told: [] })
  })

  test.each([50, 'sixty-five', '65.5'])('%s is refused', (cell) => {
    expect(readCell(percent, cell).told).toEqual(['error percent-unknown'])
  })
})
