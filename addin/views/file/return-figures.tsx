// The return at a glance, as the sheets held it at the last save: documents, taxable value, the liability by head.
import type { Review } from '../../../agent/http/outputs/review.ts'
import { counted, inRupees } from '../../ui/amounts.ts'
import { HEADS, taxOf } from '../amounts-words.ts'

type Figures = NonNullable<Review['figures']>

export function ReturnFigures({ figures }: { figures: Figures }) {
  const { owed } = figures
  return (
    <>
      <h3>This return, as saved from the sheets</h3>
      <dl class="glance">
        <dt>Invoices and notes</dt>
        <dd>{counted(owed.count, 'document')}</dd>
        <dt>Taxable value</dt>
        <dd>{inRupees(owed.txval)}</dd>
        {HEADS.filter(({ part }) => owed[part] !== 0).map(({ part, word }) => (
          <>
            <dt>{word}</dt>
            <dd>{inRupees(owed[part])}</dd>
          </>
        ))}
        <dt class="sum">Total liability</dt>
        <dd class="sum">{inRupees(taxOf(owed))}</dd>
      </dl>
      <Beside figures={figures} />
    </>
  )
}

/** What is taken off already, and what is not in the figures above. */
function Beside({
  figures: { creditNotes, reverseCharge, untaxed, amended },
}: {
  figures: Figures
}) {
  return (
    <ul class="hint beside">
      {creditNotes.count > 0 && (
        <li>
          {counted(creditNotes.count, 'credit note')}, {inRupees(creditNotes.txval)} and{' '}
          {inRupees(taxOf(creditNotes))} tax, taken off already.
        </li>
      )}
      {reverseCharge.txval !== 0 && (
        <li>
          Not in it: {inRupees(taxOf(reverseCharge))} tax under reverse charge, which the customer
          pays.
        </li>
      )}
      {untaxed.txval !== 0 && (
        <li>Not in it: {inRupees(untaxed.txval)} nil rated, exempt and non-GST.</li>
      )}
      {amended > 0 && (
        <li>
          Not in it: {counted(amended, 'amendment')}. Only the portal knows the difference to the
          original.
        </li>
      )}
    </ul>
  )
}
