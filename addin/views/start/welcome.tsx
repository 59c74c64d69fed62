// The very first screen: what this does, before anything is asked.
import { Button } from '../../ui/button.tsx'
import type { ViewProps } from '../state.ts'
import { beginFirstTime } from './start-acts.ts'

export function Welcome({ state }: ViewProps) {
  return (
    <>
      <h2 tabIndex={-1}>File GSTR-1 from this workbook</h2>
      <ol class="value">
        <li>
          <strong>Check.</strong> Every wrong cell turns red, with the reason and what to do.
        </li>
        <li>
          <strong>Save.</strong> Only what changed goes to the GST portal, and its errors land on
          the cells that caused them.
        </li>
        <li>
          <strong>File.</strong> The portal’s totals beside your own, then an OTP. It is called
          filed when the portal gives the ARN.
        </li>
      </ol>
      <p>
        Practice comes first: a portal to rehearse on, and a sample company. Nothing is really filed
        there, and no account is needed. The real portal must be asked for when the sync agent is
        started.
      </p>
      <div class="actions">
        <Button kind="primary" off={state.busy !== undefined} onPress={() => void beginFirstTime()}>
          Begin
        </Button>
      </div>
      <p class="hint">
        Your sheets stay on this computer until you press Send. The pane never stores an OTP.
      </p>
    </>
  )
}
