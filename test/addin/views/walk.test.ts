// Walking from problem to problem over many sheets: real acts on real office.js.
import { expect, onTestFinished, test } from 'vitest'
import { watchSelection } from '../../../addin/excel/select.ts'
import type { SessionOptions } from '../../../addin/preview/host/session.ts'
import {
  choose,
  nextOnCell,
  shownPlaces,
  showProblemAt,
  walk,
} from '../../../addin/views/check/walk.ts'
import { BEFORE_START, change, onChange, pane, type Listed } from '../../../addin/views/state.ts'
import type { Paise } from '../../../templates/identifiers.ts'
import type { Problem, Severity } from '../../../templates/problems/problem.ts'
import { openWorkbook, sheetOf } from '../office.ts'

const problem = (sheet: string, row: number, severity: Severity = 'error'): Problem => ({
  code: 'cell-missing',
  severity,
  source: 'check',
  cells: [{ sheet, row, columns: [1], key: [] }],
  facts: { column: 'Rate' },
})

/** As the agent sorts them: errors first. */
const PROBLEMS = [
  problem('b2b', 1),
  problem('cdnr', 1),
  problem('cdnr', 2),
  problem('b2b', 3, 'warning'),
  problem('cdnr', 3, 'warning'),
]
const listed: Listed = { from: 'check', problems: PROBLEMS, count: 5, marks: undefined }
const filled = Array.from({ length: 5 }, () => ['x', 'y'])

function open(options: SessionOptions = {}) {
  const { model } = openWorkbook([sheetOf('b2b', filled), sheetOf('cdnr', filled)], options)
  change({ ...BEFORE_START, place: 'check', listed })
  const selected = () => `${model.active.name} ${model.selection.area.row}`
  const byUser = (name: string, row: number, column: number): void => {
    const sheet = model.sheet(name)
    if (sheet !== undefined) model.select(sheet, { row, column, rows: 1, columns: 1 })
  }
  return Object.assign(selected, { byUser })
}

/** The problems that come to the top from now on, in order. */
function chosenFromNowOn(): number[] {
  const chosen: number[] = []
  onChange(() => {
    const now = pane().chosen
    if (now !== undefined && now !== chosen.at(-1)) chosen.push(now)
  })
  return chosen
}

const SLOW: SessionOptions = {
  beforeBatch: () => new Promise((resolve) => setTimeout(() => resolve(undefined), 20)),
}

/** Events come and office.js clears up a little later. */
const officeIsDone = () => new Promise((resolve) => setTimeout(resolve, 300))

async function walked(direction: 1 | -1, selected: () => string): Promise<string[]> {
  const places: string[] = []
  while (places.length < PROBLEMS.length) {
    await walk(direction)
    places.push(selected())
  }
  return places
}

test('Next goes through one cause, sheet by sheet, before it turns to the next, and stops at the last', async () => {
  const selected = open()
  expect(await walked(1, selected)).toEqual(['b2b 1', 'cdnr 1', 'cdnr 2', 'b2b 3', 'cdnr 3'])
  await walk(1)
  expect(selected()).toBe('cdnr 3')
})

test('Previous goes the same way back', async () => {
  const selected = open()
  expect(await walked(-1, selected)).toEqual(['cdnr 3', 'b2b 3', 'cdnr 2', 'cdnr 1', 'b2b 1'])
})

test('the walk keeps to the sheet and the severity that are shown', async () => {
  const selected = open()
  change({ sheet: 'cdnr', severity: 'error' })
  expect(await walked(1, selected)).toEqual(['cdnr 1', 'cdnr 2', 'cdnr 2', 'cdnr 2', 'cdnr 2'])
})

test('from a problem that the filter hides, the walk goes on where it stands', async () => {
  const selected = open()
  await choose(1)
  expect(selected()).toBe('cdnr 1')
  change({ severity: 'warning' })
  await walk(1)
  expect(selected()).toBe('b2b 3')
})

test('selecting a marked cell on any sheet brings its problem to the top', () => {
  open()
  showProblemAt({ sheet: 'cdnr', row: 3, column: 1 })
  expect(pane().chosen).toBe(4)
  showProblemAt({ sheet: 'cdnr', row: 4, column: 1 })
  expect(pane().chosen).toBe(4)
})

