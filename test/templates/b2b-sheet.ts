// A b2b sheet as the tests write it: rows of named cells, blocks of the whole, and what reading gives.
import fc from 'fast-check'
import type { Block, Cell } from '../../templates/block.ts'
import { serialOf } from '../../templates/columns/date.ts'
import { checkCharacter, isGstin, isPeriod, type Gstin } from '../../templates/identifiers.ts'
import { readWorkbook } from '../../templates/reading/read-workbook.ts'
import type { SheetReading } from '../../templates/reading/read-sheet.ts'
import { b2b } from '../../templates/tables/b2b.ts'
import type { Context, Document, Table } from '../../templates/tables/table.ts'

/** A GSTIN of its first 14 characters. */
export function gstinOf(first14: string): Gstin {
  const gstin = first14 + checkCharacter(first14)
  if (!isGstin(gstin)) throw new Error(`${gstin} is none`)
  return gstin
}

export const OWN = gstinOf('29AAKPT4821M1Z')
export const NEIGHBOUR = gstinOf('29AABCU9004Q1Z')
export const FAR = gstinOf('27AAHCM7310P1Z')

export function contextOf(period: string, sez = false): Context {
  if (!isPeriod(period)) throw new Error(`${period} is no period`)
  return { taxpayer: { sez, filing: 'monthly' }, gstin: OWN, period }
}

export const OCTOBER = contextOf('102026')

/** One invoice line to a customer in the same state; change what matters to the test. */
const LINE: Readonly<Record<string, Cell>> = {
  ctin: NEIGHBOUR,
  receiver: 'Shree Ganesh Traders',
  inum: 'KT/26-27/0412',
  idt: serialOf('2026-10-09'),
  val: 11800,
  pos: '29-Karnataka',
  rchrg: 'N',
  inv_typ: 'Regular B2B',
  rt: 18,
  txval: 10000,
  csamt: 0,
}

export const HEADERS: readonly string[] = b2b.columns.map(({ header }) => header)
const NAMES = b2b.columns.map(({ name }) => name)

/** Column of a name in the template's order. */
export const at = (name: string): number => NAMES.indexOf(name)

export const line = (cells: Readonly<Record<string, Cell>> = {}): Cell[] =>
  NAMES.map((name) => ({ ...LINE, ...cells })[name] ?? '')

/** A line whose document's cells stand above. */
export const below = (cells: Readonly<Record<string, Cell>>): Cell[] =>
  NAMES.map((name) => cells[name] ?? '')

/** The first row under the header, counted from 0, as the template has it. */
export const FIRST = 4

export function block(values: readonly (readonly Cell[])[], more: Partial<Block> = {}): Block {
  return {
    sheet: 'b2b,sez,de',
    firstRow: 0,
    firstColumn: 0,
    values,
    numberFormat: [],
    hiddenRows: 0,
    hiddenSheet: false,
    ...more,
  }
}

/** The template's sheet with these rows of data. */
export const sheetOf = (rows: readonly (readonly Cell[])[], more: Partial<Block> = {}): Block =>
  block([['Summary For B2B', '', 'HELP'], ['No. of Recipients'], [1], [...HEADERS], ...rows], more)

/** Reads the one sheet, which must be readable. */
export function readRows(
  rows: readonly (readonly Cell[])[],
  context: Context = OCTOBER,
): SheetReading {
  return onlySheet([sheetOf(rows)], context)
}

export function onlySheet(
  blocks: readonly Block[],
  context: Context = OCTOBER,
  tables: readonly Table[] = [b2b],
): SheetReading {
  const { sheets, notRead } = readWorkbook(blocks, context, tables)
  const [sheet] = sheets
  if (sheet === undefined) throw new Error(JSON.stringify(notRead))
  return sheet
}

/** The one document of a reading. */
export function onlyDocument({ documents }: SheetReading): Document {
  const [document] = documents
  if (document === undefined || documents.length > 1)
    throw new Error(`${documents.length} documents`)
  return document
}

/** Codes of a reading's problems with the rows they stand on, counted from the first row of data. */
export const told = ({ problems }: SheetReading, severity?: string): string[] =>
  problems
    .filter((problem) => severity === undefined || problem.severity === severity)
    .map(({ code, cells }) => `${code} ${cells.map(({ row }) => row - FIRST).join(',')}`.trim())

/** The three counts of a reading, which must tie. */
export const counts = ({ counts: { read, ready, heldBack, setAside } }: SheetReading) =>
  `${read} = ${ready} ready + ${heldBack} held + ${setAside} aside`

const letters = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    minLength: length,
    maxLength: length,
  })

export const aGstin: fc.Arbitrary<Gstin> = fc
  .tuple(
    fc.constantFrom('07', '24', '27', '29', '33'),
    letters(5),
    fc.integer({ min: 0, max: 9999 }),
    letters(1),
  )
  .map(([state, name, digits, last]) =>
    gstinOf(`${state}${name}${String(digits).padStart(4, '0')}${last}1Z`),
  )

export const aDocumentNumber: fc.Arbitrary<string> = fc
  .string({ unit: fc.constantFrom(...'AZaz019/-'), minLength: 1, maxLength: 16 })
  .filter((text) => /[A-Za-z1-9]/.test(text))
