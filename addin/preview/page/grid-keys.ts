// What the keys do on the grid and in a cell that is being edited: Excel's keys, as two tables.
import type { Move } from './cursor.ts'

export type GridAct =
  | { readonly kind: 'move' | 'extend'; readonly move: Move }
  /** Enter and Tab: after a line of Tabs, Enter goes back to the column where it began. */
  | { readonly kind: 'enter' | 'tab'; readonly move: Move }
  | { readonly kind: 'edit' | 'clear' | 'all' | 'row' | 'column' }
  /** A letter begins an entry; the browser itself puts the letter into the field that opens. */
  | { readonly kind: 'type' }

export type EditAct =
  | { readonly kind: 'keep'; readonly move: Move; readonly by: 'enter' | 'tab' | 'arrow' }
  | { readonly kind: 'drop' }

const MOVE_KEYS: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  'Ctrl+ArrowUp': 'edgeUp',
  'Ctrl+ArrowDown': 'edgeDown',
  'Ctrl+ArrowLeft': 'edgeLeft',
  'Ctrl+ArrowRight': 'edgeRight',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'rowStart',
  End: 'rowEnd',
  'Ctrl+Home': 'sheetStart',
  'Ctrl+End': 'sheetEnd',
}

const GRID_KEYS: Readonly<Record<string, GridAct>> = {
  Enter: { kind: 'enter', move: 'down' },
  'Shift+Enter': { kind: 'enter', move: 'up' },
  Tab: { kind: 'tab', move: 'right' },
  'Shift+Tab': { kind: 'tab', move: 'left' },
  F2: { kind: 'edit' },
  Delete: { kind: 'clear' },
  Backspace: { kind: 'clear' },
  'Ctrl+a': { kind: 'all' },
  'Shift+ ': { kind: 'row' },
  'Ctrl+ ': { kind: 'column' },
}

const EDIT_KEYS: Readonly<Record<string, EditAct>> = {
  Enter: { kind: 'keep', move: 'down', by: 'enter' },
  'Shift+Enter': { kind: 'keep', move: 'up', by: 'enter' },
  Tab: { kind: 'keep', move: 'right', by: 'tab' },
  'Shift+Tab': { kind: 'keep', move: 'left', by: 'tab' },
  Escape: { kind: 'drop' },
}

/** While an entry is typed over a cell, the arrows end it; once F2 opened it, they move in its text. */
const TYPING_KEYS: Readonly<Record<string, EditAct>> = {
  ArrowUp: { kind: 'keep', move: 'up', by: 'arrow' },
  ArrowDown: { kind: 'keep', move: 'down', by: 'arrow' },
  ArrowLeft: { kind: 'keep', move: 'left', by: 'arrow' },
  ArrowRight: { kind: 'keep', move: 'right', by: 'arrow' },
  PageUp: { kind: 'keep', move: 'pageUp', by: 'arrow' },
  PageDown: { kind: 'keep', move: 'pageDown', by: 'arrow' },
}

export function gridAct(event: KeyboardEvent): GridAct | undefined {
  if (event.altKey) return undefined
  const key = chord(event)
  const move = MOVE_KEYS[key]
  if (move) return { kind: 'move', move }
  const extending = event.shiftKey ? MOVE_KEYS[key.replace('Shift+', '')] : undefined
  if (extending) return { kind: 'extend', move: extending }
  const act = GRID_KEYS[key]
  if (act) return act
  // `Process` is what an input method says when it is about to compose a letter.
  const isLetter = [...event.key].length === 1 || event.key === 'Process'
  return isLetter && !event.ctrlKey && !event.metaKey ? { kind: 'type' } : undefined
}

export function editAct(event: KeyboardEvent, typing: boolean): EditAct | undefined {
  // Enter and the arrows choose among an input method's words.
  if (event.isComposing) return undefined
  const key = chord(event)
  return EDIT_KEYS[key] ?? (typing ? TYPING_KEYS[key] : undefined)
}

function chord({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const plain = key.length === 1 ? key.toLowerCase() : key
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${shiftKey ? 'Shift+' : ''}${plain}`
}
