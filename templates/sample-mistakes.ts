// The mistakes planted in the sample company, and where they came to stand: for the tour and for the tests.
import type { Cell } from './block.ts'
import { serialOf } from './columns/date.ts'
import { LAYOUT } from './layout.ts'
import type { TableRows } from './sample-company.ts'
import { numberIn, SERIES } from './sample/series.ts'
import type { Document } from './tables/table.ts'
import { rowsOf } from './writing/rows.ts'

/** Where a mistake is, and which code will name it. */
export interface Planted {
  readonly table: string
  readonly sheet: string
  /** Counted from 0. */
  readonly row: number
  /** The header of the column. */
  readonly column: string
  /** A code of ours, or the portal's where only the portal can know. */
  readonly code: string
  readonly foundBy: 'check' | 'portal'
}

interface Mistake {
  readonly code: string
  readonly foundBy: 'check' | 'portal'
  readonly table: string
  /** Name of the column that is wrong. */
  readonly column: string
  /** Which document: the first that fits, from here on. It goes into the last of its rows. */
  readonly from?: number
  readonly fits?: (document: Document) => boolean
  /** What the cells become, by column name. */
  readonly cells: Readonly<Record<string, (good: Cell) => Cell>>
}

/** Within the state and at 18 % alone: there a mistake brings no second one with it. */
const isOrdinary = ({ fields, lines }: Document) =>
  fields.inv_typ === 'R' && fields.pos === '29' && lines.length === 1 && lines[0]?.rt === 1800

const hasTwoRates = ({ lines }: Document) => lines.length === 2

const MISTAKES: readonly Mistake[] = [
  {
    code: 'gstin-check-character',
    foundBy: 'check',
    table: 'b2b',
    column: 'ctin',
    from: 6,
    fits: isOrdinary,
    cells: { ctin: (good) => withOtherEnd(String(good)) },
  },
  {
    code: 'date-after-period',
    foundBy: 'check',
    table: 'b2b',
    column: 'idt',
    from: 31,
    fits: isOrdinary,
    cells: { idt: () => '05-Nov-2026' },
  },
  {
    code: 'rate-unknown',
    foundBy: 'check',
    table: 'b2b',
    column: 'rt',
    from: 48,
    fits: isOrdinary,
    cells: { rt: () => 17 },
  },
  {
    code: 'pos-unknown',
    foundBy: 'check',
    table: 'b2b',
    column: 'pos',
    from: 66,
    fits: isOrdinary,
    cells: { pos: () => 'Karnatka' },
  },
  {
    code: 'values-disagree',
    foundBy: 'check',
    table: 'b2b',
    column: 'val',
    from: 90,
    fits: hasTwoRates,
    cells: { val: (good) => Math.round(Number(good) * 100 + 900_00) / 100 },
  },
  {
    // Well-formed, but cancelled in the practice portal's registry.
    code: 'RET191360',
    foundBy: 'portal',
    table: 'b2b',
    column: 'ctin',
    from: 140,
    fits: isOrdinary,
    cells: { ctin: () => '29AABCI4567K1Z4', receiver: () => 'Indira Nagar Traders' },
  },
  {
    // Our check only warns of more than 18 months: the law sets later limits, the portal decides.
    code: 'RET191114',
    foundBy: 'portal',
    table: 'b2b',
    column: 'idt',
    from: 163,
    fits: isOrdinary,
    cells: { idt: () => serialOf('2025-02-10') },
  },
  {
    // Such a small one belongs in b2cs.
    code: 'b2cl-not-above-limit',
    foundBy: 'check',
    table: 'b2cl',
    column: 'val',
    from: 2,
    fits: ({ lines }) => lines.length === 1 && lines[0]?.rt === 1800,
    cells: { val: () => 94_400, txval: () => 80_000 },
  },
  {
    // The template's own list offers it.
    code: 'b2cs-type-unknown',
    foundBy: 'check',
    table: 'b2cs',
    column: 'typ',
    from: 5,
    cells: { typ: () => 'E' },
  },
  {
    code: 'note-amount-negative',
    foundBy: 'check',
    table: 'cdnr',
    column: 'txval',
    from: 2,
    fits: ({ fields, lines }) => fields.ntty === 'C' && lines.length === 1,
    cells: { txval: (good) => -Number(good) },
  },
  {
    // As with invoices, our check only warns.
    code: 'RET191115',
    foundBy: 'portal',
    table: 'cdnr',
    column: 'nt_dt',
    from: 10,
    fits: ({ lines }) => lines.length === 1,
    cells: { nt_dt: () => serialOf('2025-01-17') },
  },
  {
    code: 'number-in-two-places',
    foundBy: 'check',
    table: 'cdnur',
    column: 'nt_num',
    fits: ({ fields }) => fields.typ === 'EXPWOP',
    cells: { nt_num: () => numberIn(SERIES.creditNotes, 0) },
  },
  {
    // Our check only warns: the offline tool lets it pass.
    code: 'RET191176',
    foundBy: 'portal',
    table: 'exp',
    column: 'sbdt',
    from: 5,
    cells: { sbdt: (good) => Number(good) - 21 },
  },
  {
    code: 'signs-mixed',
    foundBy: 'check',
    table: 'at',
    column: 'ad_amt',
    fits: hasTwoRates,
    cells: { ad_amt: (good) => -Number(good) },
  },
  {
    code: 'uqc-unknown',
    foundBy: 'check',
    table: 'hsn(b2b)',
    column: 'uqc',
    fits: ({ fields }) => fields.user_desc === 'Fruit jams',
    cells: { uqc: () => 'Jars' },
  },
  {
    code: 'service-with-quantity',
    foundBy: 'check',
    table: 'hsn(b2c)',
    column: 'qty',
    fits: ({ fields }) => String(fields.hsn_sc).startsWith('99'),
    cells: { qty: () => 12 },
  },
  {
    code: 'cancelled-above-total',
    foundBy: 'check',
    table: 'docs',
    column: 'cancel',
    fits: ({ fields }) => fields.doc_num === '4',
    cells: { cancel: () => 40 },
  },
]

