// Walks the rows of one sheet by its table's definition: every row ends in a document, held back, or set aside.
import type { Block, Cell } from '../block.ts'
import { monthOf } from '../identifiers.ts'
import type { Facts, Problem } from '../problems/problem.ts'
import {
  keyParts,
  type Context,
  type Document,
  type Fields,
  type Rule,
  type Table,
} from '../tables/table.ts'
import type { ColumnAt, Header } from './header.ts'
import { holdSiblings } from './hold-siblings.ts'
import { numberOf, rowJoiner, rowsOfLine, type Draft } from './join-rows.ts'
import { rowReader, type RowValues } from './read-row.ts'
import { rowAbove } from './row-above.ts'
import { sampleOf, setAsideOf } from './set-aside.ts'
import { tellerOf, type Sheet, type Tell } from './sheet.ts'
import { cellsBelow, eachRow, isBlank, isBlankBut, type SheetRows } from './sheet-rows.ts'

/** A row that is held back, by as much of its document's key as could be read. */
export interface HeldRow {
  readonly row: number
  /** In the order of `Table.key`, upper case; undefined where the cell could not be read. */
  readonly key: readonly (string | undefined)[]
  /** Everything of party and document level that could be read. */
  readonly fields: Fields
}

export interface SheetReading extends Sheet {
  readonly documents: Document[]
  readonly held: HeldRow[]
  /** Rows below the header that have content, and what became of them: `read` is the sum of the others. */
  readonly counts: { read: number; ready: number; heldBack: number; setAside: number }
}

export function readSheet(
  rows: SheetRows,
  table: Table,
  found: Header,
  context: Context,
): SheetReading {
  const header = { ...found, columns: found.columns.map((at) => amongItsCells(at, rows, found)) }
  const problems: Problem[] = []
  const sheet: Sheet = { rows, table, header, problems }
  const tell = tellerOf(sheet)
  const held: HeldRow[] = []
  const drafts = new Map<string, Draft>()
  const read = rowReader(table, header, context, tell)
  const join = rowJoiner(sheet, tell, drafts)
  const above = rowAbove(table, header)
  const sums = columnSums(header)
  const isSample = sampleOf(header)
  const isSetAside = setAsideOf(header, table, sums.of)
  let count = 0
  let setAside = 0

  if (header.unknown.length > 0) {
    tell('note', 'columns-not-read', [], [], {
      sheet: rows.sheet,
      columns: header.unknown.join(', '),
    })
  }
  if (rows.blocks.some(({ datesFrom1904 }) => datesFrom1904)) {
    tell('note', 'dates-from-1904', [], [], { sheet: rows.sheet })
  }
  eachRow(rows, (row, cells, block) => {
    if (row <= header.row) return
    const { status } = header
    if (status !== undefined && isBlankBut(cells, status - block.firstColumn)) return
    count += 1
    const told = problems.length
    const values = read(row, cells, block)
    // A row whose every cell is good is data: what else it could be is asked of the others only, which are few.
    if (values.good && !isSample(cells, block.firstColumn)) {
      above.remember(cells, block)
      take(row, values)
    } else {
      problems.length = told
      takeDoubtful(row, cells, block)
    }
  })

  function take(row: number, values: RowValues): void {
    sums.add(values.line)
    if (values.good) join(row, values)
    // Rows that repeat the one above share its fields, to which a document's derived values will come.
    else held.push(heldRow(table, row, { ...values.fields }))
  }

  function takeDoubtful(row: number, ownCells: readonly Cell[], block: Block): void {
    const aside = isSetAside(ownCells, block.firstColumn)
    if (aside) {
      setAside += 1
      above.forget()
      const first = header.columns.find(
        ({ index }) => !isBlank(ownCells[index - block.firstColumn]),
      )
      const severity = aside === 'row-is-sample' ? 'warning' : 'note'
      tell(severity, aside, [row], first ? [first.column.name] : [], { row: row + 1 })
      return
    }
    const cells = above.completed(ownCells, block)
    if (cells !== ownCells) {
      tell('note', 'row-continues-above', [row], table.key, { row: row + 1 })
    }
    take(row, read(row, cells, block))
  }

  holdSiblings(table, held, drafts)
  const rules = rulesOf(table, context)
  for (const draft of drafts.values()) {
    derive(draft.document, context)
    if (draft.good) draft.good = keepsRules(draft, rules, context, tell)
  }
  const faulty = new Set(
    problems.flatMap(({ severity, cells }) =>
      severity === 'error' ? cells.map(({ row }) => row) : [],
    ),
  )
  const documents: Document[] = []
  for (const { document, good, heldWith } of drafts.values()) {
    if (good) {
      documents.push(document)
      continue
    }
    holdRows(held, document)
    const innocent = document.rows.filter((row) => !faulty.has(row))
    const culprit = heldWith ?? document.rows.find((row) => faulty.has(row))
    if (innocent.length === 0 || culprit === undefined) continue
    const facts = { row: culprit + 1, number: numberOf(document) }
    tell('warning', 'held-with-row', innocent, table.key, facts)
  }
  const ready = documents.reduce((sum, document) => sum + document.rows.length, 0)
  const counts = { read: count, ready, heldBack: held.length, setAside }
  return { ...sheet, documents, held, counts }
}

