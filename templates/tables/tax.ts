// Tax of a line from its rate, taxable value and place of supply: the sheets carry none.
import type { Paise } from '../identifiers.ts'
import { stateOf } from '../identifiers.ts'
import { taxOf } from '../money.ts'
import type { Context, Derived, Document, Fields } from './table.ts'

/** Invoice types that may be intra-state; SEZ supplies and CBW always bear IGST. */
const SPLIT_TYPES = new Set<unknown>([undefined, 'R', 'DE'])
/** Types without payment of tax, of SEZ supplies, exports and notes on exports: the rate stays, tax and cess are nil. */
const WITHOUT_PAYMENT = new Set<unknown>(['SEWOP', 'WOPAY', 'EXPWOP'])

const isWithoutPayment = ({ inv_typ, exp_typ, typ }: Fields): boolean =>
  WITHOUT_PAYMENT.has(inv_typ) || WITHOUT_PAYMENT.has(exp_typ) || WITHOUT_PAYMENT.has(typ)

/**
 * INTRA where the place of supply is the taxpayer's own state and the taxpayer is no SEZ unit
 * (IGST Act ss. 7, 8). `type` matters only to tables that have one.
 */
export function isIntraState(document: Fields, context: Context): boolean {
  return (
    document.pos === stateOf(context.gstin) &&
    !context.taxpayer.sez &&
    SPLIT_TYPES.has(document.inv_typ)
  )
}

/** Cess is not sent where no tax is paid; what was typed stays in `unsentCess` so that it can be told. */
function dropCess(line: Fields): void {
  if (Number(line.csamt ?? 0) > 0) line.unsentCess = Number(line.csamt)
  line.csamt = 0
}

/** IGST on every line: supplies that leave the state by their nature. */
export const integratedTax: Derived = {
  level: 'line',
  names: ['iamt'],
  money: true,
  of(into, { fields }) {
    const free = isWithoutPayment(fields)
    if (free) dropCess(into)
    const percent = Number(fields.diff_percent ?? 100)
    into.iamt = free ? 0 : taxOf(Number(into.txval ?? 0) as Paise, Number(into.rt ?? 0), 1, percent)
  },
}

/**
 * IGST, or CGST and SGST each rounded on its own (half-up). `all`: the unused head is sent as zero.
 * `of`: the amount that is taxed, where it is not the taxable value.
 */
export function taxSplit(options: { all?: boolean; of?: string } = {}): Derived {
  const taxed = options.of ?? 'txval'
  return {
    level: 'line',
    names: ['iamt', 'camt', 'samt'],
    money: true,
    of(into: Fields, document: Document, context: Context) {
      const { fields } = document
      const taxable = Number(into[taxed] ?? 0) as Paise
      const rate = Number(into.rt ?? fields.rt ?? 0)
      const percent = Number(fields.diff_percent ?? 100)
      const free = isWithoutPayment(fields)
      if (free) dropCess(into)
      if (isIntraState(fields, context)) {
        const half = taxOf(taxable, rate, 2, percent)
        into.camt = half
        into.samt = half
        if (options.all) into.iamt = 0
      } else {
        into.iamt = free ? 0 : taxOf(taxable, rate, 1, percent)
        if (options.all) {
          into.camt = 0
          into.samt = 0
        }
      }
    },
  }
}

/** `sply_ty`: INTRA or INTER. */
export const supplyType: Derived = {
  level: 'document',
  names: ['sply_ty'],
  of(into, document, context) {
    into.sply_ty = isIntraState(document.fields, context) ? 'INTRA' : 'INTER'
  },
}

/** The line's number: rate × 100 + 1, so that a repeated rate would be seen (18 % is 1801). */
export const lineNumber: Derived = {
  level: 'line',
  names: ['num'],
  of(into) {
    into.num = Number(into.rt ?? 0) + 1
  },
}
