// What writing to cells came to: how many were written, and how many were left alone for which reason.
import type { ComponentChildren } from 'preact'
import type { Left, WriteReport } from '../excel/write-cells.ts'
import { counted } from '../ui/amounts.ts'
import { Notice } from '../ui/notice.tsx'

const WHY: readonly { readonly left: Left; readonly text: string }[] = [
  { left: 'formula', text: 'a formula stands there, correct it yourself' },
  { left: 'protected', text: 'protected' },
  { left: 'changed', text: 'changed meanwhile' },
  { left: 'gone', text: 'the row or sheet is no longer there' },
]

interface WrittenNoticeProps {
  readonly report: WriteReport
  readonly title: string
  readonly children?: ComponentChildren
}

export function WrittenNotice({ report, title, children }: WrittenNoticeProps) {
  const { left, protectedSheets, stopped } = report
  const reasons = WHY.filter((one) => left[one.left] > 0)
  return (
    <Notice
      weight={reasons.length === 0 && stopped === undefined ? 'success' : 'warning'}
      title={title}
    >
      {stopped !== undefined && <p>Excel stopped before all cells were written.</p>}
      {reasons.map((one) => (
        <p key={one.left}>
          {counted(left[one.left], 'cell')} left alone: {one.text}
          {one.left === 'protected' && ` (${protectedSheets.join('; ')})`}.
        </p>
      ))}
      {children}
    </Notice>
  )
}
