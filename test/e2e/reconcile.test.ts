// What the portal holds, brought beside the sheets and into them: after another office changed it, into an empty
// workbook, and as amendments of a month that was filed.
import { describe, expect, test } from 'vitest'
import { writeWorkbook } from '../../agent/xlsx/write-workbook.ts'
import { cellName } from '../../templates/block.ts'
import type { Period } from '../../templates/identifiers.ts'
import { LAYOUT } from '../../templates/layout.ts'
import { SAMPLE_PERIOD } from '../../templates/sample-company.ts'
import { b2b, b2ba } from '../../templates/tables/b2b.ts'
import type { Table } from '../../templates/tables/table.ts'
import { BUYERS, row } from '../sheets.ts'
import { b2bWorkbook } from './b2b-workbook.ts'
import { others } from './other-office-desk.ts'
import { job } from './rehearsal-desk.ts'

const SEPTEMBER = '092026' as Period
const FIRST = row({ inum: 'INV-1' })
const SECOND = row({ inum: 'INV-2', ctin: BUYERS[1], receiver: 'Chettinad Stores' })

const at = (table: Table, line: number, column: string): string =>
  cellName(
    LAYOUT.firstRow + line,
    table.columns.findIndex(({ name }) => name === column),
  )
const cell = (table: Table, line: number, column: string) =>
  job.cell(at(table, line, column)).innerText()
const front = (name: string) => job.page.getByRole('tab', { name, exact: true }).click()
const tabs = () => job.page.getByRole('tab').allInnerTexts()

const COMPARE = 'Compare with the portal, or amend an earlier month'

async function openPortal(): Promise<void> {
  await job.step('Save')
  await job.press(COMPARE)
  await job.says('Sheets and portal')
}

describe('another office changed one invoice and added one', () => {
  test('the comparison shows both, and goes to the row', async () => {
    await job.openFile('month.xlsx', await b2bWorkbook('month.xlsx', [FIRST, SECOND]))
    await job.begin()
    await job.step('Save')
    await job.signIn()
    await job.press('Show what would change')
    await job.press('Send to the portal')
    await job.says('The portal holds what it confirmed.')
    await others.save(SAMPLE_PERIOD, [
      FIRST,
      { ...SECOND, txval: 2000, val: 2360 },
      row({ inum: 'WEB-7', ctin: BUYERS[2], val: 1180 }),
    ])
    await openPortal()
    await job.press('Get what the portal holds')
    await job.says('2 documents not the same')
    await job.says('1 document the same in both.')
    expect(await job.paneText()).toMatch(/Taxable Value\s+1,000.00\s+2,000.00/)
    await job.shot('reconcile-compared')
    await job.press(`Go to ${at(b2b, 1, 'inum')} on b2b,sez,de`)
    await job.page
      .locator(`[role=grid][aria-activedescendant="cell-${at(b2b, 1, 'inum')}"]`)
      .waitFor()
  })

  test('the portal’s values are shown, then written; names stay', async () => {
    await job.press('Put the portal’s values into the sheets: 2 documents')
    await job.says('2 documents to write')
    await job.shot('reconcile-preview')
    await job.press('Write 2 documents')
    await job.says('Sheets and portal say the same')
    expect(await cell(b2b, 1, 'txval')).toMatch(/^2000/)
    expect(await cell(b2b, 1, 'receiver')).toBe('Chettinad Stores')
    expect(await cell(b2b, 2, 'inum')).toBe('WEB-7')
    await job.shot('reconcile-written')
  })

  test('Undo puts the cells back, and the comparison says so', async () => {
    await job.press('Undo')
    await job.says('2 documents not the same')
    expect(await cell(b2b, 1, 'txval')).toBe('1000')
    expect(await job.cell(at(b2b, 2, 'inum')).innerText()).toBe('')
  })

  test('where a row is typed over meanwhile, it is shown again before it is written', async () => {
    await job.press('Put the portal’s values into the sheets: 2 documents')
    await job.says('2 documents to write')
    await job.type(at(b2b, 1, 'txval'), '2000')
    await job.press('Write 2 documents')
    await job.says('The sheets have changed since')
    expect(await cell(b2b, 1, 'val')).toBe('1180')
    await job.press('Write 2 documents')
    await job.says('Sheets and portal say the same')
  })

  test('and then Save has nothing to send', async () => {
    await job.step('Save')
    await job.press('Show what would change')
    await job.says('The portal already holds what these sheets say.')
  })
})

