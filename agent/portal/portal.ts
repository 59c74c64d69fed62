// The seam to the GST portal: what the filing code may ask, and how an answer can end.
import type { Gstin, Period } from '../../templates/identifiers.ts'
import type { PortalOperation } from '../../templates/problems/portal-codes.ts'
import type {
  FileAnswer,
  ReferenceAnswer,
  SessionGrant,
  StatusAnswer,
  Summary,
  TrackAnswer,
} from '../../templates/wire/answers.ts'

/** What came back, kept in the journal. Never holds an OTP or a token. */
export interface Evidence {
  readonly operation: PortalOperation
  /** 0 where no status line was read. */
  readonly status: number
  /** At most the first 64 KiB. */
  readonly body: string
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
  | { readonly kind: 'not-sent'; readonly reason: string }
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

/** A taxpayer's session and the return it works on. */
export interface ReturnAccess {
  readonly token: string
  readonly gstin: Gstin
  readonly period: Period
}

export interface Portal {
  /** Sends the login OTP to the taxpayer's phone and e-mail. */
  requestOtp(user: PortalUser): Promise<Outcome<unknown>>
  verifyOtp(user: PortalUser, otp: string): Promise<Outcome<SessionGrant>>
  refresh(token: string): Promise<Outcome<SessionGrant>>
  logout(token: string): Promise<Outcome<unknown>>

  /** `body` goes out byte for byte as given. */
  save(access: ReturnAccess, body: string): Promise<Outcome<ReferenceAnswer>>
  reset(access: ReturnAccess): Promise<Outcome<ReferenceAnswer>>
  /** `body` says whether the return is nil. */
  proceed(access: ReturnAccess, body: string): Promise<Outcome<ReferenceAnswer>>
  status(access: ReturnAccess, reference: string): Promise<Outcome<StatusAnswer>>
  /** A section as the portal holds it, in the save's shape plus download-only keys. */
  documents(access: ReturnAccess, slug: string): Promise<Outcome<unknown>>

  summary(access: ReturnAccess): Promise<Outcome<Summary>>
  requestEvc(access: ReturnAccess, pan: string): Promise<Outcome<unknown>>
  /** Sent on a connection of its own; never retried here or anywhere. `body` is the reviewed summary. */
  file(
    access: ReturnAccess,
    signing: { body: string; pan: string; otp: string },
  ): Promise<Outcome<FileAnswer>>
  track(access: ReturnAccess): Promise<Outcome<TrackAnswer>>
}
