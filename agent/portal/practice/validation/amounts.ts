// Amounts as the schema has them: rupees with at most two decimals and a bounded number of digits.
import { z } from 'zod'

/** Rupees to paise. */
export const paise = (rupees: number): number => Math.round(rupees * 100)

const twoDecimals = (value: number): boolean => paise(value) / 100 === value

/** With either sign. */
const signed = (digits: number) => {
  const largest = Number(`${'9'.repeat(digits)}.99`)
  return z.number().min(-largest).max(largest).refine(twoDecimals)
}

const amount = (digits: number) => signed(digits).min(0)

/** Taxable value of a line: never nothing. */
export const taxable = amount(11).refine((value) => value > 0)
export const tax = amount(11)
export const documentValue = amount(13)
export const turnover = amount(15)
/** Of sections that net returns off, and of advances. */
export const netAmount = signed(11)
export const hsnAmount = signed(13)
export const quantity = signed(13)

/** 65 % of the tax, or the member is left out. */
export const differential = z.literal(0.65).optional()
export const rate = z.number().min(0).max(999.99)
export const deletionFlag = z.literal('D').optional()
/** Ignored; what is read back carries it. */
export const checksum = z.string().max(64).optional()

/** The rates that GSTN lists, in percent. */
export const rates: readonly number[] = [0, 0.1, 0.25, 1, 1.5, 3, 5, 6, 7.5, 12, 18, 28, 40]
