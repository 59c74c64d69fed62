// The sheets' totals, the portal's, and the difference: count and amounts for every section, in the return's order.
// A section that ties is one line; one that differs stands open, with its causes and the documents behind it.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import type { Review } from '../../../agent/http/outputs/review.ts'
import { count, counted, figure, inRupees } from '../../ui/amounts.ts'
import { clockTime, dayAndTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { inReturnOrder, isOurs, sectionName, whatIsCounted } from '../section-names.ts'
import type { ViewProps } from '../state.ts'
import { AMOUNTS, isNothing } from '../amounts-words.ts'
import { Compared, type ComparedRow } from './compared.tsx'
import { Explained } from './explained.tsx'
import { SectionRows } from './section-rows.tsx'

type Row = Review['rows'][number]

/** The sheets' side is what was saved: the review reads no cell. */
export function ReviewVerdict({ review, view }: { review: Review; view: ReturnView }) {
  const { lastSave } = view
  const saved = lastSave && ` These sheets were saved on ${dayAndTime(lastSave.at)}.`
  const apart = review.rows.filter(({ difference }) => !isNothing(difference))
  return review.ties ? (
    <Notice weight="success" title="The sheets as saved and the portal agree">
      <p>
        To the paisa, in every section, as of {clockTime(review.takenAt)}.{saved}
      </p>
    </Notice>
  ) : (
    <Notice weight="warning" title="The sheets as saved and the portal differ">
      <p>
        In {count(apart.length)} of {counted(review.rows.length, 'section')}, as of{' '}
        {clockTime(review.takenAt)}. What would be filed is what the portal holds.
        {saved}
      </p>
    </Notice>
  )
}

export function ReviewTable({ state, review }: ViewProps & { review: Review }) {
  return (
    <>
      {inReturnOrder(review.rows).map((row) => (
        <SectionReview key={row.section} state={state} row={row} />
      ))}
      {!review.ties && <p class="hint">The difference is portal less sheet.</p>}
    </>
  )
}

function SectionReview({ state, row }: ViewProps & { row: Row }) {
  const { section, portal, difference } = row
  const isTied = isNothing(difference)
  const [one, many] = whatIsCounted(section)
  return (
    <details class="review" open={!isTied || state.sectionRows?.section === section}>
      <summary>
        <span>{sectionName(section)}</span>
        <span class={isTied ? 'ties' : 'differs'}>{isTied ? '✓ ties' : '≠ differs'}</span>
        <span class="hint">
          {[
            (portal.count > 0 || portal.txval === 0) && counted(portal.count, one, many),
            portal.txval !== 0 && inRupees(portal.txval),
          ]
            .filter((part) => part !== false)
            .join(', ')}
        </span>
      </summary>
      {!isOurs(section) && (
        <p>
          {section} is the portal’s own name. These sheets have no such section; what it holds was
          not saved from here.
        </p>
      )}
      <Compared
        caption={sectionName(section)}
        columns={['Sheet', 'Portal', 'Difference']}
        rows={comparedRows(row)}
      />
      <Explained row={row} />
      {isOurs(section) && <SectionRows state={state} section={section} differs={!isTied} />}
    </details>
  )
}

function comparedRows({ section, sheet, portal, difference }: Row): ComparedRow[] {
  const [, many] = whatIsCounted(section)
  return [
    {
      word: many === 'documents' ? 'Documents' : 'Entries',
      cells: [sheet.count, portal.count, difference.count].map(count),
      differs: difference.count !== 0,
    },
    ...AMOUNTS.filter(({ part }) => sheet[part] !== 0 || portal[part] !== 0).map(
      ({ part, word }) => ({
        word,
        cells: [sheet[part], portal[part], difference[part]].map(figure),
        differs: difference[part] !== 0,
      }),
    ),
  ]
}
