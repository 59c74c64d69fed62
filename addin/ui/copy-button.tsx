// Puts a text on the clipboard and says so; where the browser under Excel forbids that, says what to do instead.
import { useState } from 'preact/hooks'
import { Button } from './button.tsx'

interface CopyButtonProps {
  readonly children: string
  readonly text: string
}

export function CopyButton({ children, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState('')
  return (
    <>
      <Button
        onPress={() =>
          void copy(text).then((isCopied) =>
            setOutcome(isCopied ? 'Copied.' : 'Not allowed here: select it and press Ctrl+C.'),
          )
        }
      >
        {children}
      </Button>
      <span role="status" class="hint">
        {outcome}
      </span>
    </>
  )
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