test('a problem of a whole row comes up from any of its cells', () => {
  open()
  const whole = { ...problem('b2b', 2), cells: [{ sheet: 'b2b', row: 2, columns: [], key: [] }] }
  change({ listed: { ...listed, problems: [...PROBLEMS, whole] } })
  showProblemAt({ sheet: 'b2b', row: 2, column: 7 })
  expect(pane().chosen).toBe(5)
})

test('all problems of one cell can be reached from it, round and round', () => {
  open()
  const twice = [...PROBLEMS, problem('b2b', 1, 'warning'), problem('b2b', 1, 'note')]
  change({ listed: { ...listed, problems: twice } })
  showProblemAt({ sheet: 'b2b', row: 1, column: 1 })
  const seen = [pane().chosen]
  for (let times = 0; times < 3; times += 1) {
    nextOnCell()
    seen.push(pane().chosen)
  }
  expect(seen).toEqual([0, 5, 6, 0])
  // Coming back to the cell leaves on top what was there.
  nextOnCell()
  showProblemAt({ sheet: 'b2b', row: 1, column: 1 })
  expect(pane().chosen).toBe(5)
})

test('going over clean cells changes nothing, so nothing is read out again', () => {
  open()
  showProblemAt({ sheet: 'cdnr', row: 3, column: 1 })
  const before = pane()
  for (const column of [2, 3, 4]) showProblemAt({ sheet: 'cdnr', row: 3, column })
  expect(pane()).toBe(before)
})

test('the sheets come in the order of the workbook, what concerns the whole return before them', () => {
  const none = { read: 0, ready: 0, heldBack: 0, setAside: 0 }
  const zero = 0 as Paise
  const totals = { count: 0, txval: zero, iamt: zero, camt: zero, samt: zero, csamt: zero }
  const sheets = ['cdnr', 'b2b'].map((sheet) => ({
    sheet,
    table: sheet,
    rows: none,
    documents: 0,
    hiddenRows: 0,
    hidden: false,
    totals,
  }))
  const whole = { ...problem('', 0), cells: [] }
  const problems = [problem('b2b', 1), problem('cdnr', 1), whole, problem('gone', 1)]
  const check = { sheets, notRead: [], problems, problemCount: 4, causes: [] }
  expect(shownPlaces({ ...listed, problems }, { ...BEFORE_START, check })).toEqual([2, 1, 0, 3])
})

test('causes come errors first, and within a cause what is about one column stays together', () => {
  const ofRate = { ...problem('b2b', 2), column: 'Rate' }
  const ofDate = { ...problem('b2b', 3), column: 'Invoice date' }
  const problems = [ofRate, problem('b2b', 1, 'note'), ofDate, { ...ofRate }, PROBLEMS[3]].flatMap(
    (one) => one ?? [],
  )
  expect(shownPlaces({ ...listed, problems }, BEFORE_START)).toEqual([0, 3, 2, 4, 1])
})

test('what the portal has just said comes before what the check knew', () => {
  const told: Problem = {
    ...problem('cdnr', 4),
    code: 'portal',
    source: 'portal',
    facts: { operation: 'save', code: 'RET191175', message: 'as the portal says it' },
  }
  const problems = [...PROBLEMS, told]
  expect(shownPlaces({ ...listed, from: 'portal', problems }, BEFORE_START)[0]).toBe(5)
})

test('what is shown is in the order in which it is walked', () => {
  expect(shownPlaces(listed, BEFORE_START)).toEqual([0, 1, 2, 3, 4])
})

test('Next pressed quickly goes forward only, and ends on the cell of the problem on top', async () => {
  const selected = open(SLOW)
  onTestFinished(await watchSelection(showProblemAt))
  const chosen = chosenFromNowOn()
  for (let times = 0; times < 3; times += 1) {
    void walk(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await officeIsDone()
  expect(chosen).toEqual([0, 1, 2])
  expect(selected()).toBe('cdnr 2')
})

test('what became of one problem’s row is not told of the next', async () => {
  open(SLOW)
  const lost = { sheet: 'gone', row: 1, columns: [1], key: [] }
  await Promise.all([choose(0, lost), choose(1)])
  expect(pane()).toMatchObject({ chosen: 1, found: 'selected' })
  await officeIsDone()
})

test('a cell that the user goes to is heard after our own selections too', async () => {
  const selected = open()
  onTestFinished(await watchSelection(showProblemAt))
  await choose(0)
  await choose(1)
  selected.byUser('b2b', 1, 1)
  await expect.poll(() => pane().chosen).toBe(0)
  expect(selected()).toBe('b2b 1')
})
