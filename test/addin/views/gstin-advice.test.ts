// A GSTIN is judged while it is typed, and what is wrong with it is named.
import { expect, test } from 'vitest'
import { gstinAdvice } from '../../../addin/views/connect/gstin-advice.ts'

test.each([
  ['27AAPFU0939F1ZV', undefined],
  ['27AAPFU0939F1', undefined],
  ['27AAPFUO939F1ZV', /two digits of the state/],
  ['72AAPFU0939F1ZV', /No state has the code 72/],
  ['27AAPFU0939F1ZX', /check character does not fit/],
])('%s', (typed, wrong) => {
  expect(gstinAdvice(typed).wrong ?? '').toMatch(wrong ?? /^$/)
})
