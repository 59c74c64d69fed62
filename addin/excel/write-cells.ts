// Writes cells that were shown before: only those that still hold what was seen, no formula, and so that it can be undone.
import type { Cell } from '../../templates/block.ts'
import type { CellChange } from '../../templates/writing/cell-change.ts'
import { inExcel } from './in-excel.ts'

export interface SkippedCell {
  readonly sheet: string
  readonly row: number
  readonly column: number
  /** `changed`: it no longer holds what was seen. `gone`: its sheet is not there. */
  readonly why: 'changed' | 'formula' | 'protected' | 'gone'
}

export interface WriteOutcome {
  /** Cells. */
  readonly written: number
  readonly skipped: readonly SkippedCell[]
  /** Puts back what the cells held, with their number formats, where they still hold what was written. */
  readonly undo: () => Promise<WriteOutcome>
}

/** Of one request; far below Excel's limits, so that it stays responsive. */
const CELLS_AT_ONCE = 5_000

/** Of one array of values: a longer one office.js takes apart by ways of its own. */
const ROWS_OF_RUN = 1_000

/** Cells of one column, one below the other. */
type Run = readonly CellChange[]

export async function writeCells(changes: readonly CellChange[]): Promise<WriteOutcome> {
  const done: CellChange[] = []
  const skipped: SkippedCell[] = []
  for (const [sheet, own] of Map.groupBy(changes, (one) => one.sheet)) {
    for (const batch of batchesOf(own)) {
      const written = await writeBatch(sheet, batch)
      done.push(...written.done)
      skipped.push(...written.skipped)
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
  return { written: done.length, skipped, undo: () => writeCells(done) }
}

/** Whole rows, since a document's cells belong together. */
function* batchesOf(changes: readonly CellChange[]): Generator<CellChange[]> {
  let batch: CellChange[] = []
  for (const [, cells] of Map.groupBy(changes, ({ row }) => row)) {
    if (batch.length > 0 && batch.length + cells.length > CELLS_AT_ONCE) {
      yield batch
      batch = []
    }
    batch.push(...cells)
  }
  if (batch.length > 0) yield batch
}

interface Written {
  /** What would take it back. */
  readonly done: readonly CellChange[]
  readonly skipped: readonly SkippedCell[]
}

async function writeBatch(name: string, changes: readonly CellChange[]): Promise<Written> {
  const allAre = (why: SkippedCell['why']): Written => ({
    done: [],
    skipped: changes.map((change) => skip(change, why)),
  })
  try {
    return await inExcel(async (context) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(name)
      worksheet.load('protection/protected, protection/options')
      await context.sync()
      if (worksheet.isNullObject) return allAre('gone')
      const { protection } = worksheet
      const mayFormat = !protection.protected || protection.options.allowFormatCells === true

      const runs = runsOf(changes).map((run) => {
        const range = rangeOf(worksheet, run)
        range.load('formulas, numberFormat')
        return { run, range }
      })
      await context.sync()
      const done: CellChange[] = []
      const skipped: SkippedCell[] = []
      for (const { run, range } of runs) {
        const held: Cell[][] = range.formulas
        const formats: string[][] = range.numberFormat
        const why = run.map((change, i) => whySkipped(change, held[i]?.[0] ?? ''))
        if (why.every((one) => one !== undefined)) {
          skipped.push(...run.map((change, i) => skip(change, why[i] ?? 'changed')))
          continue
        }
        const now = formats.map((line) => line[0] ?? 'General')
        const wanted = run.map(({ numberFormat }, i) =>
          why[i] === undefined && mayFormat && numberFormat !== now[i] ? numberFormat : undefined,
        )
        if (wanted.some((format) => format !== undefined)) {
          // Null leaves a cell as it is; the types do not know it.
          range.numberFormat = wanted.map((format) => [format ?? null])
        }
        range.values = run.map(({ becomes }, i) => [
          why[i] === undefined ? asTyped(becomes, wanted[i] ?? now[i] ?? '') : null,
        ])
        run.forEach((change, i) => {
          const reason = why[i]
          if (reason !== undefined) return skipped.push(skip(change, reason))
          const { sheet, row, column, was, becomes } = change
          const format = wanted[i] === undefined ? {} : { numberFormat: now[i] ?? 'General' }
          return done.push({ sheet, row, column, was: becomes, becomes: was, ...format })
        })
      }
      await context.sync()
      return { done, skipped }
    })
  } catch (error) {
    const isDenied = error instanceof OfficeExtension.Error && error.code === 'AccessDenied'
    if (isDenied) return allAre('protected')
    throw error
  }
}

const skip = ({ sheet, row, column }: CellChange, why: SkippedCell['why']): SkippedCell => ({
  sheet,
  row,
  column,
  why,
})

/** `held` is the formula where there is one, else the value. */
function whySkipped({ was }: CellChange, held: Cell): SkippedCell['why'] | undefined {
  if (typeof held === 'string' && held.startsWith('=')) return 'formula'
  return held === (was ?? '') ? undefined : 'changed'
}

function runsOf(changes: readonly CellChange[]): Run[] {
  const runs: CellChange[][] = []
  for (const [, cells] of Map.groupBy(changes, ({ column }) => column)) {
    for (const change of cells.toSorted((a, b) => a.row - b.row)) {
      const run = runs.at(-1)
      const last = run?.at(-1)
      const isNext = last?.column === change.column && last.row === change.row - 1
      if (run !== undefined && isNext && run.length < ROWS_OF_RUN) run.push(change)
      else runs.push([change])
    }
  }
  return runs
}

const rangeOf = (sheet: Excel.Worksheet, run: Run): Excel.Range =>
  sheet.getRangeByIndexes(run[0]?.row ?? 0, run[0]?.column ?? 0, run.length, 1)

/** What Excel takes for a number, a date, a formula or a truth when it is typed. */
const MISTAKEN =
  /^\s*[\d.,+\-=@'(₹$%]|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^(true|false)$/i

/** A text stays one in a cell that is not formatted as text. */
const asTyped = (value: Cell, format: string): Cell =>
  typeof value === 'string' && format !== '@' && MISTAKEN.test(value) ? `'${value}` : (value ?? '')
