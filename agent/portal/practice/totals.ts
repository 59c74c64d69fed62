// What each party has in each line of the summary, kept up to date as entries come and go: a summary reads only this.
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
  // of amendments: the difference to the original
  | 'act_val'
  | 'act_txval'
  | 'act_iamt'
  | 'act_camt'
  | 'act_samt'
  | 'act_csamt'
export type Figures = Readonly<Partial<Record<Head, number>>>

interface Place {
  readonly section: string
  /** Of the summary. */
  readonly line: string
  /** Upper case. */
  readonly party: string
}

/** An entry as it counts. `hash` is 64 hex digits. */
export interface Counted extends Place {
  readonly figures: Figures
  readonly hash: string
}

export interface Total extends Place {
  readonly records: number
  readonly figures: Figures
  /** The hashes of the entries, added up: the same entries in any order give the same. */
  readonly mix: string
}

const RANGE = 1n << 256n

/** In order of section, line and party. */
export function totalsOf({ ledger }: Portal, { gstin, period }: ReturnKey): Total[] {
  return ledger
    .all<Omit<Total, 'figures'> & { figures: string }>(
      `select section, line, party, records, figures, mix from total
       where gstin = ? and period = ? order by section, line, party`,
      gstin,
      period,
    )
    .map(({ figures, ...total }) => ({ ...total, figures: JSON.parse(figures) as Figures }))
}

export interface Change {
  readonly entry: Counted
  readonly by: 1 | -1
}

/** Entries that came and entries that went. */
export function recount(portal: Portal, key: ReturnKey, changes: readonly Change[]): void {
  const byPlace = Map.groupBy(changes, ({ entry: { section, line, party } }) =>
    [section, line, party].join(' '),
  )
  for (const ofPlace of byPlace.values()) {
    const [first] = ofPlace
    if (first) write(portal, key, ofPlace.reduce(changed, totalAt(portal, key, first.entry)))
  }
}

export function clearTotals(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  section: string,
): void {
  ledger.run(
    'delete from total where gstin = ? and period = ? and section = ?',
    gstin,
    period,
    section,
  )
}

function totalAt(portal: Portal, { gstin, period }: ReturnKey, place: Place): Total {
  const { section, line, party } = place
  const found = portal.ledger.one<{ records: number; figures: string; mix: string }>(
    `select records, figures, mix from total
     where gstin = ? and period = ? and section = ? and line = ? and party = ?`,
    gstin,
    period,
    section,
    line,
    party,
  )
  return {
    section,
    line,
    party,
    records: found?.records ?? 0,
    figures: found ? (JSON.parse(found.figures) as Figures) : {},
    mix: found?.mix ?? '',
  }
}

function changed(total: Total, { entry, by }: Change): Total {
  const heads = new Set([...Object.keys(total.figures), ...Object.keys(entry.figures)]) as Set<Head>
  const mix = BigInt(`0x${total.mix || '0'}`) + BigInt(by) * BigInt(`0x${entry.hash}`)
  return {
    ...total,
    records: total.records + by,
    figures: Object.fromEntries(
      [...heads].map((head) => [
        head,
        (total.figures[head] ?? 0) + by * (entry.figures[head] ?? 0),
      ]),
    ),
    mix: (((mix % RANGE) + RANGE) % RANGE).toString(16),
  }
}

function write(
  { ledger }: Portal,
  { gstin, period }: ReturnKey,
  { section, line, party, records, figures, mix }: Total,
): void {
  if (records === 0) {
    ledger.run(
      `delete from total
       where gstin = ? and period = ? and section = ? and line = ? and party = ?`,
      gstin,
      period,
      section,
      line,
      party,
    )
    return
  }
  ledger.run(
    'insert or replace into total values (?, ?, ?, ?, ?, ?, ?, ?)',
    gstin,
    period,
    section,
    line,
    party,
    records,
    JSON.stringify(figures),
    mix,
  )
}
