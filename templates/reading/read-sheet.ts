// The interpreter: walks the rows of one sheet by its table's definition and makes documents and problems of them.
import type { Block, Cell } from '../block.ts'
import { fold, isErrorText, textOf, type Report, type Value } from '../columns/kind.ts'
import type { Facts, Problem, Severity } from '../problems/problem.ts'
import type { Context, Document, Fields, Table } from '../tables/table.ts'
import type { Header } from './header.ts'
import { setAsideReason } from './set-aside.ts'
import { cellAt, eachRow, formatOf, isBlank, rowCells, type SheetRows } from './sheet-rows.ts'

/** A row that is held back, by as much of its document's key as could be read. */
export interface HeldRow {
  readonly row: number
  /** In the order of `Table.key`, upper case; undefined where the cell could not be read. */
  readonly key: readonly (string | undefined)[]
  /** Everything of party and document level that could be read. */
  readonly fields: Fields
}

export interface SheetReading {
  readonly rows: SheetRows
  readonly table: Table
  readonly header: Header
  readonly documents: Document[]
  readonly held: HeldRow[]
  readonly problems: Problem[]
  readonly counts: { read: number; ready: number; heldBack: number; setAside: number }
}

/** A document while its rows come in. */
interface Draft {
  readonly document: Document
  good: boolean
}

export const keyOf = (parts: readonly unknown[]): string => parts.join('|').toUpperCase()

