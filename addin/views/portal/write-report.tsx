// What was written, and the way back.
import { counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
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
  return (
    <>
      <WrittenNotice
        report={report}
        title={what === 'undone' ? `${cells} put back` : `${cells} written`}
      >
        {report.left.protected > 0 && what !== 'undone' && (
          <p>
            Rows may be in part only. Press Undo, take the protection off under Review → Unprotect
            Sheet, and write again.
          </p>
        )}
        {report.written > 0 && <p>{NEXT[what]}</p>}
      </WrittenNotice>
      <div class="actions">
        {what !== 'undone' && report.back.length > 0 && (
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
