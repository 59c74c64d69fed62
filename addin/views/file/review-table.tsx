// The sheets' totals, the portal's, and the difference: count and amounts for every section, in the return's order.
// A section that ties is one line; one that differs stands open.
import type { Review, Totals } from '../../../agent/http/contract.ts'
import { count, counted, figure, inRupees } from '../../ui/amounts.ts'
import { clockTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { inReturnOrder, isOurs, sectionName, whatIsCounted } from '../section-names.ts'

const AMOUNTS = [
  { part: 'txval', word: 'Taxable value' },
  { part: 'iamt', word: 'IGST' },
  { part: 'camt', word: 'CGST' },
  { part: 'samt', word: 'SGST/UTGST' },
  { part: 'csamt', word: 'Cess' },
] as const

type Row = Review['rows'][number]

export function ReviewTable({ review }: { review: Review }) {
  const apart = review.rows.filter((row) => !ties(row.difference))
  return (
    <>
      {review.ties ? (
        <Notice weight="success" title="The sheets and the portal agree">
          <p>To the paisa, in every section, as of {clockTime(review.takenAt)}.</p>
        </Notice>
      ) : (
        <Notice weight="warning" title="The sheets and the portal differ">
          <p>
            {counted(apart.length, 'section')} of {count(review.rows.length)} differ, as of{' '}
            {clockTime(review.takenAt)}. What would be filed is what the portal holds.
          </p>
        </Notice>
      )}
      {inReturnOrder(review.rows).map((row) => (
        <SectionReview key={row.section} row={row} />
      ))}
      {!review.ties && <p class="hint">The difference is portal less sheet.</p>}
    </>
  )
}

function SectionReview({ row }: { row: Row }) {
  const { section, sheet, portal, difference } = row
  const isTied = ties(difference)
  const [one, many] = whatIsCounted(section)
  return (
    <details class="review" open={!isTied}>
      <summary>
        <span>{sectionName(section)}</span>
        <span class={isTied ? 'ties' : 'differs'}>{isTied ? '✓ ties' : '≠ differs'}</span>
        <span class="hint">
          {counted(portal.count, one, many)}, {inRupees(portal.txval)}
        </span>
      </summary>
      {!isOurs(section) && (
        <p>
          {section} is the portal’s own name. These sheets have no such section; what it holds was
          not saved from here.
        </p>
      )}
      <table class="review-table">
        <caption class="unseen">{sectionName(section)}</caption>
        <thead>
          <tr>
            <th scope="col">Sheet</th>
            <th scope="col">Portal</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          <Compared
            word={many === 'documents' ? 'Documents' : 'Entries'}
            cells={[count(sheet.count), count(portal.count), count(difference.count)]}
            differs={difference.count !== 0}
          />
          {AMOUNTS.filter(({ part }) => sheet[part] !== 0 || portal[part] !== 0).map(
            ({ part, word }) => (
              <Compared
                key={part}
                word={word}
                cells={[figure(sheet[part]), figure(portal[part]), figure(difference[part])]}
                differs={difference[part] !== 0}
              />
            ),
          )}
        </tbody>
      </table>
    </details>
  )
}

interface ComparedProps {
  readonly word: string
  readonly cells: readonly string[]
  readonly differs: boolean
}

/** The word has a line of its own: three amounts in crores beside it do not fit into 320 pixels. */
function Compared({ word, cells, differs }: ComparedProps) {
  return (
    <>
      <tr class="word">
        <th scope="rowgroup" colSpan={3}>
          {word}
          {differs && <span class="differs"> ≠ differs</span>}
        </th>
      </tr>
      <tr>
        {cells.map((cell, column) => (
          <td key={column}>{cell}</td>
        ))}
      </tr>
    </>
  )
}

const ties = (difference: Totals): boolean =>
  difference.count === 0 && AMOUNTS.every(({ part }) => difference[part] === 0)
