// What the portal knows of a taxpayer's earlier returns: the originals that an amendment may be of.
import { monthOf } from './dates.ts'
import { heldIn } from './entries.ts'
import { isFiled } from './filings.ts'
import type { Portal, ReturnKey } from './portal.ts'
import type { Figures } from './totals.ts'
import { sections } from './validation/sections.ts'

export interface Original {
  readonly period: string
  /** Upper case. */
  readonly party: string
  /** The row as it was sent. */
  readonly sent: unknown
  readonly figures: Figures
}

/** Returns that were filed before this one. Nothing comes back for a period whose return was not filed here. */
export interface Past {
  /** Documents of this number. `period` is that of the document's date; it may have been filed in a later one. */
  documents(sections: readonly string[], number: string, period: string): Original[] | undefined
  rows(section: string, period: string): Original[] | undefined
}

export function pastOf(portal: Portal, { gstin, period: present }: ReturnKey): Past {
  // A rehearsal seldom has a past, so what it cannot know is taken on trust, unless the portal is set to be strict.
  const unknown = portal.settings.originals === 'strict' ? [] : undefined
  const before = (period: string) =>
    monthOf(period) < monthOf(present) && isFiled(portal, { gstin, period })
  return {
    documents(names, number, period) {
      const found = portal.ledger
        .all<{ period: string; section: string; party: string; sent: string }>(
          `select period, section, party, sent from filing join entry using (gstin, period)
           where gstin = ? and number = ?`,
          gstin,
          number.toUpperCase(),
        )
        .filter(
          (entry) => names.includes(entry.section) && monthOf(entry.period) < monthOf(present),
        )
        .map((entry) =>
          original(entry.section, { ...entry, sent: JSON.parse(entry.sent) as unknown }),
        )
      return found.length > 0 || before(period) ? found : unknown
    },
    rows(name, period) {
      if (!before(period)) return unknown
      return heldIn(portal, { gstin, period }, name).map((entry) =>
        original(name, { ...entry, period }),
      )
    },
  }
}

function original(name: string, { period, party, sent }: Omit<Original, 'figures'>): Original {
  const figures = sections.find(({ key }) => key === name)?.figuresOf(sent) ?? {}
  return { period, party, sent, figures }
}
