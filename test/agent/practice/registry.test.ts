import { describe, expect, test } from 'vitest'
import {
  dayOf,
  financialYearOf,
  indianDay,
  monthsBeforeEndOf,
} from '../../../agent/portal/practice/dates.ts'
import { isOperator, isTaxpayer } from '../../../agent/portal/practice/gstin.ts'
import {
  inactiveBuyers,
  sezUnits,
  withoutApiAccess,
} from '../../../agent/portal/practice/registry-data.ts'

describe('registration numbers', () => {
  test('in the registry are all well-formed', () => {
    expect(inactiveBuyers.length).toBeGreaterThan(0)
    for (const number of [...inactiveBuyers, ...sezUnits, ...withoutApiAccess]) {
      expect([number, isTaxpayer(number)]).toEqual([number, true])
    }
  })

  test('hold with any one character wrong, or two neighbours swapped, no more', () => {
    const right = '27AAHCM7310P1Z1'
    expect(isTaxpayer(right)).toBe(true)
    expect(isTaxpayer(right.toLowerCase())).toBe(true)
    for (let place = 0; place < 15; place += 1) {
      const other = right.charAt(place) === '2' ? '3' : '2'
      expect(isTaxpayer(right.slice(0, place) + other + right.slice(place + 1))).toBe(false)
    }
    expect(isTaxpayer('72AAHCM7310P1Z1')).toBe(false)
  })

  test('of an operator have a C in the fourteenth place, which no plain taxpayer need have', () => {
    expect(isOperator('29AAECE7731J1CM')).toBe(true)
    expect(isOperator('29AAECE7731J2ZA')).toBe(false)
  })
})

describe('the calendar', () => {
  test.each([
    ['29-02-2024', '2024-02-29'],
    ['29-02-2025', undefined],
    ['31-04-2025', undefined],
    ['1-4-2025', undefined],
    ['01-04-2025-', undefined],
    ['2025-04-01', undefined],
  ])('reads %s as %s', (text, day) => {
    expect(dayOf(text)).toBe(day)
  })

  test('counts 18 months back from the end of a period, to the last day a month has', () => {
    expect(monthsBeforeEndOf('072025', 18)).toBe('2024-01-31')
    expect(monthsBeforeEndOf('022025', 18)).toBe('2023-08-28')
    expect(monthsBeforeEndOf('082025', 18)).toBe('2024-02-29')
  })

  test('begins a day when India does, and a financial year in April', () => {
    expect(indianDay(Date.parse('2025-08-10T18:29:59Z'))).toBe('2025-08-10')
    expect(indianDay(Date.parse('2025-08-10T18:30:00Z'))).toBe('2025-08-11')
    expect([financialYearOf('032025'), financialYearOf('042025')]).toEqual(['2024-25', '2025-26'])
    expect(financialYearOf('121999')).toBe('1999-00')
  })
})
