// The status column as the user switches it: real acts and office.js; the agent's answers are given.
import { expect, test } from 'vitest'
import type { RowStates } from '../../../agent/http/outputs/check.ts'
import { checkWorkbook } from '../../../addin/views/check/check-acts.ts'
import {
  addStatusColumn,
  lookForStatus,
  refreshStatus,
  removeEverything,
  removeStatusColumn,
} from '../../../addin/views/check/status-acts.ts'
import { BEFORE_START, change, pane } from '../../../addin/views/state.ts'
import { loadWords } from '../../../addin/words.ts'
import type { Period } from '../../../templates/identifiers.ts'
import { done } from '../../../templates/problems/problem.ts'
import { SAMPLE_TAXPAYER } from '../../../templates/sample-company.ts'
import { agentAtHand, checkOnly } from '../agent-at-hand.ts'
import { openWorkbook } from '../office.ts'
import { B2B, FIRST, salesSheet } from '../sales.ts'

const OURS = 13
const period = '042025' as Period
const of = { gstin: SAMPLE_TAXPAYER.gstin, period }

async function open(states: Partial<RowStates['sheets'][number]>, arn?: string) {
  const { model } = openWorkbook([salesSheet(3)])
  let answer: RowStates = {
    sheets: [{ sheet: B2B, headerRow: FIRST - 1, rows: [], refusals: [], ...states }],
    ...(arn !== undefined && { arn }),
  }
  const asked = agentAtHand({
    check: (input) => {
      const checked = checkOnly(input)
      const wanted = checked.ok && input.rowStates === true
      return wanted ? done({ ...checked.value, rowStates: answer }) : checked
    },
  })
  await loadWords()
  change({ ...BEFORE_START, place: 'check', taxpayer: SAMPLE_TAXPAYER, period })
  await lookForStatus()
  return {
    model,
    asked,
    answers: (next: RowStates) => (answer = next),
    texts: () => Array.from({ length: 3 }, (_, row) => model.active.getValue(FIRST + row, OURS)),
  }
}

test('every row gets its sign and words, and a refused one the reason', async () => {
  const row = FIRST + 1
  const { texts } = await open({
    rows: ['on-portal', 'refused', 'held-back'],
    refusals: [{ row, code: 'RET191360', message: 'inactive' }],
  })
  expect(pane().status?.on).toBe(false)
  await addStatusColumn()
  expect(pane().status?.on).toBe(true)
  expect(texts()).toEqual([
    '✓ On the portal',
    '✗ Refused: The customer’s GSTIN is inactive or cancelled',
    '! Held back',
  ])
})

test('a filed return shows its ARN on every row', async () => {
  const { texts } = await open({ rows: ['filed', null, 'set-aside'] }, 'AA290425000001A')
  await addStatusColumn()
  expect(texts()).toEqual(['✓ Filed, ARN AA290425000001A', null, '– Set aside'])
})

test('it is kept up to date where it is on, and nobody is asked where it is off', async () => {
  const { asked, answers, texts } = await open({ rows: ['not-sent'] })
  await refreshStatus(of)
  expect(asked).toEqual([])
  await addStatusColumn()
  answers({ sheets: [{ sheet: B2B, headerRow: FIRST - 1, rows: ['on-portal'], refusals: [] }] })
  await refreshStatus(of)
  expect(texts()).toEqual(['✓ On the portal', null, null])
  await removeStatusColumn()
  expect(pane().status?.on).toBe(false)
  expect(texts()).toEqual([null, null, null])
})

test('a check reads the workbook once and asks once, and brings the column along', async () => {
  const { asked, answers, texts } = await open({ rows: ['not-sent'] })
  await addStatusColumn()
  answers({ sheets: [{ sheet: B2B, headerRow: FIRST - 1, rows: ['on-portal'], refusals: [] }] })
  asked.length = 0
  await checkWorkbook()
  // The missing sheets are asked for by name, without any cell.
  expect(asked).toEqual(['check', 'missingSheets'])
  expect(texts()).toEqual(['✓ On the portal', null, null])
  expect(pane().check).not.toHaveProperty('rowStates')
})

test('a pane that opens beside a workbook with the column knows of it; with everything removed it is off', async () => {
  const { model } = await open({ rows: ['not-sent'] })
  await addStatusColumn()
  change({
    ...BEFORE_START,
    taxpayer: SAMPLE_TAXPAYER,
    period,
    bound: { ...of, environment: 'practice' },
  })
  await lookForStatus()
  expect(pane().status?.on).toBe(true)
  await removeEverything()
  expect(pane()).toMatchObject({ bound: undefined, status: { on: false, protectedSheets: [] } })
  expect([...model.settings]).toEqual([])
})
