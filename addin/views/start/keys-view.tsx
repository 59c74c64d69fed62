// The account at Sandbox through which the agent reaches the GST portal.
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { go } from '../go.ts'
import type { ViewProps } from '../state.ts'
import { keepKeys } from './start-acts.ts'

export function KeysView({ state }: ViewProps) {
  const [key, setKey] = useState('')
  const [secret, setSecret] = useState('')
  const isWhole = key.trim() !== '' && secret.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) void keepKeys(key.trim(), secret.trim())
      }}
    >
      <h2 tabIndex={-1}>Settings</h2>
      <h3>Sandbox account</h3>
      <p>The agent reaches the GST portal through Sandbox. To get a key:</p>
      <ol>
        <li>Sign up at sandbox.co.in and choose a plan with GST compliance.</li>
        <li>In its console, open API keys and make a pair.</li>
        <li>Copy both here. The secret is shown there only once.</li>
      </ol>
      <TextField
        label="API key"
        kind="code"
        hint="Begins with key_live_ for real returns, key_test_ for Sandbox’s test portal."
        value={key}
        onValue={setKey}
      />
      <TextField
        label="API secret"
        kind="password"
        hint="Kept encrypted on this computer; never in the workbook."
        value={secret}
        onValue={setSecret}
      />
      <div class="actions">
        <Button kind="primary" off={!isWhole || state.busy !== undefined}>
          Keep these keys
        </Button>
        {state.about?.hasKeys === true && (
          <Button onPress={() => go('connect')}>Back without a change</Button>
        )}
      </div>
    </form>
  )
}
