// Table 12 of the sample month, added up from what was sold: credit notes count negative.
import { NO_UNIT } from '../lists/units.ts'
import type { Document, Fields, Table } from '../tables/table.ts'
import type { Good } from './goods.ts'
import { taxIn, type Item, type Sale } from './sale.ts'

const HEADS = ['txval', 'iamt', 'camt', 'samt'] as const

/** `untaxed`: of table 8, which no document of ours tells one by one. */
export function byHsn(table: Table, sales: readonly Sale[], untaxed: readonly Item[]): Document[] {
  const sums = new Map<Good, Fields>()
  const add = (good: Good, line: Fields, sign: 1 | -1): void => {
    const sum = sums.get(good) ?? {}
    for (const head of HEADS) sum[head] = Number(sum[head] ?? 0) + sign * Number(line[head] ?? 0)
    sums.set(good, sum)
  }
  for (const { document, goods } of sales) {
    const { table: of, fields, lines } = document
    const sign = of.minus && fields[of.minus.column] === of.minus.value ? -1 : 1
    goods.forEach((good, i) => {
      add(good, lines[i] ?? {}, sign)
    })
  }
  for (const { good, txval } of untaxed) add(good, { txval }, 1)
  return [...sums]
    .sort(([a], [b]) => a.hsn.localeCompare(b.hsn))
    .map(([good, sum]) => ({
      table,
      key: '',
      fields: { hsn_sc: good.hsn, user_desc: good.name, uqc: good.unit, rt: good.rate },
      lines: [
        {
          ...sum,
          qty: good.unit === NO_UNIT ? 0 : 100 * Math.round(Number(sum.txval) / good.price),
          total: Number(sum.txval) + taxIn(sum),
          csamt: 0,
        },
      ],
      rows: [],
    }))
}
