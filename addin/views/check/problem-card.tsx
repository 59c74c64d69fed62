// One problem: its cells, what is wrong, what to do, and the way to it.
import { cellName, type RowCells } from '../../../templates/block.ts'
import { sheetOf } from '../../../templates/problems/cause.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import { count } from '../../ui/amounts.ts'
import { Button } from '../../ui/button.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { sentence } from '../../words.ts'
import { choose } from './walk.ts'

/** A portal error on a summary row fans out to hundreds of rows; the first few tell enough. */
const ROWS_SHOWN = 5

interface ProblemCardProps {
  readonly problem: Problem
  readonly place: number
  /** What stands above it already, as it is the same for all of its cause. */
  readonly common?: { readonly remedy: string | undefined }
}

export function ProblemCard({ problem, place, common }: ProblemCardProps) {
  const { title, what, remedy, lang } = sentence(problem)
  const shown = problem.cells.slice(0, ROWS_SHOWN)
  return (
    <div class="problem">
      {common === undefined && (
        <p class="problem-title">
          <SeverityMark weight={problem.severity} /> <span lang={lang}>{title}</span>
        </p>
      )}
      <p lang={lang}>{what}</p>
      {common?.remedy !== remedy && <p lang={lang}>{remedy}</p>}
      <div class="cells">
        {shown.map((cells) => (
          <Button
            key={`${cells.sheet}/${cells.row}`}
            kind="quiet"
            label={`Go to ${addressOf(cells)} on ${cells.sheet}`}
            onPress={() => void choose(place, cells)}
          >
            Go to {addressOf(cells)}
            {cells.sheet !== sheetOf(problem) && ` on ${cells.sheet}`}
          </Button>
        ))}
        {problem.cells.length > shown.length && (
          <span class="hint">and {count(problem.cells.length - shown.length)} more rows</span>
        )}
      </div>
    </div>
  )
}

/** `C12`, `C12:E12` for neighbours, `C12, F12` otherwise, `row 12` where no column is named. */
function addressOf({ row, columns }: RowCells): string {
  const [first] = columns
  const last = columns.at(-1)
  if (first === undefined || last === undefined) return `row ${row + 1}`
  if (columns.length === 1) return cellName(row, first)
  if (last - first === columns.length - 1) return `${cellName(row, first)}:${cellName(row, last)}`
  return columns.map((column) => cellName(row, column)).join(', ')
}
