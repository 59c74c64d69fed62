// The documents behind a section, a page at a time: what differs first, each with both sides and the way to its row.
import type { Totals } from '../../../agent/http/outputs/check.ts'
import type { SectionRow, SectionRows as Shown } from '../../../agent/http/outputs/review.ts'
import { stateWords } from '../../../templates/problems/difference-words.ts'
import { count, counted } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { whatIsCounted } from '../section-names.ts'
import { GoToRow } from '../go-to-row.tsx'
import type { ViewProps } from '../state.ts'
import { sideWords } from '../amounts-words.ts'
import { hideRows, showRows } from './section-rows-acts.ts'

interface SectionRowsProps extends ViewProps {
  readonly section: string
  readonly differs: boolean
}

/** Of a page that the agent gives. */
const PAGE = 50

export function SectionRows({ state, section, differs }: SectionRowsProps) {
  const rows = state.sectionRows?.section === section ? state.sectionRows : undefined
  const isBusy = state.busy !== undefined
  const [, many] = whatIsCounted(section)
  if (rows === undefined) {
    const only = differs ? 'differing' : 'all'
    return (
      <Button kind="quiet" off={isBusy} onPress={() => void showRows({ section, from: 0, only })}>
        {differs ? `Show the ${many} that differ` : `Show the ${many}`}
      </Button>
    )
  }
  return <Page rows={rows} isBusy={isBusy} />
}

function Page({ rows, isBusy }: { rows: Shown; isBusy: boolean }) {
  const { section, only, from, count: all } = rows
  const [, many] = whatIsCounted(section)
  const turn = (to: Partial<Pick<Shown, 'from' | 'only'>>) =>
    void showRows({ section, only, from: 0, ...to })
  return (
    <div class="section-rows">
      <p role="status">{countWords(rows)}</p>
      <ul>
        {rows.rows.map((row) => (
          <Row key={row.document} row={row} isBusy={isBusy} />
        ))}
      </ul>
      <div class="actions">
        {from > 0 && (
          <Button off={isBusy} onPress={() => turn({ from: Math.max(0, from - PAGE) })}>
            Previous {PAGE}
          </Button>
        )}
        {from + rows.rows.length < all && (
          <Button off={isBusy} onPress={() => turn({ from: from + PAGE })}>
            Next {PAGE}
          </Button>
        )}
        <Button
          kind="quiet"
          off={isBusy}
          onPress={() => turn({ only: only === 'all' ? 'differing' : 'all' })}
        >
          {only === 'all' ? 'Only those that differ' : `All ${many}`}
        </Button>
        <Button kind="quiet" onPress={hideRows}>
          Hide
        </Button>
      </div>
    </div>
  )
}

/** `1 document differs.`, `67 documents differ; 51–67 are shown.` */
function countWords({ section, only, from, count: all, differing, rows }: Shown): string {
  const [one, many] = whatIsCounted(section)
  if (all === 0) return only === 'all' ? `No ${many}.` : `No ${one} that we know of differs.`
  const shown =
    rows.length < all ? `; ${count(from + 1)}–${count(from + rows.length)} are shown` : ''
  const differ =
    only === 'all' ? `, ${count(differing)} differing` : all === 1 ? ' differs' : ' differ'
  return `${counted(all, one, many)}${differ}${shown}.`
}

interface RowProps {
  readonly row: SectionRow
  readonly isBusy: boolean
}

function Row({ row, isBusy }: RowProps) {
  const { document, state, sheet, portal, cells } = row
  const isSame = state === 'same'
  return (
    <li>
      <p>
        <strong>{document}</strong>
        <span class={isSame ? 'ties' : 'differs'}>
          {' '}
          {isSame ? '✓' : '≠'} {stateWords(state)}
        </span>
      </p>
      <dl>
        {isSame && sheet !== undefined ? (
          <Side word="Both" side={sheet} />
        ) : (
          <>
            <Side word="Sheet" side={sheet} />
            <Side word="Portal" side={portal} />
          </>
        )}
      </dl>
      <GoToRow cells={cells[0]} name={rowsName(cells)} document={document} isBusy={isBusy} />
    </li>
  )
}

function Side({ word, side }: { word: string; side: Totals | undefined }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{side === undefined ? 'nothing' : sideWords(side)}</dd>
    </>
  )
}

/** `row 12`, `rows 12 to 14`; where they do not stand together, `row 12 and 2 more`. */
function rowsName(cells: SectionRow['cells']): string {
  const [first, ...others] = cells.map(({ row }) => row + 1)
  const last = others.at(-1)
  if (first === undefined) return ''
  if (last === undefined) return `row ${first}`
  return last - first === others.length
    ? `rows ${first} to ${last}`
    : `row ${first} and ${others.length} more`
}
