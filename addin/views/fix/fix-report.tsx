// What became of a fix: how many cells were written, which were left alone and why, and the way back.
import type { Left } from '../../excel/write-cells.ts'
import { counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Fixed } from '../state.ts'
import { undoFix } from './fix-acts.ts'

const LEFT: Readonly<Record<Left, string>> = {
  changed: 'left alone: changed meanwhile',
  formula: 'left alone: a formula stands there, correct it yourself',
  protected: 'left alone: protected. Make an unprotected copy of the sheet and fix again',
  gone: 'left alone: the row is no longer there',
}
const REASONS: readonly Left[] = ['formula', 'protected', 'changed', 'gone']

export function FixReport({ fixed, busy }: { fixed: Fixed; busy: string | undefined }) {
  const { undone, report } = fixed
  const { written, left, back, protectedSheets } = report
  const reasons = REASONS.filter((reason) => left[reason] > 0)
  const isWhole = reasons.length === 0 && report.stopped === undefined
  return (
    <Notice
      weight={isWhole ? 'success' : 'warning'}
      title={
        undone
          ? `Fix undone: ${counted(written, 'cell')} put back`
          : `${counted(written, 'cell')} fixed`
      }
    >
      {report.stopped !== undefined && <p>Excel stopped before all cells were written.</p>}
      {reasons.map((reason) => (
        <p key={reason}>
          {counted(left[reason], 'cell')} {LEFT[reason]}.
          {reason === 'protected' && ` (${protectedSheets.join('; ')})`}
        </p>
      ))}
      {!undone && back.length > 0 && (
        <Button off={busy !== undefined} onPress={() => void undoFix()}>
          {busy === 'fix-undo' ? 'Undoing…' : 'Undo this fix'}
        </Button>
      )}
    </Notice>
  )
}
