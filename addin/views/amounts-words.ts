// Amounts of a difference in words, and what an amount is called.
import type { Totals } from '../../agent/http/outputs/check.ts'
import type { Paise } from '../../templates/identifiers.ts'
import { count, counted, inRupees } from '../ui/amounts.ts'

export const HEADS = [
  { part: 'iamt', word: 'IGST' },
  { part: 'camt', word: 'CGST' },
  { part: 'samt', word: 'SGST/UTGST' },
  { part: 'csamt', word: 'Cess' },
] as const

export const AMOUNTS = [{ part: 'txval', word: 'Taxable value' }, ...HEADS] as const

/** All taxes together. */
export const taxOf = ({ iamt, camt, samt, csamt }: Omit<Totals, 'count' | 'txval'>): Paise =>
  (iamt + camt + samt + csamt) as Paise

export const isNothing = (totals: Totals): boolean =>
  totals.count === 0 && AMOUNTS.every(({ part }) => totals[part] === 0)

/** `₹2,000.00, tax ₹360.00`. A series of documents issued counts for many, and has no amount. */
export function sideWords(side: Totals, withTax = true): string {
  const tax = taxOf(side)
  if (side.count !== 1 && side.txval === 0 && tax === 0) return counted(side.count, 'document')
  return withTax ? `${inRupees(side.txval)}, tax ${inRupees(tax)}` : inRupees(side.txval)
}

/** `₹2,000.00 and ₹360.00 tax`, `₹1.20 tax`; where no amount is, the count, of documents issued say. */
export function amountsWords(totals: Totals): string {
  const tax = taxOf(totals)
  const isCancelled = tax === 0 && HEADS.some(({ part }) => totals[part] !== 0)
  const parts = [
    ...(totals.txval === 0 ? [] : [inRupees(totals.txval)]),
    ...(tax === 0 ? [] : [`${inRupees(tax)} tax`]),
    // Taxes of the wrong heads cancel each other out.
    ...(isCancelled
      ? HEADS.filter(({ part }) => totals[part] !== 0).map(
          ({ part, word }) => `${word} ${inRupees(totals[part])}`,
        )
      : []),
  ]
  return parts.length === 0 ? `${count(totals.count)} in number` : parts.join(' and ')
}