test('an empty workbook gets the sheets, the rows, and nothing is wrong with them', async () => {
  const notes = {
    name: 'Notes',
    hidden: false,
    cells: [{ row: 0, column: 0, value: 'to do' }],
    widths: {},
    hiddenRows: [],
    frozenRows: 0,
    merges: [],
    unlocked: [],
  }
  await job.openFile('new.xlsx', await writeWorkbook({ name: 'new.xlsx', sheets: [notes] }))
  await job.begin()
  await openPortal()
  await job.press('Get what the portal holds')
  await job.says('3 documents not the same')
  await job.press('Put the portal’s values into the sheets: 3 documents')
  await job.says('1 sheet added first: b2b,sez,de.')
  await job.press('Write 3 documents')
  await job.says('Sheets and portal say the same')
  expect(await tabs()).toEqual(['Notes', 'b2b,sez,de', 'master'])
  await job.press('Go to Check')
  await job.press('Check the workbook')
  await job.says('3 rows read')
  expect(await job.paneText()).toMatch(/b2b,sez,de\s+3\s+3\s+0\s+0/)
  await job.shot('reconcile-from-nothing')
})

describe('a month that was filed', () => {
  /** 46280 is 15-09-2026. */
  const OLD = row({ inum: 'SEP-1', idt: 46280 })

  test('is amended in this one: number and date are filled in, the user corrects the rest', async () => {
    await others.save(SEPTEMBER, [OLD, row({ inum: 'SEP-2', ctin: BUYERS[3], idt: 46281 })])
    await others.file(SEPTEMBER)
    await openPortal()
    await job.press('Get what was filed for September 2026')
    await job.says('September 2026: 2 documents')
    await job.pane.getByLabel('Find by number or GSTIN').fill('sep-1')
    await job.says('1 found, 0 chosen.')
    await job.pane.getByRole('checkbox', { name: /^SEP-1/ }).focus()
    await job.page.keyboard.press('Space')
    await job.press('Amend in October 2026: 1 chosen')
    await job.says('1 amendment to write')
    await job.says('1 sheet added first: b2ba.')
    await job.press('Write 1 amendment')
    await job.says('Correct the revised values in the new rows')
    await front('b2ba')
    expect([await cell(b2ba, 0, 'oinum'), await cell(b2ba, 0, 'inum')]).toEqual(['SEP-1', 'SEP-1'])
    expect(await cell(b2ba, 0, 'oidt')).toBe(await cell(b2ba, 0, 'idt'))
    await job.shot('reconcile-amended')
  })

  test('twice is refused, with the reason', async () => {
    await job.pane.getByRole('checkbox', { name: /^SEP-1/ }).check()
    await job.press('Amend in October 2026: 1 chosen')
    await job.says('There is nothing to write')
    await job.says(/has an amendment in the return of Oct 2026/)
    await job.press('Back')
    expect(await job.pane.getByRole('checkbox', { name: /^SEP-1/ }).isChecked()).toBe(true)
  })

  test('and the portal takes it', async () => {
    await job.type(at(b2ba, 0, 'txval'), '900')
    await job.type(at(b2ba, 0, 'val'), '1062')
    await job.step('Save')
    await job.press('Show what would change')
    await job.says('Send to the portal')
    await job.pane.getByLabel(/^This workbook holds the whole return/).check()
    await job.press('Send to the portal')
    await job.says('The portal accepted the save')
    await job.says('The portal holds what it confirmed.')
  })

  test('a month that was not filed is not amended', async () => {
    await job.press(COMPARE)
    await job.pane.getByLabel('Month', { exact: true }).selectOption('8')
    await job.press('Get what was filed for August 2026')
    await job.says('That return is not filed')
    await job.press('Close')
  })
})
