// Places, types, Y and N as people and software write them (quirks 7, 26, 27).
import { describe, expect, test } from 'vitest'
import { pos } from '../../../templates/columns/pos.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { yesNo } from '../../../templates/columns/yes-no.ts'
import { readCell } from './read-cell.ts'

describe('a place of supply', () => {
  test.each([
    ['29-Karnataka', '29'],
    [27, '27'],
    ['27', '27'],
    [7, '07'],
    ['27 - Maharashtra', '27'],
    ['Maharashtra-27', '27'],
    ['7-Delhi', '07'],
    ['27-MAHARASHTRA', '27'],
    ['27-Maharastra', '27'],
    ['26-Dadra & Nagar Haveli', '26'],
    ['25-Daman & Diu', '25'],
    ['96-Foreign Country', '96'],
    ['97-Other Territory', '97'],
  ])('%s has a code, and the code decides', (cell, code) => {
    expect(readCell(pos, cell)).toMatchObject({ value: code, told: [] })
  })

  test.each([
    ['Maharashtra', '27'],
    ['MH', '27'],
    ['Orissa', '21'],
    ['Pondicherry', '34'],
    ['Dadra and Nagar Haveli', '26'],
    ['JAMMU AND KASHMIR', '01'],
    ['Lakshadweep', '31'],
  ])('%s is read by its name, and told', (cell, code) => {
    expect(readCell(pos, cell)).toMatchObject({ value: code, told: ['note pos-from-name'] })
  })

  test.each(['28', '28-Andhra Pradesh', '99', '00', '39', '280', 27.5, '29,27', 'Home', '-'])(
    '%s is none',
    (cell) => {
      expect(readCell(pos, cell)).toMatchObject({ value: undefined, told: ['error pos-unknown'] })
    },
  )

  test('29-Maharashtra says two things, so neither is taken', () => {
    expect(readCell(pos, '29-Maharashtra')).toMatchObject({
      value: undefined,
      told: ['error pos-contradicts'],
      facts: { code: '29', named: '27' },
    })
  })
})

const invoiceType = b2b.columns.find(({ name }) => name === 'inv_typ')?.kind ?? yesNo

describe('an invoice type', () => {
  test.each([
    ['R', ['Regular B2B', 'Regular', 'R', 'regular b2b']],
    [
      'SEWP',
      ['SEZ supplies with payment', 'SEZ Supplies With Payment', 'SEZ with payment', 'SEWP'],
    ],
    ['SEWOP', ['SEZ supplies without payment', 'SEWOP']],
    ['DE', ['Deemed Exp', 'Deemed Exports', 'DE']],
    ['CBW', ['Intra-State supplies attracting IGST', 'Sale from Bonded WH', 'CBW']],
  ])('%s has these names', (wire, names) => {
    for (const name of names) {
      expect(readCell(invoiceType, name)).toMatchObject({ value: wire, told: [] })
    }
  })

  test('any other text is refused with the list', () => {
    const { value, facts } = readCell(invoiceType, 'Export')
    expect(value).toBeUndefined()
    expect(facts.allowed).toContain('Regular B2B')
  })
})

test.each([
  ['Y', ['Y', 'y', 'Yes', 'YES', true, 1]],
  ['N', ['N', 'n', 'No', false, 0, '0']],
])('reverse charge %s', (value, cells) => {
  for (const cell of cells) expect(readCell(yesNo, cell)).toMatchObject({ value, told: [] })
})

test('reverse charge is Y or N, nothing else', () => {
  expect(readCell(yesNo, 'maybe').told).toEqual(['error yes-no-unknown'])
})
