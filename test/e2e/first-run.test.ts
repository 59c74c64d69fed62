// The first minute: the first screen, what a real return needs, a portal that lets nobody in, a part that does not load,
// and a workbook that is bound to one return. By keyboard where a keyboard would do it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SAMPLE_TAXPAYER } from '../../templates/sample-company.ts'
import { rehearse, type Rehearsal } from './rehearsal.ts'

let job: Rehearsal
beforeAll(async () => {
  job = await rehearse('fast', { newcomer: true })
})
afterAll(async () => {
  // The part that one of the tests lets fail is told by the browser too.
  expect(job.complaints.filter((said) => !/ERR_FAILED/.test(said))).toEqual([])
  await job.end()
})

const main = () => job.pane.locator('main').innerText()

test('a newcomer reads one screen, presses Enter, and is at the sample company', async () => {
  await job.says('File GSTR-1 from this workbook')
  expect(await main()).toContain('Practice comes first')
  await job.shot('first-screen')
  await job.pane.getByRole('button', { name: 'Begin' }).focus()
  await job.page.keyboard.press('Enter')
  await job.says('Whose return is in this workbook')
  await job.pane.getByText('For a first real return').click()
  await job.says('Sandbox key and secret (not needed in practice)')
  await job.shot('first-checklist')
})

test('without API access the way to it is told where the OTP is asked for', async () => {
  await job.pane.getByLabel('GSTIN', { exact: true }).fill('29AAHFN5678A1Z2')
  await job.pane.getByLabel('User name on the GST portal').fill('no.access')
  await job.press('Keep and go on')
  await job.says('Go on to Check')
  await job.press('Ask for OTP')
  await job.says('Enable API Request: Yes')
  await job.says('30 days, then Confirm')
  expect(await job.pane.locator('.message-bar').count()).toBe(0)
  await job.shot('first-no-access')
})

test('a view that cannot be loaded is told, and comes with another try', async () => {
  await job.page.route(/check\.[0-9a-f]+\.js$/, (route) => route.abort())
  await job.openSample('Protected sample', 'sample-company-protected.xlsx')
  await job.openSample('Sample company', 'sample-company.xlsx')
  expect(await main()).not.toContain('File GSTR-1 from this workbook')
  await job.pane.getByLabel('Taxpayer', { exact: true }).selectOption(SAMPLE_TAXPAYER.gstin)
  await job.begin()
  await job.step('Check')
  await job.says('A part of the pane did not load')
  expect(await job.pane.getByRole('heading', { level: 2 }).innerText()).toBe('Check')
  await job.shot('first-part-missing')
  await job.page.unroute(/check\.[0-9a-f]+\.js$/)
  await job.press('Try again')
  await job.pane.getByRole('button', { name: 'Check the workbook' }).waitFor()
  expect(await main()).not.toContain('did not load')
})

test('problems can be told in Hindi, loaded when it is chosen', async () => {
  await job.step('Connect')
  await job.pane.getByLabel('Problems are told in').selectOption('हिन्दी (unreviewed)')
  await job.step('Check')
  await job.press('Check the workbook')
  await job.says('rows read')
  await job.pane.locator('.problem [lang=hi]').first().waitFor()
  await job.shot('first-hindi')
  await job.step('Connect')
  await job.pane.getByLabel('Problems are told in').selectOption('English')
})

test('what was saved binds the workbook: another month stops, and leads back', async () => {
  await job.step('Save')
  await job.signIn()
  await job.press('Show what would change')
  await job.press('Send to the portal')
  await job.says('refused')
  await job.pane.getByRole('button', { name: /October 2026/ }).focus()
  await job.page.keyboard.press('Enter')
  await job.shot('first-chooser')
  await job.pane.getByRole('button', { name: 'September 2026' }).focus()
  await job.page.keyboard.press('Enter')
  await job.says('This workbook belongs to another return')
  expect(await job.pane.locator('.two-returns').innerText()).toMatch(
    /Month\s+October 2026\s+September 2026/,
  )
  await job.shot('first-two-returns')
  await job.press(`Go to ${SAMPLE_TAXPAYER.gstin}, October 2026`)
  await job.says('refused')
})

test('and bound anew with a typed word it goes on with the other month', async () => {
  await job.press(/October 2026/)
  await job.press('September 2026')
  await job.says('This workbook belongs to another return')
  await job.pane.getByLabel(/type BIND/).fill('BIND')
  await job.page.keyboard.press('Enter')
  await job.step('Check')
  await job.press('Check the workbook')
  await job.says('rows read')
  await job.press(/September 2026/)
  await job.press('October 2026')
  await job.says('This workbook belongs to another return')
})
