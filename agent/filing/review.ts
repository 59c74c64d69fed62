// The review: the portal's own totals beside the sheets', to the paisa. What is reviewed here is what can be filed.
import { paise } from '../../templates/money.ts'
import type { Paise } from '../../templates/identifiers.ts'
import { addAmounts, NO_AMOUNTS, type Amounts } from '../../templates/payload/wire-document.ts'
import { SECTIONS } from '../../templates/sections.ts'
import type { SectionSummary, Summary } from '../../templates/wire/answers.ts'
import type { Review } from '../http/contract.ts'
import type { Snapshot } from './snapshot.ts'

export function reviewOf(
  summary: Summary,
  snapshot: Snapshot | undefined,
  more: { takenAt: string; heldBack: readonly string[] },
): Review {
  const rows = sectionsIn(summary, snapshot).map(({ section, portal }) => {
    const sheet = snapshot?.totals[section] ?? NO_AMOUNTS
    return { section, sheet, portal, difference: addAmounts(portal, sheet, -1) }
  })
  return {
    checksum: summary.chksum,
    takenAt: more.takenAt,
    rows,
    ties: rows.every(({ difference }) => Object.values(difference).every((value) => value === 0)),
    heldBack: more.heldBack,
  }
}

/** The sections we know, and whatever else the portal holds under a name of its own. */
function sectionsIn(
  summary: Summary,
  snapshot: Snapshot | undefined,
): { section: string; portal: Amounts }[] {
  const known = SECTIONS.map(({ id, summary: names }) => ({
    section: id,
    portal: summary.sec_sum
      .filter(({ sec_nm }) => names.includes(sec_nm))
      .map(amountsIn)
      .reduce((sum, amounts) => addAmounts(sum, amounts), NO_AMOUNTS),
  })).filter(({ section, portal }) => portal.count !== 0 || snapshot?.totals[section] !== undefined)
  const names = SECTIONS.flatMap((section) => section.summary)
  const others = summary.sec_sum
    .filter(({ sec_nm, ttl_rec }) => Number(ttl_rec) !== 0 && !isPartOf(sec_nm, names))
    .map((section) => ({ section: section.sec_nm, portal: amountsIn(section) }))
  return [...known, ...others]
}

/** `B2B_4A` is a part of `B2B`; `TTL_LIAB` is the sum of all. */
const isPartOf = (name: string, known: readonly string[]): boolean =>
  name === 'TTL_LIAB' || known.some((whole) => name === whole || name.startsWith(`${whole}_`))

/** The portal names the taxable value `ttl_tax`, and writes amounts as numbers or as texts. */
function amountsIn(section: SectionSummary): Amounts {
  const amount = (value: number | string | undefined): Paise => paise(Number(value ?? 0))
  return {
    count: Number(section.ttl_rec),
    txval: amount(section.ttl_tax),
    iamt: amount(section.ttl_igst),
    camt: amount(section.ttl_cgst),
    samt: amount(section.ttl_sgst),
    csamt: amount(section.ttl_cess),
  }
}

/** What goes back to the portal with the OTP: the reviewed summary, untouched but for its type mark. */
export function filingBody({ gstin, ret_period, chksum, sec_sum }: Summary): string {
  return JSON.stringify({ gstin, ret_period, newSumFlag: true, chksum, sec_sum })
}
