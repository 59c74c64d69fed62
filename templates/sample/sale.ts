// A supply, or the taking back of one: its document, and the good behind each line, so that table 12 can be added up.
import { lastDayOf, monthOf, type Paise } from '../identifiers.ts'
import { derive } from '../reading/read-sheet.ts'
import type { Context, Document, Fields, Table } from '../tables/table.ts'
import type { Good } from './goods.ts'

export interface Sale {
  readonly document: Document
  readonly goods: readonly Good[]
}

/** A line to be: what, and for how much without tax. */
export interface Item {
  readonly good: Good
  /** Paise. */
  readonly txval: number
}

interface Options {
  /** The document's value leaves the tax out: the recipient pays it, or nobody. */
  readonly taxOutside?: boolean
}

/** One line for each item, or one entry where the rate stands on the document. The value is added where the table has one. */
export function sell(
  context: Context,
  table: Table,
  fields: Fields,
  items: readonly Item[],
  { taxOutside = false }: Options = {},
): Sale {
  const lines: Fields[] = items.map(({ good, txval }) => ({ rt: good.rate, txval, csamt: 0 }))
  const document: Document = { table, key: '', fields, lines, rows: [] }
  derive(document, context)
  if (table.columns.some(({ name }) => name === 'val')) {
    fields.val = lines.reduce(
      (sum, line) => sum + Number(line.txval) + (taxOutside ? 0 : taxIn(line)),
      0,
    )
  }
  return { document, goods: items.map(({ good }) => good) }
}

/** Paise. */
export const taxIn = ({ iamt, camt, samt }: Fields): number =>
  Number(iamt ?? 0) + Number(camt ?? 0) + Number(samt ?? 0)

/** From `least` to `most` rupees, small ones more often; at times whole rupees. */
export function amountBetween(least: number, most: number, random: () => number): Paise {
  const size = least * 100 + Math.floor(random() ** 3 * (most - least) * 100)
  return (random() < 0.4 ? size - (size % 100) : size) as Paise
}

/** The day of the i-th of so many documents, spread over the month: `YYYY-MM-DD`. */
export function dayOf({ period }: Context, i: number, count: number): string {
  const days = Number(lastDayOf(period).slice(8))
  return `${monthOf(period)}-${String(1 + Math.floor((i * days) / count)).padStart(2, '0')}`
}
