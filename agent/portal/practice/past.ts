// What the portal knows of a taxpayer's earlier returns: the originals that an amendment may be of.
import { monthOf } from './dates.ts'
import { heldIn } from './entries.ts'
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
  /** Documents of this number. `month` is that of the document's date; it may have been filed in a later one. */
  documents(sections: readonly string[], number: string, month: string): Original[] | undefined
  rows(section: string, period: string): Original[] | undefined
}

export function pastOf(portal: Portal, { gstin, period: present }: ReturnKey): Past {
  // A rehearsal seldom has a past, so what it cannot know is taken on trust, unless the portal is set to be strict.
  const unknown = portal.settings.originals === 'strict' ? [] : undefined
  const filed = portal.ledger
    .all<{ period: string }>('select period from filing where gstin = ?', gstin)
    .map(({ period }) => period)
    .filter((period) => monthOf(period) < monthOf(present))
  // Filed returns change no more, so what was read once holds.
  const known = new Map<string, Original[]>()
  return {
    documents(names, number, month) {
      const found = filed.flatMap((period) =>
        portal.ledger
          .all<{ section: string; party: string; sent: string }>(
            `select section, party, sent from entry
             where gstin = ? and period = ? and number = ?`,
            gstin,
            period,
            number.toUpperCase(),
          )
          .filter(({ section }) => names.includes(section))
          .map(({ section, party, sent }) =>
            original(section, { period, party, sent: JSON.parse(sent) as unknown }),
          ),
      )
      return found.length > 0 || filed.includes(month) ? found : unknown
    },
    rows(name, period) {
      if (!filed.includes(period)) return unknown
      const asked = `${name} ${period}`
      const found =
        known.get(asked) ??
        heldIn(portal, { gstin, period }, name).map((entry) => original(name, { ...entry, period }))
      known.set(asked, found)
      return found
    },
  }
}

function original(name: string, { period, party, sent }: Omit<Original, 'figures'>): Original {
  const figures = sections.find(({ key }) => key === name)?.figuresOf(sent) ?? {}
  return { period, party, sent, figures }
}
