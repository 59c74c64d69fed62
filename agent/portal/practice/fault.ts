// What a fault is: something that happens to a call before it, after it, or to what it carries.
import type { HttpAnswer, Outgoing } from './answers.ts'
import type { PortalCode } from './codes.ts'
import type { HttpRequest } from './exchange.ts'
import type { Refused } from './validation/shape.ts'
import type { Section } from './validation/section.ts'

/** How a fault is ordered in detail; each mode says which of these it heeds. */
export interface Detail {
  /** Waits so long first, in milliseconds. Of `slow-drip`: in all. */
  readonly delay?: number
  /** Of `error-…`; 503 unless told. */
  readonly status?: number
  /** Of `too-many`, in seconds; left out unless told. */
  readonly retryAfter?: number
  /** Of `refuse`. */
  readonly code?: PortalCode
  /** Of `stale-track`: so long after its filing a return is not shown. 60 unless told. */
  readonly minutes?: number
  /** Of `clock-skew`: ahead, or behind where negative. 3 unless told. */
  readonly hours?: number
  /** Of `oversize-body`: 33 MiB unless told. */
  readonly bytes?: number
}

/** What a fault can see of the world, and do to it, besides answering. */
export interface Hands {
  readonly timestamp: number
  newId(): string
  /** Ends the session of the request's token. */
  endSession(): void
  /** Files the request's return, as someone would on the portal itself. */
  fileElsewhere(): void
  /** Saves an invoice into the request's return, as other software would. */
  changeElsewhere(): void
  /** Shows no filing of the taxpayer whom the request is of, or asks about, before so many minutes have passed since. */
  holdBackFilings(minutes: number): void
  /** What was last answered to the same address, but for the present call. */
  earlier(): HttpAnswer | undefined
  /** The first rows of the save that the request asks the status of. */
  savedRows(): { section: Section<unknown>; rows: readonly Refused<unknown>[] } | undefined
}

/**
 * `request` changes what comes in; `before` acts in place of the call unless it returns nothing; `after`
 * acts on the answer of a call whose work is on disk.
 */
export interface Fault {
  request?(request: HttpRequest): HttpRequest
  before?(order: Detail, hands: Hands): Outgoing | undefined
  after?(answer: HttpAnswer, order: Detail, hands: Hands): Outgoing
}
