// An Excel that refuses requests as it does while the user types into a cell.
import type { SessionOptions } from '../../addin/preview/host/session.ts'

export const CELL_IS_OPEN = 'InvalidOperationInCellEditMode'

/** For `openWorkbook`: whether a cell is open at the `nth` request, counted from 1. */
export function refusing(isOpen: (nth: number) => boolean): Pick<SessionOptions, 'beforeBatch'> {
  let nth = 0
  return {
    beforeBatch(_, text) {
      // With these office.js clears up after itself; what is refused it repeats only seconds later.
      if (text.includes('_RemoveReference')) return undefined
      nth += 1
      return isOpen(nth) ? CELL_IS_OPEN : undefined
    },
  }
}
