// What the user edited since the check: how the list has followed, and what waits for the next check.
import { sentence } from '../../words.ts'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import type { Listed, PaneState, Since } from '../state.ts'
import { nextOnCell, placesAt } from './walk.ts'

export function EditedSince({ since }: { since: Since | undefined }) {
  if (since === undefined) return null
  const { edited, notFollowed, mended, found } = since
  const news = [
    mended > 0 && `${count(mended)} mended`,
    found > 0 && `${counted(found, 'new problem')}`,
  ].filter((part) => part !== false)
  const isFollowed = news.length > 0 || notFollowed.length < edited.length
  return (
    <Notice weight="note" title="Edited since the check">
      {isFollowed && (
        <p>
          {edited.join('; ')}
          {news.length > 0 && `: ${news.join(', ')}`}.
        </p>
      )}
      {notFollowed.length > 0 ? (
        <p>Not followed in {notFollowed.join('; ')}: check again.</p>
      ) : (
        <p class="hint">
          The list follows your edits. The rows counted here, the marks on the sheets and what is
          compared between sheets follow when you check again.
        </p>
      )}
    </Notice>
  )
}

/** In place of the problem on top, once it is mended. */
export function JustMended({ since }: { since: Since | undefined }) {
  const problem = since?.justMended
  if (problem === undefined) return null
  return (
    <p class="problem-title">
      <SeverityMark weight="success" /> Mended: {sentence(problem).title}
    </p>
  )
}

/** Where a cell has several problems: which of them this is, and the way to the next. */
export function OnThisCell({ state, listed }: { state: PaneState; listed: Listed }) {
  const { at, chosen } = state
  const here = at === undefined ? [] : placesAt(listed, at)
  const nth = here.indexOf(chosen ?? -1)
  if (here.length < 2 || nth === -1) return null
  return (
    <p class="hint">
      Problem {count(nth + 1)} of {count(here.length)} on this cell{' '}
      <Button kind="quiet" onPress={nextOnCell}>
        Next on this cell
      </Button>
    </p>
  )
}
