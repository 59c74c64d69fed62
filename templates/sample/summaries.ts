// What the sample company reports in sums: consumers, advances, supplies without tax.
import { at, atadj } from '../tables/advances.ts'
import { b2cs } from '../tables/b2cs.ts'
import { exemp } from '../tables/exemp.ts'
import type { Context, Document, Table } from '../tables/table.ts'
import { BREAD, goodsAt, RICE } from './goods.ts'
import type { Random } from './random.ts'
import { amountBetween, sell, type Item, type Sale } from './sale.ts'

/** State, rate, the largest takings of one good in rupees; less than nothing where more came back than went out. */
const COUNTER: readonly (readonly [pos: string, rate: number, most: number])[] = [
  ['29', 500, 320_000],
  ['29', 1800, 180_000],
  ['29', 4000, 240_000],
  ['33', 500, 60_000],
  ['33', 1800, 40_000],
  ['27', 500, 50_000],
  ['36', 4000, 30_000],
  ['32', 500, -6_000],
]

/** An entry of table 7, and the takings of each good behind it. */
export interface Takings {
  readonly entry: Document
  readonly parts: readonly Sale[]
}

/**
 * Every good is taken in even rupees, on which each rate gives whole paise: the taxes of the goods add up to that of
 * the entry.
 */
export const counterSales = (context: Context, random: Random): Takings[] =>
  COUNTER.map(([pos, rate, most]) => {
    const items = goodsAt(rate).map((good): Item => {
      const size = amountBetween(Math.abs(most) / 10, Math.abs(most), random)
      return { good, txval: Math.sign(most) * (size - (size % 200)) }
    })
    const entryOf = (of: readonly Item[]): Sale =>
      sell(context, b2cs, { typ: 'OE', pos, rt: rate }, of)
    const txval = items.reduce((sum, item) => sum + item.txval, 0)
    return {
      entry: entryOf(items.slice(0, 1).map(({ good }) => ({ good, txval }))).document,
      parts: items.map((item) => entryOf([item])),
    }
  })

/** An entry of table 11: amounts in paise by rate. */
const advance = (
  table: Table,
  pos: string,
  amounts: readonly (readonly [rate: number, amount: number])[],
): Document => ({
  table,
  key: '',
  fields: { pos },
  lines: amounts.map(([rt, ad_amt]) => ({ rt, ad_amt, csamt: 0 })),
  rows: [],
})

/** For services only: advances for goods are taxed with their invoice (Notification 66/2017-CT). */
export const ADVANCES: readonly Document[] = [
  advance(at, '29', [
    [500, 85_000_00],
    [1800, 42_372_88],
  ]),
  advance(at, '33', [[1800, 60_000_00]]),
  advance(at, '30', [[500, 1_20_000_00]]),
  advance(atadj, '29', [[1800, 33_898_31]]),
  advance(atadj, '36', [[500, 50_000_00]]),
]

/** Table 8 by entry, in paise: bread is nil rated, loose rice exempt; what is no GST supply has no HSN. */
const WITHOUT_TAX = [
  { sply_ty: 'INTRB2B', nil_amt: 18_240_00, expt_amt: 96_500_50, ngsup_amt: 0 },
  { sply_ty: 'INTRAB2B', nil_amt: 1_42_318_75, expt_amt: 2_87_940_00, ngsup_amt: 0 },
  { sply_ty: 'INTRB2C', nil_amt: 0, expt_amt: 6_420_00, ngsup_amt: 0 },
  { sply_ty: 'INTRAB2C', nil_amt: 94_076_00, expt_amt: 1_18_233_25, ngsup_amt: 27_500_00 },
]

/** An entry, and the goods behind it for table 12. */
export const suppliesWithoutTax = (): { entry: Document; items: Item[]; registered: boolean }[] =>
  WITHOUT_TAX.map(({ sply_ty, ...amounts }) => ({
    entry: { table: exemp, key: '', fields: { sply_ty }, lines: [amounts], rows: [] },
    items: [
      { good: BREAD, txval: amounts.nil_amt },
      { good: RICE, txval: amounts.expt_amt },
    ],
    registered: sply_ty.endsWith('B2B'),
  }))