/** Rows of cells of `documents`, with every mistake in its place. */
export function plantMistakes(documents: readonly Document[]): {
  rows: TableRows
  planted: readonly Planted[]
} {
  const byTable = new Map(
    [...Map.groupBy(documents, ({ table }) => table.id)].map(([id, own]) => [
      id,
      own.map((document) => ({ document, cells: rowsOf(document) })),
    ]),
  )
  const planted = MISTAKES.map(({ code, foundBy, table: id, column, from = 0, fits, cells }) => {
    const written = byTable.get(id) ?? []
    const at = written.findIndex(
      ({ document }, i) => i >= from && (fits === undefined || fits(document)),
    )
    const found = written[at]
    const row = found?.cells.at(-1)
    if (found === undefined || row === undefined) throw new Error(`nothing to take ${code}`)
    const { columns, sheets } = found.document.table
    for (const [name, spoil] of Object.entries(cells)) {
      const index = columns.findIndex((candidate) => candidate.name === name)
      row[index] = spoil(row[index] ?? null)
    }
    const rowsUpTo = written.slice(0, at + 1).reduce((sum, { cells: own }) => sum + own.length, 0)
    return {
      table: id,
      sheet: sheets[0] ?? id,
      row: LAYOUT.firstRow + rowsUpTo - 1,
      column: columns.find(({ name }) => name === column)?.header ?? '',
      code,
      foundBy,
    }
  })
  const rows = Object.fromEntries(
    [...byTable].map(([id, written]) => [id, written.flatMap(({ cells }) => cells)]),
  )
  return { rows, planted }
}

const withOtherEnd = (gstin: string) => gstin.slice(0, 14) + (gstin.endsWith('A') ? 'B' : 'A')
