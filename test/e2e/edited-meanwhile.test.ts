// Cells edited after they were read: the plan and the review say that they do not know of them, until it is saved again.
import { expect, test } from 'vitest'
import { cellName } from '../../templates/block.ts'
import { LAYOUT } from '../../templates/layout.ts'
import { b2b } from '../../templates/tables/b2b.ts'
import { row } from '../sheets.ts'
import { b2bWorkbook } from './b2b-workbook.ts'
import { job } from './rehearsal-desk.ts'

const DATE = cellName(
  LAYOUT.firstRow,
  b2b.columns.findIndex(({ name }) => name === 'idt'),
)
const SINCE_SAVE = 'Cells were edited since the save'
const SINCE_PLAN = 'Cells were edited since this was worked out'

const send = async (): Promise<void> => {
  await job.press('Send to the portal')
  await job.says('The portal holds what it confirmed.')
}
const review = async (): Promise<string> => {
  await job.step('File')
  await job.press('Prepare for filing')
  await job.says('The sheets as saved and the portal agree')
  return job.paneText()
}

test('the review says that cells were edited since the save, also after a check', async () => {
  await job.openFile('month.xlsx', await b2bWorkbook('month.xlsx', [row({ inum: 'INV-1' })]))
  await job.begin()
  await job.step('Save')
  await job.signIn()
  await job.press('Show what would change')
  await job.says('Send to the portal')
  await send()
  expect(await review()).not.toContain(SINCE_SAVE)
  await job.type(DATE, '20-10-2026')
  await job.says(SINCE_SAVE)
  await job.shot('review-edited-since')
  await job.step('Check')
  await job.press('Check again')
  await expect.poll(() => job.paneText()).not.toContain('Edited since the check')
  await job.step('File')
  await job.says(SINCE_SAVE)
})

test('so does the plan, until it is worked out anew', async () => {
  await job.press('Go to Save')
  await job.press('Show what would change')
  await job.says('Send to the portal')
  expect(await job.paneText()).not.toContain(SINCE_PLAN)
  await job.type(DATE, '21-10-2026')
  await job.says(SINCE_PLAN)
  await job.shot('plan-edited-since')
  await job.press('Show anew what would change')
  await expect.poll(() => job.paneText()).not.toContain(SINCE_PLAN)
})

test('saved again, nothing is said of edits', async () => {
  await job.says('Send to the portal')
  await send()
  expect(await review()).not.toContain(SINCE_SAVE)
})
