// A review that does not tie: another office changed an invoice after our save. The pane says what differs and why, leads to
// the row, and files what the portal holds only for whoever types that they mean it.
import { describe, expect, test } from 'vitest'
import { SAMPLE_PERIOD, SAMPLE_TAXPAYER } from '../../templates/sample-company.ts'
import { OTP } from '../faults/processes.ts'
import { BUYERS, row } from '../sheets.ts'
import { b2bWorkbook } from './b2b-workbook.ts'
import { others } from './other-office-desk.ts'
import { job } from './rehearsal-desk.ts'

const { gstin } = SAMPLE_TAXPAYER
const of = { gstin, period: SAMPLE_PERIOD }
const WORDS = 'FILE WITH THIS DIFFERENCE'
const FIRST = row({ inum: 'INV-1' })
const ROWS = [
  FIRST,
  row({ inum: 'INV-2', ctin: BUYERS[2], rt: 5, txval: 2000, val: 2100 }),
  row({ inum: 'INV-3', rchrg: 'Y', txval: 500, val: 500 }),
]

const focusOn = (name: string) => job.pane.getByRole('button', { name }).focus()
const enter = () => job.page.keyboard.press('Enter')

describe('a return that another office changed after our save', () => {
  test('is saved and prepared', async () => {
    await job.openFile('month.xlsx', await b2bWorkbook('month.xlsx', ROWS))
    await job.begin()
    await job.step('Save')
    await job.signIn()
    await job.press('Show what would change')
    await job.says('Send to the portal')
    await job.press('Send to the portal')
    await job.says('The portal holds what it confirmed.')
    await others.save(SAMPLE_PERIOD, [{ ...FIRST, txval: 2000, val: 2360 }, ...ROWS.slice(1)])
    await job.step('File')
    await job.press('Prepare for filing')
    await job.says('The sheets as saved and the portal differ')
  })

  test('shows what the sheets come to: liability by head and by rate, reverse charge apart', async () => {
    const text = await job.paneText()
    expect(text).toMatch(/Invoices and notes\s+3 documents/)
    expect(text).toMatch(/Taxable value\s+₹3,000.00/)
    expect(text).toMatch(/Total liability\s+₹280.00/)
    expect(text).toContain('Not in it: ₹90.00 tax under reverse charge')
    expect(await job.pane.locator('.rates li').allInnerTexts()).toEqual([
      expect.stringMatching(/5%\s+₹100.00/),
      expect.stringMatching(/18%\s+₹180.00/),
    ])
    await job.shot('review-differs')
  })

  test('says why it differs, and leads by keyboard to the row in the sheet', async () => {
    await job.says('changed on the portal by other software.')
    expect(await job.pane.locator('.causes li').allInnerTexts()).toEqual([
      '₹1,000.00 and ₹180.00 tax: 1 document changed on the portal by other software.',
    ])
    await job.goTo('A1')
    await focusOn('Show the documents that differ')
    await enter()
    await job.says('1 document differs.')
    expect(await job.paneText()).toMatch(
      /INV-1 [^]*≠ changed on the portal\s+Sheet\s+₹1,000.00, tax ₹180.00\s+Portal\s+₹2,000.00, tax ₹360.00/,
    )
    await focusOn('Go to row 5 on b2b,sez,de')
    await enter()
    await job.page.locator('[role=grid][aria-activedescendant="cell-C5"]').waitFor()
    await job.shot('review-rows')
  })

  test('a row that is deleted meanwhile is said to be gone', async () => {
    await job.goTo('C5')
    await job.page.keyboard.type('OTHER')
    await enter()
    await job.press(/^Go to row 5/)
    await job.says('This row is no longer in the workbook')
    await job.type('C5', 'INV-1')
  })

  test('cannot be signed before the words are typed, not even past the pane', async () => {
    expect(await job.paneText()).not.toContain('Ask for OTP')
    const field = job.pane.getByLabel(`To go on, type ${WORDS}`)
    await field.fill('file with')
    await field.press('Enter')
    expect(await job.paneText()).not.toContain('Ask for OTP')
    const review = (await job.ask('review', of)) as unknown as { value: { checksum: string } }
    const { checksum } = review.value
    expect(await job.ask('requestEvc', { ...of, checksum })).toMatchObject({ ok: true })
    const signing = { ...of, checksum, otp: OTP, confirmation: gstin.slice(-4) }
    expect(await job.ask('file', signing)).toMatchObject({ problem: { code: 'review-differs' } })
    expect(await job.ledger.requests('file')).toEqual([])
  })

  test('with the words it is filed once, and the difference is kept with the ARN', async () => {
    const field = job.pane.getByLabel(`To go on, type ${WORDS}`)
    await field.fill(WORDS.toLowerCase())
    await field.press('Enter')
    await job.says('Signatory’s PAN:')
    expect(await job.paneText()).toContain('ABZxxxxx7F')
    await focusOn('Ask for OTP')
    await enter()
    await job.pane.getByLabel('EVC OTP').fill(OTP)
    await job.says('Another can be asked for in')
    await job.shot('otp')
    await job.pane.getByLabel('Last four characters of the GSTIN').fill(gstin.slice(-4))
    await enter()
    await job.says(/^PRACTICE\d{7}$/)
    const text = await job.paneText()
    expect(text).toMatch(/Signed with EVC by PAN\s+ABZxxxxx7F/)
    expect(text).toMatch(
      /Accepted difference, B2B[^]*Portal less sheets: ₹1,000.00 and ₹180.00 tax/,
    )
    await job.shot('filed-with-difference')
    expect(await job.ledger.filings()).toHaveLength(1)
    expect(await job.ledger.requests('file')).toHaveLength(1)
  })
})
