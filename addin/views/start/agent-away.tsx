// The agent does not answer; what stood in the way is told above.
import { Button } from '../../ui/button.tsx'
import type { ViewProps } from '../state.ts'
import { arrive } from './start-acts.ts'

export function AgentAway({ state }: ViewProps) {
  return (
    <>
      <h2 tabIndex={-1}>Start the sync agent</h2>
      <p>
        The pane works with a small program on this computer, the sync agent. It is not running, or
        has another address.
      </p>
      <Button kind="primary" off={state.busy !== undefined} onPress={() => void arrive()}>
        Try again
      </Button>
    </>
  )
}
