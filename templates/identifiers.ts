// The identifiers that everything is kept under: GSTIN, period, PAN, environment.
import { PARTY_STATES } from './lists/states.ts'
import type { Taxpayer } from './taxpayer.ts'

declare const brand: unique symbol
type Branded<T, B> = T & { readonly [brand]: B }

/** 15 characters, upper case, a known form, a state that there is, right check character. */
export type Gstin = Branded<string, 'Gstin'>
/** `MMYYYY`, from 07/2017. */
export type Period = Branded<string, 'Period'>
/** Whole paise. ₹1 is 100. */
export type Paise = Branded<number, 'Paise'>

/** Where a return lives. A practice return can never be taken for a real one: this is part of every key. */
export type Environment = 'practice' | 'test' | 'live'

const ENVIRONMENTS: readonly string[] = ['practice', 'test', 'live'] satisfies Environment[]

export const isEnvironment = (text: string): text is Environment => ENVIRONMENTS.includes(text)

/** The forms of a counterparty's number; GSTN applies the check character to all of them. */
const ORDINARY = /^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z][Z1-9A-J][0-9A-Z]$/ // regular, SEZ, casual
const OTHERS = [
  /^[0-9]{4}[A-Z]{3}[0-9]{5}[UO]N[A-Z0-9]$/, // embassies and UN bodies (UIN)
  /^[0-9]{2}[A-Z]{4}[A-Z0-9][0-9]{4}[A-Z][1-9A-Z]D[0-9A-Z]$/, // tax deductors (TDS)
  /^[0-9]{4}[A-Z]{3}[0-9]{5}NR[0-9A-Z]$/, // non-resident and OIDAR
] as const

/** The mod-36 check character for the first 14 characters: factors 2, 1, 2, 1 … from the right. */
export const checkCharacter = (first14: string): string => String.fromCharCode(checkCode(first14))

export const hasGstinForm = (text: string): boolean =>
  ORDINARY.test(text) || OTHERS.some((form) => form.test(text))

export const hasGstinState = (text: string): boolean => PARTY_STATES.has(text.slice(0, 2))

export function isGstin(text: unknown): text is Gstin {
  return (
    typeof text === 'string' &&
    hasGstinForm(text) &&
    hasGstinState(text) &&
    checkCode(text) === text.charCodeAt(14)
  )
}

/** As a character code: this is asked of every row. */
function checkCode(first14: string): number {
  let sum = 0
  for (let i = 13; i >= 0; i -= 1) {
    const product = digitOf(first14.charCodeAt(i)) * (i % 2 === 1 ? 2 : 1)
    sum += product < 36 ? product : product - 35
  }
  const digit = (36 - (sum % 36)) % 36
  return digit < 10 ? ZERO + digit : LETTER_A + digit - 10
}

const ZERO = 0x30
const LETTER_A = 0x41

/** 0–9 and A–Z are the digits of base 36. */
const digitOf = (code: number): number => (code < LETTER_A ? code - ZERO : code - LETTER_A + 10)

/** The two-digit state code a GSTIN begins with. */
export const stateOf = (gstin: Gstin): string => gstin.slice(0, 2)

/** The fourth letter of the PAN inside: `C` company, `F` firm or LLP, `P` person … */
export const holderOf = (gstin: Gstin): string => gstin.charAt(5)

export function isPan(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Z]{5}[0-9]{4}[A-Z]$/.test(text)
}

/** `ABZxxxxx7F`: tells a signatory's PAN without giving it away. */
export const maskedPan = (pan: string): string => `${pan.slice(0, 3)}xxxxx${pan.slice(-2)}`

export function isPeriod(text: unknown): text is Period {
  return (
    typeof text === 'string' &&
    /^(0[1-9]|1[0-2])20[0-9]{2}$/.test(text) &&
    monthOf(text) >= '2017-07'
  )
}

/** `YYYY-MM`, which sorts, of a period. */
export const monthOf = (period: string): string => `${period.slice(2)}-${period.slice(0, 2)}`

const lastDays = new Map<Period, string>()

/** Last day of the period, `YYYY-MM-DD`; made once a period, since rules ask for it at every document. */
export function lastDayOf(period: Period): string {
  const known = lastDays.get(period)
  if (known !== undefined) return known
  const year = Number(period.slice(2))
  const month = Number(period.slice(0, 2))
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const day = `${monthOf(period)}-${String(days).padStart(2, '0')}`
  lastDays.set(period, day)
  return day
}

const firstDays = { monthly: new Map<Period, string>(), quarterly: new Map<Period, string>() }

/**
 * First day of the month, `YYYY-MM-DD`, or of the quarter it lies in: what quarterly filers furnish by the month belongs to
 * the quarter's return. Made once a period, since rules ask for it at every document.
 */
export function firstDayOf(period: Period, filing: Taxpayer['filing']): string {
  const known = firstDays[filing].get(period)
  if (known !== undefined) return known
  const [year = '', month = ''] = monthOf(period).split('-')
  const first = filing === 'quarterly' ? Math.ceil(Number(month) / 3) * 3 - 2 : Number(month)
  const day = `${year}-${String(first).padStart(2, '0')}-01`
  firstDays[filing].set(period, day)
  return day
}

/** The financial year a period lies in, April to March: `2026-27`. */
export function financialYearOf(period: Period): string {
  const first = Number(period.slice(2)) - (Number(period.slice(0, 2)) < 4 ? 1 : 0)
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`
}
