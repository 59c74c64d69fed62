// What was written, and the way back.
import { counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { wayBack } from '../after-writing.ts'
import { go } from '../go.ts'
import type { Written } from '../state.ts'
import { WrittenNotice } from '../written-notice.tsx'
import { undoWriting } from './write-acts.ts'

const NEXT: Readonly<Record<Written['what'], string>> = {
  portal: 'Names are not on the portal: fill them in where you need them, then check.',
  amendments:
    'Correct the revised values in the new rows, then check. As they stand they repeat what was filed.',
  undone: 'The cells are as they were before. Sheets that were added stay, empty.',
}

export function WriteReport({ written, isBusy }: { written: Written; isBusy: boolean }) {
  const { what, report } = written
  const cells = counted(report.written, 'cell')
  const isUndone = what === 'undone'
  const isLeft = wayBack(report, isUndone).length > 0
  return (
    <>
      <WrittenNotice report={report} title={isUndone ? `${cells} put back` : `${cells} written`}>
        {report.left.protected > 0 && !isUndone && (
          <p>
            Rows may be in part only. Press Undo, take the protection off under Review → Unprotect
            Sheet, and write again.
          </p>
        )}
        {report.written > 0 && !(isUndone && isLeft) && <p>{NEXT[what]}</p>}
      </WrittenNotice>
      <div class="actions">
        {isLeft && (
          <Button off={isBusy} onPress={() => void undoWriting()}>
            {isUndone ? 'Undo the rest' : 'Undo'}
          </Button>
        )}
        <Button off={isBusy} onPress={() => go('check')}>
          Go to Check
        </Button>
      </div>
    </>
  )
}
