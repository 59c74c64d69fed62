// An amendment does all that its table does, with the original's number and date beside: the golden cases of a table, as those
// of its amendment. Documents dated in the return's own month move to the month before, since only earlier ones are amended.
import type { Cell } from '../../../../templates/block.ts'
import {
  asObject,
  type Json,
  type JsonObject,
} from '../../../../templates/payload/wire-document.ts'
import { LATE, OCT_9, type CellCase, type Cells, type Golden, type SheetCase } from './golden.ts'

/** 9 September 2026 as Excel holds it. */
export const SEP_9 = OCT_9 - 30

interface Its {
  readonly table: string
  readonly title: string
  /** What differs where the section is not called like the table, and a payload with its lists in the amendment's places. */
  readonly more?: Partial<Golden>
  readonly wire?: (payload: JsonObject) => JsonObject
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
  const itsPlace = its.wire ?? ((whole) => ({ [its.table]: whole[of.section] ?? null }))
  const payload = (whole: JsonObject): JsonObject => itsPlace(asObject(json(whole)))
  const rowCase = ({ gives, ...one }: SheetCase): SheetCase => ({
    ...one,
    rows: one.rows.map(row),
    gives: {
      ...gives,
      // What is amended is earlier by its nature.
      ...(gives.problems && { problems: gives.problems.filter((told) => !told.startsWith(LATE)) }),
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
    ...its.more,
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
      about: { ...of.refused.about, RET191124: `${onum},${odate}`, RET191198: `${onum},${odate}` },
      reports: of.refused.reports.map((report) => (error) => payload(report(error))),
    },
  }
}

const originalOf = (number: Cell | undefined): Cell =>
  number === '#REF!' ? 'O-1' : `O-${String(number).toUpperCase()}`

const called = (word: string, [first, ...others]: readonly [string, ...string[]]) =>
  [`${word} ${first}`, ...others.map((text) => `${word} ${text}`)] as const

const saysWhen = (change: Cells, date: string): boolean =>
  date in change || Object.values(change).some((cell) => /-20\d\d$/.test(String(cell)))

const saysWhatIsMissing = ({ gives }: SheetCase, { number, date }: Its): boolean =>
  (gives.problems ?? []).some((told) =>
    [number, date].some((name) => told.startsWith(`cell-missing error ${name}@`)),
  )

/** What holds of the dates of every amendment; `also`: cells that must fit an older date. */
export function dated(number: string, date: string, also: (on: string) => Cells): CellCase[] {
  const [onum, odate] = [`o${number}`, `o${date}`]
  const both = (on: string): Cells => ({ [date]: on, [odate]: on, ...also(on) })
  const late = `amendment-too-late warning ${odate}`
  return [
    [{ [onum]: '' }, [`cell-missing error ${onum}`]],
    [{ [onum]: '0' }, [`number-zero error ${onum}`]],
    [{ [odate]: '' }, [`cell-missing error ${odate}`]],
    [{ [odate]: 'lately' }, [`date-not-a-date error ${odate}`]],
    [{ [date]: '' }, [`cell-missing error ${date}`]],
    [{ [date]: 'lately' }, [`date-not-a-date error ${date}`]],
    // The original is of an earlier month than the return.
    [both('30-Sep-2026'), []],
    [both('01-Oct-2026'), [`original-not-earlier error ${odate}`]],
    // The revised date lies in the original's month, or, of quarterly filers, in its quarter.
    [{ [date]: '30-Sep-2026' }, []],
    [{ [date]: '01-Oct-2026' }, [`revised-after-original warning ${date}`]],
    [{ [date]: '30-Sep-2026', [odate]: '01-Jul-2026' }, [`revised-after-original warning ${date}`]],
    [{ [date]: '30-Sep-2026', [odate]: '01-Jul-2026' }, [], { filing: 'quarterly' }],
    [
      { [date]: '01-Nov-2026', ...also('01-Nov-2026') },
      [`date-after-period error ${date}`, `revised-after-original warning ${date}`],
    ],
    // Documents of a year are amended up to the return of October after it.
    [both('01-Apr-2025'), []],
    [both('31-Mar-2025'), [late]],
    [both('31-Mar-2025'), [], { period: '102025' }],
    [both('31-Mar-2025'), [late], { period: '112025' }],
  ]
}

/** The limit of years before 2021-22 was the return of September. */
export function older(date: string, also: (on: string) => Cells): CellCase[] {
  const both = (on: string): Cells => ({ [date]: on, [`o${date}`]: on, ...also(on) })
  const late = `amendment-too-late warning o${date}`
  return [
    [both('31-Mar-2022'), [], { period: '102022' }],
    [both('31-Mar-2021'), [], { period: '092021' }],
    [both('31-Mar-2021'), [late], { period: '102021' }],
  ]
}

export const none = (): Cells => ({})

/** `key`: what stands before the number in the document's key. */
export const once = (number: string, date: string, key: string, row: Cells): SheetCase => ({
  shows: 'one document is amended once; a number begins anew with the financial year',
  rows: [
    row,
    { ...row, [`o${number}`]: String(row[`o${number}`]).toLowerCase(), [number]: 'X-2' },
    { ...row, [number]: 'X-3', [date]: '31-Mar-2026', [`o${date}`]: '31-Mar-2026' },
  ],
  gives: { keys: [`${key}X-3`], problems: [`amended-twice error o${number}@1 o${number}@2`] },
})
