// What one save would do, section by section: new, changed, removed; and what of it stays behind.
import type { SectionPlan } from '../../../agent/http/outputs/plan.ts'
import { count, counted, inRupees } from '../../ui/amounts.ts'
import { sectionName, whatIsCounted } from '../section-names.ts'

const CHANGES = [
  { part: 'added', word: 'New' },
  { part: 'changed', word: 'Changed' },
  { part: 'removed', word: 'Removed' },
] as const

const COUNTS = [
  { part: 'unchanged', word: 'Unchanged' },
  { part: 'heldBack', word: 'Held back' },
  { part: 'waiting', word: 'Waiting' },
] as const

interface Section {
  readonly section: SectionPlan
  /** Differences with the portal in it. */
  readonly differing: number
}

/** Something of it is sent, held back, waiting or different on the portal. */
export const isTouched = ({ section, differing }: Section): boolean =>
  section.heldBack + section.waiting + differing > 0 ||
  CHANGES.some(({ part }) => section[part].count > 0)

/** One table for all sections, so that the way to Send stays short. */
export function SectionChanges({ sections }: { sections: readonly Section[] }) {
  if (sections.length === 0) return null
  return (
    <table class="changes">
      <caption class="unseen">What would change, section by section</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Count</th>
          <th scope="col">Taxable value</th>
        </tr>
      </thead>
      {sections.map((one) => (
        <OneSection key={one.section.section} {...one} />
      ))}
    </table>
  )
}

function OneSection({ section: plan, differing }: Section) {
  const { section, removed, waiting, whole } = plan
  const [one, many] = whatIsCounted(section)
  return (
    <tbody>
      <tr class="name">
        <th scope="rowgroup" colSpan={3}>
          {sectionName(section)}
          {whole && <span class="hint"> replaced as a whole</span>}
        </th>
      </tr>
      {CHANGES.filter(({ part }) => plan[part].count > 0).map(({ part, word }) => (
        <tr key={part} class={part}>
          <th scope="row">{word}</th>
          <td>{count(plan[part].count)}</td>
          <td>{inRupees(plan[part].txval)}</td>
        </tr>
      ))}
      {COUNTS.filter(({ part }) => plan[part] > 0).map(({ part, word }) => (
        <tr key={part}>
          <th scope="row">{word}</th>
          <td>{count(plan[part])}</td>
          <td />
        </tr>
      ))}
      {differing > 0 && (
        <tr>
          <th scope="row">Differing</th>
          <td>{count(differing)}</td>
          <td>see below</td>
        </tr>
      )}
      {waiting > 0 && (
        <tr class="aside">
          <td colSpan={3}>
            {count(waiting)} waiting: the portal takes this section only whole, and{' '}
            {whyWaiting(plan)}.
          </td>
        </tr>
      )}
      {removed.count > 0 && (
        <tr class="aside">
          <td colSpan={3}>
            <Removed plan={plan} what={counted(removed.count, one, many)} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

function whyWaiting({ heldBack }: SectionPlan): string {
  if (heldBack === 0) return 'the portal’s own differs, see below'
  return heldBack === 1 ? 'one row has a mistake' : `${count(heldBack)} rows have mistakes`
}

function Removed({ plan, what }: { plan: SectionPlan; what: string }) {
  const { removed, firstRemoved } = plan
  return (
    <details open>
      <summary>Removed from the portal: {what}</summary>
      <ul>
        {firstRemoved.map((document) => (
          <li key={document}>{document}</li>
        ))}
      </ul>
      {removed.count > firstRemoved.length && (
        <p class="hint">and {count(removed.count - firstRemoved.length)} more</p>
      )}
    </details>
  )
}

export function Unchanged({ sections }: { sections: readonly SectionPlan[] }) {
  if (sections.length === 0) return null
  return (
    <details>
      <summary>{counted(sections.length, 'section')} unchanged</summary>
      <dl>
        {sections.map(({ section, unchanged }) => (
          <>
            <dt>{sectionName(section)}</dt>
            <dd>{counted(unchanged, ...whatIsCounted(section))}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}
