// The entries that the portal holds for a return: documents and rows, by section, party and number.
import { canonical, sha256 } from './checksum.ts'
import type { Portal, ReturnKey } from './portal.ts'
import { clearTotals, recount, type Change, type Counted, type Figures } from './totals.ts'
import { difference } from './differences.ts'
import { sections } from './validation/sections.ts'
import type { Section } from './validation/section.ts'

export interface Entry {
  /** The group it was sent in, upper case like the number; empty in sections without groups. */
  readonly party: string
  readonly number: string
  /** The row as it was sent. */
  readonly sent: unknown
  /** Epoch milliseconds. */
  readonly savedAt: number
  readonly beside: Beside
}

/** What the portal keeps with a row that was not sent in it. */
export interface Beside {
  /** Of an amendment: what its originals added up to, and the period of the first. */
  readonly original?: { readonly figures: Figures; readonly period: string }
  readonly eInvoice?: EInvoice
}

/** As the e-invoice system registered it. */
export interface EInvoice {
  /** 64 characters. */
  readonly irn: string
  /** `DD-MM-YYYY` */
  readonly irngendate: string
  readonly srctyp: 'e-Invoice'
}

export interface HeldEntry extends Entry {
  /** Of party and row. */
  readonly hash: string
}

/** In order of party and number. */
export function heldIn(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  section: string,
): HeldEntry[] {
  return ledger
    .all<{ party: string; number: string; sent: string; saved_at: number; beside: string }>(
      `select party, number, sent, saved_at, beside from entry
       where gstin = ? and period = ? and section = ? order by party, number`,
      gstin,
      period,
      section,
    )
    .map(({ party, number, sent, saved_at, beside }) => ({
      party,
      number,
      savedAt: saved_at,
      ...read(party, sent, beside),
    }))
}

/** Where a number is held, over all sections. */
export function holdersOf(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  number: string,
): { section: Section<unknown>; party: string }[] {
  return ledger
    .all<{ section: string; party: string }>(
      'select section, party from entry where gstin = ? and period = ? and number = ?',
      gstin,
      period,
      number,
    )
    .flatMap(({ section: name, party }) => {
      const section = sections.find(({ key }) => key === name)
      return section ? [{ section, party }] : []
    })
}

export function holdsAny({ ledger }: Portal, { gstin, period }: ReturnKey): boolean {
  return (
    ledger.one('select 1 from entry where gstin = ? and period = ? limit 1', gstin, period) !==
    undefined
  )
}

/** Puts entries in place of those of the same number, and takes those away whose numbers are in `gone`. */
export function change(
  portal: Portal,
  key: ReturnKey,
  section: Section<unknown>,
  { kept, gone }: { kept: readonly Entry[]; gone: readonly string[] },
): void {
  const changes: Change[] = []
  for (const number of [...gone, ...kept.map((entry) => entry.number)]) {
    for (const { party, sent, beside } of take(portal, key, section, number)) {
      changes.push({ entry: counted(section, { party, ...read(party, sent, beside) }), by: -1 })
    }
  }
  for (const entry of kept) {
    const { party, number, sent, savedAt } = entry
    const text = JSON.stringify(sent)
    const beside = JSON.stringify(entry.beside)
    portal.ledger.run(
      'insert into entry values (?, ?, ?, ?, ?, ?, ?, ?)',
      key.gstin,
      key.period,
      section.key,
      party,
      number,
      savedAt,
      text,
      beside,
    )
    changes.push({ entry: counted(section, { party, ...read(party, text, beside) }), by: 1 })
  }
  recount(portal, key, changes)
}

export function clear(portal: Portal, key: ReturnKey, section: Section<unknown>): void {
  portal.ledger.run(
    'delete from entry where gstin = ? and period = ? and section = ?',
    key.gstin,
    key.period,
    section.key,
  )
  clearTotals(portal, key, section.key)
}

/** Under whatever party the number is held. */
const take = (
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  { key }: Section<unknown>,
  number: string,
) =>
  ledger.all<{ party: string; sent: string; beside: string }>(
    `delete from entry where gstin = ? and period = ? and section = ? and number = ?
     returning party, sent, beside`,
    gstin,
    period,
    key,
    number,
  )

/** The row as JSON gives it back, so that it hashes alike whenever it is read. */
function read(
  party: string,
  text: string,
  beside: string,
): { sent: unknown; hash: string; beside: Beside } {
  const sent = JSON.parse(text) as unknown
  return {
    sent,
    hash: sha256(canonical([party, sent])),
    beside: JSON.parse(beside) as Beside,
  }
}

const counted = (
  section: Section<unknown>,
  { party, sent, hash, beside }: Pick<HeldEntry, 'party' | 'sent' | 'hash' | 'beside'>,
): Counted => ({
  section: section.key,
  line: section.summaryLine({ party, document: sent }),
  party,
  figures: section.originals
    ? difference(section.figuresOf(sent), beside.original?.figures ?? {})
    : section.figuresOf(sent),
  hash,
})
