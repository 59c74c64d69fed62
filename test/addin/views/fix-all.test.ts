// A fix of many cells as it is shown: what is offered, what would change, what was done. Real views in a browser.
import { expect, test } from 'vitest'
import { page, show, text } from './gallery-desk.ts'

const buttons = (name: RegExp) => page.getByRole('button', { name }).allInnerTexts()
const values = () => page.locator('.fixes tbody tr').allInnerTexts()

test('only causes whose cells are certain can be fixed all at once', async () => {
  await show('check-causes')
  const groups = page.locator('.problems > li')
  const offered = await groups.evaluateAll((all) =>
    all.map((one) => [
      one.querySelector('.problem-title')?.textContent.replace(/^\s*\w+: /, '') ?? '',
      one.textContent.includes('Fix all like this'),
    ]),
  )
  expect(offered).toEqual([
    ['3 cells · Unknown place of supply', false],
    ['Value and lines differ', false],
    ['412 cells · Place of supply read from its name', true],
  ])
  const name = 'Fix all like this: Place of supply read from its name, Place Of Supply'
  expect(await page.getByRole('button', { name }).count()).toBe(1)
})

test('the same change of the same value is one line, the most frequent first', async () => {
  await show('fix-preview')
  expect(await values()).toEqual([
    '“Gujarat”\t“24-Gujarat”\t206',
    '“Maharashtra”\t“27-Maharashtra”\t205',
    '“ tamilnadu ”\t“33-Tamil Nadu”\t1',
  ])
  expect(await buttons(/^Write/)).toEqual(['Write 412 cells'])
  expect(await text()).toContain('3 cells with this problem stay')
  expect(await text()).toContain('Your Excel empties its undo list')
})

test('days, numbers and truths are shown as people read them, ten values at most', async () => {
  await show('fix-preview-mixed')
  const shown = await values()
  expect(shown.slice(0, 3)).toEqual([
    '“05/10/26”\t05-Oct-2026\t9',
    '“1,23,45,678.90”\t1,23,45,678.9\t8',
    'FALSE\t“N”\t2',
  ])
  expect(shown.length).toBe(10)
  expect(await text()).toContain('and 5 other values in 5 cells')
  expect(await text()).toContain('These are the first 31 of 31,000 cells')
  expect(await text()).not.toContain('undo list')
})

test('the keyboard stands at what would change; the next stop writes, the one after leaves it', async () => {
  await show('fix-preview')
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  expect(await focused()).toBe('Place of supply read from its name')
  await page.keyboard.press('Tab')
  await expect.poll(focused).toBe('Write 412 cells')
  await page.keyboard.press('Tab')
  await expect.poll(focused).toBe('Leave them as they are')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.fixes').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
})

test('where nothing is certain, nothing can be written', async () => {
  await show('fix-nothing')
  expect(await text()).toContain('Nothing to write')
  expect([await buttons(/^Write/), await buttons(/^Close/)]).toEqual([[], ['Close']])
})

test('what was left alone is counted by its reason', async () => {
  await show('fix-partly')
  const said = await page.locator('.notice').first().innerText()
  expect(said).toMatch(/400 cells fixed[\s\S]*Excel stopped before all cells were written/)
  expect(said).toContain('1 cell left alone: a formula stands there')
  expect(said).toMatch(/8 cells left alone: protected.*\(b2b,sez,de; cdnr\)/)
  expect(await buttons(/^Undo/)).toEqual(['Undo this fix'])
})

test('a fix that was undone cannot be undone again', async () => {
  await show('fix-undone')
  expect(await text()).toContain('Fix undone: 412 cells put back')
  expect(await buttons(/^Undo/)).toEqual([])
})

test('what an undo left stays to be undone', async () => {
  await show('fix-undone-in-part')
  expect(await text()).toMatch(/Fix undone in part: 400 cells put back[\s\S]*12 cells left alone/)
  expect(await buttons(/^Undo/)).toEqual(['Undo the rest'])
})
