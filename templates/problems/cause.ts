// Problems of one cause: the same thing wrong in the same column, in however many cells.
import type { RowCells } from '../block.ts'
import type { Problem } from './problem.ts'

/** All problems of one cause on one sheet, whether they are listed or not. */
export interface CauseCount {
  /** See `causeOf`. */
  readonly cause: string
  /** The sheet they are listed under; `''` where they concern the whole return. */
  readonly sheet: string
  /** One of them. */
  readonly example: Problem
  readonly problems: number
  readonly rows: number
  readonly cells: number
  /** Invoices and notes; absent unless each of the rows is known to be of one. */
  readonly documents?: number
}

/** Equal for problems of one cause. The portal's codes mean something only together with their operation. */
export const causeOf = ({ code, severity, source, column = '', facts }: Problem): string =>
  source === 'portal'
    ? `${severity} ${code} ${facts.operation ?? ''} ${facts.code ?? ''}`
    : `${severity} ${code} ${column}`

/** The sheet a problem is listed under: that of its first cell, `''` where it has none. */
export const sheetOf = ({ cells }: Problem): string => cells[0]?.sheet ?? ''

/**
 * In the order in which they first come. A cell, row or document that has a problem twice counts once. `documentOf` says
 * which document a row belongs to where the cells themselves do not.
 */
export function countCauses(
  problems: readonly Problem[],
  documentOf = ({ document }: RowCells): string | undefined => document,
): CauseCount[] {
  const counts = new Map<string, Count>()
  for (const problem of problems) {
    const cause = causeOf(problem)
    const sheet = sheetOf(problem)
    const name = `${cause}\n${sheet}`
    const count = counts.get(name) ?? newCount(cause, sheet, problem)
    counts.set(name, count)
    count.problems += 1
    for (const cells of problem.cells) {
      const { sheet: its, row, columns } = cells
      // Numbers where they do, since a workbook may have a hundred thousand notes.
      const at = (place: number) => (its === sheet ? place : `${its}\n${place}`)
      count.rows.add(at(row))
      for (const column of columns) count.cells.add(at(row * COLUMNS + column))
      const document = documentOf(cells)
      if (document === undefined) count.isKnown = false
      else count.documents.add(its === sheet ? document : `${its}\n${document}`)
    }
  }
  return [...counts.values()].map(({ isKnown, documents, ...count }) => ({
    ...count,
    rows: count.rows.size,
    cells: count.cells.size,
    ...(isKnown && documents.size > 0 && { documents: documents.size }),
  }))
}

/** Of a sheet. */
const COLUMNS = 16_384

interface Count {
  readonly cause: string
  readonly sheet: string
  readonly example: Problem
  problems: number
  readonly rows: Set<number | string>
  readonly cells: Set<number | string>
  readonly documents: Set<string>
  /** The document of every row so far. */
  isKnown: boolean
}

const newCount = (cause: string, sheet: string, example: Problem): Count => ({
  cause,
  sheet,
  example,
  problems: 0,
  rows: new Set(),
  cells: new Set(),
  documents: new Set(),
  isKnown: true,
})
