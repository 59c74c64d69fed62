// A document's party, number and date may stand on its first row only; the rows below it continue it.
import type { Block, Cell } from '../block.ts'
import { numberColumn, type Table } from '../tables/table.ts'
import type { ColumnAt, Header } from './header.ts'
import { isBlank } from './sheet-rows.ts'

export interface RowAbove {
  /** The row that the next one may continue. */
  remember(cells: readonly Cell[], block: Block): void
  /** The cells as they are, or, where the row continues the one above, filled from it. */
  completed(cells: readonly Cell[], block: Block): readonly Cell[]
  /** What comes next continues nothing. */
  forget(): void
}

export function rowAbove(table: Table, header: Header): RowAbove {
  const heads = header.columns.filter(
    ({ column }) => table.key.includes(column.name) || column.role === 'date',
  )
  const lines = header.columns.filter(({ column }) => column.level === 'line')
  const others = header.columns.filter(({ column }) => column.level !== 'line')
  /** A blank place of supply is an entry's mistake; only a document goes on over rows that repeat nothing of it. */
  const numbered = table.rows === 'lines' && numberColumn(table) !== undefined
  let above: readonly Cell[] | undefined
  let firstColumn = 0

  /** Party, number and date are all blank, and something stands in a line's cell. */
  function continues(cells: readonly Cell[], block: Block): boolean {
    const blankAt = ({ index }: ColumnAt) => isBlank(cells[index - block.firstColumn])
    return heads.every(blankAt) && !lines.every(blankAt)
  }

  function remember(cells: readonly Cell[], block: Block): void {
    above = cells
    firstColumn = block.firstColumn
  }

  return {
    remember,
    completed(cells, block) {
      if (numbered && above !== undefined && continues(cells, block)) {
        const filled = [...cells]
        for (const { index } of others) {
          const at = index - block.firstColumn
          if (isBlank(filled[at])) filled[at] = above[index - firstColumn] ?? ''
        }
        cells = filled
      }
      remember(cells, block)
      return cells
    },
    forget() {
      above = undefined
    },
  }
}
