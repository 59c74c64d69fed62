// Which world, which taxpayer and period, and the four steps.
import type { Environment } from '../../templates/identifiers.ts'
import { go } from './go.ts'
import { ReturnChooser } from './return-chooser.tsx'
import { isStep, ofReturn, STEPS, type PaneState, type Step } from './state.ts'

const BANNERS: Readonly<Record<Environment, string>> = {
  practice: 'Practice: nothing is really filed. Every OTP is 575757.',
  test: 'Test: Sandbox’s test portal. Nothing is really filed.',
  live: 'Live: what you file here is filed with the GST portal.',
}

const STEP_NAMES: Readonly<Record<Step, string>> = {
  connect: 'Connect',
  check: 'Check',
  save: 'Save',
  file: 'File',
}

export function PaneHeader({ state }: { state: PaneState }) {
  const { about, place } = state
  const chosen = ofReturn(state)
  // Sheets and portal stand beside Save, and a press on it leads back there.
  const at = place === 'portal' ? 'save' : place
  return (
    <>
      {about !== undefined && (
        <aside class={`banner ${about.environment}`} aria-label="Which portal">
          {BANNERS[about.environment]}
        </aside>
      )}
      <header>
        <h1>GSTR-1</h1>
        <ReturnChooser state={state} />
      </header>
      {(isStep(place) || place === 'portal') && (
        <nav aria-label="Steps">
          {STEPS.map((step) => (
            <button
              key={step}
              type="button"
              aria-current={step === at ? 'step' : undefined}
              aria-disabled={step !== 'connect' && chosen === undefined}
              onClick={() => go(step)}
            >
              {STEP_NAMES[step]}
            </button>
          ))}
        </nav>
      )}
    </>
  )
}
