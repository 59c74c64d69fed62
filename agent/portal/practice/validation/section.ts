// The shape of a section's definition: what the portal accepts in it and how it judges one document.
import type { z } from 'zod'
import type { PortalCode } from '../codes.ts'

/** What a rule may ask about the return and the world around it. */
export interface Surroundings {
  readonly gstin: string
  /** `MMYYYY` */
  readonly period: string
  /** Two digits. */
  readonly homeState: string
  readonly isSezUnit: boolean
  isActive(gstin: string): boolean
}

/** A document with the party it was sent under. */
export interface Sent<D> {
  readonly party: string
  readonly document: D
}

export interface Rule<D> {
  readonly code: PortalCode
  /** Not asked where one of these already failed: its answer would mean nothing. */
  readonly unless?: readonly PortalCode[]
  broken(sent: Sent<D>, surroundings: Surroundings): boolean
}

/** What the summary adds up. Taxes and values are in paise. */
export type Head = 'val' | 'txval' | 'iamt' | 'camt' | 'samt' | 'csamt'
export type Amounts = Readonly<Record<Head, number>>

/** A section whose documents are grouped by party and kept by number. Sections are rows of `sections.ts`. */
export interface Section<D> {
  /** Member of the save body, of the answers and of the error report. */
  readonly key: string
  /** Its place in the address of the document GET. */
  readonly slug: string
  /** Member that names the group's party. */
  readonly party: string
  /** Member of the group that lists its documents. */
  readonly list: string
  /** Closed. A complete document, also where it is sent to be deleted. */
  readonly document: z.ZodType<D>
  /** Closed. The least that a deletion must carry. */
  readonly deletion: z.ZodType
  readonly rules: readonly Rule<D>[]
  /** The document's number as sent. */
  numberOf(document: D): string
  isDeletion(document: D): boolean
  amountsOf(document: D): Amounts
  /** The line of the summary that counts the document. */
  summaryLine(document: D): string
  /** The document as the GET answers it, without checksum. */
  readBack(document: D): object
}
