// The documents that the portal holds for a return, by section, party and number.
import type { Portal, ReturnKey } from './portal.ts'

export interface HeldDocument {
  readonly party: string
  readonly number: string
  /** The row as it was sent. */
  readonly sent: unknown
  /** Epoch milliseconds. */
  readonly savedAt: number
}

/** In order of party and number. */
export function heldIn(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  section: string,
): HeldDocument[] {
  return ledger
    .all<{ party: string; number: string; sent: string; saved_at: number }>(
      `select party, number, sent, saved_at from document
       where gstin = ? and period = ? and section = ? order by party, number`,
      gstin,
      period,
      section,
    )
    .map(({ party, number, sent, saved_at }) => ({
      party,
      number,
      sent: JSON.parse(sent) as unknown,
      savedAt: saved_at,
    }))
}

/** The parties under which a number is held. */
export function partiesOf(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  section: string,
  number: string,
): string[] {
  return ledger
    .all<{ party: string }>(
      'select party from document where gstin = ? and period = ? and section = ? and number = ?',
      gstin,
      period,
      section,
      number,
    )
    .map(({ party }) => party)
}

export function holdsAny({ ledger }: Portal, { gstin, period }: ReturnKey): boolean {
  return (
    ledger.one('select 1 from document where gstin = ? and period = ? limit 1', gstin, period) !==
    undefined
  )
}

export function put(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  section: string,
  { party, number, sent, savedAt }: HeldDocument,
): void {
  ledger.run(
    'insert or replace into document values (?, ?, ?, ?, ?, ?, ?)',
    gstin,
    period,
    section,
    party,
    number,
    JSON.stringify(sent),
    savedAt,
  )
}

export function remove(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  section: string,
  { party, number }: { party: string; number: string },
): void {
  ledger.run(
    `delete from document
     where gstin = ? and period = ? and section = ? and party = ? and number = ?`,
    gstin,
    period,
    section,
    party,
    number,
  )
}

export function removeAll({ ledger }: Portal, { gstin, period }: ReturnKey): void {
  ledger.run('delete from document where gstin = ? and period = ?', gstin, period)
}
