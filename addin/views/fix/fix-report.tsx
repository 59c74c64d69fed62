// What became of a fix, and the way back.
import { counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import type { Fixed } from '../state.ts'
import { WrittenNotice } from '../written-notice.tsx'
import { undoFix } from './fix-acts.ts'

export function FixReport({ fixed, busy }: { fixed: Fixed; busy: string | undefined }) {
  const { undone, report } = fixed
  const cells = counted(report.written, 'cell')
  return (
    <WrittenNotice
      report={report}
      title={undone ? `Fix undone: ${cells} put back` : `${cells} fixed`}
    >
      {report.left.protected > 0 && <p>Make an unprotected copy of the sheet and fix again.</p>}
      {!undone && report.back.length > 0 && (
        <Button off={busy !== undefined} onPress={() => void undoFix()}>
          {busy === 'fix-undo' ? 'Undoing…' : 'Undo this fix'}
        </Button>
      )}
    </WrittenNotice>
  )
}
