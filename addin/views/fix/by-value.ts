// Fixes as a person reads them: the same change of the same value is one line.
import type { Cell } from '../../../templates/block.ts'
import { dayOf } from '../../../templates/columns/date.ts'
import type { CellChange } from '../../../templates/writing/cell-change.ts'
import { dateWords } from '../../../templates/problems/date-words.ts'
import { exactly } from '../../ui/amounts.ts'

export interface ValueFix {
  readonly was: string
  readonly becomes: string
  readonly cells: number
}

/** The most frequent first. */
export function byValue(fixes: readonly CellChange[]): ValueFix[] {
  const values = new Map<string, { was: string; becomes: string; cells: number }>()
  for (const { was, becomes, numberFormat } of fixes) {
    const name = JSON.stringify([was, becomes])
    const known = values.get(name)
    if (known === undefined) {
      const words = { was: cellWords(was), becomes: cellWords(becomes, numberFormat) }
      values.set(name, { ...words, cells: 1 })
    } else known.cells += 1
  }
  return [...values.values()].sort((a, b) => b.cells - a.cells)
}

/** Texts in quotes, so that blanks are seen; numbers grouped, days as days. */
function cellWords(cell: Cell, numberFormat = ''): string {
  if (typeof cell === 'string') return `“${cell}”`
  if (typeof cell !== 'number') return String(cell).toUpperCase()
  return numberFormat.includes('yy') ? dateWords(dayOf(cell)) : exactly(cell)
}
