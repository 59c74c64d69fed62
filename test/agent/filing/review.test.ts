// The review of sections whose summary is not a count and five amounts, or comes in parts.
import { describe, expect, test } from 'vitest'
import { reviewOf } from '../../../agent/filing/review.ts'
import { snapshotOf, wireOf } from '../../../agent/filing/snapshot.ts'
import type { Cell } from '../../../templates/block.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { docs } from '../../../templates/tables/docs.ts'
import { exemp } from '../../../templates/tables/exemp.ts'
import { hsnB2b, hsnB2c } from '../../../templates/tables/hsn.ts'
import type { Table } from '../../../templates/tables/table.ts'
import type { SectionSummary } from '../../../templates/wire/answers.ts'
import { block, PERIOD, TAXPAYER } from '../../sheets.ts'

type Entry = Omit<SectionSummary, 'chksum'>

function review(
  sheets: readonly (readonly [Table, readonly (readonly Cell[])[]])[],
  entries: readonly Entry[],
) {
  const blocks = sheets.map(([table, rows]) =>
    block([table.columns.map(({ header }) => header), ...rows], table.sheets[0]),
  )
  const context = { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }
  const reading = readWorkbook(blocks, context)
  const snapshot = snapshotOf(reading, wireOf(reading))
  const summary = {
    gstin: TAXPAYER.gstin,
    ret_period: PERIOD,
    chksum: 'x',
    newSumFlag: true as const,
    sec_sum: entries.map((entry) => ({ ...entry, chksum: 'x' })),
  }
  const both = { snapshot, portal: { base: [], theirs: [] }, refused: new Set<string>() }
  return reviewOf(summary, both, { takenAt: '', heldBack: [] })
}

describe('nil ties by the sum of its three amounts', () => {
  const rows = [
    ['Inter-State supplies to registered persons', 100.05, 20, 3],
    ['Intra-State supplies to registered persons', -0.05, 0, 0],
  ]
  const entry = { sec_nm: 'NIL', ttl_rec: 2, ttl_nilsup_amt: '100.00', ttl_ngsup_amt: 3 }

  test('to the paisa', () => {
    const { ties, rows: compared } = review([[exemp, rows]], [{ ...entry, ttl_expt_amt: '20' }])
    expect(compared).toMatchObject([{ section: 'nil', portal: { count: 0, txval: 12_300 } }])
    expect(ties).toBe(true)
  })

  test('however the portal counts entries of zero', () => {
    const zero = ['Intra-State supplies to unregistered persons', '', '', '']
    const entries = [{ ...entry, ttl_rec: 4, ttl_expt_amt: '20' }]
    expect(review([[exemp, [...rows, zero]]], entries).ties).toBe(true)
  })

  test('and is shown where only the portal has it', () => {
    const { rows: compared, ties } = review([], [entry])
    expect(compared).toMatchObject([{ section: 'nil', difference: { txval: 10_300 } }])
    expect(ties).toBe(false)
  })

  test('or not', () => {
    const { ties, rows: compared } = review([[exemp, rows]], [{ ...entry, ttl_expt_amt: '19.99' }])
    expect(compared[0]?.difference).toMatchObject({ count: 0, txval: -1 })
    expect(ties).toBe(false)
  })
})

test('doc_issue ties by the number of documents that stand', () => {
  const rows = [
    ['Credit Note', 'C1', 'C9', 9, 2],
    ['Debit Note', 'D1', 'D9', 9, ''],
  ]
  const entry = { sec_nm: 'DOC_ISSUE', ttl_rec: 2, ttl_doc_issued: 18, ttl_doc_cancelled: 2 }
  expect(review([[docs, rows]], [{ ...entry, net_doc_issued: '16' }]).ties).toBe(true)
  expect(review([[docs, rows]], [{ ...entry, net_doc_issued: 17 }]).rows[0]?.difference.count).toBe(
    1,
  )
})

describe('hsn', () => {
  const row = ['84713010', '', 'NOS', 1, '', 18, 100, 18, '', '', '']
  const sheets = [
    [hsnB2b, [row]],
    [hsnB2c, [row]],
  ] as const
  const part = { ttl_rec: 1, ttl_tax: 100, ttl_igst: '18' }
  const parts = [
    { sec_nm: 'HSN_B2B', ...part },
    { sec_nm: 'HSN_B2C', ...part },
  ]

  test.each([
    ['as a whole', [{ sec_nm: 'HSN', ttl_rec: 2, ttl_tax: 200, ttl_igst: 36 }]],
    ['in its parts', parts],
    ['in its parts beside an empty whole', [{ sec_nm: 'HSN', ttl_rec: 0 }, ...parts]],
    [
      'as a whole and in its parts',
      [{ sec_nm: 'HSN', ttl_rec: 2, ttl_tax: 200, ttl_igst: 36 }, ...parts],
    ],
  ])('ties %s', (_how, entries) => {
    const { ties, rows } = review(sheets, entries)
    expect(rows.map(({ section }) => section)).toEqual(['hsn'])
    expect(ties).toBe(true)
  })

  test('does not tie with one part alone', () => {
    expect(review(sheets, parts.slice(1)).ties).toBe(false)
  })
})
