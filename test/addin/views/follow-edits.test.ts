// The list follows what the user edits after a check: real acts, real office.js, the agent's own check.
import { expect, onTestFinished, test } from 'vitest'
import { watchChanges } from '../../../addin/excel/watch-changes.ts'
import { checkWorkbook } from '../../../addin/views/check/check-acts.ts'
import { noticeChange } from '../../../addin/views/check/follow-edits.ts'
import { choose, walk } from '../../../addin/views/check/walk.ts'
import { BEFORE_START, change, pane } from '../../../addin/views/state.ts'
import type { SessionOptions } from '../../../addin/preview/host/session.ts'
import type { SheetFile } from '../../../agent/xlsx/workbook-file.ts'
import type { Period } from '../../../templates/identifiers.ts'
import { SAMPLE_TAXPAYER } from '../../../templates/sample-company.ts'
import { agentAtHand, checkOnly } from '../agent-at-hand.ts'
import { openWorkbook, sheetOf } from '../office.ts'
import { B2B, FIRST, salesSheet } from '../sales.ts'

const GSTIN = 0
const POS = 5
const RATE = 10
const PERIOD = '042025' as Period

/** Ten invoices of which three have something wrong, checked and watched. */
async function checked(
  sheets: readonly SheetFile[] = [salesSheet(10)],
  options: SessionOptions = {},
) {
  const { model } = openWorkbook(sheets, options)
  const sheet = model.active
  for (const [row, column, text] of [
    [FIRST, GSTIN, '27AAPFU0939F1ZX'],
    [FIRST + 4, POS, 'Nowhere'],
    [FIRST + 6, RATE, '17'],
  ] as const) {
    model.setValues(sheet, row, column, [[text]])
  }
  const asked = agentAtHand()
  change({ ...BEFORE_START, place: 'check', taxpayer: SAMPLE_TAXPAYER, period: PERIOD })
  const stop = await watchChanges(noticeChange)
  onTestFinished(stop)
  await checkWorkbook()
  return {
    model,
    sheet,
    asked,
    errors: () =>
      (pane().listed?.problems ?? [])
        .filter(({ severity }) => severity === 'error')
        .map(({ code, cells }) => `${code} ${(cells[0]?.row ?? 0) - FIRST}`),
    type: (row: number, column: number, text: string) =>
      model.setValues(sheet, FIRST + row, column, [[text]]),
    /** Waits until the edit was looked at. */
    followed: (mended: number) =>
      expect.poll(() => pane().since?.mended, { timeout: 5000 }).toBe(mended),
  }
}

const FOUND = ['gstin-check-character 0', 'pos-unknown 4', 'rate-unknown 6']

test('what was mended leaves the list and is counted; nothing is written', async () => {
  const { model, errors, type, followed } = await checked()
  expect(errors()).toEqual(FOUND)
  const marks = model.active.conditionalFormats.all.length
  type(0, GSTIN, '27AAPFU0939F1ZV')
  await followed(1)
  expect(errors()).toEqual(FOUND.slice(1))
  expect(pane().said).toBe('1 problem mended.')
  expect(pane().since).toMatchObject({ edited: [B2B], notFollowed: [], found: 0 })
  expect(pane().check?.problemCount).toBe(pane().check?.problems.length)
  expect(model.active.conditionalFormats.all).toHaveLength(marks)
})

test('a mistake that was typed comes into the list', async () => {
  const { errors, type } = await checked()
  type(2, RATE, '16')
  await expect.poll(() => pane().since?.found).toBe(1)
  expect(errors()).toContain('rate-unknown 2')
  expect(pane().since?.mended).toBe(0)
})

test('rows that moved are found where they are now, and count for nothing mended', async () => {
  const { model, sheet, errors } = await checked()
  model.insertRows(sheet, FIRST, 3)
  await expect.poll(errors).toEqual(['gstin-check-character 3', 'pos-unknown 7', 'rate-unknown 9'])
  expect(pane().since).toMatchObject({ mended: 0, found: 0 })
})

