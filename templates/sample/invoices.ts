// Invoices of the sample month: to registered customers, large ones to consumers of other states, exports.
import { b2b } from '../tables/b2b.ts'
import { b2cl } from '../tables/b2cl.ts'
import { exp } from '../tables/exp.ts'
import type { Context } from '../tables/table.ts'
import { CASHEW, COFFEE, DESIGN, JAM, NAMKEEN, TEA, goodsAt, type Good } from './goods.ts'
import { PARTIES, type Party } from './parties.ts'
import { at, pick, type Random } from './random.ts'
import { amountBetween, dayOf, sell, type Item, type Sale } from './sale.ts'
import { numberIn, SERIES } from './series.ts'

/** How many invoices each special party gets; the others share the rest. */
const SPECIAL_INVOICES = 3

/** Basis points, as often as they are sold. */
export const RATES = [500, 500, 1800, 1800, 1800, 4000]

/** Small amounts, in paise, whose tax tends to end on half a paisa: what floating point rounds wrongly. */
const HALF_PAISA = [33_25, 102_50, 1_005_50, 2_250_10, 41_75, 310_30]

export function invoicesToRegistered(context: Context, random: Random): Sale[] {
  const { issued } = SERIES.invoices
  const special = PARTIES.filter(({ type, reverse }) => type !== 'R' || reverse)
  const regular = PARTIES.filter((candidate) => !special.includes(candidate))
  const every = Math.floor(issued / (special.length * SPECIAL_INVOICES))
  return Array.from({ length: issued }, (_, i) => {
    const turn = i % every === every - 1 ? Math.floor(i / every) : undefined
    const buyer =
      turn !== undefined && turn < special.length * SPECIAL_INVOICES
        ? at(special, turn)
        : pick(regular, random)
    const items = buyer.reverse
      ? [{ good: CASHEW, txval: amountBetween(200, 90_000, random) }]
      : itemsOf(random, HALF_PAISA[i - 20])
    const fields = {
      ...partyFields(buyer),
      inum: numberIn(SERIES.invoices, i),
      idt: dayOf(context, i, issued),
    }
    return sell(context, b2b, fields, items, { taxOutside: buyer.reverse === true })
  })
}

/** What an invoice and a note to a party say of it. */
export const partyFields = ({ ctin, receiver, type, reverse }: Party) => ({
  ctin,
  receiver,
  pos: ctin.slice(0, 2),
  rchrg: reverse ? 'Y' : 'N',
  inv_typ: type,
})

/** One rate, or two. */
function itemsOf(random: Random, firstAmount?: number): Item[] {
  const rate = pick(RATES, random)
  const second = pick(RATES, random)
  const rates = second === rate || random() < 0.6 ? [rate] : [rate, second]
  return rates.map((rt, line) => ({
    good: pick(goodsAt(rt), random),
    txval: (line === 0 ? firstAmount : undefined) ?? amountBetween(200, 90_000, random),
  }))
}

/** Weddings and festivals in other states. */
const FEASTS = ['33', '32', '27', '36', '33', '37', '30', '33', '32']

export const invoicesToConsumers = (context: Context, random: Random): Sale[] =>
  FEASTS.map((pos, i) => {
    const rates = i % 4 === 3 ? [500, 4000] : [at([1800, 500, 1800], i)]
    const fields = {
      inum: numberIn(SERIES.large, i),
      idt: dayOf(context, i, FEASTS.length),
      pos,
    }
    const items = rates.map((rate) => ({
      good: pick(goodsAt(rate), random),
      txval: amountBetween(102_000, 260_000, random),
    }))
    return sell(context, b2cl, fields, items)
  })

interface Shipment {
  readonly type: 'WPAY' | 'WOPAY'
  readonly good: Good
  /** Port code and shipping bill; a service has none. */
  readonly left?: readonly [port: string, bill: string]
}

const SHIPMENTS: readonly Shipment[] = [
  { type: 'WPAY', good: COFFEE, left: ['INMAA1', '4410286'] },
  { type: 'WOPAY', good: COFFEE, left: ['INMAA1', '4433907'] },
  { type: 'WOPAY', good: TEA, left: ['INCOK1', '1209355'] },
  { type: 'WPAY', good: NAMKEEN, left: ['INBLR4', '7718042'] },
  { type: 'WOPAY', good: DESIGN },
  { type: 'WOPAY', good: JAM, left: ['INBLR4', '7730116'] },
  { type: 'WPAY', good: NAMKEEN, left: ['INNSA1', '9025571'] },
  { type: 'WOPAY', good: COFFEE, left: ['INMAA1', '4498120'] },
]

/** The buyer abroad is charged no tax, also where it is paid here and refunded. */
export const exportsOfTheMonth = (context: Context, random: Random): Sale[] =>
  SHIPMENTS.map(({ type, good, left }, i) => {
    const idt = dayOf(context, i, SHIPMENTS.length)
    const fields = {
      exp_typ: type,
      inum: numberIn(SERIES.exports, i),
      idt,
      ...(left && {
        sbpcode: left[0],
        sbnum: left[1],
        sbdt: dayOf(context, i + 0.5, SHIPMENTS.length),
      }),
    }
    const items = [{ good, txval: amountBetween(60_000, 420_000, random) }]
    return sell(context, exp, fields, items, { taxOutside: true })
  })
