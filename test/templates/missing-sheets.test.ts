import { expect, test } from 'vitest'
import type { Period } from '../../templates/identifiers.ts'
import { missingSheets } from '../../templates/missing-sheets.ts'
import { tablesOf } from '../../templates/tables/tables.ts'

const tables = tablesOf('102026' as Period)
const names = (...sheets: string[]) => missingSheets(sheets, tables).sheets.map(({ name }) => name)

test('a workbook without any lacks them all, in the order of the template', () => {
  const missing = missingSheets([], tables)
  expect(names()).toEqual(tables.map(({ sheets }) => sheets[0]))
  expect(missing.ofSheets).toBe(tables.length)
})

test('a sheet is there under any of its names, however they are written', () => {
  expect(names('B2B, SEZ, DE', ' b2cs ')).not.toContain('b2b,sez,de')
  expect(names('B2B, SEZ, DE', 'B2CS')).not.toContain('b2cs')
  expect(names('b2b,sez,de (protected)')).toContain('b2b,sez,de')
})

test('only lists that the missing sheets choose from come along, and every one of those', () => {
  for (const { sheets, lists } of [
    missingSheets([], tables),
    missingSheets(names().slice(1), tables),
    missingSheets(names().slice(0, -1), tables),
  ]) {
    const used = sheets.flatMap(({ columns }) => columns.flatMap(({ list }) => list ?? []))
    expect(new Set(lists.map(({ name }) => name))).toEqual(new Set(used))
  }
})

test('in an IFF month a quarterly filer lacks only what the IFF takes', () => {
  const iff = missingSheets([], tablesOf('102026' as Period, 'quarterly'))
  const found = iff.sheets.map(({ name }) => name)
  expect(found.slice(0, 4)).toEqual(['b2b,sez,de', 'b2ba', 'cdnr', 'cdnra'])
  expect(found).not.toContain('b2cs')
  expect(iff.ofSheets).toBe(found.length)
})
