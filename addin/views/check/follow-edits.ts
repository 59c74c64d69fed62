// Checks again what the user edits, while they go on: the list follows, nothing is ever written to a sheet. Rules across
// sheets, row counts and marks wait for the next whole check.
import type { CheckReport } from '../../../agent/http/outputs/check.ts'
import { countCauses, sheetOf } from '../../../templates/problems/cause.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import { call } from '../../agent.ts'
import { excelProblem } from '../../excel/excel-problem.ts'
import { readOneSheet } from '../../excel/read-blocks.ts'
import { sheetName } from '../../excel/select.ts'
import type { CellsChanged } from '../../excel/watch-changes.ts'
import { counted } from '../../ui/amounts.ts'
import { say } from '../act.ts'
import { change, ofReturn, pane, type Listed, type Since } from '../state.ts'
import { shownPlaces } from './walk.ts'

/** How long the user must have stopped (ms). */
const PAUSE = 700
/** More rows at once are a paste, and a sheet of more rows takes long to read: then a whole check is asked for. */
const MOST_ROWS_EDITED = 2_000
const MOST_ROWS_OF_SHEET = 20_000

/** Rows edited since the last look, by Excel's id of the sheet. */
let edited = new Map<string, number>()
let timer: ReturnType<typeof setTimeout> | undefined
let looking = false

export function noticeChange({ sheetId, rows }: CellsChanged): void {
  void markEdited(sheetId)
  const { check, busy } = pane()
  // The first check may be going on, and have read the sheet already.
  if (check === undefined && busy === undefined) return
  keep(sheetId, rows)
  later()
}

const keep = (sheetId: string, rows: number): void => {
  edited.set(sheetId, (edited.get(sheetId) ?? 0) + rows)
}

/** Of a sheet that is no part of the return nothing is saved. */
async function markEdited(sheetId: string): Promise<void> {
  const { sincePlan, sinceSave } = pane().edited
  if (sincePlan && sinceSave) return
  const sheet = await unlessRefused(sheetName(sheetId))
  const { check } = pane()
  const isOurs = check === undefined || check.sheets.some((read) => read.sheet === sheet)
  if (isOurs || sheet === REFUSED) noteEdits()
}

export const noteEdits = (): void => change({ edited: { sincePlan: true, sinceSave: true } })

/** What was edited so far is read by the whole check that begins now. */
export function forgetEdits(): void {
  edited.clear()
}

function later(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void look(), PAUSE)
}

/** An act of the user goes first: it may be the check that makes this one needless. */
async function look(): Promise<void> {
  if (looking || pane().busy !== undefined) return later()
  const sheets = edited
  edited = new Map()
  looking = true
  try {
    for (const [id, rows] of sheets) {
      const sheet = await unlessRefused(sheetName(id))
      // With the next edit there is another try.
      if (sheet === REFUSED) keep(id, rows)
      else if (sheet !== undefined) await lookAt(sheet, rows)
    }
  } finally {
    looking = false
  }
}

const REFUSED = Symbol('Excel refused')

/** Nobody asked for it, so nobody is told. */
const unlessRefused = <T>(read: Promise<T>): Promise<T | typeof REFUSED> =>
  read.catch((error: unknown) => {
    if (excelProblem(error) === undefined) throw error
    return REFUSED
  })

async function lookAt(sheet: string, rows: number): Promise<void> {
  const { check } = pane()
  if (check?.sheets.every((read) => read.sheet !== sheet) !== false) return
  const fresh = rows > MOST_ROWS_EDITED ? undefined : await checkSheet(sheet)
  // A whole check in the meantime knows more than this.
  if (pane().check !== check) return
  const since = withEdited(pane().since, sheet)
  if (fresh === undefined) {
    change({ since: { ...since, notFollowed: together(since.notFollowed, sheet) } })
  } else take(sheet, fresh, check, since)
}

/** Of a long list the causes tell all that was found, the problems the first of it. */
type Fresh = Pick<CheckReport, 'problems' | 'causes'>

/** The problems of the sheet as it is now; undefined where it could not be read. */
async function checkSheet(sheet: string): Promise<Fresh | undefined> {
  const of = ofReturn(pane())
  const blocks = await unlessRefused(readOneSheet(sheet, MOST_ROWS_OF_SHEET))
  if (of === undefined || blocks === REFUSED || blocks.length === 0) return undefined
  const answer = await call('check', { ...of, blocks })
  if (!answer.ok || answer.value.sheets.length === 0) return undefined
  const { problems, causes } = answer.value
  return {
    problems: problems.filter((problem) => isOf(sheet, problem)),
    causes: causes.filter((cause) => cause.sheet === sheet),
  }
}

