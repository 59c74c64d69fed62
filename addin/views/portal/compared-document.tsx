// One document that is not the same: what each side has, in which columns, the way to its row, and the portal's values.
import type { Totals } from '../../../agent/http/outputs/check.ts'
import type { ReconciledRow } from '../../../agent/http/outputs/portal.ts'
import { cellName } from '../../../templates/block.ts'
import { inRupees } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { taxOf } from '../amounts-words.ts'
import { GoToRow } from '../go-to-row.tsx'
import { sectionName } from '../section-names.ts'
import { canBeWritten, WORDS } from './kinds.ts'
import { showFromPortal } from './portal-acts.ts'

interface ComparedDocumentProps {
  readonly row: ReconciledRow
  readonly isBusy: boolean
}

export function ComparedDocument({ row, isBusy }: ComparedDocumentProps) {
  const { document, kind, section, ours, theirs, columns, cells } = row
  const place = cells === undefined ? '' : cellName(cells.row, cells.columns[0] ?? 0)
  return (
    <div class="problem">
      <p class="problem-title">{document}</p>
      <p class="hint">
        {WORDS[kind]}; {sectionName(section)}
      </p>
      {columns.length > 0 ? <BothValues columns={columns} /> : <Amounts totals={ours ?? theirs} />}
      <GoToRow cells={cells} name={place} document={document} isBusy={isBusy}>
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
      </GoToRow>
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
