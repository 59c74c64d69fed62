// What the portal holds: listed, beside the sheets document by document, written into them; and a filed month to amend.
import type { Period } from '../../templates/identifiers.ts'
import { SAMPLE_PERIOD } from '../../templates/sample-company.ts'
import { b2bWorkbook } from '../../test/e2e/b2b-workbook.ts'
import { openOtherOffice } from '../../test/e2e/other-office.ts'
import type { Rehearsal } from '../../test/e2e/rehearsal.ts'
import { BUYERS, row } from '../../test/sheets.ts'
import { open, save, type Album } from './album.ts'

const SEPTEMBER = '092026' as Period
const FIRST = row({ inum: 'INV-1' })
const SECOND = row({ inum: 'INV-2', ctin: BUYERS[1], receiver: 'Chettinad Stores' })
/** 46280 is 15-09-2026. */
const OLD = [
  row({ inum: 'SEP-1', idt: 46280 }),
  row({ inum: 'SEP-2', ctin: BUYERS[3], idt: 46281, txval: 12_50_000, val: 14_75_000 }),
  row({ inum: 'SEP-3', ctin: BUYERS[1], idt: 46282 }),
]

export async function portalSide(job: Rehearsal, album: Album): Promise<void> {
  const others = await openOtherOffice(job.practiceUrl)
  await job.openFile('month.xlsx', await b2bWorkbook('month.xlsx', [FIRST, SECOND]))
  await open(job, 'Save')
  await job.signIn()
  await save(job)
  await others.save(SAMPLE_PERIOD, [
    FIRST,
    { ...SECOND, txval: 2000, val: 2360 },
    row({ inum: 'WEB-7', ctin: BUYERS[2], val: 1180 }),
  ])
  await others.save(SEPTEMBER, OLD)
  await others.file(SEPTEMBER)
  await others.close()

  await job.press('Compare with the portal, or amend an earlier month')
  await job.says('Sheets and portal')
  await album.picture(job, 'portal')
  await job.press('Get what the portal holds')
  await job.says('2 documents not the same')
  await album.picture(job, 'portal-compared')
  await job.press('Put the portal’s values into the sheets: 2 documents')
  await job.says('2 documents to write')
  await album.picture(job, 'portal-write-preview')
  await job.press('Write 2 documents')
  await job.says('Sheets and portal say the same')
  await album.picture(job, 'portal-written')

  await job.press('Get what was filed for September 2026')
  await job.says('September 2026: 3 documents')
  await job.pane.getByRole('checkbox', { name: /^SEP-1/ }).check()
  await album.picture(job, 'amend-choose')
  await job.press('Amend in October 2026: 1 chosen')
  await job.says('1 amendment to write')
  await album.picture(job, 'amend-preview')
  await job.press('Write 1 amendment')
  await job.says('Correct the revised values in the new rows')
  await album.picture(job, 'amend-written')

  await job.step('Save')
  await job.pane.getByText('Undo the last save').click()
  await album.picture(job, 'undo')
  await job.press('Show what undoing would change')
  await job.says(/^This takes back the save/)
  await album.picture(job, 'undo-plan')
}
