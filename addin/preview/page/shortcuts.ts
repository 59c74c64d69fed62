// The add-in's keyboard shortcuts, read as Excel reads them: from the file that the manifest names.

const FILE = '/assets/shortcuts.json'

interface ShortcutsFile {
  readonly shortcuts: readonly {
    readonly action: string
    readonly key: { readonly default: string }
  }[]
}

/** `Ctrl+Alt+N` → name of the action. */
export type Shortcuts = ReadonlyMap<string, string>

export async function readShortcuts(): Promise<Shortcuts> {
  const file = (await (await fetch(FILE)).json()) as ShortcutsFile
  return new Map(file.shortcuts.map(({ action, key }) => [key.default, action]))
}

/** The action that a key stroke stands for. With Ctrl and Alt a key may write another letter than the one on it. */
export function actionOf(shortcuts: Shortcuts, event: KeyboardEvent): string | undefined {
  const letter = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1]
  if (letter === undefined) return undefined
  const { ctrlKey, altKey, shiftKey } = event
  const modifiers = `${ctrlKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}`
  return shortcuts.get(modifiers + letter)
}
