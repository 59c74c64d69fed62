// Another workbook of the same return: removals to be meant, a reset, an undo, then a clean month.
import { SAMPLE_TAXPAYER } from '../../templates/sample-company.ts'
import { b2bWorkbook } from '../../test/e2e/b2b-workbook.ts'
import type { Rehearsal } from '../../test/e2e/rehearsal.ts'
import { OTP } from '../../test/faults/processes.ts'
import { BUYERS, row } from '../../test/sheets.ts'
import { open, type Album } from './album.ts'

export async function smallMonth(job: Rehearsal, album: Album): Promise<void> {
  const rows = [
    row({ inum: 'INV-1', txval: 84_500, val: 99_710 }),
    row({ inum: 'INV-2', ctin: BUYERS[1], rt: 5, txval: 132_000, val: 138_600 }),
    row({ inum: 'INV-3', ctin: BUYERS[2], txval: 56_250, val: 66_375 }),
    row({ inum: 'INV-4', ctin: BUYERS[2], rt: 5, txval: 41_800, val: 43_890 }),
    row({ inum: 'INV-5', ctin: BUYERS[3], rt: 40, txval: 9_600, val: 13_440 }),
  ]
  await job.openFile('october.xlsx', await b2bWorkbook('october.xlsx', rows))
  await open(job, 'Save')
  await job.press('Show what would change')
  await job.says('Last saved from another workbook')
  await album.picture(job, 'plan-with-removals')
  await job.press('Not now')
  await job.pane.getByText('Start over: reset this return').click()
  await album.picture(job, 'reset')
  await job.pane.getByLabel('To confirm, type RESET').fill('RESET')
  await job.press('Reset the return')
  await job.says('First you see what would change on the portal')
  await job.press('Show what would change')
  await job.press('Send to the portal')
  await job.says('The portal accepted the save')
  await album.picture(job, 'save-accepted')
  await job.step('File')
  await album.picture(job, 'file-prepare')
  await job.press('Prepare for filing')
  await job.says('The sheets as saved and the portal agree')
  await album.picture(job, 'review')
  await album.widePicture(job, 'review', 'File')
  await job.press('Ask for OTP')
  await job.pane.getByLabel('EVC OTP').waitFor()
  await album.picture(job, 'sign')
  await job.pane.getByLabel('EVC OTP').fill(OTP)
  await job.pane
    .getByLabel('Last four characters of the GSTIN')
    .fill(SAMPLE_TAXPAYER.gstin.slice(-4))
  await album.picture(job, 'sign-confirmed')
  await job.ledger.fault({ call: 'file', mode: 'drop-after' })
  await job.ledger.fault({ call: 'track', mode: 'drop-before', times: 8 })
  await job.press(/^File GSTR-1/)
  await job.says('Sent; the outcome is not known yet')
  await album.picture(job, 'outcome-unknown')
  await job.ledger.noFaults()
  await job.pane.getByText(/^PRACTICE\d{7}$/).waitFor({ timeout: 120_000 })
  await album.picture(job, 'filed')
  await job.step('Save')
  await album.picture(job, 'save-after-filing')
}
