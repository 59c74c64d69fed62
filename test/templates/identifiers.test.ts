// GSTINs, PANs and periods: the same answers in every time zone.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkCharacter,
  firstDayOf,
  hasGstinForm,
  holderOf,
  isGstin,
  isPan,
  isPeriod,
  lastDayOf,
  monthOf,
  stateOf,
  type Period,
} from '../../templates/identifiers.ts'
import { aGstin, OWN } from './b2b-sheet.ts'

describe('a GSTIN', () => {
  test.each([
    ['27AAPFU0939F1Z', 'V'],
    ['05AEJPP8087R1Z', 'F'],
    ['12GEOPS0823BBZ', 'H'],
    ['29AAGCB7383J1Z', '4'],
    ['12AJIPA1572E1C', '7'],
    ['34AABCB5576G1Z', 'Q'],
  ])('%s has the check character %s', (first14, check) => {
    expect(checkCharacter(first14)).toBe(check)
    expect(isGstin(first14 + check)).toBe(true)
  })

  test.each([
    ['a taxpayer', '27AAPFU0939F1Z'],
    ['an e-commerce operator', '12AJIPA1572E1C'],
    ['an embassy', '0717USA00001UN'],
    ['a tax deductor', '07DELSA2345E1D'],
    ['a non-resident', '0717USA12345NR'],
    ['one with the centre', '99AAPFU0939F1Z'],
    ['one offshore', '97AAPFU0939F1Z'],
    ['one of the undivided Andhra Pradesh', '28AAPFU0939F1Z'],
  ])('%s is a possible customer', (_who, first14) => {
    expect(isGstin(first14 + checkCharacter(first14))).toBe(true)
  })

  test.each([
    ['is one character short', '27AAPFU0939F1Z'],
    ['has one too many', '27AAPFU0939F1ZVV'],
    ['is in lower case', '27aapfu0939f1zv'],
    ['has full-width digits', '２７AAPFU0939F1ZV'],
    ['has a space', '27AAPFU0939F1Z '],
    ['is no text', 27],
    ['is missing', undefined],
  ])('is none when it %s', (_what, found) => {
    expect(isGstin(found)).toBe(false)
  })

  test.each(['00', '39', '45', '96', '98'])('is none of the state %s', (state) => {
    for (const rest of ['AAKFC3141B1Z', '17USA00001UN', 'DELSA2345E1D', '17USA12345NR']) {
      expect(isGstin(state + rest + checkCharacter(state + rest))).toBe(false)
    }
  })

  test('any one wrong character is caught, by its form or by its check', () => {
    const other = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    fc.assert(
      fc.property(aGstin, fc.nat({ max: 14 }), other, (gstin, at, character) => {
        fc.pre(gstin.charAt(at) !== character)
        expect(isGstin(gstin.slice(0, at) + character + gstin.slice(at + 1))).toBe(false)
      }),
    )
  })

  test('tells the state and the kind of holder', () => {
    expect(stateOf(OWN)).toBe('29')
    expect(holderOf(OWN)).toBe('P')
    expect(hasGstinForm(OWN)).toBe(true)
  })
})

test('a PAN is five letters, four digits, a letter', () => {
  expect(isPan('AAPFU0939F')).toBe(true)
  for (const wrong of ['aapfu0939f', 'AAPFU939F', 'AAPFU0939FF', '', 7, undefined]) {
    expect(isPan(wrong)).toBe(false)
  }
})

describe('a period', () => {
  test.each(['072017', '122017', '012018', '102026', '022099'])('%s is one', (text) => {
    expect(isPeriod(text)).toBe(true)
  })

  test.each(['062017', '132025', '002025', '2025-10', '1020', ' 102026', '10202６', 102026])(
    '%s is none',
    (text) => {
      expect(isPeriod(text)).toBe(false)
    },
  )

  const months = fc
    .record({ month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 2018, max: 2099 }) })
    .map(({ month, year }) => ({ month, year, text: `${String(month).padStart(2, '0')}${year}` }))

  const lastDay = (text: string) => {
    if (!isPeriod(text)) throw new Error(text)
    return lastDayOf(text)
  }

  test('ends on the day before the first of the next month', () => {
    fc.assert(
      fc.property(months, ({ month, year, text }) => {
        const next = Date.UTC(year, month, 1)
        expect(Date.parse(`${lastDay(text)}T00:00:00Z`)).toBe(next - 86_400_000)
      }),
    )
  })

  test.each([
    ['022024', '2024-02-29'],
    ['022025', '2025-02-28'],
    ['122025', '2025-12-31'],
    ['092026', '2026-09-30'],
  ])('%s ends on %s', (period, day) => {
    expect(lastDay(period)).toBe(day)
  })

  test.each([
    ['032026', 'monthly', '2026-03-01'],
    ['012026', 'quarterly', '2026-01-01'],
    ['022026', 'quarterly', '2026-01-01'],
    ['032026', 'quarterly', '2026-01-01'],
    ['122026', 'quarterly', '2026-10-01'],
  ] as const)('%s, filed %s, begins on %s', (period, filing, day) => {
    expect(firstDayOf(period as Period, filing)).toBe(day)
  })

  test('sorts as a month', () => {
    const sorted: Period[] = ['122025', '012026', '102026'].filter(isPeriod)
    expect(sorted.map(monthOf)).toEqual(['2025-12', '2026-01', '2026-10'])
    expect(sorted.map(monthOf)).toEqual(sorted.map(monthOf).sort())
  })
})
