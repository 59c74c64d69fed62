// Going on after a check, by keyboard: from problem to problem on the sheet, the list follows what is mended, the status
// column tells of every row, and everything can be taken away again.
import { expect, test } from 'vitest'
import { cellName } from '../../templates/block.ts'
import { LAYOUT } from '../../templates/layout.ts'
import { b2b } from '../../templates/tables/b2b.ts'
import { BUYERS, INACTIVE_BUYER, row } from '../sheets.ts'
import { b2bWorkbook } from './b2b-workbook.ts'
import { job } from './rehearsal-desk.ts'

/** The cell of a column, of the row counted from 1. */
const at = (name: string, line: number): string =>
  cellName(
    LAYOUT.firstRow + line - 1,
    b2b.columns.findIndex((column) => column.name === name),
  )
const status = (line: number): string => cellName(LAYOUT.firstRow + line - 1, b2b.columns.length)
const text = (address: string) => job.cell(address).innerText()
const isMarked = async (address: string): Promise<boolean> =>
  ((await job.cell(address).getAttribute('aria-label')) ?? '').includes('marked')
const goesTo = (address: string) =>
  job.page.locator(`[role=grid][aria-activedescendant="cell-${address}"]`).waitFor()
const says = async (address: string, words: string): Promise<void> => {
  await job.goTo(address)
  await expect.poll(() => text(address)).toBe(words)
}

test('Ctrl+Alt+N and Ctrl+Alt+B walk on the sheet, and in the pane as well', async () => {
  const rows = [
    row({ inum: 'INV-1' }),
    row({ inum: 'INV-2', pos: 'Nowhere' }),
    row({ inum: 'INV-3', ctin: INACTIVE_BUYER }),
    row({ inum: 'INV-4', ctin: BUYERS[1], pos: 'Nowhere' }),
    row({ inum: 'INV-5', rt: 17 }),
  ]
  await job.openFile('walk.xlsx', await b2bWorkbook('walk.xlsx', rows))
  await job.begin()
  await job.signIn()
  await job.says(/Signed in until/)
  await job.step('Check')
  await job.press('Check the workbook')
  // Two of them about the whole return: it has neither HSN nor the documents issued.
  await job.says('5 problems')

  await job.goTo('A1')
  await job.page.keyboard.press('Control+Alt+n')
  await goesTo(at('pos', 2))
  await job.page.keyboard.press('Control+Alt+n')
  await goesTo(at('pos', 4))
  await job.page.keyboard.press('Control+Alt+b')
  await goesTo(at('pos', 2))
  await job.pane.getByRole('button', { name: 'Next', exact: true }).focus()
  await job.page.keyboard.press('Control+Alt+n')
  await goesTo(at('pos', 4))
  await job.page.keyboard.press('Shift+F8')
  await goesTo(at('pos', 2))
})

test('what is typed right leaves the list by itself, and the walk goes on from there', async () => {
  await job.type(at('pos', 2), '27-Maharashtra')
  await job.says('4 problems')
  expect(await job.paneText()).toContain('b2b,sez,de: 1 mended.')
  expect(await job.paneText()).toContain('Mended: ')
  // Nothing was written: the mark stands until the next check.
  expect(await isMarked(at('pos', 2))).toBe(true)
  await job.shot('walk-mended')
  await job.page.keyboard.press('Control+Alt+n')
  await goesTo(at('pos', 4))
})

test('the status column says what every row is, and follows the next check', async () => {
  await job.pane.getByText('This workbook', { exact: true }).click()
  await job.press('Add the status column')
  await job.says(/is kept up to date/)
  await says(status(0), 'GSTR-1 status')
  await says(status(1), '○ Not sent')
  await says(status(4), '! Held back')
  await job.type(at('pos', 4), '33-Tamil Nadu')
  await job.type(at('rt', 5), '18')
  await job.says('2 problems')
  await job.press('Check again')
  await job.says('No errors found')
  await says(status(4), '○ Not sent')
  expect(await job.paneText()).not.toContain('not read by')
  expect(await isMarked(at('pos', 2))).toBe(false)
})

test('after the verdict the refused row alone is marked, with the reason beside it', async () => {
  await job.step('Save')
  await job.press('Show what would change')
  await job.press('Send to the portal')
  await job.says('The portal did not accept everything')
  await says(status(1), '✓ On the portal')
  await says(status(3), '✗ Refused: The customer’s GSTIN is inactive or cancelled')
  await job.shot('walk-verdict')
  const marked = [1, 2, 3, 4, 5].map((line) => isMarked(at('ctin', line)))
  expect(await Promise.all(marked)).toEqual([false, false, true, false, false])

  await job.type(at('ctin', 3), BUYERS[2])
  await job.type(at('pos', 3), '29-Karnataka')
  await job.press('Show what would change')
  await job.press('Send to the portal')
  await job.says('The portal accepted the save')
  await says(status(3), '✓ On the portal')
  expect(await isMarked(at('ctin', 3))).toBe(false)
})

test('everything we left goes: the column, and every mark', async () => {
  await job.type(at('rt', 3), '17')
  await job.step('Check')
  await job.press('Check again')
  await job.says('3 problems')
  await expect.poll(() => isMarked(at('rt', 3))).toBe(true)
  await says(status(3), '! Held back')
  await job.pane.getByText('This workbook', { exact: true }).click()
  await job.press(/^Remove everything/)
  await job.press('Remove it all')
  await job.says('Add the status column')
  for (const line of [0, 1, 3]) await says(status(line), '')
  await job.goTo(at('rt', 3))
  expect(await isMarked(at('rt', 3))).toBe(false)
  await job.shot('walk-removed')
})
