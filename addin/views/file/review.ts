// Getting the review of a prepared return: the portal's totals beside the sheets'.
import type { Stage } from '../../../agent/http/outputs/return.ts'
import { ask, onReturn, say } from '../act.ts'
import { change, pane, type PaneState } from '../state.ts'

const HAVE_ONE: readonly Stage[] = ['ready', 'otpRequested', 'awaitingPortalSignature']

export const isReviewComing = ({ busy, review }: PaneState): boolean =>
  busy === 'review' && review === undefined

/** Asks the portal for its totals anew. */
export async function reviewAgain(): Promise<void> {
  change({ review: undefined, sectionRows: undefined })
  await reviewIfReady()
}

/** Does nothing where the return is not prepared, its review is there already, or it is nil and has none. */
export async function reviewIfReady(): Promise<void> {
  const { return: view, review } = pane()
  if (view === undefined || review !== undefined || view.nil) return
  if (!HAVE_ONE.includes(view.stage)) return
  await onReturn('review', async (of) => {
    const fetched = await ask('review', of)
    if (fetched === undefined) return
    change({ review: fetched })
    say(
      fetched.ties
        ? 'The sheets as saved and the portal agree.'
        : 'The sheets as saved and the portal differ.',
    )
  })
}
