// Every row accounted for: read = ready + held back + set aside, for the workbook and sheet by sheet.
import type { CheckReport, RowCounts, SheetReport } from '../../../agent/http/outputs/check.ts'
import { count, counted, inRupees } from '../../ui/amounts.ts'
import { Notice } from '../../ui/notice.tsx'
import { sentence } from '../../words.ts'
import { whatIsCounted } from '../section-names.ts'

const PARTS = ['read', 'ready', 'heldBack', 'setAside'] as const

interface Sheets {
  readonly sheets: readonly SheetReport[]
}

export function RowsTied({ sheets }: Sheets) {
  const { read, ready, heldBack, setAside } = total(sheets)
  if (read !== ready + heldBack + setAside) {
    return (
      <Notice weight="error" title="The rows do not add up">
        <p>
          {count(read)} rows were read, but {count(ready)} ready, {count(heldBack)} held back and{' '}
          {count(setAside)} set aside do not add up to them. Do not save: this is a fault of the
          program, please report it.
        </p>
      </Notice>
    )
  }
  return (
    <p class="tied">
      <strong>{counted(read, 'row')} read</strong> = {count(ready)} ready + {count(heldBack)} held
      back + {count(setAside)} set aside <span class="ties">✓ adds up</span>
    </p>
  )
}

export function SheetRows({ sheets }: Sheets) {
  return (
    <details open>
      <summary>Rows sheet by sheet</summary>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">Sheet</th>
            <th scope="col">Read</th>
            <th scope="col">Ready</th>
            <th scope="col">Held back</th>
            <th scope="col">Set aside</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <SheetRow key={sheet.sheet} sheet={sheet} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All sheets</th>
            <Counts rows={total(sheets)} />
          </tr>
        </tfoot>
      </table>
      <p class="hint">
        Ready rows will be sent. Held back rows have an error. Set aside are totals, samples and
        repeated headers.
      </p>
    </details>
  )
}

function SheetRow({ sheet }: { sheet: SheetReport }) {
  const unseen = [
    sheet.hidden ? 'sheet is hidden' : '',
    sheet.hiddenRows > 0 ? `${counted(sheet.hiddenRows, 'hidden row')} included` : '',
  ].filter((text) => text !== '')
  const [one, many] = whatIsCounted(sheet.table)
  return (
    <>
      <tr>
        <th scope="row">{sheet.sheet}</th>
        <Counts rows={sheet.rows} />
      </tr>
      <tr class="aside">
        <td colSpan={5}>
          {counted(sheet.documents, one, many)}, taxable {inRupees(sheet.totals.txval)}
          {unseen.length > 0 && `; ${unseen.join(', ')}`}
        </td>
      </tr>
    </>
  )
}

function Counts({ rows }: { rows: RowCounts }) {
  return PARTS.map((part) => <td key={part}>{count(rows[part])}</td>)
}

export function SheetsNotRead({ notRead }: Pick<CheckReport, 'notRead'>) {
  if (notRead.length === 0) return null
  return (
    <details open={notRead.some(({ problem }) => problem.severity !== 'note')}>
      <summary>{counted(notRead.length, 'sheet')} not read</summary>
      <dl class="stacked">
        {notRead.map(({ sheet, problem }) => {
          const { what, lang } = sentence(problem)
          return (
            <>
              <dt>{sheet}</dt>
              <dd lang={lang}>{what}</dd>
            </>
          )
        })}
      </dl>
    </details>
  )
}

/** Rows that say something: ready or held back. */
export function rowsWithContent({ sheets }: CheckReport): number {
  const { ready, heldBack } = total(sheets)
  return ready + heldBack
}

/** Not a row, and no sheet that may have one: then there is nothing to report. */
export const isWithoutRows = (check: CheckReport): boolean =>
  rowsWithContent(check) === 0 &&
  check.problemCount === 0 &&
  check.notRead.every(({ problem }) => problem.severity === 'note')

function total(sheets: readonly SheetReport[]): RowCounts {
  const sum = { read: 0, ready: 0, heldBack: 0, setAside: 0 }
  for (const { rows } of sheets) for (const part of PARTS) sum[part] += rows[part]
  return sum
}
