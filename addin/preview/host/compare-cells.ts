// The order that a sort puts cells in.
import type { Cell } from '../../../templates/block.ts'

/** Numbers, then text, then TRUE and FALSE; descending turns that round, empty cells stay last. */
export function compareCells(a: Cell, b: Cell, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const kinds = ['number', 'string', 'boolean']
  const byKind = kinds.indexOf(typeof a) - kinds.indexOf(typeof b)
  const sign = descending ? -1 : 1
  if (byKind !== 0) return sign * byKind
  if (typeof a === 'string') return sign * a.localeCompare(String(b), 'en', { sensitivity: 'base' })
  return sign * (Number(a) - Number(b))
}
