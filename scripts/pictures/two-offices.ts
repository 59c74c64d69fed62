// Our workbook and another office's software on one return: the plan that asks, a review that does not tie, the workbook of
// another month.
import { SAMPLE_PERIOD, SAMPLE_TAXPAYER } from '../../templates/sample-company.ts'
import { b2bWorkbook } from '../../test/e2e/b2b-workbook.ts'
import { openOtherOffice } from '../../test/e2e/other-office.ts'
import type { Rehearsal } from '../../test/e2e/rehearsal.ts'
import { OTP } from '../../test/faults/processes.ts'
import { BUYERS, row } from '../../test/sheets.ts'
import { open, save, type Album } from './album.ts'

const WORDS = 'FILE WITH THIS DIFFERENCE'
const FIRST = row({ inum: 'INV-1' })
const REST = [
  row({ inum: 'INV-2', ctin: BUYERS[2], rt: 5, txval: 2000, val: 2100 }),
  row({ inum: 'INV-3', rchrg: 'Y', txval: 500, val: 500 }),
]
const THEIRS = { ...FIRST, txval: 2000, val: 2360 }

export async function twoOffices(job: Rehearsal, album: Album): Promise<void> {
  const others = await openOtherOffice(job.practiceUrl)
  await job.openFile('month.xlsx', await b2bWorkbook('month.xlsx', [FIRST, ...REST]))
  await open(job, 'Save')
  await job.signIn()
  await save(job)
  await others.save(SAMPLE_PERIOD, [THEIRS, ...REST])
  await others.close()
  await job.press('Show what would change')
  await job.says('Changed on the portal by other software (1)')
  await album.picture(job, 'plan-differences')
  await job.press('Not now')

  await job.press(/October 2026/)
  await album.picture(job, 'chooser')
  await job.press('September 2026')
  await job.says('This workbook belongs to another return')
  await album.picture(job, 'two-returns')
  await job.press(`Go to ${SAMPLE_TAXPAYER.gstin}, October 2026`)

  await job.step('File')
  await job.press('Prepare for filing')
  await job.says('The sheets as saved and the portal differ')
  await album.picture(job, 'review-differs')
  await job.press('Show the documents that differ')
  await job.says('1 document differs.')
  await album.picture(job, 'review-documents')
  await job.pane.getByLabel(`To go on, type ${WORDS}`).fill(WORDS)
  await job.press('Go on with this difference')
  await job.says('Signatory’s PAN:')
  await album.picture(job, 'sign-with-difference')
  await job.press('Ask for OTP')
  await job.pane.getByLabel('EVC OTP').fill(OTP)
  await job.pane
    .getByLabel('Last four characters of the GSTIN')
    .fill(SAMPLE_TAXPAYER.gstin.slice(-4))
  await job.press(/^File GSTR-1/)
  await job.says(/^PRACTICE\d{7}$/)
  await album.picture(job, 'filed-with-difference')
}
