// What the end of a save calls for on the sheets, while the user does something else or Excel refuses: real acts and office.js.
import { expect, test } from 'vitest'
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import type { SessionOptions } from '../../../addin/preview/host/session.ts'
import { act } from '../../../addin/views/act.ts'
import { checkWorkbook } from '../../../addin/views/check/check-acts.ts'
import { chooseReturn, openReturn } from '../../../addin/views/connect/connect-acts.ts'
import { BEFORE_START, change, NOTHING_OF_RETURN, pane } from '../../../addin/views/state.ts'
import { followWork } from '../../../addin/views/work/follow-work.ts'
import type { Period } from '../../../templates/identifiers.ts'
import { done, type Problem } from '../../../templates/problems/problem.ts'
import { SAMPLE_TAXPAYER } from '../../../templates/sample-company.ts'
import { agentAtHand, checkOnly } from '../agent-at-hand.ts'
import { openWorkbook } from '../office.ts'
import { cellsOf, FIRST, salesSheet } from '../sales.ts'

const POS = 5
const period = '042025' as Period

const verdict: Problem = {
  code: 'portal',
  severity: 'error',
  source: 'portal',
  cells: [cellsOf(1)],
  facts: { operation: 'save', code: 'RET191175', message: 'as the portal says it' },
}
const REFUSED: ReturnView = {
  environment: 'practice',
  gstin: SAMPLE_TAXPAYER.gstin,
  period,
  stage: 'savedWithErrors',
  verdict: [verdict],
  heldBack: [],
  leftOut: false,
  nil: false,
  empty: false,
  readBack: 'same',
  calls: 3,
}
const SESSION = { signedIn: true, signing: 'evc' } as const

/** A return whose save comes to its end as soon as it is followed. */
function saving(options: SessionOptions = {}) {
  const { model } = openWorkbook([salesSheet(3)], options)
  const asked = agentAtHand({
    check: checkOnly,
    watch: () => done(REFUSED),
    session: () => done(SESSION),
    state: () => done({ ...REFUSED, stage: 'draft', verdict: [] }),
  })
  change({ ...BEFORE_START, place: 'save', taxpayer: SAMPLE_TAXPAYER, period })
  return { model, asked }
}
const listed = () => pane().listed?.problems.map(({ source, code }) => `${source} ${code}`)

test('a verdict that comes during a check waits for it, and is listed and painted beside what it found', async () => {
  const { model } = saving()
  model.setValues(model.active, FIRST, POS, [['Nowhere']])
  const checking = checkWorkbook()
  await followWork()
  await checking
  expect(listed()?.slice(0, 2)).toEqual(['portal portal', 'check pos-unknown'])
  expect(pane().listed?.marks?.painted).toBe(3)
  expect(model.active.conditionalFormats.all).toHaveLength(2)
})

test('what Excel refuses then is told as such, and the rest is done', async () => {
  saving({ beforeBatch: (_, text) => (text.includes('rowHidden') ? 'Timeout' : undefined) })
  change({ status: { on: true, protectedSheets: [] } })
  await followWork()
  expect(pane().refused?.code).toBe('excel-busy')
  expect(pane()).toMatchObject({ busy: undefined, listed: { from: 'portal' } })
})

test('nothing of it reaches the sheets once another return is chosen', async () => {
  const { model } = saving()
  let goOn = (): void => undefined
  const isVerdictHere = new Promise<void>((resolve) => (goOn = resolve))
  const opening = act('open', async () => {
    await isVerdictHere
    await openReturn(SAMPLE_TAXPAYER, '052025' as Period)
  })
  const following = followWork()
  await expect.poll(() => pane().return?.verdict).toHaveLength(1)
  goOn()
  await Promise.all([opening, following])
  expect(pane().listed).toBeUndefined()
  expect(model.active.conditionalFormats.all).toHaveLength(0)
})

test('another return begins as if nothing had been known before', async () => {
  saving()
  change({
    fixing: { title: '', lang: 'en-IN', fixes: [], count: 0, cells: 0 },
    severity: 'error',
    sheet: 'b2b',
    found: 'gone',
    sectionRows: { section: 'b2b', rows: [] } as unknown as ReturnType<typeof pane>['sectionRows'],
    acceptedDifference: 'checksum',
  })
  await chooseReturn(SAMPLE_TAXPAYER, '052025' as Period)
  expect(pane()).toMatchObject({
    ...NOTHING_OF_RETURN,
    return: { stage: 'draft' },
    session: SESSION,
  })
})
