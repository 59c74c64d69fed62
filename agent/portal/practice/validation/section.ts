// The shape of a section's definition: what the portal accepts in it, how it judges one entry, what it shows of it.
import type { PortalCode } from '../codes.ts'
import type { Original, Past } from '../past.ts'
import type { Figures } from '../totals.ts'
import type { Shape } from './shape.ts'

/** What a rule may ask about the return and the world around it. */
export interface Surroundings {
  readonly gstin: string
  /** `MMYYYY` */
  readonly period: string
  /** Two digits. */
  readonly homeState: string
  readonly isSezUnit: boolean
  /** Of the last financial year, in rupees, as the save states it. */
  readonly turnover: number
  isActive(gstin: string): boolean
  readonly past: Past
}

/** A document or row with the party it was sent under. */
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

/** Sections are rows of `sections.ts`. */
export interface Section<D> {
  /** Its name in the ledger and the error report and, unless it lies `inside` another, in the save and in answers. */
  readonly key: string
  /** `ecom.b2b` is `b2b` inside `ecom`. */
  readonly inside?: { readonly parent: string; readonly member: string }
  /** Its place in the address of the document GET. */
  readonly slug: string
  readonly shape: Shape<D>
  readonly rules: readonly Rule<D>[]

  /**
   * `upsert`: by party and number. `by-number`: a number that is sent under another party moves there.
   * `whole`: what is sent replaces all that is held; one refused row keeps everything as it was.
   */
  readonly saves: 'upsert' | 'by-number' | 'whole'
  /** Sections of one series share their numbers: a number in one of them is taken in the others. */
  readonly series?: 'invoice' | 'note' | 'amended invoice' | 'amended note'
  /** What identifies the entry, beside its party where `saves` says so. Compared without regard to case. */
  numberOf(sent: Sent<D>): string
  isDeletion(document: D): boolean
  /** It says of itself that it changes what is there. */
  isEdit?(document: D): boolean
  /** A row that says nothing, and is not kept. */
  isNothing?(document: D): boolean
  readonly codes: {
    /** One request has the number twice. */
    readonly repeated: PortalCode
    /** What is to be deleted is not there. */
    readonly missing: PortalCode
    /** The GET finds nothing. */
    readonly empty: PortalCode
  }

  figuresOf(document: D): Figures
  /** Of an amendment: what it amends, in returns filed before; nothing where the portal does not know that month. */
  originals?(sent: Sent<D>, past: Past): readonly Original[] | undefined
  /** The line of the summary that counts the entry. The party is upper case here. */
  summaryLine(sent: Sent<D>): string
  /** In the return's total: added, taken off, or only counted. An amendment adds its difference to the original. */
  readonly liability: 1 | -1 | 0
  /** Under this name the summary's long form adds up each party. */
  readonly counterparty?: 'ctin' | 'state_cd'
  /** A quarterly filer may save it in the first two months of a quarter. */
  readonly early: boolean
}
