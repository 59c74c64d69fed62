// One row of b2b with some of its cells as people write them: what was read of it, and what was told.
import type { Cell } from '../../../templates/block.ts'
import type { Fields } from '../../../templates/tables/table.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { line, onlySheet, sheetOf } from '../b2b-sheet.ts'

export interface Understood {
  /** Of the document and its line; nothing where it is held back. */
  readonly fields: Fields
  /** `severity code`. */
  readonly told: readonly string[]
}

/** `formats`: number formats by column name. */
export function invoiceWith(
  cells: Readonly<Record<string, Cell>>,
  formats: Readonly<Record<string, string>> = {},
): Understood {
  const numberFormat = b2b.columns.map(({ name }) => formats[name] ?? 'General')
  const { documents, problems } = onlySheet([sheetOf([line(cells)], { numberFormat })])
  return {
    fields: { ...documents[0]?.fields, ...documents[0]?.lines[0] },
    told: problems.map(({ code, severity }) => `${severity} ${code}`),
  }
}

export const HELD_BACK: Fields = {}