export function readSheet(
  rows: SheetRows,
  table: Table,
  header: Header,
  context: Context,
): SheetReading {
  const { columns } = header
  const problems: Problem[] = []
  const held: HeldRow[] = []
  const drafts = new Map<string, Draft>()
  const sums = new Map<string, number>()
  const counts = { read: 0, ready: 0, heldBack: 0, setAside: 0 }
  const keyColumns = columns
    .filter(({ column }) => table.key.includes(column.name) || column.name === table.line?.column)
    .map(({ index }) => index)
  const indexOf = new Map(columns.map(({ column, index }) => [column.name, index]))

  const report = reporter(context, (severity, code, facts, row, column) => {
    problems.push({
      code,
      severity,
      source: 'check',
      cells: [rowCells(rows, row, [column], keyColumns)],
      facts,
    })
  })
  const pointAt = (at: readonly number[], names: readonly string[]) => {
    const marked = names.flatMap((name) => indexOf.get(name) ?? [])
    return [...at].map((row) => rowCells(rows, row, marked, keyColumns))
  }
  const tell = (
    severity: Severity,
    code: string,
    at: readonly number[],
    names: readonly string[],
    facts: Facts,
  ) => problems.push({ code, severity, source: 'check', cells: pointAt(at, names), facts })

  let above: readonly Cell[] | undefined
  let aboveColumn = 0

  eachRow(rows, (row, ownCells, block) => {
    if (row <= header.row) return
    counts.read += 1
    const aside = setAsideReason(
      ownCells,
      block.firstColumn,
      header,
      table,
      (name) => sums.get(name) ?? 0,
    )
    if (aside) {
      counts.setAside += 1
      const first = columns.find(({ index }) => !isBlank(ownCells[index - block.firstColumn]))
      tell(
        aside === 'row-is-sample' ? 'warning' : 'note',
        aside,
        [row],
        first ? [first.column.name] : [],
        { row: row + 1 },
      )
      return
    }
    let cells = ownCells
    if (table.rows === 'lines' && above && continuesRowAbove(ownCells, block)) {
      cells = filledFrom(above, aboveColumn, ownCells, block)
      tell('note', 'row-continues-above', [row], table.key, { row: row + 1 })
    }
    above = cells
    aboveColumn = block.firstColumn
    readRow(row, cells, block)
  })

  /** Party, number and date blank, a line's cells filled: the second rate of the document above (quirk 19). */
  function continuesRowAbove(cells: readonly Cell[], block: Block): boolean {
    const blankAt = (name: string) => isBlank(cells[(indexOf.get(name) ?? -1) - block.firstColumn])
    const heads = columns.filter(
      ({ column }) => table.key.includes(column.name) || column.role === 'date',
    )
    const lines = columns.filter(
      ({ column }) => column.level === 'line' && column.need === 'required',
    )
    return (
      heads.every(({ column }) => blankAt(column.name)) &&
      lines.every(({ column }) => !blankAt(column.name))
    )
  }

  function filledFrom(
    source: readonly Cell[],
    sourceColumn: number,
    cells: readonly Cell[],
    block: Block,
  ): Cell[] {
    const filled = [...cells]
    for (const { column, index } of columns) {
      const at = index - block.firstColumn
      if (column.level !== 'line' && isBlank(filled[at]))
        filled[at] = source[index - sourceColumn] ?? ''
    }
    return filled
  }

  function readRow(row: number, cells: readonly Cell[], block: Block): void {
    const fields: Fields = {}
    const line: Fields = {}
    report.start(row)
    for (const { column, index } of columns) {
      const cell = cells[index - block.firstColumn] ?? ''
      report.column = index
      let value: Value | undefined
      if (isBlank(cell)) {
        value = column.fallback
        if (column.need === 'required') report.error('cell-missing', { column: column.header })
      } else if (column.need === 'blank') {
        report.warning('column-not-sent', { column: column.header, found: textOf(cell) })
      } else if (isErrorText(cell)) {
        const code = cell === '#UNCALCULATED!' ? 'cell-not-calculated' : 'cell-error'
        report.error(code, { column: column.header, found: cell })
      } else {
        value = column.kind.read(cell, formatOf(block, row, index), report)
      }
      if (value === undefined) continue
      if (column.level === 'line') line[column.name] = value
      else fields[column.name] = value
    }
    for (const [name, value] of Object.entries(line)) {
      if (typeof value === 'number') sums.set(name, (sums.get(name) ?? 0) + value)
    }
    if (report.failed) holdRow(row, fields)
    else join(row, fields, line)
  }

  function holdRow(row: number, fields: Fields): void {
    const key = table.key.map((name) =>
      fields[name] === undefined ? undefined : String(fields[name]).toUpperCase(),
    )
    held.push({ row, key, fields })
  }

  function join(row: number, fields: Fields, line: Fields): void {
    const key = keyOf(table.key.map((name) => fields[name]))
    const draft = drafts.get(key)
    if (draft === undefined) {
      drafts.set(key, { document: { table, key, fields, lines: [line], rows: [row] }, good: true })
      return
    }
    const { document } = draft
    const first = document.rows[0] ?? row
    for (const { column, index } of columns) {
      if (column.level === 'line' || column.sheetOnly) continue
      if (sameValue(document.fields[column.name], fields[column.name])) continue
      draft.good = false
      tell('error', 'rows-disagree', [first, row], [column.name], {
        column: column.header,
        number: String(fields[table.key.at(-1) ?? ''] ?? ''),
        first: textOf(cellAt(rows, first, index)),
        second: textOf(cellAt(rows, row, index)),
        firstRow: first + 1,
        secondRow: row + 1,
      })
    }
    if (table.rows === 'add') {
      const total = document.lines[0] ?? {}
      for (const [name, value] of Object.entries(line)) {
        if (typeof value === 'number') total[name] = Number(total[name] ?? 0) + value
      }
      document.rows.push(row)
      tell('note', 'rows-added', [first, row], table.key, {
        firstRow: first + 1,
        secondRow: row + 1,
      })
      return
    }
    const teller = table.line?.column ?? ''
    const twin = document.lines.findIndex((other) => other[teller] === line[teller])
    if (twin >= 0) {
      draft.good = false
      const other = document.rows[twin] ?? first
      tell('error', 'line-repeated', [other, row], [teller], {
        column: columns.find(({ column }) => column.name === teller)?.column.header ?? teller,
        number: String(fields[table.key.at(-1) ?? ''] ?? ''),
        firstRow: other + 1,
        secondRow: row + 1,
      })
    }
    document.lines.push(line)
    document.rows.push(row)
  }

  holdSiblings(held, drafts, table, (draft, heldRow) => {
    if (!draft.good) return
    draft.good = false
    tell('warning', 'held-with-row', draft.document.rows, table.key, {
      row: heldRow.row + 1,
      number: String(draft.document.fields[table.key.at(-1) ?? ''] ?? ''),
    })
  })

  const documents: Document[] = []
  for (const draft of drafts.values()) {
    const { document } = draft
    derive(document, context)
    if (draft.good && applyRules(document, context, tell)) documents.push(document)
    else for (const row of document.rows) holdRow(row, document.fields)
  }
  counts.heldBack = held.length
  counts.ready = documents.reduce((sum, { rows: own }) => sum + own.length, 0)
  return { rows, table, header, documents, held, problems, counts }
}

