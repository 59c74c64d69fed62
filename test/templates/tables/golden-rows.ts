// Sheets of any table for laws: the golden rows, and rows with cells of chance.
import fc from 'fast-check'
import type { Cell } from '../../../templates/block.ts'
import type { SheetReading } from '../../../templates/reading/read-sheet.ts'
import type { Column, Table } from '../../../templates/tables/table.ts'
import { aDocumentNumber, aGstin, block, OCTOBER, onlySheet } from '../b2b-sheet.ts'
import type { Cells, Golden } from './golden/golden.ts'
import { GOLDENS } from './golden/goldens.ts'

function goldenOf(table: Table): Golden {
  const golden = GOLDENS.find((one) => one.table === table.id)
  if (golden === undefined) throw new Error(`no golden cases of ${table.id}`)
  return golden
}

/** Reads the template's sheet of a table with these rows. */
export const read = (table: Table, rows: readonly (readonly Cell[])[]): SheetReading =>
  onlySheet(
    [
      block([[table.title], [''], [''], table.columns.map(({ header }) => header), ...rows], {
        sheet: table.sheets[0] ?? '',
      }),
    ],
    OCTOBER,
    [table],
  )

const rowOf = (table: Table, cells: Cells): Cell[] =>
  table.columns.map(({ name }) => cells[name] ?? '')

/** Some documents that are right: the rows of the first golden case. */
export const someRows = (table: Table): Cell[][] =>
  (goldenOf(table).cases[0]?.rows ?? []).map((row) => rowOf(table, row))

/** So far below the eleven digits that a few added rows stay below. */
const rupees = (least: number) =>
  fc.integer({ min: least, max: 999_999_999_999 }).map((paise) => paise / 100)

/** Good cells by kind; kinds that are not here choose from their labels. */
const CELLS: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  text: fc.constantFrom('', 'Cotton sarees', 'Total Station', '#N/A'),
  gstin: aGstin,
  'document-number': aDocumentNumber,
  date: fc.constantFrom<Cell>(46296, 46326, '1-Oct-2026', '28-Feb-2026'),
  amount: rupees(0),
  'signed-amount': rupees(-999_999_999_999),
  count: fc.nat(60),
  quantity: fc.integer({ min: -99_999, max: 99_999 }).map((hundredths) => hundredths / 100),
  hsn: fc.constantFrom<Cell>('8471', '847130', 84713010, '998313', '0101'),
  'port-code': fc.constantFrom<Cell>('', 'INNSA1', 'inblr4'),
  'shipping-bill': fc.constantFrom<Cell>('123', 4417720, '0000123'),
}

const aCell = ({ kind, need }: Column): fc.Arbitrary<Cell> => {
  const cells = CELLS[kind.name] ?? fc.constantFrom<Cell>(...(kind.labels ?? []))
  return need === 'optional' || need === 'header' ? fc.oneof(cells, fc.constant('')) : cells
}

/** The good row with numbers of its own and up to three other cells: most of them are right. */
export const aRow = (table: Table): fc.Arbitrary<Cell[]> =>
  fc
    .tuple(
      fc.record({ number: aDocumentNumber, 'original-number': aDocumentNumber }),
      fc.subarray(
        table.columns.map((column, at) => ({ column, at })),
        { maxLength: 3 },
      ),
    )
    .chain(([numbers, chosen]) =>
      fc.tuple(...chosen.map(({ column }) => aCell(column))).map((cells) => {
        const row = rowOf(table, goldenOf(table).good)
        table.columns.forEach(({ role }, at) => {
          if (role === 'number' || role === 'original-number') row[at] = numbers[role]
        })
        chosen.forEach(({ at }, i) => (row[at] = cells[i] ?? ''))
        return row
      }),
    )
