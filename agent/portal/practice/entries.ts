// The entries that the portal holds for a return: documents and rows, by section, party and number.
import type { Portal, ReturnKey } from './portal.ts'

/** What the summary adds up, in paise; of documents issued, the count. */
export type Head =
  | 'val'
  | 'txval'
  | 'iamt'
  | 'camt'
  | 'samt'
  | 'csamt'
  | 'expt'
  | 'ngsup'
  | 'nil'
  | 'issued'
  | 'cancelled'
  | 'net'
export type Figures = Readonly<Partial<Record<Head, number>>>

export interface HeldEntry {
  /** The group it was sent in, upper case like the number; empty in sections without groups. */
  readonly party: string
  readonly number: string
  /** The row as it was sent. */
  readonly sent: unknown
  /** Epoch milliseconds. */
  readonly savedAt: number
  readonly hash: string
}

/** An entry as the summary counts it, without the row itself. */
export interface CountedEntry {
  readonly section: string
  readonly party: string
  /** The line of the summary that it belongs to. */
  readonly line: string
  readonly figures: Figures
  readonly hash: string
}

/** In order of party and number. */
export function heldIn(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  section: string,
): HeldEntry[] {
  return ledger
    .all<{ party: string; number: string; sent: string; saved_at: number; hash: string }>(
      `select party, number, sent, saved_at, hash from entry
       where gstin = ? and period = ? and section = ? order by party, number`,
      gstin,
      period,
      section,
    )
    .map(({ party, number, sent, saved_at, hash }) => ({
      party,
      number,
      sent: JSON.parse(sent) as unknown,
      savedAt: saved_at,
      hash,
    }))
}

/** All of a return, in order of section, party and number. */
export function countedIn({ ledger }: Portal, { gstin, period }: ReturnKey): CountedEntry[] {
  return ledger
    .all<{ section: string; party: string; line: string; figures: string; hash: string }>(
      `select section, party, line, figures, hash from entry
       where gstin = ? and period = ? order by section, party, number`,
      gstin,
      period,
    )
    .map(({ figures, ...entry }) => ({ ...entry, figures: JSON.parse(figures) as Figures }))
}

/** Where a number is held, over all sections. */
export function holdersOf(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  number: string,
): { section: string; party: string }[] {
  return ledger.all<{ section: string; party: string }>(
    'select section, party from entry where gstin = ? and period = ? and number = ?',
    gstin,
    period,
    number,
  )
}

export function holdsAny({ ledger }: Portal, { gstin, period }: ReturnKey): boolean {
  return (
    ledger.one('select 1 from entry where gstin = ? and period = ? limit 1', gstin, period) !==
    undefined
  )
}

export function put(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  { section, party, line, figures, hash, number, sent, savedAt }: HeldEntry & CountedEntry,
): void {
  ledger.run(
    'insert or replace into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    gstin,
    period,
    section,
    party,
    number,
    savedAt,
    line,
    JSON.stringify(figures),
    hash,
    JSON.stringify(sent),
  )
}

/** Under whatever party the number is held. */
export function remove(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  section: string,
  number: string,
): void {
  ledger.run(
    'delete from entry where gstin = ? and period = ? and section = ? and number = ?',
    gstin,
    period,
    section,
    number,
  )
}

export function removeSection(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  section: string,
): void {
  ledger.run(
    'delete from entry where gstin = ? and period = ? and section = ?',
    gstin,
    period,
    section,
  )
}

export function removeAll({ ledger }: Portal, { gstin, period }: ReturnKey): void {
  ledger.run('delete from entry where gstin = ? and period = ?', gstin, period)
}
