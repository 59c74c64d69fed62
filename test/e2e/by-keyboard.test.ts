// The main job without a mouse: Tab, Enter, F6 and F8, with the keyboard's place always seen and never lost.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SAMPLE_PERIOD, SAMPLE_TAXPAYER } from '../../templates/sample-company.ts'
import { keyboardOf, type Keyboard } from './keyboard.ts'
import { rehearse, type Rehearsal } from './rehearsal.ts'
import { INACTIVE, NUMBERS, openSmallWorkbook, WRONG_PLACE } from './small-job.ts'

const { gstin } = SAMPLE_TAXPAYER
const OTP = '575757'

let job: Rehearsal
let keyboard: Keyboard
beforeAll(async () => {
  job = await rehearse('human')
  await openSmallWorkbook(job)
  keyboard = keyboardOf(job)
  await job.page.evaluate(() => {
    const count = (): void => document.body.setAttribute('data-mouse', 'used')
    window.addEventListener('mousedown', count)
    document.querySelector('iframe')?.contentWindow?.addEventListener('mousedown', count)
  })
})
afterAll(async () => {
  expect(await job.page.evaluate(() => document.body.dataset['mouse'])).toBeUndefined()
  expect(job.complaints).toEqual([])
  await job.end()
})

/** The pane selected the cell; the user types over it and comes back. */
async function mend({ address, remedy }: typeof WRONG_PLACE): Promise<void> {
  await job.page.locator(`[role=grid][aria-activedescendant="cell-${address}"]`).waitFor()
  await keyboard.goTo('cells')
  await job.page.keyboard.type(String(remedy))
  await job.page.keyboard.press('Enter')
  await keyboard.goTo('pane')
}

test('check: F8 goes to the wrong cell, what is typed there mends it', async () => {
  await keyboard.goTo('pane')
  await keyboard.press('Check')
  await keyboard.press('Check the workbook')
  await job.says('4 rows read')
  await job.says(/^1 row marked/)
  await job.page.keyboard.press('F8')
  await job.says('“Maharastra” is no state of the list.')
  await mend(WRONG_PLACE)
  await keyboard.press('Check again')
  await job.says('No errors found')
})

test('save: signed in, sent, and the portal’s error mended on its cell', async () => {
  await keyboard.press('Save')
  await keyboard.press('Ask for OTP')
  await keyboard.type('OTP', OTP)
  await job.page.keyboard.press('Enter')
  await keyboard.press('Show what would change')
  await keyboard.press('Send to the portal')
  await job.says('The portal did not accept everything')
  await job.says(/^1 row marked/)
  await job.page.keyboard.press('F8')
  await mend(INACTIVE)
  await keyboard.press('Show what would change')
  await keyboard.press('Send to the portal')
  await job.says('The portal accepted the save')
  const held = await job.ledger.documents(gstin, SAMPLE_PERIOD)
  expect(held.map(({ number }) => number).sort()).toEqual(NUMBERS)
})

test('file: prepared, reviewed, signed, the ARN', async () => {
  await keyboard.press('Go on to File')
  await keyboard.press('Prepare for filing')
  await job.says('The sheets as saved and the portal agree')
  await keyboard.press('Ask for OTP')
  await keyboard.type('EVC OTP', OTP)
  await keyboard.type('Last four characters of the GSTIN', gstin.slice(-4))
  await job.page.keyboard.press('Enter')
  await job.says(/^PRACTICE\d{7}$/)
  await job.shot('by-keyboard')
})
