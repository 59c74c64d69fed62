// Money is whole paise. Everything that rounds, rounds decimal half-up here: accepted returns do (see taxOf).
import type { Paise } from './identifiers.ts'

/**
 * Paise of an amount in rupees as a cell or the wire holds it, rounded half-up at the paisa, away from zero.
 * A double is taken at 15 digits, as Excel shows it: 1.005 is 1.01, and so is 1.0049999999999999 from a formula.
 */
export function paise(rupees: number): Paise {
  const scaled = rupees * 100
  const nearest = Math.round(scaled)
  const whole = Math.abs(scaled - nearest) < 1e-6 ? nearest : roundedFromText(rupees)
  return (whole + 0) as Paise // no -0
}

/** Whether an amount has more than two decimals beyond floating-point noise. */
export const hasHiddenDecimals = (rupees: number): boolean =>
  Math.abs(paise(rupees) / 100 - rupees) > 1e-6

function roundedFromText(rupees: number): number {
  const text = Math.abs(rupees).toPrecision(15)
  if (text.includes('e')) return Math.sign(rupees) * Math.round(Math.abs(rupees) * 100)
  const [whole = '0', fraction = ''] = text.split('.')
  const digits = fraction.padEnd(3, '0')
  const up = digits.charCodeAt(2) >= 53 ? 1 : 0
  const amount = Number(whole) * 100 + Number(digits.slice(0, 2)) + up
  return rupees < 0 ? -amount : amount
}

/** The wire's number: rupees with at most two decimals. */
export const rupees = (amount: Paise): number => amount / 100

/**
 * `amount × rate`, half-up at the paisa. `rate` is in basis points (18 % is 1800), `part` divides it
 * (2 for each of CGST and SGST), `percent` is 65 where the 65 % rule applies, else 100.
 * The product is taken in two steps so that 11-digit rupees stay exact.
 */
export function taxOf(amount: Paise, rate: number, part: 1 | 2, percent: number): Paise {
  const divisor = 1_000_000 * part
  const factor = rate * percent
  const size = Math.abs(amount)
  const whole = Math.floor(size / divisor) * factor
  const rest = Math.floor(((size % divisor) * factor * 2 + divisor) / (divisor * 2))
  return (amount < 0 ? 0 - whole - rest : whole + rest) as Paise
}

/** `1,23,456.78`: Indian grouping, always two decimals. */
export function formatRupees(amount: number): string {
  const size = Math.abs(amount)
  const whole = Math.floor(size / 100).toString()
  const head = whole.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, ',')
  const grouped = head === '' ? whole : `${head},${whole.slice(-3)}`
  return `${amount < 0 ? '-' : ''}${grouped}.${String(size % 100).padStart(2, '0')}`
}
