// The review: the portal's own totals beside the sheets', to the paisa. What is reviewed here is what can be filed.
import {
  addAmounts,
  amountsFrom,
  NO_AMOUNTS,
  type Amounts,
} from '../../templates/payload/wire-document.ts'
import { SECTIONS } from '../../templates/sections.ts'
import type { AmountNames } from '../../templates/tables/table.ts'
import type { SectionSummary, Summary } from '../../templates/wire/answers.ts'
import type { Review } from '../http/contract.ts'
import type { Snapshot } from './snapshot.ts'

export function reviewOf(
  summary: Summary,
  snapshot: Snapshot | undefined,
  more: { takenAt: string; heldBack: readonly string[] },
): Review {
  const rows = sectionsIn(summary, snapshot).map(({ section, portal }) => {
    const totals = snapshot?.totals[section] ?? NO_AMOUNTS
    const sheet = isCounted(section) ? totals : { ...totals, count: 0 }
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

/** Whether the portal counts a section's entries as we do. */
const isCounted = (section: string): boolean =>
  SECTIONS.find(({ id }) => id === section)?.summaryAmounts?.count?.length !== 0

/** The sections we know, and whatever else the portal holds under a name of its own. */
function sectionsIn(
  summary: Summary,
  snapshot: Snapshot | undefined,
): { section: string; portal: Amounts }[] {
  const known = SECTIONS.flatMap(({ id, summary: names, summaryAmounts }) => {
    const entries = entriesOf(summary, names)
    if (!entries.some(holdsAny) && snapshot?.totals[id] === undefined) return []
    const portal = entries
      .map((entry) => amountsIn(entry, summaryAmounts))
      .reduce((sum, amounts) => addAmounts(sum, amounts), NO_AMOUNTS)
    return [{ section: id, portal }]
  })
  const names = SECTIONS.flatMap((section) => section.summary)
  const others = summary.sec_sum
    .filter((section) => holdsAny(section) && !isPartOf(section.sec_nm, names))
    .map((section) => ({ section: section.sec_nm, portal: amountsIn(section) }))
  return [...known, ...others]
}

/** `B2B_4A` is a part of `B2B`; `TTL_LIAB` is the sum of all. */
const isPartOf = (name: string, known: readonly string[]): boolean =>
  name === 'TTL_LIAB' || known.some((whole) => name === whole || name.startsWith(`${whole}_`))

/** A section's own entry, or its parts where that holds nothing. */
function entriesOf({ sec_sum }: Summary, [whole, ...parts]: readonly string[]): SectionSummary[] {
  const own = sec_sum.filter(({ sec_nm }) => sec_nm === whole)
  const split = sec_sum.filter(({ sec_nm }) => parts.includes(sec_nm))
  return split.length > 0 && !own.some(holdsAny) ? split : own
}

const holdsAny = ({ ttl_rec }: SectionSummary): boolean => Number(ttl_rec) !== 0

/** Amounts of a summary entry, whose members are numbers or texts; it calls the taxable value `ttl_tax`. */
const ORDINARY: AmountNames = {
  count: ['ttl_rec'],
  txval: ['ttl_tax'],
  iamt: ['ttl_igst'],
  camt: ['ttl_cgst'],
  samt: ['ttl_sgst'],
  csamt: ['ttl_cess'],
}

const amountsIn = (section: SectionSummary, names: AmountNames = {}): Amounts => {
  const members: Readonly<Record<string, unknown>> = { ...section }
  return amountsFrom({ ...ORDINARY, ...names }, (name) => Number(members[name] ?? 0))
}

/** What goes back to the portal with the OTP: the reviewed summary, untouched but for its type mark. */
export function filingBody({ gstin, ret_period, chksum, sec_sum }: Summary): string {
  return JSON.stringify({ gstin, ret_period, newSumFlag: true, chksum, sec_sum })
}
