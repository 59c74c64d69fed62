// Table 12 beside the documents that it sums up, apart for registered and for other customers.
import type { Review } from '../../../agent/http/outputs/review.ts'
import type { Paise } from '../../../templates/identifiers.ts'
import { figure } from '../../ui/amounts.ts'
import { Compared } from './compared.tsx'

type Side = NonNullable<Review['figures']>['hsn'][number]

const NAMES: Readonly<Record<string, string>> = {
  'hsn(b2b)': 'HSN, registered customers (B2B)',
  'hsn(b2c)': 'HSN, other customers (B2C)',
}

const WHY: Readonly<Record<NonNullable<Side['why']>, string>> = {
  unread: 'Not compared: a sheet that it sums up could not be read.',
  'no-documents': 'Not compared: no sheet has documents that it could sum up.',
  'held-back': 'Not compared: rows that it sums up are held back.',
  amended: 'Not compared: of an amendment only the difference counts, which no sheet has.',
}

export function HsnTies({ sides }: { sides: readonly Side[] }) {
  if (sides.length === 0) return null
  return (
    <section aria-labelledby="hsn-ties">
      <h3 id="hsn-ties">HSN against documents</h3>
      {sides.map((side) => (
        <OneSide key={side.hsn} side={side} />
      ))}
    </section>
  )
}

function OneSide({ side: { hsn, compared, why } }: { side: Side }) {
  const name = NAMES[hsn] ?? hsn
  if (compared === undefined) {
    return (
      <div class="review untold">
        <p>
          {name}
          {why !== undefined && <span class="hint">{WHY[why]}</span>}
        </p>
      </div>
    )
  }
  const { hsn: own, documents, ties } = compared
  const row = (word: string, sum: number, of: number) => ({
    word,
    cells: [sum, of, sum - of].map((amount) => figure(amount as Paise)),
    differs: !ties && sum !== of,
  })
  return (
    <details class="review" open={!ties}>
      <summary>
        <span>{name}</span>
        <span class={ties ? 'ties' : 'differs'}>{ties ? '✓ ties' : '≠ differs'}</span>
      </summary>
      <Compared
        caption={name}
        columns={['HSN', 'Documents', 'Difference']}
        rows={[
          row('Taxable value', own.taxable, documents.taxable),
          row('Tax', own.tax, documents.tax),
        ]}
      />
      <p class="hint">
        {ties
          ? 'Within ₹1 and one paisa a line, which is rounding.'
          : 'The portal warns of this too. Correct the HSN sheet and save again; it does not stop the filing.'}
      </p>
    </details>
  )
}
