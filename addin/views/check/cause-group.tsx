// Problems of one cause: how many cells, what is wrong, what to do about all of them; opened, one by one.
import { useState } from 'preact/hooks'
import { sheetOf } from '../../../templates/problems/cause.ts'
import { count, counted } from '../../ui/amounts.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { ShowMore } from '../../ui/show-more.tsx'
import { causeSentence } from '../../words.ts'
import type { Listed } from '../state.ts'
import { FixAll } from '../fix/fix-all.tsx'
import type { Cause } from './causes.ts'
import { ProblemCard } from './problem-card.tsx'

const PAGE = 100

interface CauseGroupProps {
  readonly cause: Cause
  readonly listed: Listed
  readonly busy: string | undefined
}

export function CauseGroup({ cause, listed, busy }: CauseGroupProps) {
  const { example, places } = cause
  const [place] = places
  if (cause.problems === 1 && place !== undefined) {
    return (
      <>
        <p class="hint">{sheetTitle(sheetOf(example))}</p>
        <ProblemCard problem={listed.problems[place] ?? example} place={place} />
        <FixAll cause={cause} busy={busy} />
      </>
    )
  }
  const { title, remedy, lang } = causeSentence(example)
  return (
    <>
      <p class="problem-title">
        <SeverityMark weight={example.severity} />{' '}
        <span>
          {howMany(cause)} · <span lang={lang}>{title}</span>
        </span>
      </p>
      <p class="hint">{where(cause)}</p>
      {remedy !== undefined && <p lang={lang}>{remedy}</p>}
      <FixAll cause={cause} busy={busy} />
      {places.length > 0 && <Members cause={cause} listed={listed} />}
      {places.length === 0 && (
        <p class="hint">None of them is listed yet: mend some others and check again.</p>
      )}
    </>
  )
}

/** Drawn only once it is opened, a hundred at a time. */
function Members({ cause, listed }: Omit<CauseGroupProps, 'busy'>) {
  const [isOpen, setOpen] = useState(false)
  const [limit, setLimit] = useState(PAGE)
  const { places } = cause
  const { remedy } = causeSentence(cause.example)
  let sheet: string | undefined
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{showWords(cause)}</summary>
      {isOpen && (
        <ul class="problems">
          {places.slice(0, limit).flatMap((place) => {
            const problem = listed.problems[place]
            if (problem === undefined) return []
            const isSame = sheetOf(problem) === sheet
            sheet = sheetOf(problem)
            return (
              <li key={place}>
                {!isSame && <p class="hint">{sheetTitle(sheet)}</p>}
                <ProblemCard problem={problem} place={place} common={{ remedy }} />
              </li>
            )
          })}
        </ul>
      )}
      {isOpen && <ShowMore all={places.length} shown={limit} page={PAGE} onMore={setLimit} />}
    </details>
  )
}

export const sheetTitle = (sheet: string): string => (sheet === '' ? 'The whole return' : sheet)

const showWords = ({ places, problems }: Cause): string =>
  places.length < problems
    ? `Show the first ${count(places.length)} of ${count(problems)}`
    : `Show all ${count(problems)}`

/** `412 cells`; of problems that name no cell, their rows or they themselves are counted. */
function howMany({ cells, rows, problems }: Cause): string {
  if (cells > 0) return counted(cells, 'cell')
  return rows > 0 ? counted(rows, 'row') : counted(problems, 'problem')
}

/** `in 405 rows of 380 documents · Place Of Supply`; where each row is a document of its own, `in 405 documents`. */
function where({ cells, rows, documents, example: { column } }: Cause): string {
  const inDocuments = documents !== undefined && counted(documents, 'document')
  const inRows = documents !== rows && counted(rows, 'row')
  const place = [inRows, inDocuments].filter((part) => part !== false).join(' of ')
  return [...(cells > 0 ? [`in ${place}`] : []), ...(column ? [column] : [])].join(' · ')
}
