// The field that opens in a cell for typing.
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Move } from './cursor.ts'
import type { Edit } from './edit.ts'
import { editAct } from './grid-keys.ts'

export interface EditorActs {
  readonly change: (text: string) => void
  /** Ends the entry, kept; then moves on, as the key says. */
  readonly keep: (move?: Move, by?: 'enter' | 'tab' | 'arrow') => void
  /** Ends the entry, forgotten. */
  readonly drop: () => void
}

interface CellEditorProps {
  readonly edit: Edit
  readonly name: string
  readonly acts: EditorActs
}

export function CellEditor({ edit, name, acts }: CellEditorProps) {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const input = field.current
    input?.focus()
    input?.setSelectionRange(input.value.length, input.value.length)
  }, [])
  return (
    <input
      ref={field}
      class="cell-editor"
      aria-label={`Edit ${name}`}
      autocomplete="off"
      spellcheck={false}
      value={edit.text}
      onInput={(event) => acts.change(event.currentTarget.value)}
      onKeyDown={(event) => editorKey(event, edit.typing, acts)}
      onBlur={(event) => leave(event.currentTarget, acts)}
    />
  )
}

export function editorKey(event: KeyboardEvent, typing: boolean, acts: EditorActs): void {
  // F6 leaves the field, which keeps what was typed.
  if (event.key !== 'F6') event.stopPropagation()
  const act = editAct(event, typing)
  if (!act) return
  event.preventDefault()
  if (act.kind === 'drop') acts.drop()
  else acts.keep(act.move, act.by)
}

/** Another window in front does not end the entry; the field still has this page's focus then. */
export function leave(field: HTMLElement, acts: EditorActs): void {
  if (document.activeElement !== field) acts.keep()
}
