// The review: the portal's own totals beside the sheets', to the paisa. What is reviewed here is what can be filed.
import { addAmounts, NO_AMOUNTS } from '../../templates/payload/wire-document.ts'
import type { Summary } from '../../templates/wire/answers.ts'
import type { Signed } from '../http/outputs/return.ts'
import type { Review } from '../http/outputs/review.ts'
import type { ReturnKey } from '../store/tables.ts'
import { portalSide } from './compare.ts'
import { explain } from './explain.ts'
import { refusedIn } from './refused.ts'
import type { ReturnState } from './return-view.ts'
import type { BothSides } from './sides.ts'
import { comparable, isNothing, totalsOfPortal } from './summary.ts'
import type { Tools } from './tools.ts'

export async function bothSides(
  tools: Tools,
  key: ReturnKey,
  state: ReturnState,
): Promise<BothSides> {
  const portal = await portalSide(tools, key)
  return { snapshot: state.snapshot?.content, portal, refused: new Set(refusedIn(state).keys()) }
}

export function reviewOf(
  summary: Summary,
  both: BothSides,
  more: { takenAt: string; heldBack: readonly string[] },
): Review {
  const { snapshot } = both
  const rows = totalsOfPortal(summary)
    .map((one) => ({ ...one, ours: snapshot?.totals[one.section] ?? NO_AMOUNTS }))
    .filter(({ any, ours }) => any || !isNothing(ours))
    .map(({ section, totals: portal, ours }) => {
      const sheet = comparable(section, ours)
      const difference = addAmounts(portal, sheet, -1)
      return { section, sheet, portal, difference, ...explain(both, section, difference) }
    })
  return {
    checksum: summary.chksum,
    takenAt: more.takenAt,
    rows,
    ties: rows.every(({ difference }) => isNothing(difference)),
    heldBack: more.heldBack,
    ...(snapshot?.figures !== undefined && { figures: snapshot.figures }),
  }
}

/** The sections that differ in the summary that was reviewed; none where nothing is, or the return is nil. */
export function differencesReviewed({ known, snapshot }: ReturnState): Signed['differences'] {
  if (known.summary === null) return []
  const both = {
    snapshot: snapshot?.content,
    portal: { base: [], theirs: [] },
    refused: new Set<string>(),
  }
  const review = reviewOf(JSON.parse(known.summary) as Summary, both, { takenAt: '', heldBack: [] })
  return review.rows
    .filter(({ difference }) => !isNothing(difference))
    .map(({ section, difference }) => ({ section, difference }))
}

/** What goes back to the portal with the OTP: the reviewed summary, untouched but for its type mark. */
export function filingBody({ gstin, ret_period, chksum, sec_sum }: Summary): string {
  return JSON.stringify({ gstin, ret_period, newSumFlag: true, chksum, sec_sum })
}
