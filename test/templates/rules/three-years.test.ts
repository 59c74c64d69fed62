// A return is barred three years after it was due, and that is told two months ahead.
import { expect, test } from 'vitest'
import type { Period } from '../../../templates/identifiers.ts'
import { lastDayToFile, threeYears } from '../../../templates/rules/three-years.ts'
import { missingFacts } from '../problems/missing-facts.ts'

test.each([
  ['092022', 'monthly', '2025-10-11'],
  ['122022', 'monthly', '2026-01-11'],
  ['092022', 'quarterly', '2025-10-13'],
  // What the months of a quarter furnish is part of its return.
  ['072022', 'quarterly', '2025-10-13'],
  ['122023', 'quarterly', '2027-01-13'],
] as const)('%s, filed %s, until %s', (period, filing, last) => {
  expect(lastDayToFile(period as Period, filing)).toBe(last)
})

test.each([
  ['2025-08-11', undefined],
  ['2025-08-12', 'return-nears-three-years warning'],
  ['2025-10-11', 'return-nears-three-years warning'],
  ['2025-10-12', 'return-over-three-years error'],
])('on %s September 2022 is %s', (today, told) => {
  const problem = threeYears('092022' as Period, 'monthly', today)
  expect(problem && `${problem.code} ${problem.severity}`).toBe(told)
  expect(problem === undefined ? [] : missingFacts(problem)).toEqual([])
})
