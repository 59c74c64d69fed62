// Mending one cell: what is certain is written as the template writes it, and nothing else is touched.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../templates/block.ts'
import { serialOf } from '../../../templates/columns/date.ts'
import { fixCell } from '../../../templates/fixing/fix-cell.ts'
import type { Column, Table } from '../../../templates/tables/table.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { cdnr } from '../../../templates/tables/cdnr.ts'
import { docs } from '../../../templates/tables/docs.ts'
import { exp } from '../../../templates/tables/exp.ts'
import { hsnB2b } from '../../../templates/tables/hsn.ts'
import { readCell } from '../columns/read-cell.ts'
import { aGstin, NEIGHBOUR, OCTOBER } from '../b2b-sheet.ts'
import { aSlip } from '../table-sheet.ts'

const columnOf = (table: Table, name: string): Column => {
  const column = table.columns.find((one) => one.name === name)
  if (column === undefined) throw new Error(`${table.id} has no ${name}`)
  return column
}
const fix = (table: Table, name: string, cell: Cell, format = 'General', takesOff = false) =>
  fixCell(columnOf(table, name), cell, format, OCTOBER, takesOff)

describe('what was understood is written as the template has it', () => {
  test.each<[Table, string, Cell, string | number, string | undefined]>([
    [b2b, 'pos', 'Gujarat', '24-Gujarat', '@'],
    [b2b, 'pos', 24, '24-Gujarat', '@'],
    [b2b, 'pos', '24', '24-Gujarat', '@'],
    [b2b, 'ctin', NEIGHBOUR.toLowerCase(), NEIGHBOUR, undefined],
    [b2b, 'ctin', ` ${NEIGHBOUR.slice(0, 2)} ${NEIGHBOUR.slice(2)}`, NEIGHBOUR, undefined],
    [b2b, 'ctin', `${NEIGHBOUR.slice(0, 2)}-${NEIGHBOUR.slice(2)}.`, NEIGHBOUR, undefined],
    [b2b, 'rt', 0.18, 18, undefined],
    [b2b, 'rt', '18%', 18, '0.00'],
    [b2b, 'rt', "'18", 18, '0.00'],
    [b2b, 'idt', '15/10/2026', serialOf('2026-10-15'), 'dd-mmm-yyyy'],
    [b2b, 'idt', '09-Oct-2026', serialOf('2026-10-09'), 'dd-mmm-yyyy'],
    [b2b, 'txval', '1,23,456.50', 123456.5, '0.00'],
    [b2b, 'txval', '₹ 500', 500, '0.00'],
    [b2b, 'val', 1180.456, 1180.46, undefined],
    [b2b, 'rchrg', 'no', 'N', '@'],
    [b2b, 'rchrg', false, 'N', '@'],
    [b2b, 'inv_typ', 'Regular', 'Regular B2B', '@'],
    [cdnr, 'ntty', 'c', 'C', '@'],
    [exp, 'exp_typ', 'wpay', 'WPAY', '@'],
    [hsnB2b, 'uqc', 'nos', 'NOS-NUMBERS', '@'],
    [hsnB2b, 'hsn_sc', '8471.30', '847130', '@'],
    [docs, 'doc_num', 'invoices for outward supply', 'Invoices for outward supply', '@'],
    [docs, 'totnum', '1,204', 1204, '0'],
    [b2b, 'inum', ' INV-7 ', 'INV-7', '@'],
  ])('%o %s: %j', (table, name, cell, becomes, numberFormat) => {
    const mended = fix(table, name, cell)
    expect([mended?.becomes, mended?.numberFormat]).toEqual([becomes, numberFormat])
  })
})

