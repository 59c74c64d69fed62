// An entry has no number: a sentence calls it by its key, as its sheet writes it.
import { expect, test } from 'vitest'
import { entryName, numberColumn } from '../../../templates/tables/table.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { read, someRows } from './golden-rows.ts'

const NAMES: Readonly<Record<string, string>> = {
  b2cs: 'OE, 29-Karnataka, 18',
  b2csa: '2026-27, AUGUST, OE, 29-Karnataka',
  at: '29-Karnataka',
  ata: '2026-27, AUGUST, 29-Karnataka',
  atadj: '29-Karnataka',
  atadja: '2026-27, AUGUST, 29-Karnataka',
  hsn: '84713010, NOS-NUMBERS, 18',
  'hsn(b2b)': '84713010, NOS-NUMBERS, 18',
  'hsn(b2c)': '84713010, NOS-NUMBERS, 18',
  eco: 'Liable to collect tax u/s 52(TCS), 27BBQPS4410R1C4',
  ecoa: '2026-27, AUGUST, Liable to collect tax u/s 52(TCS), 27BBQPS4410R1C4, 27BBQPS4410R1C4',
  ecob2c: '33AADCN5528K1ZD, 29-Karnataka, 5',
  ecourp2c: '29-Karnataka, 5',
  ecoab2c: '2026-27, AUGUST, 33AADCN5528K1ZD, 29-Karnataka',
  ecoaurp2c: '2026-27, AUGUST, 29-Karnataka',
}

const entries = TABLES.filter((table) => numberColumn(table) === undefined && table.id in NAMES)

test('every table of entries is here, but for exempt supplies and series of documents', () => {
  const others = TABLES.filter((table) => numberColumn(table) === undefined && !(table.id in NAMES))
  expect(others.map(({ id }) => id)).toEqual(['exemp', 'docs'])
  expect(entries).toHaveLength(Object.keys(NAMES).length)
})

test.each(entries.map((table) => ({ id: table.id, table })))('$id', ({ id, table }) => {
  const [first] = read(table, someRows(table)).documents
  expect(entryName(table, first?.key.split('|') ?? [])).toBe(NAMES[id])
})
