// How the marking of the cells went: moved and vanished rows, protected sheets, and what can be done.
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptiesUndo } from '../empties-undo.tsx'
import type { Listed } from '../state.ts'
import { clearMarks, copyUnprotected, markListed } from './check-acts.ts'

interface MarksReportProps {
  readonly listed: Listed
  readonly busy: string | undefined
}

export function MarksReport({ listed, busy }: MarksReportProps) {
  const { marks } = listed
  const off = busy !== undefined
  if (marks === undefined) {
    return (
      <p>
        {busy === 'check' || busy === 'marks' ? (
          'Marking the cells…'
        ) : (
          <>
            Listed here, not marked on the sheets.{' '}
            <Button kind="quiet" off={off} onPress={() => void markListed()}>
              Mark the cells
            </Button>
          </>
        )}
      </p>
    )
  }
  return (
    <>
      {marks.protectedSheets.length > 0 && (
        <ProtectedSheets sheets={marks.protectedSheets} off={off} />
      )}
      <p>
        {(marks.painted > 0 || marks.protectedSheets.length === 0) &&
          `${counted(marks.painted, 'row')} marked on the sheets.`}
        {marks.moved > 0 && ` ${counted(marks.moved, 'row')} had moved and were found again.`}
        {marks.gone.length > 0 &&
          ` ${counted(marks.gone.length, 'row')} no longer in the workbook.`}{' '}
        {marks.painted > 0 && (
          <Button kind="quiet" off={off} onPress={() => void clearMarks()}>
            Remove the marks
          </Button>
        )}
      </p>
    </>
  )
}

function ProtectedSheets({ sheets, off }: { sheets: readonly string[]; off: boolean }) {
  const [first, ...others] = sheets
  const isOne = others.length === 0
  return (
    <Notice
      weight="note"
      title={isOne ? `${first} is protected` : `${count(sheets.length)} sheets are protected`}
    >
      {!isOne && <p>{sheets.join('; ')}</p>}
      <p>
        {isOne ? 'Its cells' : 'Their cells'} cannot be marked. The list and Next still select them.
        To see marks, work in{' '}
        {isOne
          ? 'an unprotected copy: it takes the sheet’s name, and the protected one stays, hidden.'
          : 'unprotected copies: they take the sheets’ names, and the protected ones stay, hidden.'}
      </p>
      <EmptiesUndo when={isOne ? 'a copy is made' : 'copies are made'} />
      <Button off={off} onPress={() => void copyUnprotected(sheets)}>
        {isOne ? 'Make an unprotected copy' : 'Make unprotected copies'}
      </Button>
    </Notice>
  )
}
