// Amounts, periods and times as the pane writes and reads them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Totals } from '../../../agent/http/outputs/check.ts'
import { sideWords } from '../../../addin/views/amounts-words.ts'
import { count, counted, figure, inRupees, paiseOf } from '../../../addin/ui/amounts.ts'
import {
  clockTime,
  countdown,
  dayAndTime,
  dayName,
  elapsed,
  lastMonth,
  periodName,
  periodOf,
} from '../../../addin/ui/dates.ts'
import type { Paise, Period } from '../../../templates/identifiers.ts'

describe('what a side holds', () => {
  const side = (count: number, txval: number, iamt: number): Totals => ({
    count,
    txval: txval as Paise,
    iamt: iamt as Paise,
    camt: 0 as Paise,
    samt: 0 as Paise,
    csamt: 0 as Paise,
  })

  test.each([
    ['a document', side(1, 1000_00, 180_00), '₹1,000.00, tax ₹180.00'],
    ['a series of documents issued', side(20, 0, 0), '20 documents'],
    ['several that come to nothing but tax', side(2, 0, 180_00), '₹0.00, tax ₹180.00'],
    ['a document of no value', side(1, 0, 0), '₹0.00, tax ₹0.00'],
  ])('%s', (_, totals, words) => {
    expect(sideWords(totals)).toBe(words)
  })

  test('the tax can be left out, where it does not differ', () => {
    expect(sideWords(side(1, 1000_00, 180_00), false)).toBe('₹1,000.00')
    expect(sideWords(side(20, 0, 0), false)).toBe('20 documents')
  })
})

describe('amounts', () => {
  test('are grouped the Indian way, with two decimals and a real minus', () => {
    expect(inRupees(1_23_456_78 as Paise)).toBe('₹1,23,456.78')
    expect(inRupees(-500 as Paise)).toBe('−₹5.00')
    expect(figure(-1_00_00_000_05 as Paise)).toBe('−1,00,00,000.05')
    expect(count(100_000)).toBe('1,00,000')
    expect(count(-2)).toBe('−2')
    expect(counted(1, 'row')).toBe('1 row')
    expect(counted(1204, 'row')).toBe('1,204 rows')
  })

  test('what was written is read back, to the paisa', () => {
    const upTo = 9_999_999_999_999_99
    fc.assert(
      fc.property(fc.integer({ min: 0, max: upTo }), (paise) => {
        expect(paiseOf(inRupees(paise as Paise))).toBe(paise)
      }),
    )
  })

  test.each([
    ['0', 0],
    ['12.5', 1250],
    ['₹ 1,20,00,000', 1_20_00_000_00],
    [' 7. ', 700],
  ])('%j is an amount', (typed, paise) => expect(paiseOf(typed)).toBe(paise))

  test.each(['', '-5', '1.234', '12 lakh', '1e5', '.5', '12345678901234'])('%j is none', (typed) =>
    expect(paiseOf(typed)).toBeUndefined(),
  )
})

describe('dates', () => {
  test('the month before January is December of the year before', () => {
    expect(lastMonth(new Date(2026, 0, 11).getTime())).toEqual({ month: 12, year: 2025 })
    expect(lastMonth(new Date(2025, 6, 9).getTime())).toEqual({ month: 6, year: 2025 })
  })

  test('there is no period before GST', () => {
    expect(periodOf(7, 2017)).toBe('072017')
    expect(periodOf(6, 2017)).toBeUndefined()
  })

  test('read as people say them', () => {
    expect(periodName('062025' as Period)).toBe('June 2025')
    expect(dayName('2025-07-11')).toBe('11 July 2025')
    expect(dayAndTime(new Date(2025, 6, 9, 0, 5).toISOString())).toBe('9 July 2025, 00:05')
    expect(clockTime(new Date(2025, 6, 9, 0, 5).toISOString())).toBe('00:05')
  })

  test('elapsed and remaining time never go below nothing', () => {
    const now = Date.parse('2025-07-09T10:32:00.000Z')
    expect(elapsed('2025-07-09T10:30:55.000Z', now)).toBe('1:05')
    expect(elapsed('2025-07-09T10:33:00.000Z', now)).toBe('0:00')
    expect(countdown('2025-07-09T10:32:12.000Z', now)).toBe('in 12 s')
    expect(countdown('2025-07-09T10:37:00.000Z', now)).toBe('in 5 min')
    expect(countdown('2025-07-09T10:31:00.000Z', now)).toBe('now')
  })
})
