// Why a section differs: each cause with its amounts, and what no document we know of accounts for.
import type { Review } from '../../../agent/http/outputs/review.ts'
import { causeWords, UNEXPLAINED } from '../../../templates/problems/difference-words.ts'
import { counted } from '../../ui/amounts.ts'
import { whatIsCounted } from '../section-names.ts'
import { amountsWords, isNothing } from '../amounts-words.ts'

type Row = Review['rows'][number]

export function Explained({ row }: { row: Row }) {
  const { section, explained, unexplained, difference } = row
  if (isNothing(difference)) return null
  return (
    <ul class="causes">
      {explained.map(({ cause, documents, amounts }) => (
        <li key={cause}>
          <strong>{amountsWords(amounts)}</strong>:{' '}
          {causeWords(cause, counted(documents, ...whatIsCounted(section)))}.
        </li>
      ))}
      {!isNothing(unexplained) && (
        <li>
          <strong>{amountsWords(unexplained)}</strong>: {UNEXPLAINED}.
        </li>
      )}
    </ul>
  )
}
