// `gstr1 sheets`: a return as JSON → a workbook, read again to see that it says the same.
import { problemOf, type Problem, type Result } from '../../templates/problems/problem.ts'
import { notInPeriod } from '../../templates/reading/not-in-period.ts'
import type { Context } from '../../templates/tables/table.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { check } from '../filing/check.ts'
import { wireOf } from '../filing/snapshot.ts'
import { bookOf, type ReturnBook, type SheetOfBook } from '../return-file/book-of-return.ts'
import { differencesOf } from '../return-file/differences.ts'
import { readJsonFile } from '../return-file/json-file.ts'
import { readReturn, type ReturnFile } from '../return-file/read-return.ts'
import { readBlocks } from '../xlsx/read-blocks.ts'
import { EXIT } from './exit.ts'
import { toldOf, type Given } from './options.ts'
import { problemLine } from './problem-words.ts'
import { said, type Call, type Program, type Said } from './program.ts'
import { bookNamed, writeOut } from './write-out.ts'

export async function runSheets({
  given,
  words: [from = ''],
  program,
}: Call): Promise<Result<Said>> {
  const out = bookNamed(given)
  if (!out.ok) return out
  const file = await readFileOf(from, given, program)
  if (!file.ok) return file
  const context = contextOf(file.value, given)
  const book = await bookOf(file.value, context)
  const problems = [
    ...problemsOf(file.value, book, context),
    ...(file.value.kind === 'return'
      ? await problemsRead(file.value, book, context, out.value)
      : []),
  ]
  const written = await writeOut(out.value, book.bytes, given)
  if (!written.ok) return written
  for (const problem of problems) program.output.notes(problemLine(problem, false))
  const { kind, gstin, period } = file.value
  const isWhole = problems.every(({ severity }) => severity === 'note')
  return said(
    { file: out.value, kind, gstin, period, sheets: book.sheets, problems },
    [...book.sheets.map(sheetLine), `${gstin} ${period}: written to ${out.value}.`],
    isWhole ? EXIT.done : EXIT.problems,
  )
}

async function readFileOf(
  from: string,
  given: Given,
  { input }: Program,
): Promise<Result<ReturnFile>> {
  const told = toldOf(given)
  if (!told.ok) return told
  const json = await readJsonFile(from, input)
  return json.ok ? readReturn(json.value, from, told.value) : json
}

const contextOf = ({ gstin, period }: ReturnFile, { sez = false, quarterly }: Given): Context => ({
  gstin,
  period,
  taxpayer: { sez, filing: quarterly ? 'quarterly' : 'monthly' },
})

const sheetLine = ({ sheet, documents, rows, marked }: SheetOfBook): string =>
  `${sheet}: ${documents} documents in ${rows} rows${marked > 0 ? `, ${marked} refused` : ''}`

/** What of the file is not on a sheet of the return. */
function problemsOf(
  { unread, removals }: ReturnFile,
  { sheets }: ReturnBook,
  context: Context,
): Problem[] {
  const names = [...new Set(unread.map(({ name }) => name))].join(', ')
  return [
    ...(unread.length > 0 ? [problemOf('warning', 'parts-not-read', { names })] : []),
    ...(removals > 0 ? [problemOf('note', 'removals-not-written', { count: removals })] : []),
    ...sheets
      .filter(({ outside }) => outside)
      .flatMap(({ sheet, table: id }) => {
        const table = TABLES.find((one) => one.id === id)
        return table
          ? [{ ...notInPeriod(sheet, table, context), severity: 'warning' as const }]
          : []
      }),
  ]
}

/** As many are told one by one. */
const DIFFERENCES_SHOWN = 20

/** Documents that the workbook, read again, does not say as the file does. */
async function problemsRead(
  { documents }: ReturnFile,
  { bytes }: ReturnBook,
  context: Context,
  name: string,
): Promise<Problem[]> {
  const blocks = await readBlocks(bytes, name)
  if (!blocks.ok) return [blocks.problem]
  const again = wireOf(check(blocks.value, context).reading)
  const { differences } = differencesOf(
    documents.map(({ wire }) => wire),
    again,
  )
  const rest = differences.length - DIFFERENCES_SHOWN
  return [
    ...differences.slice(0, DIFFERENCES_SHOWN).map(({ section, document, kind, columns }) =>
      problemOf('warning', 'document-read-otherwise', {
        document: `${section} ${document}`,
        columns:
          kind === 'different'
            ? columns.map(({ column, a, b }) => `${column} ${a} → ${b}`).join('; ')
            : 'its rows would be held back',
      }),
    ),
    ...(rest > 0
      ? [
          problemOf('warning', 'document-read-otherwise', {
            document: '…',
            columns: `${rest} more`,
          }),
        ]
      : []),
  ]
}
