// Which cells of a protected sheet may be written: the ranges of unlocked cells, from cell and column styles.
import { cellName } from '../../templates/block.ts'
import type { Layout, SheetCell } from './sheet.ts'

const ROWS = 1_048_576

interface Run {
  first: number
  last: number
}

/**
 * Collects rows from the top down. A cell's own style decides, else its column's; styles of whole
 * rows are not looked at.
 */
export function unlockedCells(layout: Layout) {
  /** Runs of unlocked rows by column, and how far down each column is known. */
  const runs = new Map<number, Run[]>()
  const known = new Map<number, number>()

  const add = (column: number, first: number, last: number) => {
    if (first > last) return
    const list = runs.get(column) ?? []
    const open = list.at(-1)
    if (open?.last === first - 1) open.last = last
    else list.push({ first, last })
    runs.set(column, list)
  }

  const isOpen = (column: number) => layout.columns.get(column)?.style.locked === false

  const fill = (column: number, upTo: number) => {
    if (isOpen(column)) add(column, known.get(column) ?? 0, upTo - 1)
  }

  return {
    row(row: number, cells: readonly SheetCell[]): void {
      for (const { column, style } of cells) {
        fill(column, row)
        if (!style.locked) add(column, row, row)
        known.set(column, row + 1)
      }
    },

    /** `A5:M1048576`, neighbouring columns of equal runs together. */
    ranges(): string[] {
      for (const column of layout.columns.keys()) fill(column, ROWS)
      const ranges: string[] = []
      const columns = [...runs.keys()].sort((a, b) => a - b)
      const sameRuns = (a: number, b: number) => show(runs.get(a)) === show(runs.get(b))
      for (let i = 0; i < columns.length;) {
        const from = columns[i] ?? 0
        let to = from
        while (columns[i + 1] === to + 1 && sameRuns(from, to + 1)) {
          to += 1
          i += 1
        }
        i += 1
        for (const { first, last } of runs.get(from) ?? []) {
          ranges.push(`${cellName(first, from)}:${cellName(last, to)}`)
        }
      }
      return ranges
    },
  }
}

const show = (runs: readonly Run[] = []) => runs.map(({ first, last }) => `${first}-${last}`).join()
