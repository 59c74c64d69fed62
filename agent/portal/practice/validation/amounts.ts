// Amounts as the schema has them: rupees with at most two decimals and a bounded number of digits.
import { z } from 'zod'

/** Rupees to paise. */
export const paise = (rupees: number): number => Math.round(rupees * 100)

const twoDecimals = (value: number): boolean => paise(value) / 100 === value

const amount = (digits: number) =>
  z
    .number()
    .min(0)
    .max(Number(`${'9'.repeat(digits)}.99`))
    .refine(twoDecimals)

/** Taxable value of a line: never nothing. */
export const taxable = amount(11).refine((value) => value > 0)
export const tax = amount(11)
export const documentValue = amount(13)
export const turnover = amount(15)

/** The rates that GSTN lists, in percent. */
export const rates: readonly number[] = [0, 0.1, 0.25, 1, 1.5, 3, 5, 6, 7.5, 12, 18, 28, 40]
