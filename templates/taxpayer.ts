// What rules and the portal need to know about one GSTIN.
import type { Gstin, Paise } from './identifiers.ts'

export interface Taxpayer {
  readonly gstin: Gstin
  /** Login name on the GST portal. */
  readonly username: string
  /** Turnover of the previous financial year, and of this year up to the last quarter (wire: `gt`, `cur_gt`). */
  readonly turnover: Paise
  readonly turnoverToDate: Paise
  /** The taxpayer is an SEZ unit or developer: every supply is inter-state. */
  readonly sez: boolean
  readonly filing: 'monthly' | 'quarterly'
  /** PAN of the person who signs with EVC; for a company not the PAN inside the GSTIN. */
  readonly signatoryPan?: string
}
