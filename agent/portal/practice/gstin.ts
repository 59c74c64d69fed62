// The portal's own check of registration numbers, kept apart from the client's on purpose.

const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const TAXPAYER = /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z][1-9A-JZ][0-9A-Z]$/
const OPERATOR = /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]C[0-9A-Z]$/
/** Besides taxpayers, a buyer may be an embassy or UN body, a non-resident, a tax deductor, or an OIDAR supplier. */
const BUYERS = [
  TAXPAYER,
  /^\d{4}[A-Z]{3}\d{5}[UO]N[0-9A-Z]$/,
  /^\d{4}[A-Z]{3}\d{5}NR[0-9A-Z]$/,
  /^\d{2}[A-Z]{4}[0-9A-Z]\d{4}[A-Z][1-9A-Z][DK][0-9A-Z]$/,
  /^99\d{2}[A-Z]{3}\d{5}OS[0-9A-Z]$/,
]

/** The fifteenth character that belongs to fourteen: base 36, every second digit doubled and folded. */
export function lastCharacterFor(stem: string): string {
  const folded = [...stem].map((character, place) => {
    const weighed = SYMBOLS.indexOf(character) * (place % 2 === 0 ? 1 : 2)
    return Math.trunc(weighed / 36) + (weighed % 36)
  })
  const sum = folded.reduce((total, digit) => total + digit, 0)
  return SYMBOLS.charAt((36 - (sum % 36)) % 36)
}

const holds = (forms: readonly RegExp[], text: string): boolean => {
  const upper = text.toUpperCase()
  return (
    forms.some((form) => form.test(upper)) && lastCharacterFor(upper.slice(0, 14)) === upper[14]
  )
}

export const isTaxpayer = (text: string): boolean => holds([TAXPAYER], text)
export const isBuyer = (text: string): boolean => holds(BUYERS, text)
export const isOperator = (text: string): boolean => holds([OPERATOR], text)

/** A company by the fourth letter of its PAN. A company signs with DSC, which this API cannot take. */
export const isCompany = (gstin: string): boolean => gstin.charAt(5) === 'C'

export const isPan = (text: string): boolean => /^[A-Z]{5}\d{4}[A-Z]$/.test(text)
