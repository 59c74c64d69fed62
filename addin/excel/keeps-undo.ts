// Whether this Excel can undo what add-ins did; an older one forgets its whole undo list instead.

export const keepsUndo = (): boolean =>
  Office.context.requirements.isSetSupported('ExcelApi', '1.19')
