// F6 goes round the parts of the page, as in Excel; Tab stays in the grid.

/** What takes the focus in each part, in their order on the page. */
const PARTS = [
  '.file-bar button',
  '.formula',
  '#grid',
  '.tabs [aria-selected="true"]',
  '.pane-frame',
]

export function goToNextPart(event: KeyboardEvent): void {
  if (event.key !== 'F6') return
  event.preventDefault()
  leavePart(event.shiftKey)
}

/** To the part after the one that has the focus, or before it. */
export function leavePart(backward: boolean): void {
  const parts = PARTS.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? [])
  const here = parts.findIndex((part) => part.contains(document.activeElement))
  const step = backward ? -1 : 1
  parts[(here + step + parts.length) % parts.length]?.focus()
}
