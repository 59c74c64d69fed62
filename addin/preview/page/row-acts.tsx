// What the preview can do to whole rows: insert, delete, sort.
import type { Area } from '../host/area.ts'
import type { Outcome, WorkbookModel } from '../host/model.ts'
import type { SheetModel } from '../host/sheet.ts'
import { Button } from '../../ui/button.tsx'
import type { Place } from './cursor.ts'

interface RowActsProps {
  readonly model: WorkbookModel
  readonly sheet: SheetModel
  readonly area: Area
  readonly active: Place
  readonly tell: (outcome: Outcome) => void
}

export function RowActs({ model, sheet, area, active, tell }: RowActsProps) {
  return (
    <div class="row-acts" role="group" aria-label="Rows">
      <Button kind="quiet" onPress={() => tell(model.insertRows(sheet, area.row, area.rows))}>
        Insert row above
      </Button>
      <Button kind="quiet" onPress={() => tell(model.deleteRows(sheet, area.row, area.rows))}>
        Delete row
      </Button>
      <Button
        kind="quiet"
        onPress={() => {
          const rows = rowsToSort(sheet, area)
          tell(rows ? model.sortRows(sheet, rows, active.column) : NOTHING_TO_SORT)
        }}
      >
        Sort by this column
      </Button>
    </div>
  )
}

const NOTHING_TO_SORT: Outcome = { ok: false, why: 'There are no rows to sort below the headers.' }

/** The selected rows when there are several, otherwise all below the headers. */
function rowsToSort(sheet: SheetModel, selected: Area): Area | undefined {
  const used = sheet.used()
  if (!used) return undefined
  const end = used.row + used.rows
  // Without frozen rows the first row in use is taken for the header.
  const top = Math.max(used.row, sheet.frozenRows || used.row + 1)
  const isSome = selected.rows > 1 && selected.row < end
  const row = isSome ? Math.max(used.row, selected.row) : top
  const rows = (isSome ? Math.min(end, selected.row + selected.rows) : end) - row
  return rows > 0 ? { row, rows, column: used.column, columns: used.columns } : undefined
}
