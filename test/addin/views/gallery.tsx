// The pane in a plain page: any state on demand, with the real store, acts and agent calls behind it. No Excel.
import { render } from 'preact'
import { keepFocus } from '../../../addin/ui/keep-focus.ts'
import { walkWithF8 } from '../../../addin/views/check/walk.ts'
import { Pane } from '../../../addin/views/pane.tsx'
import { bringAhead } from '../../../addin/views/later.tsx'
import { change, onChange, pane } from '../../../addin/views/state.ts'
import { arrive } from '../../../addin/views/start/start-acts.ts'
import { MISSING_STATES } from './gallery-missing-states.ts'
import { PORTAL_STATES } from './gallery-portal-states.ts'
import { RECONCILE_STATES } from './gallery-reconcile-states.ts'
import { STATES } from './gallery-states.ts'

const ALL = { ...STATES, ...PORTAL_STATES, ...MISSING_STATES, ...RECONCILE_STATES }

export interface Gallery {
  readonly names: readonly string[]
  show(name: string): Promise<void>
  /** Asks the agent where we are, as the pane does at its start. */
  arrive(): Promise<void>
}

declare global {
  interface Window {
    gallery: Gallery
  }
}

const root = document.getElementById('pane')
if (root === null) throw new Error('the page has no element with the id "pane"')

onChange(() => keepFocus(root, () => render(<Pane state={pane()} />, root)))
window.addEventListener('keydown', walkWithF8)

const whole = bringAhead()

window.gallery = {
  names: Object.keys(ALL),
  async show(name) {
    await whole
    const state = ALL[name]
    if (state === undefined) throw new Error(`no state ${name}`)
    render(null, root)
    change(state)
  },
  arrive,
}
