// The month that is amended: a financial year and a month, which are one member on the wire.
import { describe, expect, test } from 'vitest'
import { financialYear } from '../../../templates/columns/financial-year.ts'
import { month } from '../../../templates/columns/month.ts'
import { periodIn } from '../../../templates/financial-year.ts'
import { readCell } from './read-cell.ts'

describe('a financial year', () => {
  test.each(['2026-27', 'FY 2026-27', '2026-2027', '2026/27', ' 2026 - 27 ', 'fy2026–27'])(
    '%s is one',
    (cell) => {
      expect(readCell(financialYear, cell)).toMatchObject({ value: '2026-27', told: [] })
    },
  )

  test.each(['2016-17', '2026-28', '2026', 2026, '26-27', '2026-26', 'this year', 46304])(
    '%s is none',
    (cell) => {
      expect(readCell(financialYear, cell)).toMatchObject({
        value: undefined,
        told: ['error financial-year-unknown'],
      })
    },
  )

  test('of 2099 ends in 00', () => {
    expect(readCell(financialYear, '2099-00')).toMatchObject({ value: '2099-00' })
  })
})

describe('a month', () => {
  test.each([
    ['JULY', '07'],
    ['July', '07'],
    ['jul', '07'],
    ['Sept', '09'],
    ['07', '07'],
    ['Apr-Jun', '06'],
    ['April - June', '06'],
    ['Jan-Mar', '03'],
  ])('%s is %s; a quarter goes by its last month', (cell, code) => {
    expect(readCell(month, cell)).toMatchObject({ value: code, told: [] })
  })

  test.each(['Jul-25', 'July 2025', "jul'25"])(
    '%s is July; its year is told to be left',
    (cell) => {
      expect(readCell(month, cell)).toMatchObject({
        value: '07',
        told: ['warning month-with-year'],
      })
    },
  )

  test.each([7, -5, 'Jly-25', 46204, 'Q1', ''])('%s is none', (cell) => {
    expect(readCell(month, cell)).toMatchObject({ value: undefined })
  })
})

describe('on the wire', () => {
  test.each([
    ['2026-27', '04', '042026'],
    ['2026-27', '12', '122026'],
    ['2026-27', '01', '012027'],
    ['2026-27', '03', '032027'],
    ['2017-18', '07', '072017'],
  ])('%s and %s are %s, and come apart again', (year, code, wire) => {
    expect(periodIn(year, code)).toBe(wire)
    expect([financialYear.fromWire(wire), month.fromWire(wire)]).toEqual([year, code])
  })

  test.each(['132026', '2026-07', '72026', 72026, undefined])('%s is no month', (json) => {
    expect([financialYear.fromWire(json), month.fromWire(json)]).toEqual([undefined, undefined])
  })
})
