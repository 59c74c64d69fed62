// An amendment of entries does all that its table does, with the month they were first reported in, out of two cells. The good
// row amends August 2026.
import type { JsonObject } from '../../../../templates/payload/wire-document.ts'
import { asObject } from '../../../../templates/payload/wire-document.ts'
import type { CellCase, Cells, Golden, SheetCase } from './golden.ts'

export const AUGUST: Cells = { fy: '2026-27', month: 'AUGUST' }

export const monthHeaders = {
  fy: ['Financial Year', 'FY', 'Year'],
  month: ['Original Month', 'Month', 'Original Month/Quarter'],
} as const

/** What holds of every original month. */
export const monthCells: readonly CellCase[] = [
  [{ fy: '' }, ['cell-missing error fy']],
  [{ fy: '2016-17' }, ['financial-year-unknown error fy']],
  [{ fy: 'FY 2026-2027' }, []],
  [{ month: '' }, ['cell-missing error month']],
  [{ month: 'Brumaire' }, ['month-unknown error month']],
  [{ month: 'Jul-Sep' }, []],
  [{ month: 'SEPTEMBER' }, []],
  [{ month: 'OCTOBER' }, ['original-not-earlier error fy,month']],
  // January belongs to the year's second half.
  [{ month: 'JANUARY' }, ['original-not-earlier error fy,month']],
  [{ fy: '2025-26', month: 'JANUARY' }, []],
]

/** What a year's entries can be amended up to: October after it. Tables 14 and 15 are younger than the next limit. */
export const limitCells: readonly CellCase[] = [
  [{ fy: '2025-26', month: 'APRIL' }, []],
  [{ fy: '2024-25', month: 'MARCH' }, ['amendment-too-late warning fy,month']],
  [{ fy: '2024-25', month: 'MARCH' }, [], { period: '102025' }],
]

/** Rates and cess are those of the month that is amended. */
export const rateCells: readonly CellCase[] = [
  [{ rt: 12, fy: '2025-26', month: 'SEPTEMBER' }, []],
  [{ rt: 12, fy: '2025-26', month: 'OCTOBER' }, ['rate-out-of-period warning rt']],
  [{ csamt: 5, fy: '2025-26', month: 'SEPTEMBER' }, []],
  [{ csamt: 5, fy: '2025-26', month: 'OCTOBER' }, ['cess-after-its-end warning csamt']],
]

/** Place of supply 25 was retired while these tables existed. */
export const retiredCell: CellCase = [
  { pos: '25', fy: '2019-20', month: 'DECEMBER' },
  [],
  { period: '012020' },
]

interface Its {
  readonly table: string
  readonly section: string
  readonly sheets: readonly string[]
  readonly title: string
  readonly headers: Golden['headers']
  readonly cells: readonly CellCase[]
}

const entry = (json: JsonObject): JsonObject => ({ ...json, omon: '082026' })

/** Of a table whose key is the place of supply. */
export function amendedEntries(of: Golden, its: Its): Golden {
  const row = (cells: Cells): Cells => ({ ...AUGUST, ...cells })
  const list = (payload: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(payload).map(([name, entries]) => [
        `${name}a`,
        Array.isArray(entries) ? entries.map((one) => entry(asObject(one))) : [],
      ]),
    )
  const rowCase = ({ gives, ...one }: SheetCase): SheetCase => ({
    ...one,
    rows: one.rows.map(row),
    gives: {
      ...gives,
      keys: gives.keys.map((key) => `2026-27|08|${key}`),
      ...(gives.problems && {
        problems: gives.problems.map((told) => told.replaceAll(/\bpos@/g, 'fy,month,pos@')),
      }),
      ...(gives.json && { json: list(gives.json) }),
      ...(gives.back && { back: gives.back.map(row) }),
    },
  })
  return {
    ...of,
    ...its,
    good: row(of.good),
    cases: [
      ...of.cases.map(rowCase),
      {
        shows: 'each month is an entry of its own, and goes back into its two cells',
        rows: [row(of.good), { ...of.good, fy: 'FY 2025-26', month: 'Mar' }],
        gives: {
          keys: ['2026-27|08|29', '2025-26|03|29'],
          back: [row(of.good), { ...of.good, fy: '2025-26', month: 'MARCH' }],
        },
      },
    ],
    cells: [
      ...of.cells.filter(([, , setting]) => setting?.period === undefined),
      ...monthCells,
      ...limitCells,
      ...rateCells,
      retiredCell,
      ...its.cells,
    ],
    portal: { holds: list(of.portal.holds), back: of.portal.back.map(row) },
    template: { ...of.template, title: its.title },
    refused: {
      ...of.refused,
      reports: of.refused.reports.map((report) => (error) => list(report(error))),
    },
  }
}
