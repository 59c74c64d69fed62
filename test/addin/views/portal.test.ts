// The comparison of sheets and portal, what it would write, and amendments: real views in a browser, the agent scripted.
import { describe, expect, test } from 'vitest'
import { page, show, text } from './gallery-desk.ts'

const items = () => page.locator('.problems > li').count()
const button = (name: string | RegExp) => page.getByRole('button', { name })
const isOff = async (name: string | RegExp) =>
  (await button(name).getAttribute('aria-disabled')) === 'true'

describe('reached', () => {
  test.each(['save-before', 'file-ready', 'save-filed', 'file-filed'])('from %s', async (name) => {
    await show(name)
    await button('Compare with the portal').click()
    await expect
      .poll(() => page.getByRole('heading', { level: 2 }).innerText())
      .toBe('Sheets and portal')
    expect(await page.getByRole('navigation').getByText('Save').isVisible()).toBe(true)
  })
})

describe('the comparison', () => {
  test('counts every kind, and shows both values of what differs', async () => {
    await show('portal-differs')
    expect(await text()).toContain('5 documents not the same')
    expect(await page.locator('.filter label').allInnerTexts()).toEqual([
      'All 5',
      'Different 1',
      'Only in the sheets 1',
      'Only on the portal 2',
      'In rows with a mistake 1',
    ])
    const first = page.locator('.problems > li').first()
    expect((await first.innerText()).replace(/\s+/g, ' ')).toContain(
      'Sheet Portal Invoice Value 1,41,600.00 1,49,270.00 Taxable Value 1,20,000.00 1,26,500.00 ' +
        'Applicable % of Tax Rate empty 65',
    )
  })

  test('is narrowed by kind with the keyboard, and by table', async () => {
    await show('portal-differs')
    await page.getByRole('radio', { name: /^All/ }).focus()
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown')
    await expect.poll(items).toBe(2)
    expect(await text()).toContain('WEB-1007')
    await page.getByLabel('Table').selectOption('b2cs')
    await expect.poll(items).toBe(1)
    expect(await button('Put the portal’s values into the sheets: 1 document').isVisible()).toBe(
      true,
    )
    expect(await page.locator('.filter label').first().innerText()).toBe('All 1')
  })

  test('offers to write only what the portal has, and to go only where a row is', async () => {
    await show('portal-differs')
    expect(await button(/^Put the portal’s into the sheet:/).count()).toBe(3)
    expect(await button(/^Go to/).count()).toBe(3)
    await page.getByRole('radio', { name: /^Only in the sheets/ }).check()
    await expect.poll(() => button(/^Put the portal/).count()).toBe(0)
  })

  test('of what the portal still prepares the time to wait is told', async () => {
    await show('portal-differs')
    expect(await text()).toMatch(/HSN summary \(12\): ready in about 20 min/)
  })

  test('ten thousand are listed a hundred at a time, without a pause', async () => {
    const began = Date.now()
    await show('portal-many')
    expect(await items()).toBe(100)
    await button('Show 100 more of 10,000').click()
    await expect.poll(items).toBe(200)
    await page.getByRole('radio', { name: /^Different/ }).check()
    await expect.poll(items).toBe(100)
    expect(await text()).toContain('Different 2,500')
    expect(Date.now() - began).toBeLessThan(5_000)
  })

  test('where all is the same it says so, and offers nothing', async () => {
    await show('portal-same')
    expect(await text()).toContain('Sheets and portal say the same')
    expect(await button(/^Put the portal/).count()).toBe(0)
  })
})

describe('what would be written', () => {
  test('is shown before: how many, the first ten, new sheets, and what is left out and why', async () => {
    await show('write-preview')
    expect(await text()).toContain('14 documents to write')
    expect(await page.locator('main > ul > li').count()).toBe(10)
    expect(await text()).toContain('and 4 more')
    expect(await text()).toContain('2 sheets added first: b2cs, hsn(b2b).')
    expect(await text()).toContain('In the sheet 3 rows, the first of them row 12')
    expect(await text()).toContain('Your Excel empties its undo list')
  })

  test('can be left, with everything as it was', async () => {
    await show('write-preview')
    await button('Not now').focus()
    await page.keyboard.press('Enter')
    await expect.poll(text).toContain('5 documents not the same')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
  })

  test('an amendment past its time is warned of, one made already is refused', async () => {
    await show('write-amendments')
    expect(await text()).toContain('What was reported for 2023-24 can be amended up to the return')
    expect(await text()).toContain('LT/25-26/4 has an amendment in the return of Jun 2025.')
  })

  test('afterwards cells that were left alone are counted, with the reason', async () => {
    await show('written-some')
    expect(await text()).toContain('7 cells left alone: a formula stands there')
    expect(await text()).toContain('13 cells left alone: protected (cdnr).')
    expect(await button('Undo').isVisible()).toBe(true)
    await show('written-undone')
    expect(await button('Undo').count()).toBe(0)
  })
})

describe('amendments', () => {
  test('documents are found by number or GSTIN, chosen, and asked for', async () => {
    await show('amend-choose')
    expect(await isOff(/^Amend in June 2025/)).toBe(true)
    await page.getByLabel('Find by number or GSTIN').fill('26/23')
    await expect.poll(text).toContain('11 found, 0 chosen.')
    await page.getByRole('checkbox', { name: /^LT\/25-26\/231 / }).focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Find by number or GSTIN').fill('')
    await page.getByRole('checkbox', { name: /^LT\/25-26\/1 / }).check()
    await expect.poll(text).toContain('240 found, 2 chosen.')
    expect(await button('Amend in June 2025: 2 chosen').isVisible()).toBe(true)
  })

  test('the month before is offered, a later one refused', async () => {
    await show('portal-first')
    expect(await button('Get what was filed for May 2025').isVisible()).toBe(true)
    await page.getByLabel('Month', { exact: true }).selectOption('7')
    await expect.poll(text).toContain('Choose a month before June 2025.')
    expect(await isOff(/^Get what was filed/)).toBe(true)
  })

  test('a filed return says where it is amended', async () => {
    await show('portal-filed')
    expect(await text()).toContain('open that month’s workbook')
    expect(await button(/^Get what was filed/).count()).toBe(0)
  })
})
