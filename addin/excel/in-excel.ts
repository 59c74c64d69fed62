// Where every conversation with Excel begins.

/**
 * Runs a batch. While the user types into a cell it waits, so that nothing is read or written under their hands
 * (where Excel cannot wait, it fails with `InvalidOperationInCellEditMode`).
 */
export function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run({ delayForCellEdit: true }, batch)
}
