// A button that keeps the keyboard's place: when it cannot be pressed it stays focusable and says so.
import type { ComponentChildren } from 'preact'

interface ButtonProps {
  readonly children: ComponentChildren
  /** One primary button a view; `quiet` for actions beside a text. */
  readonly kind?: 'primary' | 'secondary' | 'quiet'
  readonly off?: boolean
  /** Completes a name that would be the same many times in a list. */
  readonly label?: string
  /** Absent in a form: then the button submits it. */
  readonly onPress?: () => void
}

export function Button({ children, kind = 'secondary', off = false, label, onPress }: ButtonProps) {
  return (
    <button
      type={onPress === undefined ? 'submit' : 'button'}
      class={`button ${kind}`}
      aria-disabled={off}
      aria-label={label}
      onClick={(event) => {
        if (off) event.preventDefault()
        else onPress?.()
      }}
    >
      {children}
    </button>
  )
}