test('the walk goes on from the problem that was just mended', async () => {
  const { model, type, followed } = await checked()
  await walk(1)
  await walk(1)
  expect(model.selection.area.row).toBe(FIRST + 4)
  type(4, POS, '27-Maharashtra')
  await followed(1)
  expect(pane().chosen).toBeUndefined()
  expect(pane().since?.justMended?.code).toBe('pos-unknown')
  await walk(1)
  expect(model.selection.area.row).toBe(FIRST + 6)
  await walk(-1)
  expect(model.selection.area.row).toBe(FIRST)
})

test('the problem on top stays there while another one is mended', async () => {
  const { type, followed } = await checked()
  await choose(2)
  const top = pane().listed?.problems[2]
  type(0, GSTIN, '27AAPFU0939F1ZV')
  await followed(1)
  expect(pane().listed?.problems[pane().chosen ?? -1]?.code).toBe(top?.code)
})

test('a large paste is not looked at: a check is asked for', async () => {
  const { model, sheet, asked, errors } = await checked()
  const many = Array.from({ length: 50_000 }, () => ['18'])
  model.setValues(sheet, FIRST + 10, RATE, many)
  await expect.poll(() => pane().since?.notFollowed).toEqual([B2B])
  expect(asked.filter((name) => name === 'check')).toHaveLength(1)
  expect(errors()).toEqual(FOUND)
})

test('our own marks are no edit, and after the next check nothing counts as edited', async () => {
  const { asked, type, followed } = await checked()
  type(4, POS, '27-Maharashtra')
  await followed(1)
  await checkWorkbook()
  const times = asked.length
  await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(pane().since).toBeUndefined()
  expect(asked).toHaveLength(times)
})

test('what the portal said stays until it is saved again', async () => {
  const { type, followed } = await checked()
  const { listed } = pane()
  const [first] = listed?.problems ?? []
  if (listed === undefined || first === undefined) throw new Error('nothing is listed')
  const told = { ...first, source: 'portal' as const }
  change({ listed: { from: 'portal', problems: [told], count: 1, marks: undefined } })
  type(4, POS, '27-Maharashtra')
  await followed(0)
  expect(pane().listed?.problems[0]).toBe(told)
})

test('with the last problem of the walk mended, Next stays and Previous goes back', async () => {
  const { model, type, followed } = await checked()
  await choose(pane().listed?.problems.findIndex(({ code }) => code === 'rate-unknown') ?? -1)
  change({ severity: 'error' })
  type(6, RATE, '18')
  await followed(1)
  await walk(1)
  expect(pane().chosen).toBeUndefined()
  await walk(-1)
  expect(model.selection.area.row).toBe(FIRST + 4)
})

test('what is edited while the first check goes on is looked at after it', async () => {
  const { model } = openWorkbook([salesSheet(10)])
  agentAtHand({
    check: (input) => {
      if (pane().check === undefined) model.setValues(model.active, FIRST + 2, RATE, [['16']])
      return checkOnly(input)
    },
  })
  change({ ...BEFORE_START, place: 'check', taxpayer: SAMPLE_TAXPAYER, period: PERIOD })
  onTestFinished(await watchChanges(noticeChange))
  await checkWorkbook()
  await expect.poll(() => pane().since, { timeout: 5000 }).toMatchObject({ found: 1 })
})

test('a sheet that Excel does not give is told, and the others are looked at all the same', async () => {
  let refuses = false
  const b2cs = sheetOf('b2cs', [
    ['Type', 'Place Of Supply', 'Rate', 'Taxable Value'],
    ['OE', '27-Maharashtra', 18, 1000],
  ])
  const { model, type } = await checked([salesSheet(10), b2cs], {
    beforeBatch(_, text) {
      if (!refuses || !text.includes('rowHidden')) return undefined
      refuses = false
      return 'ActivityLimitReached'
    },
  })
  refuses = true
  type(1, RATE, '16')
  const second = model.sheet('b2cs')
  if (second === undefined) throw new Error('no b2cs')
  model.setValues(second, 1, 2, [['16']])
  await expect
    .poll(() => pane().since, { timeout: 5000 })
    .toMatchObject({ edited: [B2B, 'b2cs'], notFollowed: [B2B], found: 1 })
})