/** Takes a document back out of a reading: its rows are held back. */
export function holdDocument(reading: SheetReading, document: Document): void {
  const at = reading.documents.indexOf(document)
  if (at < 0) return
  reading.documents.splice(at, 1)
  const key = reading.table.key.map((name) => String(document.fields[name]).toUpperCase())
  for (const row of document.rows) reading.held.push({ row, key, fields: document.fields })
  reading.counts.heldBack += document.rows.length
  reading.counts.ready -= document.rows.length
}

/** Puts the derived values among the fields of the document and its lines. */
export function derive(document: Document, context: Context): void {
  for (const { level, of } of document.table.derived) {
    if (level === 'document') of(document.fields, document, context)
    else for (const line of document.lines) of(line, document, context)
  }
}

/** Runs the table's rules; false when an error was among them. */
function applyRules(
  document: Document,
  context: Context,
  tell: (
    severity: Severity,
    code: string,
    at: readonly number[],
    names: readonly string[],
    facts: Facts,
  ) => void,
): boolean {
  let good = true
  const month = `${context.period.slice(2)}-${context.period.slice(0, 2)}`
  for (const rule of document.table.rules) {
    if (rule.from !== undefined && month < rule.from) continue
    const whole = rule.document?.(document, context)
    if (whole) {
      tell(rule.severity, rule.code, document.rows, rule.columns, whole)
      if (rule.severity === 'error') good = false
    }
    if (rule.line === undefined) continue
    for (let i = 0; i < document.lines.length; i += 1) {
      const facts = rule.line(document.lines[i] ?? {}, document, context)
      if (facts === undefined) continue
      tell(rule.severity, rule.code, [document.rows[i] ?? 0], rule.columns, facts)
      if (rule.severity === 'error') good = false
    }
  }
  return good
}

/**
 * A held-back row may be a line of a document whose other rows are good; sent without it the document would be wrong.
 * The number decides where it could be read; else all that could be read must agree.
 */
function holdSiblings(
  held: readonly HeldRow[],
  drafts: ReadonlyMap<string, Draft>,
  table: Table,
  hold: (draft: Draft, row: HeldRow) => void,
): void {
  const byNumber = new Map<string, Draft[]>()
  for (const draft of drafts.values()) {
    const number = String(draft.document.fields[table.key.at(-1) ?? '']).toUpperCase()
    byNumber.set(number, [...(byNumber.get(number) ?? []), draft])
  }
  for (const row of [...held]) {
    const number = row.key.at(-1)
    const near = number === undefined ? drafts.values() : (byNumber.get(number) ?? [])
    for (const draft of near) {
      const { fields } = draft.document
      const agrees =
        number === undefined
          ? Object.keys(row.fields).length > 1 &&
            Object.entries(row.fields).every(
              ([name, value]) => isSheetOnly(table, name) || sameValue(fields[name], value),
            )
          : row.key.every(
              (part, i) =>
                part === undefined || part === String(fields[table.key[i] ?? '']).toUpperCase(),
            )
      if (agrees) hold(draft, row)
    }
  }
}

const isSheetOnly = (table: Table, name: string): boolean =>
  table.columns.some((column) => column.name === name && column.sheetOnly === true)

/** Texts are compared without regard to case and spaces, as the portal compares numbers. */
const sameValue = (a: Value | undefined, b: Value | undefined): boolean =>
  a === b || (typeof a === 'string' && typeof b === 'string' && fold(a) === fold(b))

interface RowReporter extends Report {
  column: number
  failed: boolean
  start(row: number): void
}

/** One object for the whole sheet, so that a good cell costs nothing. */
function reporter(
  context: Context,
  add: (severity: Severity, code: string, facts: Facts, row: number, column: number) => void,
): RowReporter {
  let row = 0
  const reporter: RowReporter = {
    context,
    column: 0,
    failed: false,
    start(at) {
      row = at
      reporter.failed = false
    },
    error(code, facts = {}) {
      reporter.failed = true
      add('error', code, facts, row, reporter.column)
      return undefined
    },
    warning: (code, facts = {}) => add('warning', code, facts, row, reporter.column),
    note: (code, facts = {}) => add('note', code, facts, row, reporter.column),
  }
  return reporter
}
