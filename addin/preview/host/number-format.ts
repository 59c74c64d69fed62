// What a cell shows: a value under an Excel number format, as far as GSTN's workbooks use them.
import type { Cell } from '../../../templates/block.ts'
import { MONTHS } from '../../ui/dates.ts'

const DAY = 86_400_000
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** A quoted or escaped literal, a bracketed tag, padding, a date part, a digit place, or any other character. */
const TOKEN = /"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|AM\/PM|d+|m+|y+|h+|s+|./gi
const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?[0-9.]+)\]/

/** The text that Excel would show in a wide enough cell. */
export function displayText(value: Cell, numberFormat = 'General'): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return value
  if (numberFormat === '@') return general(value)
  const { section, shown } = sectionFor(value, numberFormat)
  if (/^general$/i.test(section)) return general(shown)
  const tokens = section.match(TOKEN) ?? []
  return tokens.some((token) => /^[dmyhs]/i.test(token))
    ? dateText(shown, tokens)
    : numberText(shown, tokens)
}

/** The section of `a;b;c` that applies, and the number it is given (the second one shows no minus sign). */
function sectionFor(value: number, format: string): { section: string; shown: number } {
  const sections = format.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? ['General']
  for (const section of sections) {
    const condition = CONDITION.exec(section)
    if (condition && meets(value, condition[1] ?? '', Number(condition[2]))) {
      return { section: section.slice(condition[0].length), shown: value }
    }
  }
  const plain = sections.filter((section) => !CONDITION.test(section))
  const [positive = 'General', negative, zero] = plain
  if (value < 0 && negative !== undefined) return { section: negative, shown: -value }
  if (value === 0 && zero !== undefined) return { section: zero, shown: value }
  return { section: positive, shown: value }
}

function meets(value: number, sign: string, bound: number): boolean {
  if (sign === '<') return value < bound
  if (sign === '<=') return value <= bound
  if (sign === '>') return value > bound
  if (sign === '>=') return value >= bound
  return sign === '=' ? value === bound : value !== bound
}

/** Eleven digits at most, as a cell of Excel shows them. */
function general(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) {
    const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e')
    const power = Number(exponent)
    const sign = power < 0 ? '-' : '+'
    return `${Number(mantissa)}E${sign}${String(Math.abs(power)).padStart(2, '0')}`
  }
  return String(Number(value.toPrecision(11)))
}

function literal(token: string): string {
  if (token.startsWith('"')) return token.slice(1, -1)
  if (token.startsWith('\\')) return token.slice(1)
  if (token.startsWith('_')) return ' '
  if (token.startsWith('*')) return ''
  if (token.startsWith('[')) return /^\[\$([^-\]]*)/.exec(token)?.[1] ?? ''
  return token
}

const isDigitPlace = (token: string) => token === '0' || token === '#' || token === '?'

function numberText(value: number, tokens: readonly string[]): string {
  const point = tokens.indexOf('.')
  const whole = point < 0 ? tokens : tokens.slice(0, point)
  const fraction = point < 0 ? [] : tokens.slice(point + 1)
  const firstPlace = whole.findIndex(isDigitPlace)
  const lastPlace = whole.findLastIndex(isDigitPlace)
  if (firstPlace < 0 && !fraction.some(isDigitPlace)) return tokens.map(literal).join('')

  const grouped = whole.some(
    (token, index) => token === ',' && index > firstPlace && index < lastPlace,
  )
  const scaled = Math.abs(value) * (tokens.includes('%') ? 100 : 1)
  const fixed = scaled.toFixed(fraction.filter(isDigitPlace).length)
  const [digits = '0', decimals = ''] = fixed.split('.')
  const sign = value < 0 && Number(fixed) !== 0 ? '-' : ''
  return (
    sign +
    wholePart(digits === '0' ? '' : digits, whole, grouped) +
    (point < 0 ? '' : '.' + fractionPart(decimals, fraction))
  )
}

/** Fills the digit places from the right; what is left over goes before the first one. */
function wholePart(digits: string, tokens: readonly string[], grouped: boolean): string {
  const first = tokens.findIndex(isDigitPlace)
  let rest = digits
  let placed = 0
  let text = ''
  const place = (digit: string) => {
    if (grouped && placed > 0 && placed % 3 === 0) text = ',' + text
    text = digit + text
    placed += 1
  }
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index] ?? ''
    if (!isDigitPlace(token)) {
      const idle =
        placed > 0 && rest === '' && index > first && !tokens.slice(0, index).includes('0')
      if (token !== ',' && !(idle && index > first)) text = literal(token) + text
      continue
    }
    if (rest !== '') {
      place(rest.slice(-1))
      rest = rest.slice(0, -1)
    } else if (token === '0') place('0')
    else if (token === '?') place(' ')
    if (index === first) for (; rest !== ''; rest = rest.slice(0, -1)) place(rest.slice(-1))
  }
  return text
}

function fractionPart(decimals: string, tokens: readonly string[]): string {
  let next = 0
  let kept = decimals.length
  const places = tokens.filter(isDigitPlace)
  while (kept > 0 && decimals.charAt(kept - 1) === '0' && places[kept - 1] !== '0') kept -= 1
  return tokens
    .map((token) => {
      if (!isDigitPlace(token)) return literal(token)
      next += 1
      return next <= kept ? decimals.charAt(next - 1) : ''
    })
    .join('')
}

function dateText(serial: number, tokens: readonly string[]): string {
  if (serial < 0) return '########'
  // Excel counts a 29 February 1900 that never was.
  const days = serial < 60 ? serial + 1 : serial
  const date = new Date(Math.round((days - 25_569) * DAY))
  const halves = tokens.some((token) => /^am\/pm$/i.test(token))
  const pad = (value: number, length: number) => String(value).padStart(Math.min(length, 2), '0')
  let afterHours = false
  return tokens
    .map((token, index) => {
      const length = token.length
      const kind = token.charAt(0).toLowerCase()
      if (/^am\/pm$/i.test(token)) return date.getUTCHours() < 12 ? 'AM' : 'PM'
      if (!/^[dmyhs]+$/i.test(token)) return literal(token)
      if (kind === 'y') return length > 2 ? String(date.getUTCFullYear()) : yearInCentury(date)
      if (kind === 'd') {
        if (length <= 2) return pad(date.getUTCDate(), length)
        const weekday = WEEKDAYS[date.getUTCDay()] ?? ''
        return length === 3 ? weekday.slice(0, 3) : weekday
      }
      if (kind === 'h') {
        afterHours = true
        const hours = date.getUTCHours()
        return pad(halves ? hours % 12 || 12 : hours, length)
      }
      if (kind === 's') return pad(date.getUTCSeconds(), length)
      const beforeSeconds = /^s/i.test(
        tokens.slice(index + 1).find((t) => /^[dmyhs]/i.test(t)) ?? '',
      )
      if (afterHours || beforeSeconds) {
        afterHours = false
        return pad(date.getUTCMinutes(), length)
      }
      const month = MONTHS[date.getUTCMonth()] ?? ''
      if (length <= 2) return pad(date.getUTCMonth() + 1, length)
      return length === 3 ? month.slice(0, 3) : month
    })
    .join('')
}

const yearInCentury = (date: Date) => String(date.getUTCFullYear() % 100).padStart(2, '0')
