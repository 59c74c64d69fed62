// While the agent is asked for the first time; and where it answered, but Excel did not let the workbook be read.
import { Button } from '../../ui/button.tsx'
import type { ViewProps } from '../state.ts'
import { arrive } from './start-acts.ts'

export function Starting({ state: { about, busy } }: ViewProps) {
  return (
    <>
      <h2 tabIndex={-1}>Starting</h2>
      {about === undefined || busy !== undefined ? (
        <p>Looking for the sync agent on this computer…</p>
      ) : (
        <>
          <p>The sync agent answers. Which return this workbook holds could not be read.</p>
          <Button kind="primary" onPress={() => void arrive()}>
            Try again
          </Button>
        </>
      )}
    </>
  )
}