function take(sheet: string, fresh: Fresh, check: CheckReport, since: Since): void {
  const { listed, chosen } = pane()
  if (listed === undefined) return
  const replaced = replace(sheet, listed.problems, fresh.problems)
  const { problems, mended, found } = replaced
  const ours = replace(sheet, check.problems, fresh.problems).problems
  // Rules across sheets were not asked again.
  const kept = ours.filter((problem) => sheetOf(problem) === sheet && !isOf(sheet, problem))
  const causes = [
    ...check.causes.filter((cause) => cause.sheet !== sheet),
    ...fresh.causes,
    ...countCauses(kept),
  ]
  const problemCount = causes.reduce((sum, cause) => sum + cause.problems, 0)
  const told = problems.filter(({ source }) => source === 'portal').length
  const top = chosen === undefined ? undefined : listed.problems[chosen]
  const place = top === undefined ? -1 : placeIn(problems, top)
  const justMended = place === -1 ? (top ?? since.justMended) : undefined
  const stood = top ?? since.goesOnAt
  const ahead = stood === undefined ? [] : from(stood, listed, check)
  const goesOnAt = ahead.find((problem) => placeIn(problems, problem) !== -1)
  change({
    listed: { ...listed, problems, count: told + problemCount },
    check: {
      ...check,
      problems: ours,
      problemCount,
      causes,
    },
    chosen: place === -1 ? undefined : place,
    since: {
      ...since,
      notFollowed: since.notFollowed.filter((other) => other !== sheet),
      mended: since.mended + mended,
      found: since.found + found,
      justMended,
      goesOnAt: goesOnAt && problems[placeIn(problems, goesOnAt)],
    },
  })
  const news = [
    mended > 0 && `${counted(mended, 'problem')} mended.`,
    found > 0 && `${counted(found, 'new problem')} on ${sheet}.`,
  ].filter((part) => part !== false)
  if (news.length > 0) say(news.join(' '))
}

/** What the check itself found, on this sheet alone; the portal's verdicts and rules across sheets are not ours to judge. */
const isOf = (sheet: string, { source, cells }: Problem): boolean =>
  source === 'check' && cells.length > 0 && cells.every((row) => row.sheet === sheet)

/** The list with the sheet's own problems replaced, and how many of a kind went or came. */
export function replace(
  sheet: string,
  problems: readonly Problem[],
  fresh: readonly Problem[],
): { problems: readonly Problem[]; mended: number; found: number } {
  const before = problems.filter((problem) => isOf(sheet, problem))
  // A row with an error tells nothing else: what a new error hides is not mended.
  const hides = missingFrom(before.filter(isError), fresh.filter(isError)) > 0
  return {
    problems: [...problems.filter((problem) => !isOf(sheet, problem)), ...fresh],
    mended: missingFrom(fresh, hides ? before.filter(isError) : before),
    found: missingFrom(before, fresh),
  }
}

const isError = ({ severity }: Problem): boolean => severity === 'error'

/** Rows move and their cells change, so problems are counted by what is wrong and under which columns. */
const kindOf = ({ code, cells }: Problem): string => `${code} ${cells[0]?.columns.join() ?? ''}`

function missingFrom(there: readonly Problem[], wanted: readonly Problem[]): number {
  const counts = Map.groupBy(there, kindOf)
  return [...Map.groupBy(wanted, kindOf)]
    .map(([kind, of]) => Math.max(0, of.length - (counts.get(kind)?.length ?? 0)))
    .reduce((sum, count) => sum + count, 0)
}

const isSame = (a: Problem, b: Problem): boolean =>
  a === b ||
  (kindOf(a) === kindOf(b) &&
    a.cells[0]?.row === b.cells[0]?.row &&
    a.cells[0]?.sheet === b.cells[0]?.sheet)

const placeIn = (problems: readonly Problem[], wanted: Problem): number =>
  problems.findIndex((problem) => isSame(problem, wanted))

/** A problem and those that come after it, in the order of the walk. */
function from(problem: Problem, listed: Listed, check: CheckReport): readonly Problem[] {
  const places = shownPlaces(listed, { severity: 'all', sheet: undefined, check })
  const order = places.flatMap((place) => listed.problems[place] ?? [])
  return order.slice(Math.max(0, order.indexOf(problem)))
}

const NOTHING_YET: Since = {
  edited: [],
  notFollowed: [],
  mended: 0,
  found: 0,
  justMended: undefined,
  goesOnAt: undefined,
}

const withEdited = (since: Since = NOTHING_YET, sheet: string): Since => ({
  ...since,
  edited: together(since.edited, sheet),
})

const together = (sheets: readonly string[], sheet: string): readonly string[] => [
  ...new Set([...sheets, sheet]),
]
