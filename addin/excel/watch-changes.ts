// Hears of cells that somebody edits, on any sheet. Of our own writes, only those are heard that want looking at anew: see `unheard`.
import { inExcel } from './in-excel.ts'

export interface CellsChanged {
  /** Excel's own id of the sheet. */
  readonly sheetId: string
  readonly rows: number
}

/** Calls `handler` after every edit, insertion, deletion and sort. The answer ends it. */
export async function watchChanges(
  handler: (change: CellsChanged) => void,
): Promise<() => Promise<void>> {
  const tell = async (event: { worksheetId: string; address: string }): Promise<void> =>
    handler({ sheetId: event.worksheetId, rows: rowsIn(event.address) })
  const registrations = await inExcel(async (context) => {
    const { worksheets } = context.workbook
    const added = [worksheets.onChanged.add(tell), worksheets.onRowSorted.add(tell)]
    await context.sync()
    return added
  })
  // A handler can be removed only in the context that it was added in.
  return async () => {
    for (const registration of registrations) {
      await inExcel(async (context) => {
        registration.remove()
        await context.sync()
      }, registration.context)
    }
  }
}

const ALL_ROWS = 1_048_576

/** Rows of `B3`, `B3:C9`, `3:9`, `B3,D4`; whole columns are all rows. */
export const rowsIn = (address: string): number =>
  address
    .split(',')
    .map((area) => {
      const [first = ALL_ROWS, last = first] = (area.match(/\d+/g) ?? []).map(Number)
      return first === ALL_ROWS ? ALL_ROWS : last - first + 1
    })
    .reduce((sum, rows) => sum + rows, 0)
