// Pairing: the pane proves with a code that its user can also see the agent.
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import type { ViewProps } from '../state.ts'
import { pair } from './start-acts.ts'

const CODE_LENGTH = 8

export function PairView({ state }: ViewProps) {
  const [code, setCode] = useState('')
  const isWhole = code.length === CODE_LENGTH
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) void pair(code)
      }}
    >
      <h2 tabIndex={-1}>Pair with the agent</h2>
      <p>
        So that no other page can use your GST session, this pane needs the code that the sync agent
        shows in its window. Press Enter there for a new one, and type it here within two minutes.
      </p>
      <TextField
        label="Code"
        kind="code"
        hint="8 letters and digits; works once."
        value={code}
        maxLength={CODE_LENGTH + 1}
        onValue={(typed) => setCode(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''))}
      />
      <Button kind="primary" off={!isWhole || state.busy !== undefined}>
        Pair
      </Button>
    </form>
  )
}
