// Why sheets and portal differ in a section, as far as we know the documents of both; the rest is said to be unexplained.
import { addAmounts, NO_AMOUNTS, type Amounts } from '../../templates/payload/wire-document.ts'
import type { DifferenceCause } from '../../templates/problems/difference-words.ts'
import type { Explained } from '../http/outputs/review.ts'
import { differenceOf, sidesOf, type BothSides } from './sides.ts'
import { comparable, isNothing } from './summary.ts'

export interface Explanation {
  readonly explained: readonly Explained[]
  readonly unexplained: Amounts
}

const NOTHING: Explanation = { explained: [], unexplained: NO_AMOUNTS }

/** `difference`: what the portal's own totals have more than the sheets. Parts and rest add up to it, to the paisa. */
export function explain(both: BothSides, section: string, difference: Amounts): Explanation {
  if (isNothing(difference)) return NOTHING
  const causes = new Map<DifferenceCause, Explained>()
  for (const document of sidesOf(both, section)) {
    const amounts = comparable(section, differenceOf(document))
    if (document.state === 'same' || isNothing(amounts)) continue
    const before = causes.get(document.state)
    causes.set(document.state, {
      cause: document.state,
      documents: (before?.documents ?? 0) + 1,
      amounts: addAmounts(before?.amounts ?? NO_AMOUNTS, amounts),
    })
  }
  const explained = [...causes.values()]
  const sum = explained.reduce((total, { amounts }) => addAmounts(total, amounts), NO_AMOUNTS)
  return { explained, unexplained: addAmounts(difference, sum, -1) }
}
