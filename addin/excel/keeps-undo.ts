// Whether this Excel can undo what add-ins did; another forgets its whole undo list instead, whenever one writes.

/** The set that Microsoft has add-ins ask for. Copies of sheets, and taking protection off, empty the list in every Excel. */
export const keepsUndo = (): boolean =>
  Office.context.requirements.isSetSupported('ExcelUndoApiAll', '1.0')
