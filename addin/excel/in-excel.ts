// Where every conversation with Excel begins.

/**
 * Runs a batch. While the user types into a cell it waits, so that nothing is read or written under their hands
 * (where Excel cannot wait, it fails with `InvalidOperationInCellEditMode`). `previous` goes on in an earlier context.
 */
export function inExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  previous?: OfficeExtension.ClientRequestContext,
): Promise<T> {
  const waiting = { delayForCellEdit: true }
  return Excel.run(previous ? { ...waiting, previousObjects: previous } : waiting, batch)
}
