// Small b2b sheets for tests: rows of plain values under the template's headers.
import type { Block, Cell } from '../templates/block.ts'
import type { Gstin, Paise, Period } from '../templates/identifiers.ts'
import { checkCharacter } from '../templates/identifiers.ts'
import { b2b } from '../templates/tables/b2b.ts'
import type { Taxpayer } from '../templates/taxpayer.ts'

export const PERIOD = '102026' as Period
export const gstin = (first14: string): Gstin => (first14 + checkCharacter(first14)) as Gstin

/** A proprietor in Karnataka; the signatory's PAN is a person's. */
export const TAXPAYER: Taxpayer = {
  gstin: gstin('29ABZPN4827F1Z'),
  username: 'nandi.foods',
  turnover: 41_250_000_00 as Paise,
  turnoverToDate: 11_830_450_50 as Paise,
  sez: false,
  filing: 'monthly',
  signatoryPan: 'ABZPN4827F',
}

export const BUYERS = [
  gstin('27AATFD7643S1Z'),
  gstin('33AAVCO9914A1Z'),
  gstin('29AAKFC3141B1Z'),
  gstin('24AAGCS6405R1Z'),
] as const
/** Known as cancelled to the practice portal. */
export const INACTIVE_BUYER = gstin('29AABCI4567K1Z')

export interface Row {
  ctin: Cell
  receiver: Cell
  inum: Cell
  idt: Cell
  val: Cell
  pos: Cell
  rchrg: Cell
  diff_percent: Cell
  inv_typ: Cell
  etin: Cell
  rt: Cell
  txval: Cell
  csamt: Cell
}

/** A good row: ₹1,000 at 18 % to another state, dated in the period. 46310 is 15-10-2026. */
export function row(over: Partial<Row> = {}): Row {
  const ctin = over.ctin ?? BUYERS[0]
  return {
    ctin,
    receiver: 'A buyer',
    inum: 'INV-1',
    idt: 46310,
    val: 1180,
    pos: STATES[String(ctin).slice(0, 2)] ?? '27-Maharashtra',
    rchrg: 'N',
    diff_percent: '',
    inv_typ: 'Regular B2B',
    etin: '',
    rt: 18,
    txval: 1000,
    csamt: 0,
    ...over,
  }
}

const STATES: Readonly<Record<string, string>> = {
  '24': '24-Gujarat',
  '27': '27-Maharashtra',
  '29': '29-Karnataka',
  '33': '33-Tamil Nadu',
}

export const HEADERS: readonly string[] = b2b.columns.map(({ header }) => header)
/** Rows as the template stacks them: title, totals, headers in row 4, data from row 5. */
export const FIRST_ROW = 4

export function sheet(rows: readonly Row[], name = 'b2b,sez,de'): Block[] {
  const data = rows.map((cells) => b2b.columns.map((column) => cells[column.name as keyof Row]))
  return [block([[b2b.title], [''], [''], [...HEADERS], ...data], name)]
}

export function block(values: readonly (readonly Cell[])[], name = 'b2b,sez,de'): Block {
  const width = values.reduce((widest, cells) => Math.max(widest, cells.length), 0)
  return {
    sheet: name,
    firstRow: 0,
    firstColumn: 0,
    values,
    numberFormat: Array.from({ length: width }, () => 'General'),
    hiddenRows: 0,
    hiddenSheet: false,
  }
}
