// A workbook that lacks sheets of the template gets them from the pane: a row typed into one is read by Check.
import { expect, test } from 'vitest'
import { writeWorkbook } from '../../agent/xlsx/write-workbook.ts'
import { cellName } from '../../templates/block.ts'
import { LAYOUT } from '../../templates/layout.ts'
import { b2cs } from '../../templates/tables/b2cs.ts'
import { row } from '../sheets.ts'
import { b2bWorkbook, sheetOf } from './b2b-workbook.ts'
import { job } from './rehearsal-desk.ts'

const tabs = () => job.page.getByRole('tab').allInnerTexts()
const at = (name: string, line = 0): string =>
  cellName(
    LAYOUT.firstRow + line,
    b2cs.columns.findIndex((column) => column.name === name),
  )

test('one sheet: the others come with a press, and what is typed into one of them is read', async () => {
  await job.openFile('one.xlsx', await b2bWorkbook('one.xlsx', [row({ inum: 'INV-1' })]))
  await job.begin()
  await job.step('Check')
  await job.pane.getByText('29 sheets of the template not in this workbook').click()
  await job.says('Your Excel empties its undo list')
  await job.pane.getByRole('checkbox', { name: 'All 29 sheets' }).check()
  await job.shot('missing-offered')
  await job.press('Add the missing sheets')
  await job.says('29 sheets added')
  const found = await tabs()
  expect([found[0], found.length, found.at(-1)]).toEqual(['b2b,sez,de', 31, 'master'])
  expect(await job.paneText()).not.toContain('of the template')

  await job.page.getByRole('tab', { name: 'b2cs', exact: true }).click()
  await job.type(at('typ'), 'OE')
  await job.type(at('pos'), '27-Maharashtra')
  await job.type(at('rt'), '18')
  await job.type(at('txval'), '1000')
  await job.shot('missing-added')
  await job.press('Check the workbook')
  await job.says('2 rows read')
  expect(await job.paneText()).toMatch(/b2cs\s+1\s+1\s+0\s+0/)
})

test('a workbook with nothing of the return: all are ticked, and a choice of them can be added', async () => {
  const sheet = sheetOf('Notes', [['to do']])
  await job.openFile('new.xlsx', await writeWorkbook({ name: 'new.xlsx', sheets: [sheet] }))
  await job.begin()
  await job.step('Check')
  await job.says('This workbook has no GSTR-1 sheet yet')
  await job.pane.getByRole('checkbox', { name: 'All 30 sheets' }).uncheck()
  await job.pane.getByRole('checkbox', { name: /^docs / }).check()
  await job.press('Add 1 sheet')
  await job.says('1 sheet added')
  expect(await tabs()).toEqual(['Notes', 'docs', 'master'])
  await job.says('29 sheets of the template not in this workbook')
  await job.press('Check the workbook')
  await job.says('Nothing to report in these sheets')
})
