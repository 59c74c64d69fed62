// When the control that had the focus goes away with its view, the keyboard's place is the heading of what came.

/** Runs `draw`, and mends the focus if drawing took its element away. Moves nothing otherwise. */
export function keepFocus(root: HTMLElement, draw: () => void): void {
  const before = document.activeElement
  const inside = before !== null && before !== root && root.contains(before)
  draw()
  if (inside && !before.isConnected) root.querySelector<HTMLElement>('main h2')?.focus()
}
