// The shape of a table: one definition drives reading, checking, the payload both ways, verdicts, templates and review.
import type { Kind, Value } from '../columns/kind.ts'
import type { Gstin, Period } from '../identifiers.ts'
import type { Facts, Severity } from '../problems/problem.ts'
import type { Taxpayer } from '../taxpayer.ts'

/** Where a column's value lives in the tree *party? → document → lines*. */
export type Level = 'party' | 'document' | 'line'

/** What a column is about, the same word in every table: portal codes point at roles, not at columns. */
export type Role =
  | 'party'
  | 'number'
  | 'date'
  | 'original-number'
  | 'original-date'
  | 'value'
  | 'pos'
  | 'type'
  | 'note-type'
  | 'shipping-bill'
  | 'operator'
  | 'rate'
  | 'taxable'
  | 'tax'
  | 'hsn'
  | 'uqc'
  | 'quantity'

export interface Column {
  /** The wire's name, unique in the table; for a sheet-only column a name of ours. */
  readonly name: string
  /** The template's header; matched without regard to case, spaces and stars. */
  readonly header: string
  readonly aliases?: readonly string[]
  readonly kind: Kind
  readonly level: Level
  /**
   * `required`: every row fills it. `header`: the column must be there, its cells may be blank. `blank`: the portal takes
   * nothing here any more; what is typed is not sent, and told.
   */
  readonly need: 'required' | 'header' | 'optional' | 'blank'
  /** What a blank cell stands for. */
  readonly fallback?: Value
  /** Never sent. */
  readonly sheetOnly?: true
  /** The wire's member that several columns make up: a derived value puts it together, and each kind takes its part out. */
  readonly partOf?: string
  /** Rows of one key may differ here: the first that says anything is sent, and the others are told. Else they must agree. */
  readonly rowsDiffer?: 'first-wins'
  readonly role?: Role
  /** Width in the template, in characters. */
  readonly width: number
}

/** Values by column or derived name. Amounts are paise, rates basis points, dates `YYYY-MM-DD`. */
export type Fields = Record<string, Value>

/** The key columns' values in upper case, since the portal compares without regard to case; undefined where not known. */
export const keyParts = (table: Table, fields: Fields): (string | undefined)[] =>
  table.key.map((name) => fields[name]?.toString().toUpperCase())

/** The key of a document of these fields: its parts, joined by `|`. */
export function keyOf({ key }: Table, fields: Fields): string {
  let text: string | undefined
  for (const name of key) {
    const part = fields[name]?.toString().toUpperCase() ?? ''
    text = text === undefined ? part : `${text}|${part}`
  }
  return text ?? ''
}

export const columnOf = (table: Table, wanted: Role): Column | undefined =>
  table.columns.find(({ role }) => role === wanted)

/** The column of a document's number; entries of summary tables have none. */
export const numberColumn = (table: Table): Column | undefined => columnOf(table, 'number')

/** An entry of a summary table by its key, as the sheet writes it: `29-Karnataka, 18`. */
export const entryName = (table: Table, key: readonly (string | undefined)[]): string =>
  key
    .flatMap((part, i) => {
      const column = table.columns.find(({ name }) => name === table.key[i])
      return part === undefined ? [] : (column?.kind.write(part) ?? [])
    })
    .join(', ')

/** One invoice or note. An entry of a summary table is a document with one line. */
export interface Document {
  readonly table: Table
  /** See `keyOf`. */
  readonly key: string
  /** Party and document level. */
  readonly fields: Fields
  lines: Fields[]
  /** The sheet rows it was read from, counted from 0; none when it came from the portal. */
  rows: number[]
}

/** What rules and derived values may look at besides the document. */
export interface Context {
  readonly taxpayer: Pick<Taxpayer, 'sez' | 'filing'> & Partial<Pick<Taxpayer, 'turnover'>>
  readonly gstin: Gstin
  readonly period: Period
}

