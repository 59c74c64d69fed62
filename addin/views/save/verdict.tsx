// What the portal said to the last save: sent, accepted, refused.
import type { ReturnView } from '../../../agent/http/contract.ts'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { dayAndTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { go } from '../go.ts'
import { ReadBack } from './read-back.tsx'

/** The plan is what one should look at next, not the filing. */
export const isToBeShown = ({ stage, readBack }: ReturnView): boolean =>
  stage !== 'saved' || readBack === 'different'

export function Verdict({ view }: { view: ReturnView }) {
  const { lastSave, heldBack } = view
  if (lastSave === undefined) return null
  const { at, sent, accepted, refused } = lastSave
  const isClean = refused === 0 && view.refusal === undefined
  return (
    <>
      <Notice
        weight={isClean ? 'success' : 'warning'}
        title={isClean ? 'The portal accepted the save' : 'The portal did not accept everything'}
      >
        <dl>
          <dt>Sent</dt>
          <dd>{counted(sent, 'document')}</dd>
          <dt>Accepted</dt>
          <dd>{count(accepted)}</dd>
          <dt>Refused</dt>
          <dd>{count(refused)}</dd>
          {sent !== accepted + refused && (
            <>
              <dt>No answer yet</dt>
              <dd>{count(sent - accepted - refused)}</dd>
            </>
          )}
          <dt>Not in the return</dt>
          <dd>{count(heldBack.length)}, held back or refused</dd>
          <dt>Saved</dt>
          <dd>{dayAndTime(at)}</dd>
          <dt>Calls to Sandbox</dt>
          <dd>{count(view.calls)} for this return</dd>
        </dl>
        {refused > 0 && <p>Mend the cells listed below, then save again: only the changes go.</p>}
      </Notice>
      <ReadBack view={view}>
        <p>“Show what would change” asks it, and shows what differs.</p>
      </ReadBack>
      {isClean && (
        <Button kind={isToBeShown(view) ? 'secondary' : 'primary'} onPress={() => go('file')}>
          Go on to File
        </Button>
      )}
    </>
  )
}
