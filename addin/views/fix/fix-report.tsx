// What became of a fix, and the way back.
import { counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import type { Fixed } from '../state.ts'
import { wayBack } from '../after-writing.ts'
import { WrittenNotice } from '../written-notice.tsx'
import { undoFix } from './fix-acts.ts'

export function FixReport({ fixed, busy }: { fixed: Fixed; busy: string | undefined }) {
  const { undone, report } = fixed
  const cells = counted(report.written, 'cell')
  const isLeft = wayBack(report, undone).length > 0
  return (
    <WrittenNotice
      report={report}
      title={undone ? `Fix undone${isLeft ? ' in part' : ''}: ${cells} put back` : `${cells} fixed`}
    >
      {report.left.protected > 0 && (
        <p>Make an unprotected copy of the sheet and {undone ? 'undo the rest' : 'fix again'}.</p>
      )}
      {isLeft && (
        <Button off={busy !== undefined} onPress={() => void undoFix()}>
          {busy === 'fix-undo' ? 'Undoing…' : undone ? 'Undo the rest' : 'Undo this fix'}
        </Button>
      )}
    </WrittenNotice>
  )
}
