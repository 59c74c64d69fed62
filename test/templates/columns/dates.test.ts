// Dates as they arrive (quirks 1–5): Excel's day whatever the cell shows, text day first, and no guess between two days.
import { describe, expect, test } from 'vitest'
import { date, serialOf } from '../../../templates/columns/date.ts'
import { readCell } from './read-cell.ts'

const SERIAL = serialOf('2026-10-09')

describe('a date cell', () => {
  test.each([
    ['dd/mmm/yy', SERIAL],
    ['dd-mm-yyyy hh:mm', SERIAL + 0.75],
    ['0', SERIAL],
  ])('shown as %s is its day, without the time', (format, cell) => {
    expect(readCell(date, cell, format)).toMatchObject({ value: '2026-10-09', told: [] })
  })

  test.each([
    [45_931, '2025-10-01'],
    [42_917, '2017-07-01'],
    [45_351, '2024-02-29'],
  ])('number %i of the 1900 system is %s', (cell, day) => {
    expect(readCell(date, cell).value).toBe(day)
  })

  test.each([42_916, 0, -1, 20_261_009, 1e9])('number %d is no day of GST', (cell) => {
    expect(readCell(date, cell)).toMatchObject({
      value: undefined,
      told: ['error date-not-a-date'],
    })
  })
})

describe('a date as text', () => {
  test.each([
    '9-Oct-2026',
    '09-OCT-26',
    '09/oct/2026',
    '9 October 2026',
    '09-October-2026',
    "'09-Oct-2026",
    '2026-10-09',
    '2026-10-09T00:00:00',
    '9-Oct-2026 10:30:00 AM',
    '\u200b9-Oct-2026\u200e',
  ])('%s is clear', (cell) => {
    expect(readCell(date, cell)).toMatchObject({ value: '2026-10-09', told: [] })
  })

  test('Sept is September', () => {
    expect(readCell(date, '9-Sept-2026').value).toBe('2026-09-09')
  })

  test.each([
    ['14-07-2026', '2026-07-14'],
    ['14/07/26', '2026-07-14'],
    ['14.07.2026', '2026-07-14'],
    ['09/09/2026', '2026-09-09'],
    ['14-07-2026 00:00', '2026-07-14'],
    ['14/07/2026 12:00:00 AM', '2026-07-14'],
    ['14/07/2026 23:59:59.999', '2026-07-14'],
  ])('%s is read day first, and told', (cell, day) => {
    expect(readCell(date, cell)).toMatchObject({ value: day, told: ['note date-from-text'] })
  })

  test('09/11/2025 might be two days, so it is refused with both', () => {
    const { value, told, facts } = readCell(date, '09/11/2025')
    expect({ value, told }).toEqual({ value: undefined, told: ['error date-two-ways'] })
    expect(facts).toMatchObject({ dayFirst: '2025-11-09', monthFirst: '2025-09-11' })
  })

  test.each([
    ['10/11/2026', 'after the return’s month', undefined],
    ['01/11/2026', 'after the return’s month', undefined],
    ['11/10/2026', '10 November is to come', '2026-10-11'],
    ['08/07/2017', '7 August and 8 July are both possible', undefined],
    ['05/07/2017', '7 May is before GST', '2017-07-05'],
  ])('%s in the October return: %s', (cell, _why, day) => {
    expect(readCell(date, cell).value).toBe(day)
  })

  test.each([
    '14-Jly-2025',
    '14-Junk-2025',
    '31-Sep-2025',
    '2025-02-30',
    '29-02-2025',
    '07-14-2025',
    '14-Jul-2015',
    '14-07-2015',
    '2015-07-14',
    '14-Jul-3025',
    'yesterday',
    '14 Jul',
  ])('%s is none', (cell) => {
    expect(readCell(date, cell)).toMatchObject({
      value: undefined,
      told: ['error date-not-a-date'],
    })
  })
})
