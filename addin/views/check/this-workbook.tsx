// What the add-in may put into this workbook, and how all of it goes again.
import { useState } from 'preact/hooks'
import { STATUS_HEADER } from '../../../templates/status-column.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptiesUndo } from '../empties-undo.tsx'
import type { PaneState, ViewProps } from '../state.ts'
import { addStatusColumn, removeEverything, removeStatusColumn } from './status-acts.ts'

export function ThisWorkbook({ state }: ViewProps) {
  const { status, busy, keepsUndo } = state
  if (status === undefined) return null
  return (
    <details>
      <summary>This workbook</summary>
      <StatusColumn status={status} busy={busy} />
      {!keepsUndo && <EmptiesUndo when="the column is written" />}
      <Traces busy={busy} />
    </details>
  )
}

interface StatusColumnProps {
  readonly status: NonNullable<PaneState['status']>
  readonly busy: string | undefined
}

function StatusColumn({ status, busy }: StatusColumnProps) {
  const { on, protectedSheets } = status
  const working = busy === 'status'
  return (
    <>
      <p>
        {on ? (
          <>The column “{STATUS_HEADER}” is kept up to date after every check and save.</>
        ) : (
          <>
            A column “{STATUS_HEADER}” right of each table can say of every row whether it is on the
            portal, refused and why, held back, or not sent yet. It is never sent.
          </>
        )}
      </p>
      {protectedSheets.length > 0 && (
        <Notice weight="note" title="Protected sheets are left as they are">
          <p>{protectedSheets.join('; ')}</p>
        </Notice>
      )}
      <Button
        off={busy !== undefined}
        onPress={() => void (on ? removeStatusColumn() : addStatusColumn())}
      >
        {on ? words(working, 'Remove the status column') : words(working, 'Add the status column')}
      </Button>
    </>
  )
}

function Traces({ busy }: { busy: string | undefined }) {
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return (
      <p>
        <Button kind="quiet" off={busy !== undefined} onPress={() => setAsked(true)}>
          Remove everything this add-in left here
        </Button>
      </p>
    )
  }
  return (
    <Notice weight="warning" title="Remove everything this add-in left here?">
      <p>
        The marks and the status column go, and the workbook forgets whose return it holds. Your own
        cells, formats and comments stay as they are, and so does what is on the portal. The next
        save asks once whether this is the workbook that counts.
      </p>
      <Button
        off={busy !== undefined}
        onPress={() => {
          setAsked(false)
          void removeEverything()
        }}
      >
        Remove it all
      </Button>{' '}
      <Button onPress={() => setAsked(false)}>Keep it</Button>
    </Notice>
  )
}

const words = (working: boolean, idle: string): string => (working ? 'Working…' : idle)
