// What definitions make of the golden cases, in the words the cases use.
import { snapshotOf, wireOf } from '../../../../agent/filing/snapshot.ts'
import { problemsOf, verdictOf } from '../../../../agent/filing/verdict.ts'
import { readBlocks } from '../../../../agent/xlsx/read-blocks.ts'
import type { Block, Cell, RowCells } from '../../../../templates/block.ts'
import { isGstin, isPeriod, type Paise, type Period } from '../../../../templates/identifiers.ts'
import { documentsIn, payloadOf } from '../../../../templates/payload/payload.ts'
import {
  addAmounts,
  amountsOf,
  asObject,
  fromWire,
  NO_AMOUNTS,
  toWire,
  type WireDocument,
} from '../../../../templates/payload/wire-document.ts'
import type { Problem } from '../../../../templates/problems/problem.ts'
import { readWorkbook } from '../../../../templates/reading/read-workbook.ts'
import type { Context, Table } from '../../../../templates/tables/table.ts'
import { tablesOf } from '../../../../templates/tables/tables.ts'
import { buildTemplate } from '../../../../templates/workbook.ts'
import { rowsOf } from '../../../../templates/writing/rows.ts'
import {
  OWN,
  type CellCase,
  type Cells,
  type Golden,
  type Setting,
  type SheetCase,
} from './golden.ts'
import { GOLDENS } from './goldens.ts'

/** Rows above the data, as the template has them. */
const ABOVE = 4

const periodOf = (text: string): Period => {
  if (!isPeriod(text)) throw new Error(`${text} is no period`)
  return text
}

function contextOf({
  period = '102026',
  sez = false,
  filing = 'monthly',
  turnover,
}: Setting): Context {
  if (!isGstin(OWN)) throw new Error(`${OWN} is none`)
  const known = turnover === undefined ? {} : { turnover: (turnover * 100) as Paise }
  const taxpayer = { sez, filing, ...known }
  return { taxpayer, gstin: OWN, period: periodOf(period) }
}

const headersOf = ({ headers }: Golden) => Object.values(headers).map(([text]) => text)
const cellsOf = ({ headers }: Golden, row: Cells) =>
  Object.keys(headers).map((name) => row[name] ?? '')

function blockOf(
  golden: Golden,
  rows: readonly (readonly Cell[])[],
  { sheet = golden.sheets[0] ?? '', headers = headersOf(golden) } = {},
): Block {
  return {
    sheet,
    firstRow: 0,
    firstColumn: 0,
    values: [['A title'], [''], [''], headers, ...rows],
    numberFormat: [],
    hiddenRows: 0,
    hiddenSheet: false,
  }
}

const sheetOf = (golden: Golden, rows: readonly Cells[]): Block =>
  blockOf(
    golden,
    rows.map((row) => cellsOf(golden, row)),
  )

const goldenOf = (id: string): Golden => {
  const golden = GOLDENS.find(({ table }) => table === id)
  if (golden === undefined) throw new Error(`no golden cases of ${id}`)
  return golden
}

/** Names of the columns a problem marks, with their row where there are several. */
function marked(golden: Golden, { sheet, row, columns }: RowCells, several: boolean): string {
  const own = golden.sheets.includes(sheet)
  const of = own ? golden : GOLDENS.find(({ sheets }) => sheets.includes(sheet))
  const names = columns.map((column) => Object.keys(of?.headers ?? {})[column]).join()
  return `${own ? '' : `${of?.table}!`}${names}${several ? `@${row - ABOVE + 1}` : ''}`
}

const told = (golden: Golden, problem: Problem, several: boolean): string =>
  [
    problem.code,
    problem.severity,
    ...problem.cells.map((cells) => marked(golden, cells, several)),
  ].join(' ')

/** What a sheet gives; of the rest only what the case asks for. */
export function outcomeOfSheet(golden: Golden, one: SheetCase, tables: readonly Table[]): unknown {
  const besides = Object.entries(one.beside ?? {})
  const blocks = [
    sheetOf(golden, one.rows),
    ...besides.map(([id, rows]) => sheetOf(goldenOf(id), rows)),
  ]
  const several = one.rows.length > 1 || besides.length > 0
  const context = contextOf(one)
  const { sheets, notRead } = readWorkbook(blocks, context, tables)
  const problems = [
    ...notRead.map(({ problem }) => told(golden, problem, several)),
    ...sheets.flatMap((sheet) => sheet.problems.map((problem) => told(golden, problem, several))),
  ]
  const documents = sheets.flatMap((sheet) => sheet.documents)
  const payload = payloadOf(context, documents.map(toWire), tables)
  const json: unknown = JSON.parse(JSON.stringify(payload))
  const wires = tables.flatMap((table) => documentsIn(table, json).map((wire) => ({ table, wire })))
  const { json: wanted, amounts, back } = one.gives
  return {
    problems,
    keys: documents.map(({ key }) => key),
    ...(wanted && { json: lessHead(json) }),
    ...(amounts && { amounts: totalOf(wires) }),
    ...(back && { back: wires.flatMap(({ table, wire }) => namedRows(table, wire)) }),
  }
}

