// Rows of cells → the payload's text, timed, so that others can be timed beside us: node test/bench/rows.ts IN.json OUT.json
//
// IN.json is `{ "gstin", "fp", "sheets": { "b2b": [[cell …] …], "b2cl", "exp", "cdnr", "cdnur", "b2cs", "exemp", "hsn",
// "docs" } }`: rows without headers, cells in the order of our templates (`hsn` is hsn(b2b)), numbers and texts as cells,
// dates as Excel's serials or as texts like 05-Jul-2025. OUT.json is what would be sent: compact, without turnovers, since
// the input has none. One line on standard output tells the figures, standard error what was not sent and why.
//
// What is timed: from parsed rows in memory to the payload as one text, with every check that `gstr1 check` makes; reading
// and writing the two files and parsing the input are not. It runs once, cold, as a command does: engines that compile
// while they run are timed with that. `n` counts the documents in the payload (an entry of a summary sheet is one), and
// `cpu_docs_per_s_total` divides it by the CPU time of all threads. The peak is the whole process's, the input included.
// Taken for granted: a monthly filer outside a SEZ, whose turnover is not known.
import { readFileSync, writeFileSync } from 'node:fs'
import { check } from '../../agent/filing/check.ts'
import type { Block, Cell } from '../../templates/block.ts'
import { isGstin, isPeriod } from '../../templates/identifiers.ts'
import { writePayload } from '../../templates/payload/payload-text.ts'
import { documentsOf } from '../../templates/reading/read-workbook.ts'
import type { Table } from '../../templates/tables/table.ts'
import { TABLES } from '../../templates/tables/tables.ts'

interface Input {
  readonly gstin: string
  readonly fp: string
  readonly sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>
}

/** Reads, checks and writes `input`, and gives the text with the figures. */
function timed({ gstin, fp: period, sheets }: Input) {
  if (!isGstin(gstin) || !isPeriod(period)) throw new Error(`${gstin} ${period} is no return`)
  const blocks = Object.entries(sheets).map(([name, rows]) => blockOf(tableNamed(name), rows))
  const taxpayer = { sez: false, filing: 'monthly' } as const

  const cpu = process.cpuUsage()
  const start = performance.now()
  const { reading, report } = check(blocks, { gstin, period, taxpayer })
  const documents = documentsOf(reading)
  const pieces: string[] = []
  writePayload({ gstin, period }, documents, TABLES, (piece) => pieces.push(piece))
  const text = pieces.join('')
  const total = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)

  const figures = {
    side: 'ours',
    mix: Object.keys(sheets).join('+'),
    n: documents.length,
    total_ms: tenths(total),
    cpu_total_ms: tenths((user + system) / 1000),
    cpu_docs_per_s_total: Math.round((documents.length * 1e6) / (user + system)),
    peak_rss_mib: tenths(process.resourceUsage().maxRSS / 1024),
  }
  return { text, figures, report }
}

const tenths = (value: number): number => Math.round(value * 10) / 10

function tableNamed(name: string): Table {
  const id = name === 'hsn' ? 'hsn(b2b)' : name
  const table = TABLES.find((one) => one.id === id)
  if (table === undefined) throw new Error(`no sheet is called ${name}`)
  return table
}

/** The sheet as it would be read: its headers above the rows. */
const blockOf = ({ sheets, columns }: Table, rows: Input['sheets'][string]): Block => ({
  sheet: sheets[0] ?? '',
  firstRow: 0,
  firstColumn: 0,
  values: [columns.map(({ header }) => header), ...rows],
  numberFormat: columns.map(() => 'General'),
  hiddenRows: 0,
  hiddenSheet: false,
})

const [, , from, to] = process.argv
if (from === undefined || to === undefined) throw new Error('rows.ts IN.json OUT.json')
const { text, figures, report } = timed(JSON.parse(readFileSync(from, 'utf8')) as Input)
writeFileSync(to, text)
console.log(JSON.stringify(figures))

for (const { sheet, rows } of report.sheets) {
  if (rows.heldBack + rows.setAside === 0) continue
  console.error(`${sheet}: ${rows.heldBack} rows held back, ${rows.setAside} set aside`)
}
for (const { sheet, problem } of report.notRead) console.error(`${sheet}: ${problem.code}`)
for (const { code, severity, cells } of report.problems.slice(0, 10)) {
  console.error(`${severity} ${code} in row ${(cells[0]?.row ?? 0) + 1}`)
}
