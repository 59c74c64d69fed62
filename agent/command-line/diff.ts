// `gstr1 diff`: two returns compared by meaning, each a workbook or JSON.
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { check } from '../filing/check.ts'
import { wireOf } from '../filing/snapshot.ts'
import type { CheckReport } from '../http/outputs/check.ts'
import {
  differencesOf,
  type DocumentDifference,
  type SectionCounts,
} from '../return-file/differences.ts'
import { readJsonFile } from '../return-file/json-file.ts'
import { readReturn, type Told } from '../return-file/read-return.ts'
import { readBlocks } from '../xlsx/read-blocks.ts'
import { EXIT } from './exit.ts'
import { rupeesOf, toldOf, type Given } from './options.ts'
import { said, type Call, type Program, type Said } from './program.ts'
import { exitOfReport, reportLines } from './read-file.ts'

/** One of the two returns. */
interface Side {
  readonly documents: readonly WireDocument[]
  /** Everything in the file could be read. */
  readonly whole: boolean
  readonly notes: readonly string[]
}

export async function runDiff({
  given,
  words: [a = '', b = ''],
  program,
}: Call): Promise<Result<Said>> {
  const told = toldOf(given)
  if (!told.ok) return told
  const json = await readJsons([a, b], told.value, program)
  if (!json.ok) return json
  const { of, sides } = json.value
  for (const file of [a, b].filter(isBook)) {
    const read = await readBook(file, of, given)
    if (!read.ok) return read
    sides.set(file, read.value)
  }
  const [one, two] = [sides.get(a), sides.get(b)]
  for (const note of new Set([...(one?.notes ?? []), ...(two?.notes ?? [])])) {
    program.output.notes(note)
  }
  const found = differencesOf(one?.documents ?? [], two?.documents ?? [])
  const isSame = found.differences.length === 0 && one?.whole === true && two?.whole === true
  return said(
    found,
    [
      ...found.sections.map(sectionLine),
      ...found.differences.map(differenceLine),
      isSame ? 'They say the same.' : 'They differ, or not all of them could be read.',
    ],
    isSame ? EXIT.done : EXIT.problems,
  )
}

const isBook = (file: string): boolean => /\.xls[xmb]?$/i.test(file)

/** The JSON files, which must be of one return. Whose it is they say, for a workbook too. */
async function readJsons(
  files: readonly string[],
  told: Told,
  { input }: Program,
): Promise<Result<{ of: Told; sides: Map<string, Side> }>> {
  const sides = new Map<string, Side>()
  let of = told
  for (const file of files.filter((one) => !isBook(one))) {
    const json = await readJsonFile(file, input)
    if (!json.ok) return json
    const read = readReturn(json.value, file, of)
    if (!read.ok) return read
    const { kind, gstin, period, documents, unread } = read.value
    if (kind === 'error-report') {
      return refuse('not-a-gstr1-json', { file, looks: 'an error report of the portal' })
    }
    of = { gstin, period }
    sides.set(file, {
      documents: documents.map(({ wire }) => wire),
      whole: unread.length === 0,
      notes: unread.map(({ name }) => `${file}: ${name} was not read.`),
    })
  }
  return done({ of, sides })
}

async function readBook(file: string, of: Told, given: Given): Promise<Result<Side>> {
  const { gstin, period } = of
  if (gstin === undefined || period === undefined) {
    const options = [...(gstin ? [] : ['--gstin']), ...(period ? [] : ['--period'])].join(' and ')
    return refuse('return-not-named', { file, options })
  }
  const turnover = rupeesOf(given, 'gt')
  if (!turnover.ok) return turnover
  const blocks = await readBlocks(file)
  if (!blocks.ok) return blocks
  const { reading, report } = check(blocks.value, {
    gstin,
    period,
    taxpayer: {
      sez: given.sez ?? false,
      filing: given.quarterly ? 'quarterly' : 'monthly',
      ...(turnover.value !== undefined && { turnover: turnover.value }),
    },
  })
  const whole = exitOfReport(report) === EXIT.done
  return done({ documents: wireOf(reading), whole, notes: whole ? [] : errorLines(report) })
}

/** Warnings are for `check`; errors hold documents back from the comparison. */
const errorLines = (report: CheckReport): string[] => {
  const problems = report.problems.filter(({ severity }) => severity === 'error')
  return reportLines({ ...report, problems, problemCount: problems.length }, false)
}

const sectionLine = ({ section, same, onlyA, onlyB, different }: SectionCounts): string =>
  `${section}: ${same} the same, ${different} different, ${onlyA} only in A, ${onlyB} only in B`

const KINDS: Readonly<Record<DocumentDifference['kind'], string>> = {
  'only-a': 'only in A',
  'only-b': 'only in B',
  different: 'different',
}

const differenceLine = ({ section, document, kind, columns }: DocumentDifference): string =>
  [
    `${section}: ${document}: ${KINDS[kind]}`,
    ...columns.map(({ column, a, b }) => `${column}: ${a || '(empty)'} → ${b || '(empty)'}`),
  ].join('; ')
