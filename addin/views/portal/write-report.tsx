// What was written, what was left alone and why, and the way back.
import type { Left } from '../../excel/write-cells.ts'
import { counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { go } from '../go.ts'
import type { Written } from '../state.ts'
import { undoWriting } from './write-acts.ts'

const WHY: readonly { readonly left: Left; readonly text: string }[] = [
  { left: 'changed', text: 'they no longer hold what was shown' },
  { left: 'formula', text: 'they hold a formula' },
  { left: 'protected', text: 'their sheet is protected' },
  { left: 'gone', text: 'their row or sheet is gone' },
]

const NEXT: Readonly<Record<Written['what'], string>> = {
  portal: 'Names are not on the portal: fill them in where you need them, then check.',
  amendments:
    'Correct the revised values in the new rows, then check. As they stand they repeat what was filed.',
  undone: 'The cells are as they were before. Sheets that were added stay, empty.',
}

export function WriteReport({ written, isBusy }: { written: Written; isBusy: boolean }) {
  const { what, report } = written
  const { left, protectedSheets, back } = report
  const cells = counted(report.written, 'cell')
  const isWhole = WHY.every((one) => left[one.left] === 0) && report.stopped === undefined
  return (
    <>
      <Notice
        weight={isWhole ? 'success' : 'warning'}
        title={what === 'undone' ? `${cells} put back` : `${cells} written`}
      >
        {WHY.filter((one) => left[one.left] > 0).map((one) => (
          <p key={one.left}>
            {counted(left[one.left], 'cell')} left alone, because {one.text}
            {one.left === 'protected' && ` (${protectedSheets.join(', ')})`}.
          </p>
        ))}
        {left.protected > 0 && what !== 'undone' && (
          <p>
            Rows may be in part only. Press Undo, take the protection off under Review → Unprotect
            Sheet, and write again.
          </p>
        )}
        {report.written > 0 && <p>{NEXT[what]}</p>}
      </Notice>
      <div class="actions">
        {what !== 'undone' && back.length > 0 && (
          <Button off={isBusy} onPress={() => void undoWriting()}>
            Undo
          </Button>
        )}
        <Button off={isBusy} onPress={() => go('check')}>
          Go to Check
        </Button>
      </div>
    </>
  )
}
