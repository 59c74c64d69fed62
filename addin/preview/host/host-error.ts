// Errors as Excel words them. The codes are Excel's own; office.js adds the statement that failed.

const MESSAGES: Readonly<Record<string, string>> = {
  AccessDenied: 'You do not have permission to perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found in this version of Excel.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidObjectPath: 'The object path does not lead to an object.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Leave the cell by pressing ENTER or TAB, or by selecting another cell, and try again.',
  InvalidReference: 'This reference is not valid for the current operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: 'The requested resource does not exist.',
  NotImplemented: 'The preview does not have this member.',
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
}

export class HostError extends Error {
  readonly code: string
  /** `Range.values`, where it is not the member that was called. */
  readonly location: string | undefined

  constructor(code: string, location?: string) {
    const message = MESSAGES[code] ?? code
    super(location === undefined ? message : `${message} (${location})`)
    this.code = code
    this.location = location
  }
}
