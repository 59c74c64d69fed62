// The portal's summary read by section: its own totals, and the checksums that tell whether a section changed.
import {
  addAmounts,
  amountsFrom,
  NO_AMOUNTS,
  type Amounts,
} from '../../templates/payload/wire-document.ts'
import { SECTIONS, type Section } from '../../templates/sections.ts'
import type { AmountNames } from '../../templates/tables/table.ts'
import type { SectionSummary, Summary } from '../../templates/wire/answers.ts'

export interface SectionTotals {
  /** Ours, or the portal's own name for one we do not know. */
  readonly section: string
  readonly totals: Amounts
  /** Holds something. */
  readonly any: boolean
  /** Opaque: the same as before while the section is. */
  readonly checksum: string
}

/** Every section we know, and whatever else the portal holds under a name of its own. */
export function totalsOfPortal(summary: Pick<Summary, 'sec_sum'>): SectionTotals[] {
  const known = SECTIONS.map(({ id, summary: names, summaryAmounts }) => {
    const entries = entriesOf(summary, names)
    const all = summary.sec_sum.filter(({ sec_nm }) => names.includes(sec_nm))
    return {
      section: id,
      totals: entries
        .map((entry) => amountsIn(entry, summaryAmounts))
        .reduce((sum, amounts) => addAmounts(sum, amounts), NO_AMOUNTS),
      any: entries.some(holdsAny),
      checksum: all.map(({ chksum }) => chksum).join(' '),
    }
  })
  const names = SECTIONS.flatMap((section) => section.summary)
  const others = summary.sec_sum
    .filter((entry) => holdsAny(entry) && !isPartOf(entry.sec_nm, names))
    .map((entry) => ({
      section: entry.sec_nm,
      totals: amountsIn(entry),
      any: true,
      checksum: entry.chksum,
    }))
  return [...known, ...others]
}

/** Our totals of a section as far as the portal counts them too. */
export function comparable(section: string, totals: Amounts): Amounts {
  const counted = sectionOf(section)?.summaryAmounts?.count?.length !== 0
  return counted ? totals : { ...totals, count: 0 }
}

const sectionOf = (id: string): Section | undefined => SECTIONS.find((one) => one.id === id)

/** To the paisa. */
export const isNothing = (difference: Amounts): boolean =>
  Object.values(difference).every((value) => value === 0)

/** `B2B_4A` is a part of `B2B`; `TTL_LIAB` is the sum of all. */
const isPartOf = (name: string, known: readonly string[]): boolean =>
  name === 'TTL_LIAB' || known.some((whole) => name === whole || name.startsWith(`${whole}_`))

/** A section's own entry, or its parts where that holds nothing. */
function entriesOf(
  { sec_sum }: Pick<Summary, 'sec_sum'>,
  [whole, ...parts]: readonly string[],
): SectionSummary[] {
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

const amountsIn = (section: SectionSummary, names: AmountNames = {}): Amounts =>
  amountsFrom({ ...ORDINARY, ...names }, { ...section })
