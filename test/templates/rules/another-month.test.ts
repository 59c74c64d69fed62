// Whoever reads the workbook of one month as the return of another is told so once, and not only at every row.
import { expect, test } from 'vitest'
import { serialOf } from '../../../templates/columns/date.ts'
import { monthOf } from '../../../templates/identifiers.ts'
import { anotherMonth } from '../../../templates/rules/another-month.ts'
import { contextOf, line, readRows } from '../b2b-sheet.ts'
import { missingFacts } from '../problems/missing-facts.ts'

/** What is told of a sheet with so many invoices of each day, read as the return of `period`. */
function told(period: string, days: Readonly<Record<string, number>>) {
  const context = contextOf(period)
  const dates = Object.entries(days).flatMap(([day, count]) => Array<string>(count).fill(day))
  const rows = dates.map((day, i) => line({ idt: serialOf(day), inum: `A-${i}` }))
  const problem = anotherMonth([readRows(rows, context)], context.period)
  expect(problem === undefined ? [] : missingFacts(problem)).toEqual([])
  return problem && { severity: problem.severity, ...problem.facts }
}

test('most are of an earlier month: late they may be, so it is a doubt', () => {
  expect(told('102026', { '2026-09-30': 6, '2026-10-01': 3, '2026-08-01': 2 })).toEqual({
    severity: 'warning',
    found: '2026-09',
    month: monthOf('102026'),
    count: 6,
    of: 11,
  })
})

test('most are older than eighteen months', () => {
  expect(told('102026', { '2024-10-05': 6, '2026-10-01': 3 })).toMatchObject({ found: '2024-10' })
})

test('most are of a later month: none of them can be sent', () => {
  expect(told('092026', { '2026-10-05': 6, '2026-09-01': 3 })).toEqual({
    severity: 'error',
    found: '2026-10',
    month: monthOf('092026'),
    count: 6,
    of: 9,
  })
})

test.each([
  ['half of them', { '2026-09-30': 6, '2026-10-01': 6 }],
  ['a handful', { '2026-09-30': 4 }],
  ['several months, none with most', { '2026-09-30': 5, '2026-08-30': 5, '2026-10-01': 1 }],
  ['none', { '2026-10-01': 9 }],
  ['no documents', {}],
])('%s are only late', (_what, days) => {
  expect(told('102026', days)).toBeUndefined()
})
