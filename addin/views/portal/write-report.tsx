// What was written, what was not and why, and the way back.
import type { SkippedCell } from '../../excel/write-cells.ts'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { cellName } from '../../../templates/block.ts'
import { go } from '../go.ts'
import type { Written } from '../state.ts'
import { undoWriting } from './write-acts.ts'

const WHY: Readonly<Record<SkippedCell['why'], string>> = {
  changed: 'they no longer hold what was shown',
  formula: 'they hold a formula',
  protected: 'the sheet is protected',
  gone: 'the sheet is gone',
}

const CELLS_SHOWN = 5

export function WriteReport({ written, isBusy }: { written: Written; isBusy: boolean }) {
  const { what, outcome } = written
  const words = counted(outcome.written, 'cell')
  return (
    <>
      <Notice
        weight={outcome.skipped.length > 0 ? 'warning' : 'success'}
        title={what === 'undone' ? `${words} put back` : `${words} written`}
      >
        {[...Map.groupBy(outcome.skipped, ({ why }) => why)].map(([why, cells]) => (
          <p key={why}>
            {counted(cells.length, 'cell')} left alone, because {WHY[why]}:{' '}
            {cells
              .slice(0, CELLS_SHOWN)
              .map(({ sheet, row, column }) => `${sheet} ${cellName(row, column)}`)
              .join(', ')}
            {cells.length > CELLS_SHOWN && ` and ${count(cells.length - CELLS_SHOWN)} more`}.
          </p>
        ))}
        {what === 'amendments' && outcome.written > 0 && (
          <p>
            Correct the revised values in the new rows, then check. As they stand they repeat what
            was filed.
          </p>
        )}
        {what === 'portal' && outcome.written > 0 && (
          <p>Names are not on the portal: fill them in where you need them, then check.</p>
        )}
      </Notice>
      <div class="actions">
        {what !== 'undone' && outcome.written > 0 && (
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
