// The pane in a plain page: any state on demand, with the real store, acts and agent calls behind it. No Excel.
import { render } from 'preact'
import { keepFocus } from '../../../addin/ui/keep-focus.ts'
import { walkWithKeys } from '../../../addin/views/check/walk.ts'
import { Pane } from '../../../addin/views/pane.tsx'
import { bringAhead } from '../../../addin/views/later.tsx'
import { change, onChange, pane } from '../../../addin/views/state.ts'
import { arrive } from '../../../addin/views/start/start-acts.ts'
import { ALL_STATES } from './gallery-all-states.ts'

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
window.addEventListener('keydown', walkWithKeys)

const whole = bringAhead()

window.gallery = {
  names: Object.keys(ALL_STATES),
  async show(name) {
    await whole
    const state = ALL_STATES[name]
    if (state === undefined) throw new Error(`no state ${name}`)
    render(null, root)
    change(state)
  },
  arrive,
}
