// A formula written once for many cells, as it reads in another of them.
import { columnName } from '../../templates/block.ts'
import { columnAt } from './reference.ts'

/** Quoted texts and sheet names are left alone; so are names that only look like a reference: `LOG10(`, `b2b`. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![A-Za-z0-9_.$])(\$?)([A-Z]{1,3})(\$?)([1-9][0-9]{0,6})(?![A-Za-z0-9_.(!])/g

/** Moves the relative references of `formula` down and to the right. */
export function sharedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    PIECES,
    (all, fixColumn?: string, column?: string, fixRow?: string, row?: string) => {
      if (column === undefined || row === undefined) return all
      const letters = fixColumn === '$' ? column : columnName(columnAt(column) + columns)
      const digits = fixRow === '$' ? row : String(Number(row) + rows)
      return `${fixColumn ?? ''}${letters}${fixRow ?? ''}${digits}`
    },
  )
}
