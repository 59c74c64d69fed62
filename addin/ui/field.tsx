// A labelled control with its hint and what is wrong with it, tied together for screen readers.
import type { ComponentChildren } from 'preact'
import { useUniqueId } from './unique-id.ts'

interface Shared {
  readonly label: string
  readonly hint?: ComponentChildren
  readonly wrong?: string | undefined
}

interface TextFieldProps extends Shared {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly kind?: 'text' | 'password' | 'code' | 'amount'
  readonly maxLength?: number
  readonly off?: boolean
}

export function TextField(props: TextFieldProps) {
  const { label, hint, wrong, value, onValue, kind = 'text', maxLength, off = false } = props
  const id = useUniqueId()
  return (
    <Labelled id={id} label={label} hint={hint} wrong={wrong}>
      <input
        {...(kind === 'password' ? { type: 'password' } : { type: 'text' })}
        id={id}
        class={kind}
        inputMode={kind === 'amount' ? 'decimal' : 'text'}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={value}
        maxLength={maxLength}
        readOnly={off}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-about`}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </Labelled>
  )
}

interface SelectFieldProps extends Shared {
  readonly value: string
  readonly onValue: (value: string) => void
  /** `lang` where a text is not in the page's language. */
  readonly options: readonly {
    readonly value: string
    readonly text: string
    readonly lang?: string
  }[]
}

export function SelectField({ label, hint, wrong, value, onValue, options }: SelectFieldProps) {
  const id = useUniqueId()
  return (
    <Labelled id={id} label={label} hint={hint} wrong={wrong}>
      <select
        id={id}
        aria-describedby={`${id}-about`}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            lang={option.lang}
            selected={option.value === value}
          >
            {option.text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

interface TickProps {
  readonly label: ComponentChildren
  readonly ticked: boolean
  readonly onTick: (ticked: boolean) => void
}

export function Tick({ label, ticked, onTick }: TickProps) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={ticked}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  )
}

function Labelled(props: Shared & { id: string; children: ComponentChildren }) {
  const { id, label, hint, wrong, children } = props
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      <div id={`${id}-about`}>
        {hint !== undefined && <div class="hint">{hint}</div>}
        <div role="status" class="wrong">
          {wrong}
        </div>
      </div>
    </div>
  )
}
