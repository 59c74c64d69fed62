// Which table a sheet is meant to be, by its name.
import { fold } from '../columns/kind.ts'
import type { Table } from '../tables/table.ts'

/** Sheet names differ between template versions and software: letters and digits decide. */
export const sheetIsOf = (name: string, { sheets }: Table): boolean =>
  sheets.some((known) => fold(known) === fold(name))
