// The review: the portal's own totals beside the sheets', to the paisa. What is reviewed here is what can be filed.
import { addAmounts, NO_AMOUNTS } from '../../templates/payload/wire-document.ts'
import type { Summary } from '../../templates/wire/answers.ts'
import type { Review } from '../http/contract.ts'
import type { Snapshot } from './snapshot.ts'
import { comparable, isNothing, totalsOfPortal } from './summary.ts'

export function reviewOf(
  summary: Summary,
  snapshot: Snapshot | undefined,
  more: { takenAt: string; heldBack: readonly string[] },
): Review {
  const rows = totalsOfPortal(summary)
    .map((one) => ({ ...one, ours: snapshot?.totals[one.section] ?? NO_AMOUNTS }))
    .filter(({ any, ours }) => any || !isNothing(ours))
    .map(({ section, totals: portal, ours }) => {
      const sheet = comparable(section, ours)
      return { section, sheet, portal, difference: addAmounts(portal, sheet, -1) }
    })
  return {
    checksum: summary.chksum,
    takenAt: more.takenAt,
    rows,
    ties: rows.every(({ difference }) => isNothing(difference)),
    heldBack: more.heldBack,
  }
}

/** What goes back to the portal with the OTP: the reviewed summary, untouched but for its type mark. */
export function filingBody({ gstin, ret_period, chksum, sec_sum }: Summary): string {
  return JSON.stringify({ gstin, ret_period, newSumFlag: true, chksum, sec_sum })
}
