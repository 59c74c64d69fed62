// A column pasted from other software: one press shows what it would become, one writes it, one takes it back.
import { expect, test } from 'vitest'
import { cellName } from '../../templates/block.ts'
import { LAYOUT } from '../../templates/layout.ts'
import { b2b } from '../../templates/tables/b2b.ts'
import { BUYERS, row } from '../sheets.ts'
import { b2bWorkbook } from './b2b-workbook.ts'
import { job } from './rehearsal-desk.ts'

const ROWS = [
  row({ inum: 'P-1', pos: 'Maharashtra', idt: '15.10.2026' }),
  row({ inum: 'P-2', pos: 'Maharashtra', txval: '1,000.00' }),
  row({ inum: 'P-3', ctin: BUYERS[1], pos: 'Tamil Nadu', rchrg: 'No' }),
  row({ inum: 'P-4', rt: 17 }),
]
const at = (name: string, line: number): string =>
  cellName(
    LAYOUT.firstRow + line,
    b2b.columns.findIndex((column) => column.name === name),
  )
const shown = (name: string, line: number) => job.cell(at(name, line)).innerText()
const places = () => Promise.all(ROWS.map((_, line) => shown('pos', line)))
const AS_PASTED = ['Maharashtra', 'Maharashtra', 'Tamil Nadu', '27-Maharashtra']
const FIX_POS = /^Fix all like this: Place of supply/

test('what would change is shown first, then written, and checked again', async () => {
  await job.openFile('pasted.xlsx', await b2bWorkbook('pasted.xlsx', ROWS))
  await job.begin()
  await job.step('Check')
  await job.press('Check the workbook')
  await job.says('3 cells · Place of supply read from its name')
  await job.press(FIX_POS)
  await job.says('Write 3 cells')
  expect(await job.pane.locator('.fixes tbody tr').allInnerTexts()).toEqual([
    '“Maharashtra”\t“27-Maharashtra”\t2',
    '“Tamil Nadu”\t“33-Tamil Nadu”\t1',
  ])
  await job.shot('fix-offered')
  expect(await places()).toEqual(AS_PASTED)

  await job.press('Write 3 cells')
  await job.says('3 cells fixed')
  await expect.poll(() => job.paneText()).not.toContain('Place of supply read from its name')
  expect(await places()).toEqual([
    '27-Maharashtra',
    '27-Maharashtra',
    '33-Tamil Nadu',
    '27-Maharashtra',
  ])
  await job.says('4 rows read')
  await job.shot('fix-written')
})

test('undone, the cells hold what was pasted, but for one that was changed since', async () => {
  await job.type(at('pos', 1), '29-Karnataka')
  await job.press('Undo this fix')
  await job.says('Fix undone in part: 2 cells put back')
  await job.says('1 cell left alone: changed meanwhile')
  expect(await places()).toEqual(['Maharashtra', '29-Karnataka', 'Tamil Nadu', '27-Maharashtra'])
  await job.says('2 cells · Place of supply read from its name')
})

test('a row that moved while the change was looked at is found, one that was changed is left', async () => {
  await job.press(FIX_POS)
  await job.says('Write 2 cells')
  await job.goTo(at('pos', 0))
  await job.page.getByRole('button', { name: 'Insert row above' }).click()
  await job.type(at('pos', 3), '24-Gujarat')
  await job.press('Write 2 cells')
  await job.says('1 cell fixed')
  await job.says('1 cell left alone: changed meanwhile')
  expect([await shown('pos', 1), await shown('pos', 3)]).toEqual(['27-Maharashtra', '24-Gujarat'])
})

test('everything that was understood can be written as the template has it, at once', async () => {
  await job.pane.getByText('Write cells as the template has them').click()
  await job.press('Look for such cells…')
  await job.says(/^Write \d+ cells$/)
  const lines = await job.pane.locator('.fixes tbody tr').allInnerTexts()
  expect(lines.toSorted()).toEqual(
    ['“15.10.2026”\t15-Oct-2026\t1', '“1,000.00”\t1,000\t1', '“No”\t“N”\t1'].toSorted(),
  )
  await job.press('Write 3 cells')
  await job.says('3 cells fixed')
  await job.goTo(at('idt', 1))
  expect(await job.page.getByLabel(`Contents of ${at('idt', 1)}`).inputValue()).toBe('15-10-2026')
  expect(await shown('txval', 2)).toBe('1000.00')
  await expect.poll(() => job.paneText()).not.toContain('read from text')
  // What was not understood stays, and is still told.
  await job.says('No such GST rate')
  await job.shot('fix-tidied')
})
