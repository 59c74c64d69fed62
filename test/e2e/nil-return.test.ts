// A month without supplies: a save made by mistake is reset, and a nil return filed. A nil return over data is refused.
import { describe, expect, test } from 'vitest'
import { SAMPLE_PERIOD, SAMPLE_TAXPAYER } from '../../templates/sample-company.ts'
import { b2bWorkbook } from './b2b-workbook.ts'
import { job } from './rehearsal-desk.ts'

const { gstin } = SAMPLE_TAXPAYER

const held = () => job.ledger.documents(gstin, SAMPLE_PERIOD)
const typeWord = (word: string) => job.pane.getByLabel(`To confirm, type ${word}`).fill(word)

describe('a month without supplies', () => {
  test('while the portal holds something, no nil return is offered', async () => {
    await job.begin()
    await job.step('Save')
    await job.signIn()
    await job.press('Show what would change')
    await job.says('Send to the portal')
    await job.press('Send to the portal')
    await job.says('The portal did not accept everything')
    expect((await held()).length).toBeGreaterThan(0)
    await job.step('File')
    await job.says('Prepare for filing')
    expect(await job.paneText()).not.toContain('File a nil return')
  })

  test('a reset empties the portal, takes the verdict off the cells, and leaves a draft', async () => {
    await job.step('Save')
    await job.pane.getByText('Start over: reset this return').click()
    await typeWord('RESET')
    await job.shot('reset')
    await job.press('Reset the return')
    await job.says('First you see what would change on the portal')
    expect(await held()).toEqual([])
    expect(await job.paneText()).not.toContain('told by the portal')
  })

  test('sheets without a row lead to the nil return', async () => {
    await job.openFile('quiet.xlsx', await b2bWorkbook('quiet.xlsx', []))
    await job.begin()
    await job.step('Check')
    await job.press('Check the workbook')
    await job.says('Nothing to report in these sheets')
    await job.shot('no-rows')
    await job.press('Nothing this month? File a nil return')
    await typeWord('NIL')
    await job.press('Prepare a nil return')
    await job.says('Nil return for October 2026')
    expect(await job.paneText()).not.toContain('Review')
  })

  test('it is filed with one OTP, and the portal has it as nil', async () => {
    await job.press('Ask for OTP')
    await job.pane.getByLabel('EVC OTP').fill('575757')
    await job.pane.getByLabel('Last four characters of the GSTIN').fill(gstin.slice(-4))
    await job.shot('nil')
    await job.press('File nil GSTR-1 for October 2026')
    await job.says(/^PRACTICE\d{7}$/)
    await job.says('As a nil return: nothing to report.')
    const filings = await job.ledger.filings()
    expect(filings).toMatchObject([{ gstin, body: { isnil: 'Y' } }])
    expect(await job.ledger.requests('file')).toHaveLength(1)
  })
})
