// Fixing many cells and taking it back, also where Excel or a protected sheet stops it half way: real acts and office.js.
import { expect, test } from 'vitest'
import type { SessionOptions } from '../../../addin/preview/host/session.ts'
import { undoFix, writeFixes } from '../../../addin/views/fix/fix-acts.ts'
import { BEFORE_START, change, pane } from '../../../addin/views/state.ts'
import type { Period } from '../../../templates/identifiers.ts'
import { SAMPLE_TAXPAYER } from '../../../templates/sample-company.ts'
import { agentAtHand } from '../agent-at-hand.ts'
import { openWorkbook, sheetOf } from '../office.ts'

const SHEETS = ['b2b', 'cdnr']

/** A fix of one cell on each of two sheets, as it is shown before it is written. */
function offered(options: SessionOptions = {}) {
  const { model } = openWorkbook(
    SHEETS.map((name) => sheetOf(name, [['Goa']])),
    options,
  )
  agentAtHand()
  const fixes = SHEETS.map((sheet) => {
    return { sheet, row: 0, column: 0, key: [], was: 'Goa', becomes: '30-Goa' }
  })
  change({
    ...BEFORE_START,
    place: 'check',
    taxpayer: SAMPLE_TAXPAYER,
    period: '042025' as Period,
    fixing: { title: '', lang: 'en-IN', fixes, count: 2, cells: 2 },
  })
  return () => SHEETS.map((name) => model.sheet(name)?.getValue(0, 0))
}

/** Excel is busy whenever it is to write this onto the second sheet. */
function busyAt(text: string) {
  let times = 0
  const busy = { on: true }
  const beforeBatch: SessionOptions['beforeBatch'] = (_, batch) => {
    if (!busy.on || !batch.includes(text)) return undefined
    times += 1
    return times === 2 ? 'ActivityLimitReached' : undefined
  }
  return { busy, beforeBatch }
}

test('what stopped a fix is still told once the sheets were checked again', async () => {
  const { beforeBatch } = busyAt('"30-Goa"')
  const values = offered({ beforeBatch })
  await writeFixes()
  expect(values()).toEqual(['30-Goa', 'Goa'])
  expect(pane().check).toBeDefined()
  expect(pane().refused?.code).toBe('excel-busy')
})

test('what an undo could not put back can be put back later', async () => {
  const { busy, beforeBatch } = busyAt('"Goa"')
  busy.on = false
  const values = offered({ beforeBatch })
  await writeFixes()
  expect(values()).toEqual(['30-Goa', '30-Goa'])
  busy.on = true
  await undoFix()
  expect(values()).toEqual(['Goa', '30-Goa'])
  expect(pane()).toMatchObject({ fixed: { undone: true }, refused: { code: 'excel-busy' } })
  busy.on = false
  await undoFix()
  expect(values()).toEqual(['Goa', 'Goa'])
  expect(pane().refused).toBeUndefined()
})

test('a fix that was worked out for another return is not written', async () => {
  const values = offered()
  const bound = { gstin: SAMPLE_TAXPAYER.gstin, period: '052025' as Period }
  change({
    bound: { ...bound, environment: 'practice' },
    about: { environment: 'practice' } as ReturnType<typeof pane>['about'],
  })
  await writeFixes()
  expect(values()).toEqual(['Goa', 'Goa'])
})
