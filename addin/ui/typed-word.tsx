// For acts that must be meant: the button works only once the word beside it was typed.
import { useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'

interface TypedWordProps {
  readonly label: string
  /** In capitals; small letters do as well. */
  readonly word: string
  readonly hint?: string
  readonly button: string
  readonly kind?: 'primary' | 'secondary'
  readonly off: boolean
  readonly onMeant: () => void
}

export function TypedWord(props: TypedWordProps) {
  const { label, word, hint, button, kind = 'secondary', off, onMeant } = props
  const [typed, setTyped] = useState('')
  const isMeant = typed.trim().toUpperCase() === word && !off
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isMeant) onMeant()
      }}
    >
      <TextField
        label={label}
        kind="code"
        value={typed}
        maxLength={word.length}
        hint={hint}
        onValue={setTyped}
      />
      <Button kind={kind} off={!isMeant}>
        {button}
      </Button>
    </form>
  )
}
