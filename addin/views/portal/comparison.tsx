// Sheets against portal: how many of each kind, narrowed by kind and table, and the documents, a hundred at a time.
import { useState } from 'preact/hooks'
import type { ReconciledRow, Reconciliation } from '../../../agent/http/outputs/portal.ts'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Filter } from '../../ui/filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { sentence } from '../../words.ts'
import { inReturnOrder, sectionName } from '../section-names.ts'
import { change, type AtPortal } from '../state.ts'
import { ComparedDocument } from './compared-document.tsx'
import { canBeWritten, KINDS, type Kind } from './kinds.ts'
import { showFromPortal } from './portal-acts.ts'

const PAGE = 100

interface ComparisonProps {
  readonly portal: AtPortal
  readonly reconciliation: Reconciliation
  readonly isBusy: boolean
}

export function Comparison({ portal, reconciliation, isBusy }: ComparisonProps) {
  const [limit, setLimit] = useState(PAGE)
  const { kind, section } = portal
  const narrow = (to: Partial<AtPortal>): void => {
    change({ portal: { ...portal, ...to } })
    setLimit(PAGE)
  }
  const { sections, notRead } = reconciliation
  const inSection = reconciliation.rows.filter((row) => section === '' || row.section === section)
  const shown = inReturnOrder(inSection.filter((row) => kind === 'all' || row.kind === kind))
  const writable = shown.filter(canBeWritten)
  const all = sections.reduce((sum, one) => sum + notSame(one), 0)
  return (
    <section aria-labelledby="compared">
      <h3 id="compared">
        {all === 0 ? 'Sheets and portal say the same' : `${counted(all, 'document')} not the same`}
      </h3>
      <p>{counted(sum(sections, 'same'), 'document')} the same in both.</p>
      {notRead.length > 0 && (
        <Notice weight="warning" title="Not compared, since the sheet could not be read">
          <ul>
            {notRead.map(({ sheet, problem }) => {
              const { what, remedy, lang } = sentence(problem)
              return (
                <li key={sheet}>
                  {sheet}:{' '}
                  <span lang={lang}>
                    {what} {remedy}
                  </span>
                </li>
              )
            })}
          </ul>
        </Notice>
      )}
      {all > 0 && (
        <>
          <Filter
            name="kind"
            kinds={KINDS.map((one) => ({ ...one, count: countOf(sections, section, one.kind) }))}
            chosen={kind}
            onChosen={(chosen) => narrow({ kind: chosen })}
          />
          <SelectField
            label="Table"
            value={section}
            options={[
              { value: '', text: 'All tables' },
              ...inReturnOrder(sections)
                .filter((one) => notSame(one) > 0)
                .map((one) => ({
                  value: one.section,
                  text: `${sectionName(one.section)}: ${count(notSame(one))}`,
                })),
            ]}
            onValue={(value) => narrow({ section: value })}
          />
          {writable.length > 0 && (
            <p>
              <Button
                off={isBusy}
                onPress={() => void showFromPortal(writable.map(({ id }) => id))}
              >
                Put the portal’s values into the sheets: {counted(writable.length, 'document')}
              </Button>
            </p>
          )}
          <ul class="problems">
            {shown.slice(0, limit).map((row) => (
              <li key={row.id}>
                <ComparedDocument row={row} isBusy={isBusy} />
              </li>
            ))}
          </ul>
          <ShowMore all={shown.length} shown={limit} page={PAGE} onMore={setLimit} />
          {reconciliation.rows.length < all && (
            <p class="hint">
              The first {count(reconciliation.rows.length)} of {count(all)} are listed.
            </p>
          )}
        </>
      )}
    </section>
  )
}

type SectionCounts = Reconciliation['sections'][number]

const ALL_KINDS: readonly Kind[] = ['different', 'only-here', 'only-there', 'held-back']

const notSame = (counts: SectionCounts): number =>
  ALL_KINDS.reduce((total, kind) => total + counts[kind], 0)

const sum = (sections: readonly SectionCounts[], name: ReconciledRow['kind'] | 'same'): number =>
  sections.reduce((total, counts) => total + counts[name], 0)

function countOf(sections: readonly SectionCounts[], section: string, kind: Kind | 'all'): number {
  const counted = sections.filter((one) => section === '' || one.section === section)
  if (kind !== 'all') return sum(counted, kind)
  return counted.reduce((total, counts) => total + notSame(counts), 0)
}
