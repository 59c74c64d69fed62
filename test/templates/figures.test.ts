// What a return comes to: the parts add up to the totals, to the paisa, whatever the month holds.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totalOf, wireOf } from '../../agent/filing/snapshot.ts'
import { figuresOf, OWED } from '../../templates/figures.ts'
import {
  addAmounts,
  NO_AMOUNTS,
  type Amounts,
  type WireDocument,
} from '../../templates/payload/wire-document.ts'
import { readWorkbook } from '../../templates/reading/read-workbook.ts'
import {
  SAMPLE_PERIOD,
  SAMPLE_TAXPAYER,
  sampleCompany,
  sampleTables,
} from '../../templates/sample-company.ts'
import { cdnr } from '../../templates/tables/cdnr.ts'
import { block, BUYERS, PERIOD, row, sheet, TAXPAYER } from '../sheets.ts'

const context = { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }

const noteCells = { nt_dt: 46310, pos: '27-Maharashtra', inv_typ: 'Regular B2B', diff_percent: '' }
const note = (cells: Record<string, unknown>) =>
  cdnr.columns.map(({ name }) => (({ ...noteCells, ...cells })[name] ?? '') as string | number)

const line = fc.record({
  rt: fc.constantFrom(0, 5, 12, 18, 28),
  txval: fc.integer({ min: 1, max: 9_999_999 }).map((paise) => paise / 100),
  rchrg: fc.constantFrom('Y', 'N'),
  buyer: fc.constantFrom(...BUYERS),
})
const month = fc.record({
  invoices: fc.array(line, { maxLength: 12 }),
  notes: fc.array(fc.tuple(line, fc.constantFrom('C', 'D')), { maxLength: 6 }),
})

function read({ invoices, notes }: typeof month extends fc.Arbitrary<infer T> ? T : never) {
  const blocks = [
    ...sheet(
      invoices.map(({ buyer, ...cells }, i) =>
        row({ ...cells, ctin: buyer, inum: `INV-${i}`, val: cells.txval }),
      ),
    ),
    block(
      [
        cdnr.columns.map(({ header }) => header),
        ...notes.map(([{ rt, txval, rchrg }, ntty], i) =>
          note({ ctin: BUYERS[0], nt_num: `N-${i}`, ntty, rchrg, val: txval, rt, txval }),
        ),
      ],
      'cdnr',
    ),
  ]
  return readWorkbook(blocks, context)
}

const withoutCount = (amounts: Amounts) => ({ ...amounts, count: 0 })

/** What is owed by the totals of the sections. */
const owedBySection = (documents: readonly WireDocument[]): Amounts =>
  Object.entries(OWED).reduce(
    (sum, [section, sign]) =>
      addAmounts(sum, totalOf(documents.filter((one) => one.section === section)), sign),
    NO_AMOUNTS,
  )

describe('tax by rate, and what is under reverse charge, add up to what the sections owe', () => {
  test('for invoices and notes of any rate', () => {
    fc.assert(
      fc.property(month, (cells) => {
        const reading = read(cells)
        const documents = wireOf(reading)
        expect(documents).toHaveLength(cells.invoices.length + cells.notes.length)
        const { rates, reverseCharge, ...figures } = figuresOf(documents, reading.hsn)
        const sum = rates.reduce(
          (total, one) => addAmounts(total, { ...one, count: 0 }),
          reverseCharge,
        )
        const { count, txval, iamt, camt, samt, csamt } = sum
        expect(withoutCount({ count, txval, iamt, camt, samt, csamt })).toEqual(
          withoutCount(owedBySection(documents)),
        )
        expect(rates.map(({ rate }) => rate)).toEqual(
          [...new Set(rates.map(({ rate }) => rate))].toSorted((a, b) => a - b),
        )
        expect(figures.owed.count).toBe(documents.length)
        expect(addAmounts(figures.owed, reverseCharge)).toMatchObject({
          txval: sum.txval,
          iamt: sum.iamt,
          camt: sum.camt,
        })
        const credits = cells.notes.filter(([, type]) => type === 'C')
        expect(figures.creditNotes.count).toBe(credits.length)
        expect(figures.creditNotes.txval).toBeLessThanOrEqual(0)
      }),
      { numRuns: 60 },
    )
  })

  test('for the sample company, with its exports, advances and supplies without tax', () => {
    const sample = sampleCompany()
    const blocks = sampleTables(sample).map((table) =>
      block(
        [table.columns.map(({ header }) => header), ...(sample.good[table.id] ?? [])],
        table.sheets[0],
      ),
    )
    const reading = readWorkbook(blocks, {
      taxpayer: SAMPLE_TAXPAYER,
      gstin: SAMPLE_TAXPAYER.gstin,
      period: SAMPLE_PERIOD,
    })
    const documents = wireOf(reading)
    const figures = figuresOf(documents, reading.hsn)
    const sum = figures.rates.reduce(
      (total, one) => addAmounts(total, { ...one, count: 0 }),
      figures.reverseCharge,
    )
    const owed = owedBySection(documents)
    for (const head of ['txval', 'iamt', 'camt', 'samt', 'csamt'] as const) {
      expect(sum[head], head).toBe(owed[head])
    }
    expect(figures.owed.count).toBeGreaterThan(150)
    expect(figures.untaxed.txval).toBeGreaterThan(0)
    expect(figures.hsn.map(({ hsn, compared }) => [hsn, compared?.ties])).toEqual([
      ['hsn(b2b)', true],
      ['hsn(b2c)', true],
    ])
  })
})

test('HSN that sums up otherwise differs, and where a row is held back nothing is compared', () => {
  const sample = sampleCompany()
  const reading = readWorkbook(
    sampleTables(sample).map((table) =>
      block(
        [table.columns.map(({ header }) => header), ...(sample.rows[table.id] ?? [])],
        table.sheets[0],
      ),
    ),
    { taxpayer: SAMPLE_TAXPAYER, gstin: SAMPLE_TAXPAYER.gstin, period: SAMPLE_PERIOD },
  )
  expect(reading.hsn.map(({ why }) => why)).toEqual(['held-back', 'held-back'])
})
