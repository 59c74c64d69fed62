// The main job in small: four invoices, one mistake for the check and one for the portal, to the ARN. Other tests do it
// under difficulties.
import { expect } from 'vitest'
import type { SheetFile } from '../../agent/xlsx/workbook-file.ts'
import { writeWorkbook } from '../../agent/xlsx/write-workbook.ts'
import { cellName } from '../../templates/block.ts'
import { SAMPLE_PERIOD, SAMPLE_TAXPAYER } from '../../templates/sample-company.ts'
import { b2b } from '../../templates/tables/b2b.ts'
import { BUYERS, FIRST_ROW, INACTIVE_BUYER, row } from '../sheets.ts'
import { b2bSheet } from './b2b-workbook.ts'
import type { Rehearsal } from './rehearsal.ts'

const { gstin } = SAMPLE_TAXPAYER
const OTP = '575757'

const address = (line: number, column: string): string =>
  cellName(
    FIRST_ROW + line,
    b2b.columns.findIndex(({ name }) => name === column),
  )

/** Where the mistakes are, and what to type there. */
export const WRONG_PLACE = { address: address(1, 'pos'), remedy: '27-Maharashtra' }
export const INACTIVE = { address: address(2, 'ctin'), remedy: BUYERS[2] }
export const NUMBERS = ['INV-1', 'INV-2', 'INV-3', 'INV-4']

const ROWS = [
  row({ inum: 'INV-1' }),
  row({ inum: 'INV-2', pos: 'Maharastra' }),
  row({ inum: 'INV-3', ctin: INACTIVE_BUYER, pos: '29-Karnataka' }),
  row({ inum: 'INV-4', ctin: BUYERS[3], pos: '24-Gujarat' }),
]

/** What happens on the way; a step that is not named goes undisturbed. */
export interface Troubles {
  beforeCheck?(): Promise<void>
  whileChecking?(): Promise<void>
  beforePlan?(): Promise<void>
  whileSaving?(): Promise<void>
}

/** The pane beside the small workbook, with the return chosen. */
export async function openSmallWorkbook(
  job: Rehearsal,
  part: Partial<SheetFile> = {},
): Promise<void> {
  const bytes = await writeWorkbook({ name: 'small.xlsx', sheets: [b2bSheet(ROWS, part)] })
  await job.openFile('small.xlsx', bytes)
  await job.begin()
}

/** Check, mend, save, the portal's error on its cell, mend, save, review, file. */
export async function doSmallJob(job: Rehearsal, troubles: Troubles = {}): Promise<void> {
  await check(job, troubles)
  await saveTwice(job, troubles)
  await fileOnce(job)
}

async function check(job: Rehearsal, troubles: Troubles): Promise<void> {
  await job.step('Check')
  await troubles.beforeCheck?.()
  await job.press('Check the workbook')
  await troubles.whileChecking?.()
  await job.says('4 rows read')
  await job.says('“Maharastra” is no state of the list.')
  await job.shot('small-checked')
  await job.type(WRONG_PLACE.address, WRONG_PLACE.remedy)
  await job.press('Check again')
  await job.says('No errors found')
}

async function saveTwice(job: Rehearsal, troubles: Troubles): Promise<void> {
  await job.step('Save')
  await job.signIn()
  await troubles.beforePlan?.()
  await job.press('Show what would change')
  await job.says('Send to the portal')
  await job.press('Send to the portal')
  await troubles.whileSaving?.()
  await job.says('The portal did not accept everything')
  await job.press(`Go to ${INACTIVE.address}`)
  await job.page.locator(`[role=grid][aria-activedescendant="cell-${INACTIVE.address}"]`).waitFor()
  await job.shot('small-verdict')
  await job.type(INACTIVE.address, INACTIVE.remedy)
  await job.press('Show what would change')
  await job.says('Send to the portal')
  await job.press('Send to the portal')
  await job.says('The portal accepted the save')
  const held = await job.ledger.documents(gstin, SAMPLE_PERIOD)
  expect(held.map(({ number }) => number).sort()).toEqual(NUMBERS)
}

async function fileOnce(job: Rehearsal): Promise<void> {
  await job.step('File')
  await job.press('Prepare for filing')
  await job.says('The sheets as saved and the portal agree')
  await job.press('Ask for OTP')
  await job.pane.getByLabel('EVC OTP').fill(OTP)
  await job.pane.getByLabel('Last four characters of the GSTIN').fill(gstin.slice(-4))
  await job.press(/^File GSTR-1/)
  await job.says(/^PRACTICE\d{7}$/)
  await job.shot('small-filed')
  expect(await job.ledger.filings()).toHaveLength(1)
  expect(await job.ledger.requests('file')).toHaveLength(1)
}
