// The product's main job, as a newcomer does it: mistakes found and mended in the grid, saved, a portal error on its cell
// though rows moved meanwhile, only the change sent, reviewed, a wrong and a right OTP, the ARN, and no second filing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sentIn } from '../../agent/filing/verdict.ts'
import { SAMPLE_PERIOD, SAMPLE_TAXPAYER, sampleCompany } from '../../templates/sample-company.ts'
import { cellName } from '../../templates/block.ts'
import { b2b } from '../../templates/tables/b2b.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { INACTIVE_BUYER } from '../sheets.ts'
import { rehearse, type Rehearsal } from './rehearsal.ts'

const { gstin } = SAMPLE_TAXPAYER
const period = SAMPLE_PERIOD
const OTP = '575757'

/** What the user types to mend each planted mistake that our checks find. */
const REMEDIES: Readonly<Record<string, string>> = {
  'gstin-check-character': '29AAKFC3141B1ZU',
  'number-characters': 'NF/26-27/1226',
  'date-after-period': '05-Oct-2026',
  'rate-unknown': '18',
  'pos-unknown': '29-Karnataka',
  'rows-disagree': '54321.18',
  'amount-negative': '441.50',
}
const planted = sampleCompany().planted.map((mistake) => ({
  ...mistake,
  address: cellName(
    mistake.row,
    b2b.columns.findIndex(({ header }) => header === mistake.column),
  ),
}))

let job: Rehearsal
beforeAll(async () => {
  job = await rehearse('human')
})
afterAll(async () => {
  expect(job.complaints).toEqual([])
  await job.end()
})

const invoicesSentLast = async (): Promise<unknown[]> => {
  const saves = await job.ledger.requests('save')
  return sentIn(saves.at(-1)?.body ?? '{}', TABLES).map(({ body }) => body.inum)
}
const step = (name: string) => job.pane.getByRole('navigation').getByText(name).click()

