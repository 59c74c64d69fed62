// Causes of which the right cell is certain: it was understood already, and only has to be written down.
import type { Problem } from '../problems/problem.ts'

const CERTAIN: ReadonlySet<string> = new Set([
  'amount-from-text',
  'amount-rounded',
  'date-from-text',
  'gstin-tidied',
  'hsn-tidied',
  'note-amount-negative',
  'port-code-tidied',
  'pos-from-name',
  'quantity-rounded',
  'rate-from-fraction',
])

export const isCertain = (code: string): boolean => CERTAIN.has(code)

/** Whether cells of this cause can be mended all at once. */
export const canBeFixed = ({ source, code, column }: Problem): boolean =>
  source === 'check' && column !== undefined && isCertain(code)
