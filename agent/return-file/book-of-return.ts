// A return's file as a workbook in the template's layout; what the portal refused is marked on the cells it is about.
import type { Cell } from '../../templates/block.ts'
import { portalCode } from '../../templates/problems/portal-codes.ts'
import { sentence } from '../../templates/problems/english.ts'
import { refuse } from '../../templates/problems/problem.ts'
import type { Context, Table } from '../../templates/tables/table.ts'
import { TABLES, tablesOf } from '../../templates/tables/tables.ts'
import { buildTemplate, type Mark, type TextSheet } from '../../templates/workbook.ts'
import { rowsOfWire } from '../../templates/writing/wire-rows.ts'
import { portalProblem } from '../filing/verdict.ts'
import { encoded } from '../xlsx/strings.ts'
import type { FileDocument, Refusal, ReturnFile } from './read-return.ts'

export interface ReturnBook {
  readonly bytes: Uint8Array
  readonly sheets: readonly SheetOfBook[]
}

/** A sheet that has rows. */
export interface SheetOfBook {
  readonly sheet: string
  readonly table: string
  readonly documents: number
  readonly rows: number
  readonly marked: number
  /** The table does not exist in the period, and what is on its sheet will not be read. */
  readonly outside: boolean
}

export async function bookOf(file: ReturnFile, context: Context): Promise<ReturnBook> {
  const { documents, unread } = file
  const ofPeriod = tablesOf(context.period, context.taxpayer.filing)
  const used = new Set(documents.map(({ table }) => table))
  const tables = TABLES.filter((table) => ofPeriod.includes(table) || used.has(table))
  const rows: Record<string, Cell[][]> = {}
  const marks: Record<string, Mark[]> = {}
  const sheets: SheetOfBook[] = []
  for (const table of tables.filter((one) => used.has(one))) {
    const own = documents.filter((document) => document.table === table)
    const ofTable: Cell[][] = []
    const marksOfTable: Mark[] = []
    for (const document of own) {
      const cells = rowsOfWire(table, document.wire, context)
      const first = ofTable.length
      marksOfTable.push(...cells.flatMap((_, i) => marksOf(document, first + i)))
      ofTable.push(...cells.map((row) => row.map(asWritten)))
    }
    rows[table.id] = ofTable
    marks[table.id] = marksOfTable
    sheets.push({
      sheet: table.sheets[0] ?? table.id,
      table: table.id,
      documents: own.length,
      rows: ofTable.length,
      marked: own.filter(({ refusals }) => refusals.length > 0).length,
      outside: !ofPeriod.includes(table),
    })
  }
  const texts = unread.length > 0 ? [notReadSheet(unread)] : []
  const bytes = await buildTemplate(tables, context.period, { rows, marks, texts })
  return { bytes, sheets }
}

/** Excel takes as much text in a cell as this, and a little more. */
const LONGEST = 32_000

const inCell = (text: string): string => encoded(text.slice(0, LONGEST))

const asWritten = (cell: Cell): Cell => (typeof cell === 'string' ? inCell(cell) : cell)

/** One mark a cell, with everything that is said about it. */
function marksOf({ table, refusals }: FileDocument, row: number): Mark[] {
  const about = refusals.flatMap((refusal) =>
    columnsAbout(table, refusal.code).map((column) => ({ column, text: commentOf(refusal) })),
  )
  return [...Map.groupBy(about, ({ column }) => column)].map(([column, said]) => ({
    row,
    column,
    comment: inCell(said.map(({ text }) => text).join('\n\n')),
  }))
}

function commentOf({ code, message }: Refusal): string {
  const { problem } =
    code === '' && message === ''
      ? refuse('refused-without-reason')
      : { problem: portalProblem('save', code, message) }
  const { title, what, remedy } = sentence(problem)
  return `${title}.\n${what}\n${remedy}`
}

/** The columns a code is about; those of the document's key where it is about none. */
function columnsAbout(table: Table, code: string): number[] {
  const roles = portalCode('save', code)?.roles ?? []
  const about = table.columns.flatMap(({ role }, i) => (role && roles.includes(role) ? [i] : []))
  if (about.length > 0) return about
  return table.columns.flatMap(({ name }, i) => (table.key.includes(name) ? [i] : []))
}

const notReadSheet = (unread: ReturnFile['unread']): TextSheet => ({
  name: 'Not read',
  place: 'last',
  widths: [30, 120],
  rows: [
    ['What the file has', 'As it stands there: no sheet of GSTR-1 holds it, or not in this form'],
    ...unread.map(({ name, json }) => [inCell(name), inCell(json)]),
  ],
})