function amongItsCells(at: ColumnAt, rows: SheetRows, { row }: Header): ColumnAt {
  const { among } = at.column.kind
  return among === undefined ? at : { ...at, kind: among(cellsBelow(rows, row, at.index)) }
}

/** Takes a document back out of a reading: its rows are held back. */
export function holdDocument(reading: SheetReading, document: Document): void {
  const at = reading.documents.indexOf(document)
  if (at < 0) return
  reading.documents.splice(at, 1)
  holdRows(reading.held, document)
  reading.counts.heldBack += document.rows.length
  reading.counts.ready -= document.rows.length
}

/** Puts the derived values among the fields of the document and its lines. */
export function derive(document: Document, context: Context): void {
  const { table, fields, lines } = document
  for (let at = 0; at < table.derived.length; at += 1) {
    const derived = table.derived[at]
    if (derived?.level === 'document') derived.of(fields, document, context)
    else for (let i = 0; i < lines.length; i += 1) derived?.of(lines[i] ?? {}, document, context)
  }
}

const heldRow = (table: Table, row: number, fields: Fields): HeldRow => ({
  row,
  key: keyParts(table, fields),
  fields,
})

function holdRows(held: HeldRow[], { table, rows, fields }: Document): void {
  for (const row of rows) held.push(heldRow(table, row, fields))
}

/** Sums of the lines' columns so far; none before the second row, since a total of one row is no sign of a totals row. */
function columnSums({ columns }: Header) {
  const names = columns.filter(({ column }) => column.level === 'line').map((at) => at.column.name)
  const sums = names.map(() => 0)
  let rows = 0
  return {
    add(line: Fields) {
      rows += 1
      for (let i = 0; i < names.length; i += 1) {
        const value = line[names[i] ?? '']
        if (typeof value === 'number') sums[i] = (sums[i] ?? 0) + value
      }
    },
    of: (name: string): number | undefined =>
      rows < 2 ? undefined : (sums[names.indexOf(name)] ?? 0),
  }
}

/** The rules of a table that are in force in the period. */
function rulesOf(table: Table, { period }: Context): readonly Rule[] {
  const month = monthOf(period)
  return table.rules.filter(({ from }) => from === undefined || from <= month)
}

/** Runs the rules; false when an error was among them. */
function keepsRules(draft: Draft, rules: readonly Rule[], context: Context, tell: Tell): boolean {
  const { document } = draft
  const { rows, lines } = document
  let good = true
  for (let at = 0; at < rules.length; at += 1) {
    const rule = rules[at]
    if (rule === undefined) continue
    const facts = rule.document?.(document, context)
    if (facts !== undefined) broken(rule, rows, facts)
    if (rule.line === undefined) continue
    for (let i = 0; i < lines.length; i += 1) {
      const facts = rule.line(lines[i] ?? {}, document, context)
      if (facts !== undefined) broken(rule, rowsOfLine(draft, i), facts)
    }
  }
  return good

  function broken({ severity, code, columns }: Rule, at: readonly number[], facts: Facts): void {
    tell(severity, code, at, columns, facts)
    if (severity === 'error') good = false
  }
}
