// An amendment does all that its table does, with the original's number and date beside: the golden cases of a table, as those
// of its amendment. Documents dated in the return's own month move to the month before, since only earlier ones are amended.
import type { Cell } from '../../../../templates/block.ts'
import type { Json, JsonObject } from '../../../../templates/payload/wire-document.ts'
import { OCT_9, type CellCase, type Cells, type Golden, type SheetCase } from './golden.ts'

/** 9 September 2026 as Excel holds it. */
export const SEP_9 = OCT_9 - 30

interface Its {
  readonly table: string
  readonly title: string
  readonly number: string
  readonly date: string
  /** The columns in their order, where the original's are not just before the revised ones. */
  readonly order?: readonly string[]
  readonly headers?: Golden['headers']
  readonly cases: readonly SheetCase[]
  readonly cells: readonly CellCase[]
}

export function amended(of: Golden, its: Its): Golden {
  const { number, date } = its
  const [onum, odate] = [`o${number}`, `o${date}`]

  const earlier = (cell: Cell | undefined): Cell => (cell === OCT_9 ? SEP_9 : (cell ?? ''))
  /** A row that says nothing of number or date says nothing of the original's. */
  const row = (cells: Cells): Cells => ({
    ...cells,
    ...(number in cells && { [onum]: originalOf(cells[number]) }),
    ...(date in cells && { [date]: earlier(cells[date]), [odate]: earlier(cells[date]) }),
  })
  const json = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(json)
    if (typeof value === 'string') return value === '09-10-2026' ? '09-09-2026' : value
    if (typeof value !== 'object' || value === null) return value
    const members: JsonObject = Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, json(member)]),
    )
    if (number in members) members[onum] = originalOf(String(members[number]))
    if (date in members) members[odate] = members[date] ?? null
    return members
  }
  const payload = (whole: JsonObject): JsonObject => ({
    [its.table]: json(whole[of.section] ?? null),
  })
  const rowCase = ({ gives, ...one }: SheetCase): SheetCase => ({
    ...one,
    rows: one.rows.map(row),
    gives: {
      ...gives,
      ...(gives.json && { json: payload(gives.json) }),
      ...(gives.back && { back: gives.back.map(row) }),
    },
  })

  const headers: Golden['headers'] = Object.fromEntries(
    Object.entries(of.headers).flatMap(([name, texts]) =>
      name === number
        ? [
            [onum, called('Original', texts)],
            [odate, called('Original', of.headers[date] ?? texts)],
            [number, called('Revised', texts)],
          ]
        : [[name, name === date ? called('Revised', texts) : texts]],
    ),
  )
  const inOrder = its.order ?? Object.keys(headers)
  return {
    ...of,
    table: its.table,
    section: its.table,
    sheets: [its.table],
    headers: Object.fromEntries(
      inOrder.flatMap((name) => {
        const texts = its.headers?.[name] ?? headers[name]
        return texts === undefined ? [] : [[name, texts] as const]
      }),
    ),
    good: row(of.good),
    cases: [...of.cases.filter((one) => !saysWhatIsMissing(one, its)).map(rowCase), ...its.cases],
    cells: [
      // What is asked of a day, or in another period, each amendment says of itself.
      ...of.cells.filter(([change, , setting]) => !saysWhen(change, date) && !setting?.period),
      ...its.cells,
    ],
    portal: { holds: payload(of.portal.holds), back: of.portal.back.map(row) },
    template: {
      title: its.title,
      totals: Object.fromEntries(
        Object.entries(of.template.totals).map(([name, total]) => [
          name === number ? onum : name,
          total,
        ]),
      ),
    },
    refused: {
      ...of.refused,
      reports: of.refused.reports.map((report) => (error) => payload(report(error))),
    },
  }
}

const originalOf = (number: Cell | undefined): Cell =>
  number === '#REF!' ? 'O-1' : `O-${String(number)}`

const called = (word: string, [first, ...others]: readonly [string, ...string[]]) =>
  [`${word} ${first}`, ...others.map((text) => `${word} ${text}`)] as const

const saysWhen = (change: Cells, date: string): boolean =>
  date in change || Object.values(change).some((cell) => /-20\d\d$/.test(String(cell)))

const saysWhatIsMissing = ({ gives }: SheetCase, { number, date }: Its): boolean =>
  (gives.problems ?? []).some((told) =>
    [number, date].some((name) => told.startsWith(`cell-missing error ${name}@`)),
  )
