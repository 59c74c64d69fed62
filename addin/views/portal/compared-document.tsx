// One document that is not the same: what each side has, in which columns, the way to its row, and the portal's values.
import type { Totals } from '../../../agent/http/outputs/check.ts'
import type { ReconciledRow } from '../../../agent/http/outputs/portal.ts'
import { cellName } from '../../../templates/block.ts'
import { useState } from 'preact/hooks'
import { selectCells } from '../../excel/select.ts'
import { inRupees } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { act } from '../act.ts'
import { taxOf } from '../amounts-words.ts'
import { sectionName } from '../section-names.ts'
import { canBeWritten, WORDS } from './kinds.ts'
import { showFromPortal } from './portal-acts.ts'

const NOT_FOUND = {
  selected: undefined,
  gone: 'This row is no longer in the workbook. Read the sheets again.',
  hidden: 'This sheet is hidden. Unhide it in Excel to go to the row.',
} as const

interface ComparedDocumentProps {
  readonly row: ReconciledRow
  readonly isBusy: boolean
}

export function ComparedDocument({ row, isBusy }: ComparedDocumentProps) {
  const [found, setFound] = useState<keyof typeof NOT_FOUND>('selected')
  const { document, kind, section, ours, theirs, columns, cells } = row
  const place = cells && cellName(cells.row, cells.columns[0] ?? 0)
  const goTo = (): void => {
    if (cells === undefined) return
    void act('select', async () => setFound(await selectCells(cells)))
  }
  return (
    <div class="problem">
      <p class="problem-title">{document}</p>
      <p class="hint">
        {WORDS[kind]}; {sectionName(section)}
      </p>
      {columns.length > 0 ? <BothValues columns={columns} /> : <Amounts totals={ours ?? theirs} />}
      <div class="cells">
        {cells !== undefined && (
          <Button
            kind="quiet"
            off={isBusy}
            label={`Go to ${place} on ${cells.sheet}: ${document}`}
            onPress={goTo}
          >
            Go to {place} on {cells.sheet}
          </Button>
        )}
        {canBeWritten(row) && (
          <Button
            kind="quiet"
            off={isBusy}
            label={`Put the portal’s into the sheet: ${document}`}
            onPress={() => void showFromPortal([row.id])}
          >
            Put the portal’s into the sheet
          </Button>
        )}
      </div>
      <p role="status" class="wrong">
        {NOT_FOUND[found]}
      </p>
    </div>
  )
}

function BothValues({ columns }: Pick<ReconciledRow, 'columns'>) {
  return (
    <table>
      <thead>
        <tr>
          <td />
          <th scope="col">Sheet</th>
          <th scope="col">Portal</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ column, ours, theirs }) => (
          <tr key={column}>
            <th scope="row">{column}</th>
            <td>{ours || 'empty'}</td>
            <td>{theirs || 'empty'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Amounts({ totals }: { totals: Totals | undefined }) {
  if (totals === undefined) return null
  return (
    <dl>
      <dt>Taxable</dt>
      <dd>{inRupees(totals.txval)}</dd>
      <dt>Tax</dt>
      <dd>{inRupees(taxOf(totals))}</dd>
    </dl>
  )
}
