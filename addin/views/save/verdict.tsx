// What the portal said to the last save: sent, accepted, refused.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { count, counted } from '../../ui/amounts.ts'
import { dayAndTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { ReadBack } from './read-back.tsx'

export const isAccepted = ({ lastSave, refusal }: ReturnView): boolean =>
  lastSave?.refused === 0 && lastSave.stopped === undefined && refusal === undefined

export function Verdict({ view }: { view: ReturnView }) {
  const { lastSave, heldBack } = view
  if (lastSave === undefined) return null
  const { at, sent, accepted, refused, stopped } = lastSave
  const isClean = isAccepted(view)
  return (
    <>
      <Notice
        weight={isClean ? 'success' : 'warning'}
        title={isClean ? 'The portal accepted the save' : whyNot(lastSave)}
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
          {stopped !== undefined && (
            <>
              <dt>Stopped</dt>
              <dd>{count(stopped)}, not sent</dd>
            </>
          )}
          {heldBack.length > refused && (
            <>
              <dt>Left behind</dt>
              <dd>{count(heldBack.length)}, not on the portal as in the sheets</dd>
            </>
          )}
          <dt>Saved</dt>
          <dd>{dayAndTime(at)}</dd>
          <dt>Calls to Sandbox</dt>
          <dd>{count(view.calls)} for this return</dd>
        </dl>
        {stopped !== undefined && <p>Save again to send the rest.</p>}
        {refused > 0 && (
          <p>
            Mend the cells listed below, then press Show what would change: what the portal said
            stays listed until you save again, and only the changes go.
          </p>
        )}
      </Notice>
      <ReadBack view={view}>
        <p>Press Show what would change: it asks again, and shows what differs.</p>
      </ReadBack>
    </>
  )
}

const whyNot = ({ refused, stopped }: NonNullable<ReturnView['lastSave']>): string =>
  refused === 0 && stopped !== undefined
    ? 'You stopped the save'
    : 'The portal did not accept everything'
