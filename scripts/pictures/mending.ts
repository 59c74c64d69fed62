// Mending in the workbook: a pasted column fixed at once, the status column, sheets that are missing, and a session that
// ends while a save is under way.
import { cellName } from '../../templates/block.ts'
import { LAYOUT } from '../../templates/layout.ts'
import { b2b } from '../../templates/tables/b2b.ts'
import { b2bWorkbook } from '../../test/e2e/b2b-workbook.ts'
import type { Rehearsal } from '../../test/e2e/rehearsal.ts'
import { BUYERS, row } from '../../test/sheets.ts'
import { open, type Album } from './album.ts'

const PASTED = [
  row({ inum: 'P-1', pos: 'Maharashtra', idt: '15.10.2026' }),
  row({ inum: 'P-2', pos: 'Maharashtra', txval: '1,000.00' }),
  row({ inum: 'P-3', ctin: BUYERS[1], pos: 'Tamil Nadu', rchrg: 'No' }),
  row({ inum: 'P-4', rt: 17 }),
]
const RATE = cellName(
  LAYOUT.firstRow + 3,
  b2b.columns.findIndex(({ name }) => name === 'rt'),
)

export async function mending(job: Rehearsal, album: Album): Promise<void> {
  await job.openFile('pasted.xlsx', await b2bWorkbook('pasted.xlsx', PASTED))
  await open(job, 'Check')
  await job.pane.getByText('29 sheets of the template not in this workbook').click()
  await album.picture(job, 'missing-sheets')
  await job.press('Check the workbook')
  await job.says(/marked on the sheets/)
  await album.picture(job, 'causes')
  await job.press(/^Fix all like this: Place of supply/)
  await job.says('Write 3 cells')
  await album.picture(job, 'fix-preview')
  await job.press('Write 3 cells')
  await job.says('3 cells fixed')
  await job.says('4 rows read')
  await album.picture(job, 'fix-report')
  await job.press('Undo this fix')
  await job.says('Fix undone: 3 cells put back')
  await album.picture(job, 'fix-undone')
  await job.type(RATE, '18')
  await job.says('mended.')
  await job.pane.getByText('This workbook', { exact: true }).click()
  await album.picture(job, 'edited-since')
  await job.press('Add the status column')
  await job.says(/is kept up to date/)
  await album.picture(job, 'status-column')
  await job.step('Save')
  await album.picture(job, 'save-sign-in')
  await job.signIn()
  await job.press('Show what would change')
  await job.says('Send to the portal')
  await job.ledger.fault({ call: 'save', mode: 'session-expired' })
  await job.press('Send to the portal')
  await job.says('The portal’s session has ended')
  await album.picture(job, 'session-ended')
  await job.press('Ask for OTP')
  await job.pane.getByLabel('OTP').waitFor()
  await album.picture(job, 'session-otp')
}
