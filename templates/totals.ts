// The formulas above the header of a template's sheet: what a column adds up to, or how many there are.
import { cellName } from './block.ts'
import { LAYOUT } from './layout.ts'
import type { Table, TotalLabel } from './tables/table.ts'

/** The cells of a column that hold data, `E5:E20003`. */
export const dataOf = (index: number) =>
  `${cellName(LAYOUT.firstRow, index)}:${cellName(LAYOUT.lastRow, index)}`

/** Without the leading `=`. */
export function totalFormula(table: Table, { column, how }: TotalLabel): string {
  return FORMULA[how](columnIndex(table, column), keyIndexes(table))
}

export const columnIndex = (table: Table, name: string): number =>
  table.columns.findIndex((column) => column.name === name)

export const keyIndexes = (table: Table): number[] =>
  table.key.map((name) => columnIndex(table, name))

/**
 * A column down to the last row that has something in column `by`: counting what is alike looks at every row for every
 * row, and for twenty thousand empty ones that takes a minute.
 */
function usedOf(index: number, by = index): string {
  const filled = `(${dataOf(by)}<>"")*(ROW(${dataOf(by)})-${LAYOUT.firstRow})`
  const first = cellName(LAYOUT.firstRow, index)
  return `${first}:INDEX(${dataOf(index)},MAX(1,SUMPRODUCT(MAX(${filled}))))`
}

const FORMULA: Readonly<
  Record<TotalLabel['how'], (index: number, key: readonly number[]) => string>
> = {
  sum: (index) => `SUM(${dataOf(index)})`,
  distinct: (index) =>
    `SUMPRODUCT((${usedOf(index)}<>"")/COUNTIF(${usedOf(index)},${usedOf(index)}&""))`,
  // The plain sum of the official sheet counts an invoice once for each of its rates.
  once(index, key) {
    const used = (column: number) => usedOf(column, key[0])
    const same = key.map((column) => `${used(column)},${used(column)}&""`).join()
    return `SUMPRODUCT(${used(index)}/COUNTIFS(${same}))`
  },
}
