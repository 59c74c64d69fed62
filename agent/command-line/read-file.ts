// `gstr1 check` and `gstr1 json`: a workbook read without Excel and without a portal.
import { cellName } from '../../templates/block.ts'
import { payloadOf } from '../../templates/payload/payload.ts'
import type { Problem } from '../../templates/problems/problem.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { check } from '../filing/check.ts'
import type { CheckReport } from '../http/contract.ts'
import { readBlocks } from '../xlsx/read-blocks.ts'
import { inWords, returnOptions, type Given } from './options.ts'

/** Where a command writes: results to `out`, notes to `notes`. Colour only where a person looks. */
export interface Output {
  readonly out: (text: string) => void
  readonly notes: (text: string) => void
  readonly color: boolean
}

/** Exit codes of every command. */
export const EXIT = { clean: 0, problems: 1, usage: 2 } as const

export async function runCheck(file: string, given: Given, output: Output): Promise<number> {
  const read = await readReturn(file, given, output)
  if (typeof read === 'number') return read
  const { report } = read
  if (given.json) output.out(JSON.stringify(report, undefined, 2))
  else printReport(report, output)
  return exitCode(report)
}

/** The payload and nothing else on standard output, so that it can be piped. */
export async function runJson(file: string, given: Given, output: Output): Promise<number> {
  const read = await readReturn(file, given, output)
  if (typeof read === 'number') return read
  const { report, documents, options } = read
  output.out(JSON.stringify(payloadOf(options, documents, TABLES)))
  printReport(report, { ...output, out: output.notes })
  return exitCode(report)
}

const exitCode = ({ problems, notRead }: CheckReport): number =>
  [...problems, ...notRead.map(({ problem }) => problem)].some(
    ({ severity }) => severity === 'error',
  )
    ? EXIT.problems
    : EXIT.clean

async function readReturn(file: string, given: Given, output: Output) {
  const options = returnOptions(given)
  if (!options.ok) return refused(options.problem, EXIT.usage, output)
  const blocks = await readBlocks(file)
  if (!blocks.ok) return refused(blocks.problem, EXIT.problems, output)
  const { gstin, period, sez, filing, turnover } = options.value
  const taxpayer = { sez, filing, ...(turnover !== undefined && { turnover }) }
  const checked = check(blocks.value, { gstin, period, taxpayer })
  return { ...checked, options: options.value }
}

function refused(problem: Problem, code: number, output: Output): number {
  output.notes(inWords(problem))
  return code
}

const COLORS = { error: '31', warning: '33', note: '36' } as const

function printReport(report: CheckReport, { out, color }: Output): void {
  const paint = (severity: keyof typeof COLORS, text: string) =>
    color ? `\u001b[${COLORS[severity]}m${text}\u001b[0m` : text
  for (const { sheet, table, rows, documents, hiddenRows } of report.sheets) {
    out(
      `${sheet} (${table}): ${rows.read} rows = ${rows.ready} ready + ${rows.heldBack} held back + ` +
        `${rows.setAside} set aside; ${documents} documents` +
        (hiddenRows > 0 ? `; ${hiddenRows} hidden rows were read too` : ''),
    )
  }
  for (const { problem } of report.notRead) {
    if (problem.severity !== 'note')
      out(paint(problem.severity, `${problem.severity}: ${inWords(problem)}`))
  }
  const others = report.notRead.filter(({ problem }) => problem.severity === 'note')
  if (others.length > 0)
    out(`Not part of the return: ${others.map(({ sheet }) => sheet).join(', ')}`)
  const onSheets = report.problems.filter(({ cells }) => cells.length > 0)
  for (const problem of onSheets) {
    out(paint(problem.severity, `${placesOf(problem)}: ${problem.severity}: `) + inWords(problem))
  }
  if (report.problemCount > report.problems.length) {
    out(`… and ${report.problemCount - report.problems.length} more`)
  }
}

const placesOf = ({ cells }: Problem): string =>
  cells
    .map(
      ({ sheet, row, columns }) =>
        `${sheet}!${columns.map((column) => cellName(row, column)).join(',')}`,
    )
    .join(' ')
