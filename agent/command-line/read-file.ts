// `gstr1 check` and `gstr1 json`: a workbook or a CSV file read without Excel and without a portal.
import type { Block } from '../../templates/block.ts'
import type { Gstin, Paise, Period } from '../../templates/identifiers.ts'
import { writePayload } from '../../templates/payload/payload-text.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { documentsOf } from '../../templates/reading/read-workbook.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { check } from '../filing/check.ts'
import type { CheckReport } from '../http/outputs/check.ts'
import { isCsvName, readCsv } from '../return-file/csv.ts'
import { dayInIndia } from '../portal-time.ts'
import { readBlocks } from '../xlsx/read-blocks.ts'
import { EXIT } from './exit.ts'
import { returnOf, rupeesOf, type Given } from './options.ts'
import { problemLine } from './problem-words.ts'
import { said, type Call, type Said } from './program.ts'

/** The return a file is read for, as the options name it. */
export interface ReturnOptions {
  readonly gstin: Gstin
  readonly period: Period
  readonly sez: boolean
  readonly filing: 'monthly' | 'quarterly'
  readonly turnover: Paise | undefined
  readonly turnoverToDate: Paise | undefined
}

export async function runCheck(call: Call): Promise<Result<Said>> {
  const read = await readReturn(call)
  if (!read.ok) return read
  const { report } = read.value
  return said(report, reportLines(report, call.program.output.color), exitOfReport(report))
}

/** The payload and nothing else on standard output, so that it can be piped. */
export async function runJson(call: Call): Promise<Result<Said>> {
  const read = await readReturn(call)
  if (!read.ok) return read
  const { report, reading, options } = read.value
  const { output } = call.program
  for (const line of reportLines(report, false)) output.notes(line)
  const write = inLargePieces(output.write)
  writePayload(options, documentsOf(reading), TABLES, write.piece)
  write.end('\n')
  return said(undefined, [], exitOfReport(report))
}

/** Each write is a call of the system, and one of all would need the whole payload as one text. */
const LARGE = 65_536

function inLargePieces(write: (text: string) => void) {
  let pieces: string[] = []
  let length = 0
  const flush = () => {
    write(pieces.join(''))
    pieces = []
    length = 0
  }
  return {
    piece(text: string): void {
      pieces.push(text)
      length += text.length
      if (length >= LARGE) flush()
    },
    end(text: string): void {
      pieces.push(text)
      flush()
    },
  }
}

export const exitOfReport = ({ problems, notRead }: CheckReport): number =>
  [...problems, ...notRead.map(({ problem }) => problem)].some(
    ({ severity }) => severity === 'error',
  )
    ? EXIT.problems
    : EXIT.done

async function readReturn({ program, given, words: [file = ''] }: Call) {
  const options = returnOptions(given)
  if (!options.ok) return options
  const blocks = await blocksOf(file, given)
  if (!blocks.ok) return blocks
  const { gstin, period, sez, filing, turnover } = options.value
  const taxpayer = { sez, filing, ...(turnover !== undefined && { turnover }) }
  const today = dayInIndia(program.now())
  const isWhole = !isCsvName(file)
  const checked = check(blocks.value, { gstin, period, taxpayer }, today, isWhole)
  return done({ ...checked, options: options.value })
}

/** A workbook, or a CSV file as one of its sheets. */
async function blocksOf(file: string, { table }: Given): Promise<Result<Block[]>> {
  if (!isCsvName(file)) {
    return table === undefined
      ? readBlocks(file)
      : refuse('usage', { reason: '--table is for a CSV file, whose name ends in .csv or .tsv.' })
  }
  return table === undefined
    ? refuse('usage', { reason: 'A CSV file is one sheet: say which with --table, such as b2b.' })
    : readCsv(file, table)
}

export function returnOptions(given: Given): Result<ReturnOptions> {
  const of = returnOf(given)
  if (!of.ok) return of
  const turnover = rupeesOf(given, 'gt')
  if (!turnover.ok) return turnover
  const turnoverToDate = rupeesOf(given, 'cur-gt')
  if (!turnoverToDate.ok) return turnoverToDate
  return done({
    ...of.value,
    sez: given.sez ?? false,
    filing: given.quarterly ? 'quarterly' : 'monthly',
    turnover: turnover.value,
    turnoverToDate: turnoverToDate.value,
  })
}

export function reportLines(report: CheckReport, color: boolean): string[] {
  const rest = report.problemCount - report.problems.length
  const others = report.notRead.filter(({ problem }) => problem.severity === 'note')
  // Sheets that keep each other from being read share one problem.
  const ofSheets = new Set(report.notRead.map(({ problem }) => problem))
  return [
    ...report.sheets.map(
      ({ sheet, table, rows, documents, hiddenRows, hidden }) =>
        `${sheet} (${table}): ${rows.read} rows = ${rows.ready} ready + ${rows.heldBack} held back + ` +
        `${rows.setAside} set aside; ${documents} documents` +
        (hiddenRows > 0 ? `; ${hiddenRows} hidden rows were read too` : '') +
        (hidden ? '; the sheet is hidden' : ''),
    ),
    ...[...ofSheets]
      .filter(({ severity }) => severity !== 'note')
      .map((problem) => problemLine(problem, color)),
    ...(others.length > 0
      ? [`Not part of the return: ${others.map(({ sheet }) => sheet).join(', ')}`]
      : []),
    ...report.problems
      .filter((problem) => !ofSheets.has(problem))
      .map((problem) => problemLine(problem, color)),
    ...(rest > 0 ? [`… and ${rest} more`] : []),
  ]
}
