// HSN codes, units, quantities and counts as they arrive (quirks 30 and 31).
import { describe, expect, test } from 'vitest'
import { choice } from '../../../templates/columns/choice.ts'
import { count } from '../../../templates/columns/count.ts'
import { hsn } from '../../../templates/columns/hsn.ts'
import { fold } from '../../../templates/columns/kind.ts'
import { quantity } from '../../../templates/columns/quantity.ts'
import { UNITS } from '../../../templates/lists/units.ts'
import { readCell } from './read-cell.ts'

describe('an HSN code', () => {
  test.each([
    ['84713010', '84713010'],
    [84713010, '84713010'],
    ['8471', '8471'],
    ["'0101", '0101'],
    [998314, '998314'],
    ['99831', '99831'],
  ])('%j is %s', (cell, value) => {
    expect(readCell(hsn, cell)).toMatchObject({ value, told: [] })
  })

  test.each([
    [84.71, '8471'],
    ['84.71.30', '847130'],
    ['8471 30 10', '84713010'],
    ['8471-30', '847130'],
    ['998314.0', '998314'],
    ['4907.00', '490700'],
  ])('%j is %s without its dots and spaces, and told', (cell, value) => {
    expect(readCell(hsn, cell)).toMatchObject({ value, told: ['note hsn-tidied'] })
  })

  test.each([
    [84.1, '8410'],
    [4.02, '0402'],
    [8471.3, '847130'],
    [2106.902, '21069020'],
  ])('%j is %s: a number loses the zeros at its ends, and that is told', (cell, value) => {
    expect(readCell(hsn, cell)).toMatchObject({ value, told: ['warning hsn-zero-restored'] })
  })

  test.each([
    [101, '0101'],
    ['4021', '4021'],
    [40210, '040210'],
    ['9101110', '09101110'],
  ])('%j is %s: goods have 4, 6 or 8 digits', (cell, value) => {
    const { told, ...read } = readCell(hsn, cell)
    expect(read.value).toBe(value)
    expect(told).toEqual(String(cell) === value ? [] : ['warning hsn-zero-restored'])
  })

  test.each([
    ['847130101', 'error hsn-length'],
    ['99', 'error hsn-length'],
    ['998', 'error hsn-length'],
    [8.4e20, 'error hsn-length'],
    [8.4e21, 'error hsn-not-digits'],
    ['84AB', 'error hsn-not-digits'],
    [-8471, 'error hsn-not-digits'],
    [true, 'error hsn-not-digits'],
  ])('%j is none', (cell, told) => {
    expect(readCell(hsn, cell)).toMatchObject({ value: undefined, told: [told] })
  })
})

describe('a unit', () => {
  const unit = choice('uqc', UNITS, 'uqc-unknown')

  test.each([
    ['NOS-NUMBERS', 'NOS'],
    ['NOS', 'NOS'],
    ['Nos.', 'NOS'],
    ['numbers', 'NOS'],
    ['Kg', 'KGS'],
    ['PCS-PIECES', 'PCS'],
    ['pieces', 'PCS'],
    ['Ltr', 'LTR'],
    ['Sq. Ft.', 'SQF'],
    ['Metric Tonnes', 'MTS'],
    ['N.A.', 'NA'],
    ['OTH-OTHERS', 'OTH'],
  ])('“%s” is %s', (cell, value) => {
    expect(readCell(unit, cell).value).toBe(value)
  })

  test('is one of 46, and no text means two of them', () => {
    expect(UNITS).toHaveLength(46)
    const wireOf = new Map<string, string>()
    for (const { wire, label, aliases = [] } of UNITS) {
      for (const text of [wire, label, ...aliases]) {
        expect(wireOf.get(fold(text)) ?? wire).toBe(wire)
        wireOf.set(fold(text), wire)
      }
    }
  })
})

describe('a quantity', () => {
  test.each([
    [12, 1200, []],
    [-1.5, -150, []],
    ['1,200.50', 120_050, []],
    [0.1 + 0.2, 30, []],
    [1.005, 101, ['warning quantity-rounded']],
    ['12 kg', undefined, ['error quantity-not-a-number']],
    [1e15, undefined, ['error quantity-not-a-number']],
    [true, undefined, ['error quantity-not-a-number']],
  ])('%j is %s hundredths', (cell, value, told) => {
    expect(readCell(quantity, cell)).toMatchObject({ value, told })
  })

  test('stands as it is on the wire', () => {
    expect(quantity.toWire(1350)).toBe(13.5)
    expect(quantity.fromWire(13.5)).toBe(1350)
    expect(quantity.fromWire('13.500')).toBe(1350)
    for (const none of ['', 'x', null, {}]) expect(quantity.fromWire(none)).toBeUndefined()
  })
})

describe('a count', () => {
  test.each([
    [44, 44],
    ['44', 44],
    ['1,044', 1044],
    ['44.00', 44],
    [0, 0],
  ])('%j is %s', (cell, value) => {
    expect(readCell(count, cell)).toMatchObject({ value, told: [] })
  })

  test.each([[43.5], [-1], ['many'], [1e10], [1e21], [false]])('%j is none', (cell) => {
    expect(readCell(count, cell).told).toEqual(['error count-not-whole'])
  })

  test('stands as it is on the wire', () => {
    expect(count.fromWire(44)).toBe(44)
    expect(count.fromWire('44')).toBe(44)
    for (const none of ['', 'x', null, 1.5]) expect(count.fromWire(none)).toBeUndefined()
  })
})
