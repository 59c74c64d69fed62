// Tab within the pane is the browser's own. On the web office.js takes every Tab over, and knows neither a `summary` nor a
// heading that holds the focus: the first is passed by, and from the second Tab would leave the pane.

const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

/** For `keydown`, in the capture phase. At the pane's ends office.js is left to tell Excel that the focus goes out. */
export function keepTab(event: KeyboardEvent): void {
  if (event.key === 'Tab' && hasStopAhead(event.shiftKey)) event.stopImmediatePropagation()
}

function hasStopAhead(backward: boolean): boolean {
  const here = document.activeElement ?? document.body
  const ahead = backward ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  return [...document.querySelectorAll(STOPS)].some(
    (stop) => (here.compareDocumentPosition(stop) & ahead) !== 0 && stop.checkVisibility(),
  )
}
