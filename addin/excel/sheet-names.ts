// Which sheets the workbook has, and whether it takes more.
import { inExcel } from './in-excel.ts'

export interface SheetNames {
  /** Hidden and empty ones too. */
  readonly names: readonly string[]
  /** Nothing can be added, renamed or deleted: Review → Protect Workbook. */
  readonly structureIsProtected: boolean
}

export async function readSheetNames(): Promise<SheetNames> {
  return inExcel(async (context) => {
    const { worksheets, protection } = context.workbook
    worksheets.load('items/name')
    protection.load('protected')
    await context.sync()
    return {
      names: worksheets.items.map(({ name }) => name),
      structureIsProtected: protection.protected,
    }
  })
}
