// What a quarterly filer furnishes by the month may come to fifty lakh rupees; more is told, since it is the portal's to refuse.
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { iffLimit } from '../../../templates/rules/iff-limit.ts'
import { b2b, b2ba } from '../../../templates/tables/b2b.ts'
import { cdnr } from '../../../templates/tables/cdnr.ts'
import type { Context } from '../../../templates/tables/table.ts'
import { contextOf, NEIGHBOUR } from '../b2b-sheet.ts'
import { missingFacts } from '../problems/missing-facts.ts'
import { tableSheet } from '../table-sheet.ts'

const home = { ctin: NEIGHBOUR, pos: '29-Karnataka', inv_typ: 'Regular B2B', rchrg: 'N', rt: 18 }
const dated = { idt: '09-Oct-2026', nt_dt: '09-Oct-2026', oidt: '09-Sep-2026' }
const invoices = tableSheet(b2b, { ...home, ...dated, val: 1 })
const notes = tableSheet(cdnr, { ...home, ...dated, ntty: 'C', val: 1 })
const amended = tableSheet(b2ba, {
  ...home,
  ...dated,
  idt: '09-Sep-2026',
  inum: 'A0',
  oinum: 'A0',
  val: 1,
})

/** Of an invoice each of these taxable values, in rupees; a credit note, where it is below zero. */
function told(values: readonly number[], { period = '102026', filing = 'quarterly' } = {}) {
  const context: Context = {
    ...contextOf(period),
    taxpayer: { sez: false, filing: filing === 'quarterly' ? filing : 'monthly' },
  }
  const [given, taken] = [values.filter((value) => value > 0), values.filter((value) => value < 0)]
  const { sheets } = readWorkbook(
    [
      invoices.block(given.map((txval, i) => invoices.line({ inum: `A${i + 1}`, txval }))),
      notes.block(taken.map((txval, i) => notes.line({ nt_num: `C${i + 1}`, txval: -txval }))),
      amended.block([amended.line({ txval: 90_00_000 })]),
    ],
    context,
  )
  const problem = iffLimit(sheets, context)
  expect(problem === undefined ? [] : missingFacts(problem)).toEqual([])
  return problem && { severity: problem.severity, ...problem.facts }
}

test('fifty lakh of taxable value are taken, a paisa more is a doubt', () => {
  expect(told([30_00_000, 20_00_000])).toBeUndefined()
  expect(told([30_00_000, 20_00_000.01])).toEqual({
    severity: 'warning',
    month: '2026-10',
    total: 50_00_000_01,
    limit: 50_00_000_00,
  })
})

test('credit notes take off', () => {
  expect(told([60_00_000, -10_00_000])).toBeUndefined()
})

test.each([
  ['the quarter’s return', { period: '122026' }],
  ['a monthly filer’s', { filing: 'monthly' }],
])('%s has no limit', (_what, of) => {
  expect(told([90_00_000], of)).toBeUndefined()
})
