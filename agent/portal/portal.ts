// The seam to the GST portal: what the filing code may ask, and how an answer can end.
import type { Gstin, Period } from '../../templates/identifiers.ts'
import type { PortalOperation } from '../../templates/problems/portal-codes.ts'
import type {
  FileAnswer,
  PreferenceAnswer,
  ReferenceAnswer,
  SessionGrant,
  StatusAnswer,
  Summary,
  TrackAnswer,
} from '../../templates/wire/answers.ts'

/** One call and what came back, as the journal keeps it. Never holds an OTP, a PAN or a token. */
export interface PortalCall {
  readonly operation: PortalOperation
  /** Whose return it was about, as far as the call says. */
  readonly gstin?: Gstin
  readonly period?: Period
  /** `POST /gst/…?is_nil=N` */
  readonly request: string
  /** SHA-256 of the body that was sent. */
  readonly bodySha256?: string
  /** 0 where no status line was read. */
  readonly status: number
  /** At most the first 64 KiB. */
  readonly answer: string
  readonly transaction: string
}

/** Where an answer is kept. */
export interface Evidence {
  readonly id: string
  readonly transaction: string
}

/**
 * How a call ended, as far as can be proved:
 * `answer` a parsed success · `refused` a parsed no of the portal · `not-sent` no byte of the request left ·
 * `denied` Sandbox itself refused (4xx without data) · `slow-down` 429 · `unknown` anything else: for a write it may
 * have happened.
 */
export type Outcome<T> =
  | { readonly kind: 'answer'; readonly value: T; readonly evidence: Evidence }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly message: string
      readonly evidence: Evidence
    }
  /** `seconds`: our own limiter holds it back for so long. */
  | { readonly kind: 'not-sent'; readonly reason: string; readonly seconds?: number }
  | {
      readonly kind: 'denied'
      readonly status: number
      readonly message: string
      readonly evidence: Evidence
    }
  | { readonly kind: 'slow-down'; readonly seconds: number; readonly evidence: Evidence }
  | { readonly kind: 'unknown'; readonly reason: string; readonly evidence?: Evidence }

export interface PortalUser {
  readonly gstin: Gstin
  readonly username: string
}

/** A taxpayer's session. */
export interface Access {
  readonly token: string
  readonly gstin: Gstin
}

/** A taxpayer's session and the return it works on. */
export interface ReturnAccess extends Access {
  readonly period: Period
}

/** What a document GET hands out: rows, or word that a large answer is being put together. */
export type DocumentsAnswer =
  | { readonly kind: 'rows'; readonly json: unknown }
  | { readonly kind: 'being-prepared'; readonly minutes: number }

export interface Portal {
  /** Sends the login OTP to the taxpayer's phone and e-mail. */
  requestOtp(user: PortalUser): Promise<Outcome<unknown>>
  verifyOtp(user: PortalUser, otp: string): Promise<Outcome<SessionGrant>>
  refresh(access: Access): Promise<Outcome<SessionGrant>>
  logout(access: Access): Promise<Outcome<unknown>>

  /** `body` goes out byte for byte as given. */
  save(access: ReturnAccess, body: string): Promise<Outcome<ReferenceAnswer>>
  reset(access: ReturnAccess): Promise<Outcome<ReferenceAnswer>>
  /** `body` says whether the return is nil. */
  proceed(access: ReturnAccess, body: string): Promise<Outcome<ReferenceAnswer>>
  status(access: ReturnAccess, reference: string): Promise<Outcome<StatusAnswer>>
  /** A section as the portal holds it, in the save's shape plus download-only keys. */
  documents(access: ReturnAccess, slug: string): Promise<Outcome<DocumentsAnswer>>

  /** `long`, the default, is what is filed. */
  summary(access: ReturnAccess, form?: 'long' | 'short'): Promise<Outcome<Summary>>
  requestEvc(access: ReturnAccess, pan: string): Promise<Outcome<unknown>>
  /** Sent on a connection of its own; never retried here or anywhere. `body` is the reviewed summary. */
  file(
    access: ReturnAccess,
    signing: { body: string; pan: string; otp: string },
  ): Promise<Outcome<FileAnswer>>
  /** The filings of one period. */
  track(access: ReturnAccess): Promise<Outcome<TrackAnswer>>
  /** The filings of the period's financial year, which anyone may ask for: needs no session. */
  trackPublic(of: { gstin: Gstin; period: Period }): Promise<Outcome<TrackAnswer>>
  /** Monthly or quarterly, by quarter. `financialYear` is `2026-27`. */
  preference(access: Access, financialYear: string): Promise<Outcome<PreferenceAnswer>>
}
