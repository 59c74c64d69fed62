// A sheet of the template as plain facts, the same for the .xlsx file and for sheets added to an open workbook.
import type { Kind } from './columns/kind.ts'
import { LIMITS, type Limit } from './limits.ts'
import type { Table } from './tables/table.ts'
import { totalFormula } from './totals.ts'

export interface TemplateSheet {
  readonly name: string
  /** The wire section it feeds. */
  readonly section: string
  readonly title: string
  readonly columns: readonly TemplateColumn[]
}

export interface TemplateColumn {
  readonly header: string
  /** In characters, as a workbook file counts them. */
  readonly width: number
  readonly numberFormat: string
  /** Name of the list that its cells are chosen from. */
  readonly list?: string
  readonly limit?: Limit
  readonly total?: TemplateTotal
}

export interface TemplateTotal {
  readonly label: string
  /** Without the leading `=`. */
  readonly formula: string
  readonly numberFormat: string
}

/** What a drop-down offers. */
export interface TemplateList {
  /** `INVOICE_TYPE` */
  readonly name: string
  readonly numberFormat: string
  readonly cells: readonly (string | number)[]
}

/** The sheet that holds the lists: one a column, its name on top. */
export const LISTS_SHEET = 'master'

export const LOOKS = {
  banner: { fill: '#0070C0', color: '#FFFFFF' },
  heading: { fill: '#FCE4D6' },
  /** In points. */
  headerHeight: 30,
  /** Of the lists' columns, in characters. */
  listWidth: 36,
} as const

export function templateSheet(table: Table): TemplateSheet {
  const { id, section, sheets, title, columns, totals } = table
  return {
    name: sheets[0] ?? id,
    section,
    title,
    columns: columns.map(({ name, header, width, kind }) => {
      const total = totals.find(({ column }) => column === name)
      const limit = kind.labels ? undefined : LIMITS[kind.name]
      return {
        header,
        width,
        numberFormat: kind.numberFormat,
        ...(kind.labels && { list: listName(kind) }),
        ...(limit && { limit }),
        ...(total && {
          total: {
            label: total.label,
            formula: totalFormula(table, total),
            numberFormat: total.how === 'distinct' ? '0' : kind.numberFormat,
          },
        }),
      }
    }),
  }
}

/** Every list of these tables, once. */
export function templateLists(tables: readonly Table[]): TemplateList[] {
  const kinds = tables.flatMap(({ columns }) => columns.map(({ kind }) => kind))
  const lists = new Map(kinds.filter(({ labels }) => labels).map((kind) => [listName(kind), kind]))
  return [...lists].map(([name, { labels = [], numberFormat }]) => ({
    name,
    numberFormat,
    // A list of numbers must hold numbers, or what it offers would be text.
    cells: labels.map((label) => (numberFormat === '@' ? label : Number(label))),
  }))
}

/** `invoice-type` → `INVOICE_TYPE` */
const listName = ({ name }: Kind) => name.toUpperCase().replaceAll('-', '_')
