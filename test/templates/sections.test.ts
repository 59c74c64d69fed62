// The sections of the portal's JSON: which tables feed each, and what a row must say of itself.
import { describe, expect, test } from 'vitest'
import type { Period } from '../../templates/identifiers.ts'
import { edited } from '../../templates/payload/edited.ts'
import { toWire } from '../../templates/payload/wire-document.ts'
import { SECTIONS } from '../../templates/sections.ts'
import { TABLES, tablesOf } from '../../templates/tables/tables.ts'
import { read, someRows } from './tables/golden-rows.ts'

/** Section → the tables that feed it. */
const FED = Object.fromEntries(
  SECTIONS.map(({ id }) => [
    id,
    TABLES.filter(({ section }) => section === id).map((table) => table.id),
  ]),
)

test('are 23, and each is fed by the sheet of its name, or by these', () => {
  expect(SECTIONS).toHaveLength(23)
  expect(Object.values(FED).flat()).toHaveLength(TABLES.length)
  const others = Object.entries(FED).filter(([id, tables]) => tables.join() !== id)
  expect(Object.fromEntries(others)).toEqual({
    txpd: ['atadj'],
    txpda: ['atadja'],
    nil: ['exemp'],
    hsn: ['hsn', 'hsn(b2b)', 'hsn(b2c)'],
    doc_issue: ['docs'],
    supeco: ['eco'],
    supecoa: ['ecoa'],
    ecom: ['ecob2b', 'ecourp2b', 'ecob2c', 'ecourp2c'],
    ecoma: ['ecoab2b', 'ecoab2c', 'ecoaurp2b', 'ecoaurp2c'],
  })
})

test('hang where their tables put them', () => {
  for (const table of TABLES) expect(table.shape.path[0]).toBe(table.section)
})

test('are asked for by their own names, but for these', () => {
  const others = SECTIONS.filter(({ id, slug }) => slug !== id).map(({ id, slug }) => [id, slug])
  expect(Object.fromEntries(others)).toEqual({
    txpd: 'txp',
    txpda: 'txpa',
    doc_issue: 'doc-issue',
  })
})

test('stand in the summary in capitals, but for these', () => {
  const others = SECTIONS.filter(({ id, summary: [first] }) => first !== id.toUpperCase())
  expect(Object.fromEntries(others.map(({ id, summary: [first] }) => [id, first]))).toEqual({
    supeco: 'SUPECOM',
    supecoa: 'SUPECOMA',
  })
  const parts = SECTIONS.flatMap(({ summary: [first = '', ...more] }) =>
    more.length === 0 ? [] : [[first, more.map((name) => name.slice(first.length + 1)).join(' ')]],
  )
  expect(Object.fromEntries(parts)).toEqual({
    B2B: '4A 4B 6C SEZWOP SEZWP',
    B2BA: '4A 4B 6C SEZWOP SEZWP',
    HSN: 'B2B B2C',
    ECOM: 'REG DE SEZWOP SEZWP UNREG',
    ECOMA: 'REG DE SEZWOP SEZWP UNREG',
  })
})

test('of an IFF are six', () => {
  const taken = tablesOf('112026' as Period, 'quarterly').map(({ section }) => section)
  expect([...new Set(taken)]).toEqual(['b2b', 'b2ba', 'cdnr', 'cdnra', 'ecom', 'ecoma'])
})

test.each([
  // Tables 14 and 15 came in January 2024, their amendments a month later.
  ['122023', 19],
  ['012024', 21],
  ['022024', 23],
  ['042025', 23],
  ['052025', 23],
])('the return of %s has its tables', (period, sections) => {
  const tables = tablesOf(period as Period)
  expect(new Set(tables.map(({ section }) => section)).size).toBe(sections)
})

test('the return has 29 sheets before 05/2025 and 30 since', () => {
  expect(tablesOf('042025' as Period)).toHaveLength(29)
  expect(tablesOf('052025' as Period)).toHaveLength(30)
})

describe('a row’s flag', () => {
  const flags = (of: (table: (typeof TABLES)[number]) => unknown) =>
    Object.fromEntries(
      TABLES.flatMap((table) => {
        const flag = of(table)
        return flag === undefined ? [] : [[table.section, flag]]
      }),
    )
  const [first, changed] = [
    (table: (typeof TABLES)[number]) =>
      read(table, someRows(table)).documents.map(toWire)[0]?.body.flag,
    (table: (typeof TABLES)[number]) =>
      read(table, someRows(table)).documents.map(toWire).map(edited)[0]?.body.flag,
  ]

  test('is N on new ones of table 15, and on no others', () => {
    expect(flags(first)).toEqual({ ecom: 'N', ecoma: 'N' })
  })

  test('is E on changed ones of tables 14 and 15, and on no others', () => {
    expect(flags(changed)).toEqual({ supeco: 'E', supecoa: 'E', ecom: 'E', ecoma: 'E' })
  })
})
