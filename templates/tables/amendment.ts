// An amendment is its table once more, with what it amends: a document's original number and date, an entry's first month.
import { financialYear } from '../columns/financial-year.ts'
import { month } from '../columns/month.ts'
import { periodIn } from '../financial-year.ts'
import {
  amendmentTooLate,
  originalDated,
  originalMonth,
  originalNotEarlier,
  revisedAfterOriginal,
} from '../rules/amendment-rules.ts'
import { columnOf, type Column, type Derived, type Role, type Rule, type Table } from './table.ts'

/** What an amendment has of its own; its section, sheet and place on the wire are called like the table, unless it says so. */
type Its = Pick<Table, 'id' | 'title'> & Partial<Table>

const amended = (table: Table, its: Its): Table => ({
  ...table,
  amends: table.id,
  section: its.id,
  sheets: [its.id],
  shape: { ...table.shape, path: [its.id] },
  ...its,
})

/** The column of what stood in the earlier return. */
export const original = (column: Column, role: Role): Column => ({
  ...renamed(column, 'Original'),
  name: `o${column.name}`,
  role,
})

/** The column of what stands in its place. */
export const revised = (column: Column): Column => renamed(column, 'Revised')

const renamed = (column: Column, word: string): Column => ({
  ...column,
  header: `${word} ${column.header}`,
  aliases: (column.aliases ?? []).map((text) => `${word} ${text}`),
  width: 25,
})

/** What is amended is earlier by its nature, and has a limit of its own. */
const LATE = new Set(['date-before-period', 'date-over-eighteen-months'])
const staysInAmendment = ({ code }: Rule): boolean => !LATE.has(code)

/** Number and date of the original. */
export const originalNumber = (number: Column, date: Column): readonly Column[] => [
  original(number, 'original-number'),
  original(date, 'original-date'),
]

/** Of documents: the original's number and date stand before the revised ones. */
export function amendedDocuments(table: Table, its: Its): Table {
  const number = columnOf(table, 'number')
  const date = columnOf(table, 'date')
  if (number === undefined || date === undefined) throw new Error(`${table.id} has no documents`)
  const at = table.columns.indexOf(number)
  const dated = originalDated(`o${date.name}`)
  return amended(table, {
    ...its,
    columns: its.columns ?? [
      ...table.columns.slice(0, at),
      ...originalNumber(number, date),
      ...[number, date].map(revised),
      ...table.columns.slice(at + 2),
    ],
    rules: [
      ...table.rules.filter(staysInAmendment),
      originalNotEarlier(dated),
      amendmentTooLate(dated),
      revisedAfterOriginal(date.name, `o${date.name}`),
      ...(its.rules ?? []),
    ],
    totals: table.totals.map((total) =>
      total.column === number.name ? { ...total, column: `o${number.name}` } : total,
    ),
  })
}

/** Where it cannot be amended: its header says that it is the original's. */
export const originalPlace = (place: Column): Column => ({
  ...place,
  header: `Original ${place.header}`,
  aliases: [place.header, ...(place.aliases ?? [])],
})

/** The original month in two cells, which are one member of the wire. */
export const yearColumn: Column = {
  name: 'fy',
  header: 'Financial Year',
  aliases: ['FY', 'Year'],
  kind: financialYear,
  level: 'document',
  need: 'required',
  partOf: 'omon',
  width: 24.6,
}

export const monthColumn: Column = {
  name: 'month',
  header: 'Original Month',
  aliases: ['Month', 'Original Month/Quarter'],
  kind: month,
  level: 'document',
  need: 'required',
  partOf: 'omon',
  width: 18.6,
}

const monthOfOriginal: Derived = {
  level: 'document',
  names: ['omon'],
  of(into) {
    into.omon = periodIn(String(into.fy), String(into.month))
  },
}

/** Of entries: the month they were first reported in, which `its` columns tell, is part of their key. */
export const amendedEntries = (table: Table, its: Its & Pick<Table, 'columns'>): Table =>
  amended(table, {
    ...its,
    key: ['fy', 'month', ...(its.key ?? table.key)],
    derived: [monthOfOriginal, ...table.derived],
    rules: [
      ...table.rules,
      originalNotEarlier(originalMonth),
      amendmentTooLate(originalMonth),
      ...(its.rules ?? []),
    ],
  })