const lessHead = (payload: unknown) =>
  Object.fromEntries(
    Object.entries(asObject(payload)).filter(([name]) => name !== 'gstin' && name !== 'fp'),
  )

function totalOf(wires: readonly { table: Table; wire: WireDocument }[]) {
  const { count, ...money } = wires
    .map(({ table, wire }) => amountsOf(table, wire))
    .reduce((sum, own) => addAmounts(sum, own), NO_AMOUNTS)
  const rupees = Object.entries(money).map(([name, paise]) => [name, paise / 100] as const)
  return Object.fromEntries([['count', count] as const, ...rupees].filter(([, sum]) => sum !== 0))
}

const namedRows = (table: Table, wire: WireDocument) =>
  rowsOf(fromWire(table, wire)).map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, i) => (cell === null ? [] : [[table.columns[i]?.name, cell]])),
    ),
  )

export const expectedOfSheet = ({ gives }: SheetCase) => ({ problems: [], ...gives })

export function outcomeOfCell(
  golden: Golden,
  [change, , setting = {}]: CellCase,
  tables: readonly Table[],
): unknown {
  const block = sheetOf(golden, [{ ...golden.good, ...change }])
  const { sheets, notRead } = readWorkbook([block], contextOf(setting), tables)
  const problems = [
    ...notRead.map(({ problem }) => problem),
    ...sheets.flatMap((sheet) => sheet.problems),
  ]
  return {
    problems: problems.map((problem) => told(golden, problem, false)),
    ready: sheets.flatMap(({ documents }) => documents).length,
  }
}

export const expectedOfCell = ([, problems]: CellCase) => ({
  problems,
  ready: problems.some((text) => / error\b/.test(text)) ? 0 : 1,
})

/** Which names and headers are understood, what may be missing, and when the table exists. */
export function outcomeOfHeader(golden: Golden, tables: readonly Table[]): unknown {
  const names = Object.keys(golden.headers)
  const read = (block: Block) => readWorkbook([block], contextOf({}), tables).sheets[0]
  const understood = (name: string, text: string): boolean => {
    const at = names.indexOf(name)
    const sheet = read(blockOf(golden, [], { headers: headersOf(golden).with(at, text) }))
    return (
      sheet?.header.columns.some(({ column, index }) => column.name === name && index === at) ??
      false
    )
  }
  return {
    sheets: golden.sheets.filter((sheet) => read(blockOf(golden, [], { sheet })) !== undefined),
    headers: Object.fromEntries(
      Object.entries(golden.headers).map(([name, texts]) => [
        name,
        texts.filter((text) => understood(name, text)),
      ]),
    ),
    mayLack: names.filter((_, at) => {
      const headers = headersOf(golden).with(at, '')
      return read(blockOf(golden, [], { headers })) !== undefined
    }),
    periods: golden.periods.map(([period, filing]) => [
      period,
      filing,
      tablesOf(periodOf(period), filing, tables).some(({ id }) => id === golden.table),
    ]),
  }
}

export const expectedOfHeader = ({ sheets, headers, mayLack, periods }: Golden) => ({
  sheets,
  headers,
  mayLack,
  periods,
})

/** The section and the columns that turn red when the portal refuses the good row, by report and code. */
export function outcomeOfRefusal(golden: Golden, tables: readonly Table[]): unknown {
  const reading = readWorkbook([sheetOf(golden, [golden.good])], contextOf({}), tables)
  const sent = wireOf(reading)
  const snapshot = snapshotOf(reading, sent)
  return golden.refused.reports.flatMap((report) =>
    Object.keys(golden.refused.about).map((code) => {
      const verdict = verdictOf(sent, report({ error_cd: code, error_msg: 'no' }), tables)
      const problems = problemsOf(verdict, snapshot, tables)
      return {
        code,
        sections: verdict.refusals.map(({ section }) => section),
        problems: problems.map((one) => told(golden, one, false)),
      }
    }),
  )
}

export const expectedOfRefusal = ({ section, refused: { reports, about } }: Golden) =>
  reports.flatMap(() =>
    Object.entries(about).map(([code, columns]) => ({
      code,
      sections: [section],
      problems: [`portal error ${columns}`],
    })),
  )

/** The rows that what the portal holds is written as. */
export const outcomeOfPortal = (golden: Golden, tables: readonly Table[]): unknown =>
  tables.flatMap((table) =>
    documentsIn(table, golden.portal.holds).flatMap((wire) => namedRows(table, wire)),
  )

/** Title, labels and totals of the template that is built for two rows. */
export async function outcomeOfTemplate(golden: Golden, table: Table): Promise<unknown> {
  const rows = [golden.good, { ...golden.good, csamt: 3 }].map((row) => cellsOf(golden, row))
  const bytes = await buildTemplate([table], periodOf('102026'), { rows: { [table.id]: rows } })
  const blocks = await readBlocks(bytes)
  const [title = [], labels = [], totals = []] = (blocks.ok && blocks.value[0]?.values) || []
  const named = Object.keys(golden.headers).flatMap((name, i) =>
    (labels[i] ?? '') === '' && (totals[i] ?? '') === '' ? [] : [[name, [labels[i], totals[i]]]],
  )
  return { title: title[0], totals: Object.fromEntries(named) }
}
