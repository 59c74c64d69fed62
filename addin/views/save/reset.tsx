// Starting the return over: the portal forgets what was saved for the month. Kept out of the way.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { periodName } from '../../ui/dates.ts'
import { TypedWord } from '../../ui/typed-word.tsx'
import type { ViewProps } from '../state.ts'
import { RESET, resetReturn } from './save-acts.ts'

export function Reset({ state, view }: ViewProps & { view: ReturnView }) {
  const month = periodName(view.period)
  return (
    <details>
      <summary>Start over: reset this return</summary>
      <p>
        The portal forgets everything that was saved for {month} in the GSTR-1 of{' '}
        <span class="code">{view.gstin}</span>: every section, also what was saved from elsewhere or
        typed in on the portal. This cannot be undone.
      </p>
      <p>
        Your sheets stay as they are. After the reset, Save sends all of them anew. Nothing is filed
        by it.
      </p>
      <TypedWord
        label={`To confirm, type ${RESET}`}
        word={RESET}
        button="Reset the return"
        off={state.busy !== undefined}
        onMeant={() => void resetReturn()}
      />
    </details>
  )
}
