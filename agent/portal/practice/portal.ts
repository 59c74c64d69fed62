// What every call of the practice portal works with: its ledger, its clock and its settings.
import type { Otps } from './credentials.ts'
import type { Ledger } from './ledger.ts'
import type { Pace } from './pace.ts'

export interface Settings {
  readonly pace: Pace
  readonly otps: Otps
  /** `upsert` replaces a document of the same key; `strict` refuses it as a duplicate. Sources disagree on the real portal. */
  readonly saves: 'upsert' | 'strict'
  /** Captured summaries carry strings, documented ones numbers. */
  readonly amounts: 'string' | 'number'
  /** The form of `hsn` in an error report: three are documented. `by-period`: `lists` from 05/2025, `array` before. */
  readonly hsnReport: 'by-period' | 'object' | 'array' | 'lists'
  /** Where the GET of advances adjusted has its rows: the sources differ. `nested`: as `txp`, one `data` deeper. */
  readonly txpAnswer: 'txp' | 'txpd' | 'nested'
  /** An amendment of a month that was never filed here: `trusted`, or `strict`, the original not found. */
  readonly originals: 'trusted' | 'strict'
  /** Tables 14 and 15 in an error report: the sources have them `flat` (`ecom_b2b`), and one might expect them `nested`. */
  readonly nestedReport: 'flat' | 'nested'
  /** Sections of more entries than `above` are given `minutes` after they were asked for. Never, where this is left out. */
  readonly largeReads?: { readonly above: number; readonly minutes: number } | undefined
  /** Sandbox takes so many calls a minute, and says so in every answer. Without end, where this is left out. */
  readonly callsPerMinute?: number | undefined
  /** So many of the latest request bodies are kept, and those of work that is still to be done. */
  readonly bodiesKept: number
  /** Open taxpayer sessions that one user name may have. */
  readonly sessions: number
}

export interface Portal {
  readonly ledger: Ledger
  readonly settings: Settings
  /** Epoch milliseconds by the portal's own clock, which tests can move. */
  now(): number
  random(): number
  newId(): string
}

/** One return at the portal. `period` is `MMYYYY`. */
export interface ReturnKey {
  readonly gstin: string
  readonly period: string
}
