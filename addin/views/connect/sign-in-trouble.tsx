// Why the portal let nobody in, told where the OTP is asked for, with the way to mend it.
import type { Problem } from '../../../templates/problems/problem.ts'
import { Button } from '../../ui/button.tsx'
import { hasWords } from '../../words.ts'
import { Refusal } from '../refusal.tsx'
import { ApiAccessSteps } from '../start/checklist.tsx'
import { itemAtFault } from '../start/standing.ts'
import { change, type PaneState, type ViewProps } from '../state.ts'
import { isSignedIn } from './signed-in.ts'

const OPERATIONS: readonly unknown[] = ['authenticate', 'request-otp', 'sign-in']

const isOfSignIn = ({ code, facts }: Problem): boolean =>
  code === 'portal' && OPERATIONS.includes(facts['operation'])

/** Then it need not be told a second time at the pane's foot. */
export function isToldAtSignIn(state: PaneState): boolean {
  const { refused, place, taxpayer, editingTaxpayer } = state
  if (refused === undefined || !isOfSignIn(refused) || isSignedIn(state)) return false
  return place === 'connect' ? taxpayer !== undefined && !editingTaxpayer : true
}

export function SignInTrouble({ state }: ViewProps) {
  const { refused, taxpayer } = state
  if (refused === undefined || !isOfSignIn(refused) || !hasWords()) return null
  const item = itemAtFault(refused)
  return (
    <>
      <Refusal problem={refused} alert>
        {item === 'api-access' ? <ApiAccessSteps username={taxpayer?.username} /> : undefined}
      </Refusal>
      {item === 'username' && (
        <Button
          onPress={() => change({ place: 'connect', editingTaxpayer: true, refused: undefined })}
        >
          Change the user name
        </Button>
      )}
    </>
  )
}
