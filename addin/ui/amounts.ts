// Rupees as people write and read them.
import type { Paise } from '../../templates/identifiers.ts'
import { formatRupees } from '../../templates/money.ts'
import { once } from './once.ts'

/** `₹1,23,456.78`, and `−₹5.00` below zero. */
export function inRupees(amount: Paise): string {
  const text = formatRupees(Math.abs(amount))
  return amount < 0 ? `−₹${text}` : `₹${text}`
}

/** The same without the sign of the rupee, for columns of figures. */
export function figure(amount: Paise): string {
  const text = formatRupees(Math.abs(amount))
  return amount < 0 ? `−${text}` : text
}

/** Paise of what a user typed, `1,23,456.78` or `₹ 5`; undefined when it is no amount from 0 up. */
export function paiseOf(typed: string): Paise | undefined {
  const text = typed.replace(/[₹,\s]/g, '')
  const [, whole, fraction = ''] = /^([0-9]{1,13})(?:\.([0-9]{0,2}))?$/.exec(text) ?? []
  if (whole === undefined) return undefined
  return (Number(whole) * 100 + Number(fraction.padEnd(2, '0'))) as Paise
}

const counts = once(() => new Intl.NumberFormat('en-IN'))

/** `1,00,000`, and `−2` below zero. */
export const count = (value: number): string => counts().format(value).replace('-', '−')

const exact = once(() => new Intl.NumberFormat('en-IN', { maximumFractionDigits: 20 }))

/** `1,180.456`: a number as it is, grouped. */
export const exactly = (value: number): string => exact().format(value).replace('-', '−')

/** `1 document`, `1,204 documents`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}
