// The PAN that the EVC OTP goes to: asked for when it is first needed, then shown masked, since others look at the screen too.
import { useRef, useState } from 'preact/hooks'
import { isPan, maskedPan } from '../../../templates/identifiers.ts'
import type { Taxpayer } from '../../../templates/taxpayer.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { keepSignatory } from '../connect/connect-acts.ts'
import { pane } from '../state.ts'

interface SignatoryProps {
  readonly taxpayer: Taxpayer
  readonly isBusy: boolean
}

export function Signatory({ taxpayer, isBusy }: SignatoryProps) {
  const [isChanging, setChanging] = useState(false)
  const changer = useRef<HTMLButtonElement>(null)
  const pan = taxpayer.signatoryPan
  const close = (): void => {
    setChanging(false)
    changer.current?.focus()
  }
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isChanging) close()
      }}
    >
      {pan !== undefined && (
        <p>
          Signatory’s PAN: <span class="code">{maskedPan(pan)}</span>{' '}
          <button
            ref={changer}
            type="button"
            class="button quiet"
            aria-label="Change the signatory’s PAN"
            aria-expanded={isChanging}
            onClick={() => setChanging(!isChanging)}
          >
            Change
          </button>
        </p>
      )}
      {(pan === undefined || isChanging) && (
        <PanForm isFirst={pan === undefined} isBusy={isBusy} onKept={close} />
      )}
    </div>
  )
}

interface PanFormProps {
  readonly isFirst: boolean
  readonly isBusy: boolean
  readonly onKept: () => void
}

function PanForm({ isFirst, isBusy, onKept }: PanFormProps) {
  const [typed, setTyped] = useState('')
  const isReady = isPan(typed) && !isBusy
  const keep = async (): Promise<void> => {
    await keepSignatory(typed)
    if (pane().taxpayer?.signatoryPan === typed) onKept()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void keep()
      }}
    >
      <TextField
        label="PAN of the person who signs"
        kind="code"
        value={typed}
        maxLength={10}
        hint="Of the authorised signatory, not of a company. It is kept for the next return."
        wrong={
          typed === '' || isPan(typed)
            ? undefined
            : 'A PAN is five letters, four digits and a letter.'
        }
        onValue={(value) => setTyped(value.toUpperCase().trim())}
      />
      <div class="actions">
        <Button kind={isFirst ? 'primary' : 'secondary'} off={!isReady}>
          Keep
        </Button>
      </div>
    </form>
  )
}