/** Values the sheet does not carry: computed once for each document or line, and put among its fields. */
export interface Derived {
  readonly level: 'document' | 'line'
  readonly names: readonly string[]
  /** They are paise, and rupees on the wire. */
  readonly money?: true
  readonly of: (into: Fields, document: Document, context: Context) => void
}

export interface Rule {
  readonly code: string
  readonly severity: Severity
  /** First period (`YYYY-MM`) the rule is in force; always where absent. */
  readonly from?: string
  /** Names of the columns that turn red. */
  readonly columns: readonly string[]
  /** Law section, table or portal code the rule comes from. */
  readonly source: string
  /** The facts of the breach, or undefined when all is well. `line` rules run once a line. */
  readonly document?: (document: Document, context: Context) => Facts | undefined
  readonly line?: (line: Fields, document: Document, context: Context) => Facts | undefined
}

/** How documents hang in the portal's JSON. */
export interface Shape {
  /** Path to the outermost list, from the root: `['b2b']`, `['hsn', 'hsn_b2b']`. */
  readonly path: readonly string[]
  /** Where else a document GET has been seen to have the list. */
  readonly downloaded?: readonly (readonly string[])[]
  /** Where else an error report has the list: `['ecom_b2c']`; `[]` is the root. */
  readonly reported?: readonly (readonly string[])[]
  /** A column whose value is the last step of the path (`eco`: the nature of supply picks the member), and not sent beside. */
  readonly member?: string
  /** The list of documents inside a party; absent where the outermost list holds documents. */
  readonly documents?: string
  /** The list of lines inside a document; absent where the document is its own line. */
  readonly lines?: string
  /** The object inside a line that holds its fields (`itm_det`); absent where the line does. */
  readonly detail?: string
  /** Numbers the documents of a list from 1 under this name. */
  readonly counter?: string
  /** Members every new document carries. */
  readonly constants?: Readonly<Record<string, string>>
}

/** What is counted and summed of every document; reviews compare these. */
export type AmountName = 'count' | 'txval' | 'iamt' | 'camt' | 'samt' | 'csamt'

/** The wire members that add up to an amount, where it is not the one of its own name; the count is else the documents'. */
export type AmountNames = Readonly<Partial<Record<AmountName, readonly string[]>>>

export interface Table {
  /** Our name for it: `b2b`. */
  readonly id: string
  /** The wire section it feeds (see sections.ts). */
  readonly section: string
  /** Sheet names; the first is the one our templates use. */
  readonly sheets: readonly string[]
  readonly title: string
  /** First and last period, `YYYY-MM`. */
  readonly from?: string
  readonly until?: string
  /** Also taken in the first two months of a quarter, by the IFF of quarterly filers. */
  readonly iff?: true
  readonly shape: Shape
  /** The table whose earlier documents it amends, by id. */
  readonly amends?: string
  /** Columns that make one document; its number, where it has one, is the last. */
  readonly key: readonly string[]
  /** Tables of one series number their documents together: a number stands once in all of them. */
  readonly series?: 'invoice' | 'note'
  /** Documents with this value in this column count negative in totals, as the portal counts credit notes. */
  readonly minus?: { readonly column: string; readonly value: string }
  /** The column that tells the lines of a document apart, and what a repeat means. */
  readonly line?: { readonly column: string; readonly repeat: 'stop' | 'add' }
  /** Rows of one key: lines of one document, added up into one entry, or a mistake, since each row is a document. */
  readonly rows: 'lines' | 'add' | 'stop'
  readonly columns: readonly Column[]
  readonly derived: readonly Derived[]
  readonly rules: readonly Rule[]
  readonly amounts?: AmountNames
  /** Labels of the totals above the header: column name → label and how it is counted. */
  readonly totals: readonly TotalLabel[]
}

export interface TotalLabel {
  readonly column: string
  readonly label: string
  /** `distinct` values, `sum` of the cells, or `once`: summed once for each document. */
  readonly how: 'distinct' | 'sum' | 'once'
}