describe('filing a B2B return from the workbook', () => {
  test('connect: the sample taxpayer, an OTP, a session', async () => {
    await job.press('Keep and go on')
    await job.press('Ask for OTP')
    await job.pane.getByLabel('OTP').fill(OTP)
    await job.press('Sign in')
    await job.says(/Signed in until/)
    await job.shot('connected')
  })

  test('check: every planted mistake that can be known here is found, on its cell', async () => {
    await step('Check')
    await job.press('Check the workbook')
    await job.says('8 problems')
    expect(await job.paneText()).toContain('241 rows read = 233 ready + 8 held back + 0 set aside')
    for (const { address, foundBy } of planted.filter((mistake) => mistake.foundBy === 'check')) {
      expect(foundBy).toBe('check')
      await job.goTo(address)
      await expect.poll(() => job.cell(address).getAttribute('aria-label')).toContain('marked')
    }
    await job.shot('checked')
  })

  test('selecting a marked cell shows its problem in the pane', async () => {
    await job.goTo('F81')
    await job.says('“Karnatka” is no state of the list.')
    await job.shot('selected')
  })

  test('the user’s own formatting stands: the header keeps its fill', async () => {
    await job.goTo('A4')
    expect(await job.cell('A4').getAttribute('aria-label')).not.toContain('marked')
  })

  test('mended in the grid, only the doubt about an old date is left', async () => {
    for (const { address, code } of planted) {
      const remedy = REMEDIES[code]
      if (remedy !== undefined) await job.type(address, remedy)
    }
    await job.type('E111', '54321.18')
    await job.press('Check again')
    await job.says('1 problem')
    expect(await job.paneText()).toContain('241 rows read = 241 ready + 0 held back')
  })

  test('save: the plan first, then the portal’s verdict; the row moved meanwhile and the mark finds it', async () => {
    await step('Save')
    await job.press('Show what would change')
    await job.says('Send to the portal')
    expect(await job.paneText()).toMatch(/New\s+200/)
    await job.shot('plan')
    await job.press('Send to the portal')
    await job.says('Waiting for the portal’s verdict')
    await job.shot('saving')
    // While the portal works, the user goes on: a row above, and the sheet in another order.
    await job.goTo('A5')
    await job.page.getByRole('button', { name: 'Insert row above' }).click()
    await job.goTo('E6')
    await job.page.getByRole('button', { name: 'Sort by this column' }).click()

    await job.says('The portal did not accept everything')
    expect(await job.paneText()).toMatch(/Refused\s+2/)
    await job.says('The customer’s GSTIN is inactive or cancelled')
    const address = await addressOf('The customer’s GSTIN is inactive or cancelled')
    expect(address).not.toBe('A175')
    await job.press(`Go to ${address}`)
    await expect.poll(() => job.cell(address).getAttribute('aria-label')).toContain('marked')
    expect(await job.cell(address).innerText()).toBe(INACTIVE_BUYER)
    expect(await job.cell(address.replace('A', 'C')).innerText()).toBe('NF/26-27/1350')
    await job.shot('verdict')
  })

  test('mended, only what changed is sent', async () => {
    const inactive = await addressOf('The customer’s GSTIN is inactive or cancelled')
    const old = await addressOf('The portal does not accept the date')
    await job.type(inactive, '29AAKFC3141B1ZU')
    await job.type(old, '10-Oct-2026')
    await job.press('Show what would change')
    await job.says('Send to the portal')
    expect(await job.paneText()).toMatch(/New\s+2\b/)
    await job.press('Send to the portal')
    await job.says('The portal accepted the save')
    expect((await invoicesSentLast()).sort()).toEqual(['NF/26-27/1350', 'NF/26-27/1381'])
    expect(await job.ledger.documents(gstin, period)).toHaveLength(200)
  })

  test('prepare and review: sheet and portal tie to the paisa', async () => {
    await step('File')
    await job.press('Prepare for filing')
    await job.says('The sheets and the portal agree')
    await job.pane.getByText(/^200 documents/).click()
    expect(await job.paneText()).toMatch(/Documents[^0-9]*200\s+200\s+0/)
    await job.shot('review')
  })

  test('file: a wrong OTP files nothing, the right one once; the ARN comes from the portal', async () => {
    await job.press('Ask for OTP')
    await job.pane.getByLabel('EVC OTP').fill('111111')
    await job.pane.getByLabel('Last four characters of the GSTIN').fill(gstin.slice(-4))
    await job.press(/^File GSTR-1/)
    await job.says('The EVC OTP is wrong or has expired')
    await job.shot('wrong-otp')
    expect(await job.ledger.filings()).toEqual([])

    await job.press(/Ask for (another )?OTP/)
    await job.pane.getByLabel('EVC OTP').fill(OTP)
    await job.pane.getByLabel('Last four characters of the GSTIN').fill(gstin.slice(-4))
    await job.press(/^File GSTR-1/)
    await job.says(/^PRACTICE\d{7}$/)
    await job.shot('filed')
    const filings = await job.ledger.filings()
    expect(filings).toHaveLength(1)
    expect(await job.paneText()).toContain(filings[0]?.arn)
  })

  test('a second filing, and a save after filing, are refused', async () => {
    const of = { gstin, period }
    const again = { ...of, checksum: 'any', otp: OTP, confirmation: gstin.slice(-4) }
    expect(await job.ask('file', again)).toMatchObject({
      ok: false,
      problem: { code: 'already-filed' },
    })
    expect(await job.ask('plan', { ...of, blocks: [] })).toMatchObject({
      ok: false,
      problem: { code: 'already-filed' },
    })
    expect(await job.ledger.filings()).toHaveLength(1)
    // The wrong OTP and the right one: two requests, each sent once.
    expect(await job.ledger.requests('file')).toHaveLength(2)
  })
})

/** Where the pane says a problem is now. */
async function addressOf(title: string): Promise<string> {
  const card = job.pane.locator('li', { hasText: title }).first()
  const go = await card
    .getByRole('button', { name: /^Go to / })
    .first()
    .innerText()
  return go.replace('Go to ', '')
}
