// For those who must sign with DSC: the portal files, this pane finds the ARN.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { Button } from '../../ui/button.tsx'
import { periodName } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import type { ViewProps } from '../state.ts'
import { signedOnPortal } from './file-acts.ts'

export function SignOnPortal({ state, view }: ViewProps & { view: ReturnView }) {
  return (
    <>
      <Notice weight="note" title="Sign on the portal">
        <p>A DSC works only on the GST portal itself:</p>
        <ol>
          <li>
            Sign in at gst.gov.in and open Returns Dashboard, {periodName(view.period)}, GSTR-1.
          </li>
          {view.nil ? (
            <li>Tick File Nil GSTR-1, if it is not ticked yet.</li>
          ) : (
            <li>Compare the totals with the review above.</li>
          )}
          <li>Choose File Statement, then File with DSC.</li>
          <li>Come back here and press the button. The agent looks for the ARN.</li>
        </ol>
      </Notice>
      <Button kind="primary" off={state.busy !== undefined} onPress={() => void signedOnPortal()}>
        I have filed
      </Button>
    </>
  )
}