describe('what is right already, or not certain, is left alone', () => {
  test.each<[string, Table, string, Cell, string?]>([
    ['a good cell', b2b, 'pos', '24-Gujarat'],
    ['a blank', b2b, 'pos', ''],
    ['a name that is no state', b2b, 'pos', 'Karnatka'],
    ['code and name that differ', b2b, 'pos', '24-Karnataka'],
    ['a GSTIN with a wrong check character', b2b, 'ctin', `${NEIGHBOUR.slice(0, 14)}0`],
    ['the same in small letters', b2b, 'ctin', `${NEIGHBOUR.slice(0, 14)}0`.toLowerCase()],
    ['a date that can be read two ways', b2b, 'idt', '05/06/2026'],
    ['half a rate', b2b, 'rt', 9],
    ['a percent format that shows the rate', b2b, 'rt', 0.18, '0%'],
    ['paise that the format hides', b2b, 'txval', 1180.45, '0'],
    ['noise below the paisa', b2b, 'txval', 0.1 + 0.2],
    ['a number kept as text by law, typed as a number', b2b, 'inum', 412],
    ['an apostrophe in a legal number', b2b, 'inum', "'INV-7"],
    ['a legal number with a wrong character', b2b, 'inum', 'INV_7'],
    ['a code whose zero was guessed', hsnB2b, 'hsn_sc', 101],
    ['a code that is a number', hsnB2b, 'hsn_sc', 847130],
    ['a column that is not sent', b2b, 'receiver', ' A buyer '],
    ['the usual percentage, which the template leaves blank', b2b, 'diff_percent', '100%'],
    ['an error of Excel', b2b, 'txval', '#REF!'],
  ])('%s', (_, table, name, cell, format = 'General') => {
    expect(fix(table, name, cell, format)).toBeUndefined()
  })

  test('a minus on a note is dropped only where the note takes off by its type', () => {
    expect(fix(cdnr, 'txval', -500, 'General', true)).toMatchObject({ becomes: 500 })
    expect(fix(cdnr, 'txval', '(1,500)', 'General', true)).toMatchObject({ becomes: 1500 })
    expect(fix(cdnr, 'txval', -500, 'General', false)).toBeUndefined()
    expect(fix(b2b, 'txval', -500, 'General', true)).toBeUndefined()
  })
})

/** Ways in which other software and people write what is right. */
const SPELLINGS: readonly ((text: string) => Cell)[] = [
  (text) => text.toLowerCase(),
  (text) => ` ${text}\u00a0`,
  (text) => text.replace(/^\d+-/, ''),
  (text) => text.replace(/-.*$/, ''),
  (text) => `'${text}`,
  (text) => `${text}%`,
  (text) => `₹ ${text}`,
  (text) => `${text}.`,
  (text) => Number(text),
  (text) => Number(text) / 100,
  (text) => -Number(text),
  (text) => text,
]
const aText = fc.oneof(
  aGstin,
  fc.constantFrom(
    ...TABLES.flatMap(({ columns }) => columns.flatMap(({ kind }) => kind.labels ?? [])),
  ),
  fc.integer({ min: 0, max: 99_999_999 }).map(String),
  fc.integer({ min: 0, max: 99_999 }).map((number) => (number / 100).toFixed(3)),
  fc.constantFrom(
    '05/10/2026',
    '5-Oct-26',
    '2026-10-05',
    '1,23,456.50',
    'INV/26-27/1',
    '5%',
    'May',
  ),
)
const aCell = fc.oneof(
  aSlip,
  fc
    .tuple(aText, fc.constantFrom(...SPELLINGS))
    .map(([text, spell]) => spell(text))
    // No cell holds that.
    .filter((cell) => !Number.isNaN(cell)),
)
const aFormat = fc.constantFrom('General', '@', '0', '0.00', '0%', '#,##0', 'dd-mmm-yyyy')

test.each(TABLES.map((table) => [table.id, table] as const))(
  '%s: a mended cell means what it meant, is told nothing, and needs no mending',
  (_, { columns }) => {
    let mended = 0
    fc.assert(
      fc.property(fc.constantFrom(...columns), aCell, aFormat, (column, cell, format) => {
        const found = fixCell(column, cell, format, OCTOBER, false)
        if (found === undefined) return
        mended += 1
        const after = found.numberFormat ?? (typeof cell === 'number' ? format : 'General')
        expect(readCell(column.kind, found.becomes, after)).toEqual({
          value: readCell(column.kind, cell, format).value,
          told: [],
          facts: {},
        })
        expect(fixCell(column, found.becomes, after, OCTOBER, false)).toBeUndefined()
        if (/document-number|shipping-bill/.test(column.kind.name)) {
          expect(found.becomes).toBe(String(cell).trim())
        }
      }),
      { numRuns: 2000 },
    )
    expect(mended).toBeGreaterThan(50)
  },
)
