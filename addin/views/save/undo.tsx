// Taking the last save back: the portal gets what it held before. Kept out of the way, and planned before anything is sent.
import type { PlanView } from '../../../agent/http/outputs/plan.ts'
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { dayAndTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { planUndo } from './save-acts.ts'

export function Undo({ view, isBusy }: { view: ReturnView; isBusy: boolean }) {
  const { lastSave } = view
  if (lastSave === undefined || view.empty) return null
  return (
    <details>
      <summary>Undo the last save</summary>
      <p>
        The portal gets back what it held before: what the save added goes, what it changed or
        removed comes back. Your sheets stay as they are.
      </p>
      <Button off={isBusy} onPress={() => void planUndo()}>
        Show what undoing would change
      </Button>
    </details>
  )
}

/** What others changed since the save that is undone is left to them. */
export function ChangedSince({ plan }: { plan: PlanView }) {
  const { differences, differenceCount } = plan
  if (differenceCount === 0) return null
  const more = differenceCount - differences.length
  return (
    <Notice weight="warning" title={`${counted(differenceCount, 'document')} changed there since`}>
      <p>
        Other software changed what that save had sent. It stays as it is now:{' '}
        {differences.map(({ document }) => document).join('; ')}
        {more > 0 && ` and ${count(more)} more`}.
      </p>
    </Notice>
  )
}

export const whatUndoingDoes = (undoes: string): string =>
  `This takes back the save of ${dayAndTime(undoes)}. Nothing is sent yet.`
