// Choosing among the sheets that a workbook lacks: real views in a browser.
import { expect, test } from 'vitest'
import { page, show } from './gallery-desk.ts'

const ticks = () => page.getByRole('checkbox')
const ticked = () => page.locator('input:checked').count()
const add = () => page.getByRole('button', { name: /^Add/ })
const isOff = async () => (await add().getAttribute('aria-disabled')) === 'true'

test('a newcomer sees the offer at once, with every sheet ticked', async () => {
  await show('missing-all')
  expect(await page.locator('details').getAttribute('open')).not.toBeNull()
  expect([await ticks().count(), await ticked()]).toEqual([31, 31])
  expect(await add().innerText()).toBe('Add the missing sheets')
  expect(await page.locator('main').innerText()).toContain('Your Excel empties its undo list')
  await page.getByRole('checkbox', { name: /^b2cl / }).uncheck()
  expect(await add().innerText()).toBe('Add 29 sheets')
  await page.getByRole('checkbox', { name: 'All 30 sheets' }).check()
  expect(await ticked()).toBe(31)
})

test('who has some sheets finds the rest folded away, and none ticked', async () => {
  await show('missing-some')
  expect(await ticks().first().isVisible()).toBe(false)
  await page.getByText('24 sheets of the template not in this workbook').click()
  expect([await ticked(), await isOff()]).toEqual([0, true])
  await page.getByRole('checkbox', { name: /^exp / }).check()
  expect([await add().innerText(), await isOff()]).toEqual(['Add 1 sheet', false])
})

test('the one sheet that is missing needs no choice', async () => {
  await show('missing-one')
  await page.getByText('1 sheet of the template not in this workbook').click()
  expect([await ticks().count(), await ticked()]).toEqual([1, 1])
  expect(await add().innerText()).toBe('Add the missing sheet')
})

test('an Excel that can undo it is not warned of', async () => {
  await show('missing-all-undo-kept')
  expect(await page.locator('main').innerText()).not.toContain('undo')
})

test('a protected structure is told, and nothing can be chosen', async () => {
  await show('missing-structure-protected')
  await page.getByText('Review → Protect Workbook').waitFor()
  expect([await ticks().count(), await add().count()]).toEqual([0, 0])
})
