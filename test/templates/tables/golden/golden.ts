// What a golden case is: small sheets of one table, and what must come of them. The figures are worked out by hand from the
// law and the portal's documents, never copied from what the program prints.
import type { Cell } from '../../../../templates/block.ts'
import type { JsonObject } from '../../../../templates/payload/wire-document.ts'

/** Cells of a row by column name. */
export type Cells = Readonly<Record<string, Cell>>

/** Where a case plays: October 2026, by the month, no SEZ unit, turnover not known, unless it says so. */
export interface Setting {
  readonly period?: string
  readonly sez?: boolean
  readonly filing?: 'monthly' | 'quarterly'
  /** Rupees. */
  readonly turnover?: number
}

export interface SheetCase extends Setting {
  readonly shows: string
  readonly rows: readonly Cells[]
  /** Sheets of other tables in the same workbook, by table. */
  readonly beside?: Readonly<Record<string, readonly Cells[]>>
  readonly gives: Gives
}

export interface Gives {
  /** `code severity column,column@row`, rows counted from 1 below the header. */
  readonly problems?: readonly string[]
  /** Keys of the documents that are ready. */
  readonly keys: readonly string[]
  /** The payload, less its head. */
  readonly json?: JsonObject
  /** Count and rupees of all documents; what is zero is left out. */
  readonly amounts?: Readonly<Record<string, number>>
  /** The rows that the portal's copy is written as; blank cells are left out. */
  readonly back?: readonly Cells[]
}

/** A change of the good row and the problems it makes, as `code severity column,column`; an error holds the row back. */
export type CellCase = readonly [change: Cells, problems: readonly string[], setting?: Setting]

export interface Golden {
  /** The table's id. */
  readonly table: string
  /** The portal's section that it feeds. */
  readonly section: string
  /** Names its sheet may have. */
  readonly sheets: readonly string[]
  /** The template's headers by column name, each with the others that are understood. */
  readonly headers: Readonly<Record<string, readonly [string, ...string[]]>>
  /** Columns that a sheet may lack. */
  readonly mayLack: readonly string[]
  /** Whether the table is part of a return. */
  readonly periods: readonly (readonly [
    period: string,
    filing: 'monthly' | 'quarterly',
    there: boolean,
  ])[]
  /** A row that is right, in the template's own words. */
  readonly good: Cells
  readonly cases: readonly SheetCase[]
  readonly cells: readonly CellCase[]
  /** What the portal may hand back, with members of its own, and the rows it is written as. */
  readonly portal: { readonly holds: JsonObject; readonly back: readonly Cells[] }
  /**
   * Above the header of the built template: label and total by column. It holds the good row twice, once with a cess of 3.
   */
  readonly template: {
    readonly title: string
    readonly totals: Readonly<Record<string, readonly [label: string, total: number]>>
  }
  readonly refused: Refused
}

/** The good row refused: in every shape that the portal is known to report it, the columns each code is about. */
export interface Refused {
  readonly reports: readonly ((error: Coded) => JsonObject)[]
  readonly about: Readonly<Record<string, string>>
}

/** What stands on a refused group. */
export type Coded = Readonly<{ error_cd: string; error_msg: string }>

/** The taxpayer, of Karnataka (29), and three customers. */
export const OWN = '29AAKPT4821M1Z0'
export const NEIGHBOUR = '29AABCU9004Q1ZQ'
export const FAR = '27AAHCM7310P1Z1'
export const SEZ_UNIT = '24AAGCS6405R1ZW'

/** 9 October 2026 as Excel holds it. */
export const OCT_9 = 46304

/** Every period, by month or by quarter. */
export const ALWAYS = [
  ['072017', 'monthly', true],
  ['102026', 'monthly', true],
  ['122026', 'quarterly', true],
] as const

/** What is said of an invoice of an earlier month. */
export const LATE = 'date-before-period warning idt'
