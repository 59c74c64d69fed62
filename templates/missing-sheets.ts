// Which sheets of a period's template a workbook does not have.
import { sheetIsOf } from './reading/sheet-is-of.ts'
import type { Table } from './tables/table.ts'
import {
  templateLists,
  templateSheet,
  type TemplateList,
  type TemplateSheet,
} from './template-sheet.ts'

export interface MissingSheets {
  readonly sheets: readonly TemplateSheet[]
  /** Those that the sheets choose from. */
  readonly lists: readonly TemplateList[]
  /** Sheets of the whole template. */
  readonly ofSheets: number
}

/** `names`: of all sheets of the workbook, hidden and empty ones too. */
export function missingSheets(names: readonly string[], tables: readonly Table[]): MissingSheets {
  const missing = tables.filter((table) => !names.some((name) => sheetIsOf(name, table)))
  return {
    sheets: missing.map(templateSheet),
    lists: templateLists(missing),
    ofSheets: tables.length,
  }
}
