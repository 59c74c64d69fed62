// What Excel refuses, as problems. The sentences are in the catalogue; here are codes and facts.
import { refuse, type Facts, type Problem } from '../../templates/problems/problem.ts'

/** Thrown by this folder where Excel itself gives no error. */
export class ExcelRefusal extends Error {
  readonly code: string
  readonly facts: Facts

  constructor(code: string, facts: Facts) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/** Excel's error codes (Excel.ErrorCodes and OfficeExtension.ErrorCodes) and what they mean to a user. */
const CODES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: 'excel-editing',
  AccessDenied: 'excel-protected',
  RequestPayloadSizeLimitExceeded: 'excel-too-large',
  ResponsePayloadSizeLimitExceeded: 'excel-too-large',
  OperationCellsExceedLimit: 'excel-too-large',
  ItemNotFound: 'excel-gone',
  InactiveWorkbook: 'excel-not-in-front',
  Timeout: 'excel-busy',
  ActivityLimitReached: 'excel-busy',
}

/** Not seen in a real Excel: that a workbook opened for viewing says so only in its message. */
const READ_ONLY = /read[- ]?only|cannot be edited|viewing/i

/**
 * The problem in an error that an `Excel.run` ended with; nothing when the error is not Excel's.
 * `excel-unknown` carries Excel's own `code`, `message` and `place` (`Range.values`).
 */
export function excelProblem(error: unknown): Problem | undefined {
  if (error instanceof ExcelRefusal) return problem(error.code, error.facts)
  if (!(error instanceof OfficeExtension.Error)) return undefined
  const place = error.debugInfo?.errorLocation ?? ''
  if (error.code === 'AccessDenied' && READ_ONLY.test(error.message)) {
    return problem('excel-read-only', {})
  }
  const code = CODES[error.code]
  if (code !== undefined) return problem(code, { place })
  return problem('excel-unknown', { code: error.code, message: error.message, place })
}

const problem = (code: string, facts: Facts): Problem => refuse(code, facts).problem
