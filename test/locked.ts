// A sheet's protection that allows nothing and has no password, as the official template's.
import type { ProtectionFile } from '../agent/xlsx/workbook-file.ts'

export const LOCKED: ProtectionFile = {
  password: false,
  allowFormatCells: false,
  allowInsertRows: false,
  allowDeleteRows: false,
  allowSort: false,
}
