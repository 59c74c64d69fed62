// The way to a row in Excel, and what is said where it leads nowhere.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { RowCells } from '../../templates/block.ts'
import { selectCells } from '../excel/select.ts'
import { Button } from '../ui/button.tsx'
import { act } from './act.ts'
import type { PaneState } from './state.ts'

type Found = PaneState['found']

export const NOT_FOUND: Readonly<Record<Found, string | undefined>> = {
  selected: undefined,
  gone: 'This row is no longer in the workbook, or its sheet is not. Have the sheets read again when you are done.',
  hidden: 'This sheet is hidden. Unhide it in Excel to go to the cell.',
}

/** Selects the first of the cells, wherever they are now. */
const goToRow = (cells: RowCells, tell: (found: Found) => void): Promise<void> =>
  act('go-to-row', async () => tell(await selectCells(cells)))

interface GoToRowProps {
  /** Undefined where there is no row. */
  readonly cells: RowCells | undefined
  /** `row 12`, `C12` */
  readonly name: string
  /** Whose row it is. */
  readonly document: string
  readonly isBusy: boolean
  /** What else can be done, beside it. */
  readonly children?: ComponentChildren
}

export function GoToRow({ cells, name, document, isBusy, children }: GoToRowProps) {
  const [found, setFound] = useState<Found>('selected')
  return (
    <>
      <div class="cells">
        {cells !== undefined && (
          <Button
            kind="quiet"
            off={isBusy}
            label={`Go to ${name} on ${cells.sheet}: ${document}`}
            onPress={() => void goToRow(cells, setFound)}
          >
            Go to {name} on {cells.sheet}
          </Button>
        )}
        {children}
      </div>
      <p role="status" class="wrong">
        {NOT_FOUND[found]}
      </p>
    </>
  )
}
