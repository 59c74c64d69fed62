// GSTINs and document numbers as they arrive: tidied where nothing is lost, refused where something is (quirks 6, 12–15).
import { describe, expect, test } from 'vitest'
import { documentNumber } from '../../../templates/columns/document-number.ts'
import { gstin } from '../../../templates/columns/gstin.ts'
import { readCell } from './read-cell.ts'

const RIGHT = '27AAPFU0939F1ZV'

describe('a GSTIN', () => {
  test('is taken as it is', () => {
    expect(readCell(gstin, RIGHT)).toMatchObject({ value: RIGHT, told: [] })
  })

  test.each([
    ['lower case', '27aapfu0939f1zv'],
    ['inner spaces', '27 AAPFU 0939F 1ZV'],
    ['a no-break space', '27AAPFU0939F1Z\u00a0V'],
  ])('in %s is tidied, and told', (_what, cell) => {
    expect(readCell(gstin, cell)).toMatchObject({ value: RIGHT, told: ['note gstin-tidied'] })
  })

  test.each([
    ['outer spaces', `  ${RIGHT} `],
    ['an apostrophe before it', `'${RIGHT}`],
  ])('with %s is the same GSTIN', (_what, cell) => {
    expect(readCell(gstin, cell)).toMatchObject({ value: RIGHT, told: [] })
  })

  test.each([
    ['too short', '27AAPFU0939F1Z', 'gstin-length'],
    ['a number', 27, 'gstin-length'],
    ['a name', 'Shree Ganesh Traders', 'gstin-length'],
    ['O for 0', '27AAPFUO939F1ZV', 'gstin-form'],
    ['full-width digits', '２７AAPFU0939F1ZV', 'gstin-form'],
    ['of no state, with its own check character', '45AAKFC3141B1Z0', 'gstin-state'],
    ['of no state, 72 for 27', '72AAPFU0939F1ZV', 'gstin-state'],
    ['two letters swapped', '27AAPUF0939F1ZV', 'gstin-check-character'],
  ])('%s is refused', (_what, cell, code) => {
    expect(readCell(gstin, cell)).toMatchObject({ value: undefined, told: [`error ${code}`] })
  })

  test('with a typing mistake: the refusal says which last character would fit', () => {
    expect(readCell(gstin, '27AAPFU0939F1ZX').facts).toMatchObject({ expected: 'V' })
  })
})

describe('a document number', () => {
  test.each(['1', 'KT/26-27/0412', 'a-1', '0/1', '1234567890123456'])(
    '%s is taken as it is',
    (cell) => {
      expect(readCell(documentNumber, cell, '@')).toMatchObject({ value: cell, told: [] })
    },
  )

  test('keeps nothing unseen around it, and what turns its letters round is refused', () => {
    const told = (cell: string) => readCell(documentNumber, cell, '@').told
    expect(readCell(documentNumber, '\u200e KT/1\u200b\u00a0', '@').value).toBe('KT/1')
    expect(told('\u202eKT/1')).toEqual(['error number-characters'])
    expect(told('KT\u200b/1')).toEqual(['error number-characters'])
  })

  test.each([
    ['ＫＴ／１', 'number-characters', 'KT/1'],
    ['KT–1', 'number-characters', 'KT-1'],
    ['बिल-१', 'number-letters', undefined],
    ['#', 'number-letters', undefined],
  ])('%s is refused, with a suggestion where one fits', (cell, code, suggestion) => {
    const { told, facts } = readCell(documentNumber, cell, '@')
    expect(told).toEqual([`error ${code}`])
    expect(facts.try).toBe(suggestion)
  })

  test.each([
    ['General', 7, '7'],
    ['0000', 7, '0007'],
    ['0', 123_456, '123456'],
    ['0;[Red]0', 41, '41'],
    ['@', 999_999_999_999_999, '999999999999999'],
  ])('in a cell of format %s holding %d is %s', (format, cell, value) => {
    expect(readCell(documentNumber, cell, format)).toMatchObject({ value, told: [] })
  })

  test.each([
    ['10^15, where digits are gone', 1e15, 'General', 'number-lost-digits'],
    ['an order number of 18 digits', 1.47333900093493e18, 'General', 'number-lost-digits'],
    ['E-notation as text', '1.47E+18', '@', 'number-lost-digits'],
    ['E-notation as text, short', '1E+05', '@', 'number-lost-digits'],
    ['a fraction', 12.5, 'General', 'number-lost-digits'],
    ['a negative number', -12, 'General', 'number-lost-digits'],
    ['12-5, which Excel made a date', 45_789, 'd-mmm', 'number-shown-otherwise'],
    ['a number with letters in its format', 7, '"INV-"000', 'number-shown-otherwise'],
    ['17 characters', 'INV/2026-27/00412', '@', 'number-too-long'],
    ['a space', 'INV 412', '@', 'number-characters'],
    ['an underscore', 'INV_412', '@', 'number-characters'],
    ['a dot', 'INV.412', '@', 'number-characters'],
    ['a hash', '#412', '@', 'number-characters'],
    ['a backslash', 'INV\\412', '@', 'number-characters'],
    ['an ampersand', 'A&B/1', '@', 'number-characters'],
    ['a right-to-left override', 'INV\u202e412', '@', 'number-characters'],
    ['a lone surrogate', 'INV\ud800', '@', 'number-characters'],
    ['zero', '0', '@', 'number-zero'],
    ['zeros', '000', '@', 'number-zero'],
    ['zero as a number', 0, 'General', 'number-zero'],
    ['separators only', '-/-', '@', 'number-zero'],
  ])('%s is refused', (_what, cell, format, code) => {
    expect(readCell(documentNumber, cell, format)).toMatchObject({
      value: undefined,
      told: [`error ${code}`],
    })
  })

  test('is a legal number: a refusal suggests, and alters nothing', () => {
    expect(readCell(documentNumber, 'INV_26#412').facts).toEqual({
      found: 'INV_26#412',
      try: 'INV-26-412',
    })
  })
})
