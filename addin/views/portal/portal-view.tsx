// Beside the four steps: what the portal holds against the sheets, and amendments of an earlier month.
import { Button } from '../../ui/button.tsx'
import { dayAndTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { ReadingProgress } from '../check/reading-progress.tsx'
import { isSignedIn } from '../connect/signed-in.ts'
import { SignIn } from '../connect/sign-in.tsx'
import type { ViewProps } from '../state.ts'
import { AmendEarlier } from './amend-earlier.tsx'
import { Comparison } from './comparison.tsx'
import { compareAgain, getPortal } from './portal-acts.ts'
import { PulledDocuments } from './pulled-documents.tsx'
import { WritePreview } from './write-preview.tsx'
import { WriteReport } from './write-report.tsx'

export function PortalView({ state }: ViewProps) {
  return (
    <>
      <h2 tabIndex={-1}>Sheets and portal</h2>
      <Body state={state} />
    </>
  )
}

function Body({ state }: ViewProps) {
  const { portal, toWrite, written, busy } = state
  if (toWrite !== undefined)
    return (
      <WritePreview toWrite={toWrite} isBusy={busy !== undefined} keepsUndo={state.keepsUndo} />
    )
  return (
    <>
      {written !== undefined && <WriteReport written={written} isBusy={busy !== undefined} />}
      {!isSignedIn(state) && (
        <>
          <p>Asking the portal needs a session with it.</p>
          <SignIn state={state} />
        </>
      )}
      {isSignedIn(state) && portal === undefined && (
        <p>
          Get what the portal holds of this return, and see document by document where your sheets
          say something else. Nothing is sent, and your sheets stay as they are until you say so.
        </p>
      )}
      <div class="actions">
        {isSignedIn(state) && (
          <Button
            kind={portal === undefined ? 'primary' : 'secondary'}
            off={busy !== undefined}
            onPress={() => void getPortal()}
          >
            {portal === undefined ? 'Get what the portal holds' : 'Ask the portal again'}
          </Button>
        )}
        {portal !== undefined && (
          <Button off={busy !== undefined} onPress={() => void compareAgain()}>
            Read the sheets again
          </Button>
        )}
      </div>
      {busy === 'pull' && portal?.reconciliation === undefined && (
        <p role="status">Asking the portal for its 23 documents, one after another…</p>
      )}
      <ReadingProgress state={state} during="pull" />
      <ReadingProgress state={state} during="compare-sheets" />
      {portal !== undefined && (
        <>
          <p class="hint">As the portal had it on {dayAndTime(portal.pull.at)}.</p>
          <PulledDocuments pull={portal.pull} />
          {portal.reconciliation !== undefined && (
            <Comparison
              key={portal.pull.at}
              portal={portal}
              reconciliation={portal.reconciliation}
              isBusy={busy !== undefined}
            />
          )}
        </>
      )}
      {portal !== undefined && portal.reconciliation === undefined && busy === undefined && (
        <Notice weight="note" title="The sheets were not compared">
          <p>Press Read the sheets again when Excel is ready.</p>
        </Notice>
      )}
      <AmendEarlier state={state} />
    </>
  )
}
