// The mistakes planted in the sample company, and where they came to stand: for the tour and for the tests.
import type { Cell } from './block.ts'
import { serialOf } from './columns/date.ts'
import { LAYOUT } from './layout.ts'
import type { Document, Table } from './tables/table.ts'
import { rowsOf } from './writing/rows.ts'

/** Where a mistake is, and which code will name it. */
export interface Planted {
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
  /** Name of the column that is wrong. */
  readonly column: string
  /** Which invoice: the first ordinary one from here on with so many lines. It goes into the last of its rows. */
  readonly from: number
  readonly lines: 1 | 2
  /** What the cells become, by column name. */
  readonly cells: Readonly<Record<string, (good: Cell) => Cell>>
}

const MISTAKES: readonly Mistake[] = [
  {
    code: 'gstin-check-character',
    foundBy: 'check',
    column: 'ctin',
    from: 6,
    lines: 1,
    cells: { ctin: (good) => withOtherEnd(String(good)) },
  },
  {
    code: 'number-characters',
    foundBy: 'check',
    column: 'inum',
    from: 14,
    lines: 1,
    cells: { inum: (good) => String(good).replace('/26', '#26') },
  },
  {
    code: 'date-after-period',
    foundBy: 'check',
    column: 'idt',
    from: 31,
    lines: 1,
    cells: { idt: () => '05-Nov-2026' },
  },
  {
    code: 'rate-unknown',
    foundBy: 'check',
    column: 'rt',
    from: 48,
    lines: 1,
    cells: { rt: () => 17 },
  },
  {
    code: 'pos-unknown',
    foundBy: 'check',
    column: 'pos',
    from: 66,
    lines: 1,
    cells: { pos: () => 'Karnatka' },
  },
  {
    code: 'rows-disagree',
    foundBy: 'check',
    column: 'val',
    from: 90,
    lines: 2,
    cells: { val: (good) => Math.round(Number(good) * 100 + 900_00) / 100 },
  },
  {
    code: 'amount-negative',
    foundBy: 'check',
    column: 'txval',
    from: 121,
    lines: 1,
    cells: { txval: (good) => -Number(good) },
  },
  {
    // Well-formed, but cancelled in the practice portal's registry.
    code: 'RET191360',
    foundBy: 'portal',
    column: 'ctin',
    from: 140,
    lines: 1,
    cells: { ctin: () => '29AABCI4567K1Z4', receiver: () => 'Indira Nagar Traders' },
  },
  {
    // Our check only warns of more than 18 months: the law sets later limits, the portal decides.
    code: 'RET191114',
    foundBy: 'portal',
    column: 'idt',
    from: 163,
    lines: 1,
    cells: { idt: () => serialOf('2025-02-10') },
  },
]

/** Rows of cells of `invoices`, with every mistake in its place. */
export function plantMistakes(
  table: Table,
  invoices: readonly Document[],
): { cells: readonly (readonly Cell[])[]; planted: readonly Planted[] } {
  const written = invoices.map((invoice) => rowsOf(invoice))
  const planted = MISTAKES.map((mistake) => {
    const at = invoices.findIndex(
      (invoice, i) =>
        i >= mistake.from && invoice.lines.length === mistake.lines && isOrdinary(invoice),
    )
    const row = written[at]?.at(-1)
    if (row === undefined) throw new Error(`no invoice to take ${mistake.code}`)
    for (const [name, spoil] of Object.entries(mistake.cells)) {
      const column = table.columns.findIndex((candidate) => candidate.name === name)
      row[column] = spoil(row[column] ?? null)
    }
    const rowsBefore = written.slice(0, at).reduce((sum, rows) => sum + rows.length, 0)
    return {
      sheet: table.sheets[0] ?? table.id,
      row: LAYOUT.firstRow + rowsBefore + mistake.lines - 1,
      column: table.columns.find(({ name }) => name === mistake.column)?.header ?? '',
      code: mistake.code,
      foundBy: mistake.foundBy,
    }
  })
  return { cells: written.flat(), planted }
}

/** Within the state and at 18 %: there a mistake brings no second one with it. */
const isOrdinary = ({ fields, lines }: Document) =>
  fields.inv_typ === 'R' && fields.pos === '29' && lines[0]?.rt === 1800

const withOtherEnd = (gstin: string) => gstin.slice(0, 14) + (gstin.endsWith('A') ? 'B' : 'A')
