// To which invoice or note a row with a problem belongs, so that problems can be counted in documents.
import type { RowCells } from '../../templates/block.ts'
import type { Problem } from '../../templates/problems/problem.ts'
import type { Reading } from '../../templates/reading/read-workbook.ts'
import { numberColumn } from '../../templates/tables/table.ts'

/** A row that is held back is known by its number, and by what else of its key could be read. */
export function documentFinder({ sheets }: Reading, problems: readonly Problem[]) {
  const rowsOf = new Map<string, Map<number, string | undefined>>()
  for (const { cells } of problems) {
    for (const { sheet, row } of cells) {
      const rows = rowsOf.get(sheet) ?? new Map<number, string | undefined>()
      rowsOf.set(sheet, rows)
      rows.set(row, undefined)
    }
  }
  for (const { rows: sheet, table, documents, held } of sheets) {
    const rows = rowsOf.get(sheet.sheet)
    if (rows === undefined || numberColumn(table) === undefined) continue
    for (const { key, rows: own } of documents) {
      for (const row of own) if (rows.has(row)) rows.set(row, key)
    }
    for (const { key, row } of held) {
      if (key.at(-1) !== undefined && rows.has(row)) rows.set(row, key.join('|'))
    }
  }
  return ({ sheet, row }: RowCells): string | undefined => rowsOf.get(sheet)?.get(row)
}
