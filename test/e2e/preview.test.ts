// The preview as its user meets it: Excel's keys on a grid, the pane on Microsoft's own office.js beside it.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../agent/xlsx/read-workbook.ts'
import { openBrowser } from './browser.ts'
import { LOOKS, violations } from './looks.ts'
import { cell, openPreview, paneFrame, servePreview, type Served } from './preview-page.ts'
import { LARGE, ROWS, SMALL } from './preview-workbooks.ts'

let browser: Browser
let served: Served
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await openBrowser()
  served = await servePreview({ plain: SMALL, protected: LARGE })
})
afterAll(async () => {
  await browser.close()
  await served.close()
})
beforeEach(async () => {
  complaints = []
  page = await openPreview(browser, served, complaints)
})
afterEach(async () => {
  await page.context().close()
  expect(complaints).toEqual([])
})

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const active = (): Promise<string | null> =>
  page.getByRole('grid').getAttribute('aria-activedescendant')
const shows = async (address: string): Promise<string> =>
  (await cell(page, address).innerText()).trim()
const formulaBar = () => page.getByRole('textbox', { name: /^Contents of/ })
const clipboard = (text: string) =>
  page.evaluate((copied) => navigator.clipboard.writeText(copied), text)

describe('typing', () => {
  test('begins at once, loses no letter, and Enter goes down', async () => {
    await cell(page, 'B3').click()
    await page.keyboard.type('NEW/42')
    await press('Enter')
    expect(await shows('B3')).toBe('NEW/42')
    expect(await active()).toBe('cell-B4')
  })

  test('Enter after a line of Tabs goes back to where the line began', async () => {
    await cell(page, 'A8').click()
    await page.keyboard.type('29AAACC1206D1ZM')
    await press('Tab')
    await page.keyboard.type('INV/9')
    await press('Tab')
    await page.keyboard.type('05-10-2026')
    await press('Enter')
    expect(await active()).toBe('cell-A9')
    expect(await shows('C8')).toBe('05-10-2026')
    expect(await cell(page, 'C8').getAttribute('class')).toContain('figure')
  })

  test('F2 edits what is there, Escape forgets it, and an untouched text stays a text', async () => {
    await cell(page, 'B2').click()
    await press('F2')
    await page.keyboard.type('-A')
    await press('ArrowLeft', 'ArrowLeft', 'Backspace', 'Enter')
    expect(await shows('B2')).toBe('INV/-A')
    await press('F2')
    await page.keyboard.type('gone')
    await press('Escape')
    expect(await shows('B3')).toBe('INV/2')
    await cell(page, 'B9').dblclick()
    await press('Enter')
    expect(await shows('B9')).toBe('007')
    expect(await cell(page, 'B9').getAttribute('class')).toContain('text')
  })

  test('an arrow ends an entry that was typed over a cell; a click elsewhere does too', async () => {
    await cell(page, 'D2').click()
    await page.keyboard.type('12.5')
    await press('ArrowRight')
    expect(await active()).toBe('cell-E2')
    await page.keyboard.type('27-Maharashtra')
    await cell(page, 'A5').click()
    expect([await shows('D2'), await shows('E2')]).toEqual(['12.5', '27-Maharashtra'])
    expect(await active()).toBe('cell-A5')
  })

  test('the formula bar shows the formula, and says that a new one is not calculated', async () => {
    await cell(page, 'D8').click()
    expect(await formulaBar().inputValue()).toBe('=SUM(D2:D6)')
    await formulaBar().click()
    await press('End', 'Backspace')
    await page.keyboard.type('+1)')
    await press('Enter')
    await press('ArrowUp')
    expect(await shows('D8')).toBe('=SUM(D2:D6+1)')
    await page.getByText('Not calculated in the preview').waitFor()
  })

  test('Delete empties all selected cells', async () => {
    await cell(page, 'A2').click()
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Delete')
    expect([await shows('A2'), await shows('B3'), await shows('A4')]).toEqual([
      '',
      '',
      '29AAACC1206D1ZM',
    ])
  })
})

describe('moving', () => {
  test.each([
    ['ArrowDown from row 9 steps over the hidden row 10', 'A9', ['ArrowDown'], 'A11'],
    ['End goes to the last column in use', 'A3', ['End'], 'E3'],
    ['Home goes to the first column', 'D3', ['Home'], 'A3'],
    ['Ctrl+Home goes below the frozen rows', 'D5', ['Control+Home'], 'A2'],
    ['Ctrl+End goes to the last cell in use', 'A2', ['Control+End'], 'E9'],
    ['Ctrl+ArrowDown goes to the end of the filled cells', 'A1', ['Control+ArrowDown'], 'A6'],
    ['Ctrl+ArrowDown goes over empty cells', 'D6', ['Control+ArrowDown'], 'D8'],
    ['ArrowUp stops at the edge', 'A1', ['ArrowUp'], 'A1'],
  ])('%s', async (_, from, keys, to) => {
    await cell(page, from).click()
    await press(...keys)
    expect(await active()).toBe(`cell-${to}`)
  })

  test('the name box goes to an address', async () => {
    await page.getByLabel('Name box').fill('C5000')
    await press('Enter')
    await cell(page, 'C5000').waitFor()
    expect(await active()).toBe('cell-C5000')
  })

  test('a drag selects, and the foot counts and sums what is selected', async () => {
    await cell(page, 'D2').hover()
    await page.mouse.down()
    await cell(page, 'D4').hover()
    await page.mouse.up()
    expect(await page.getByLabel('Name box').inputValue()).toBe('D2:D4')
    await page.getByText('Count: 3 · Sum: 1,206').waitFor()
  })

  test('F6 goes round the parts of the page, so the keyboard is never caught in the grid or in the pane', async () => {
    await paneFrame(page) // until office.js is there, nobody in the pane hears a key
    const seen = new Set<string>()
    // Twice round: no part keeps it.
    for (let step = 0; step < 10; step += 1) {
      seen.add(await page.evaluate(() => document.activeElement?.className ?? ''))
      await press('F6')
    }
    expect([...seen]).toEqual(['grid', 'tab', 'pane-frame', 'button secondary', 'formula'])
  })

  test('Tab leaves the pane at its ends, as in Excel', async () => {
    const pane = await paneFrame(page)
    const here = () => page.evaluate(() => document.activeElement?.className)
    await pane.getByRole('button').last().focus()
    await press('Tab')
    await expect.poll(here).toBe('button secondary')
    await pane.getByRole('button').first().focus()
    await press('Shift+Tab')
    await expect.poll(here).toBe('tab')
  })
})

describe('the clipboard', () => {
  test('a paste of 3 × 3 lands in nine cells and selects them', async () => {
    await clipboard('a\t1\tx\r\nb\t2\t"y ""q"""\r\nc\t3\tz\r\n')
    await cell(page, 'A20').click()
    await press('Control+v')
    expect([await shows('A20'), await shows('B22'), await shows('C21')]).toEqual([
      'a',
      '3',
      'y "q"',
    ])
    expect(await page.getByLabel('Name box').inputValue()).toBe('A20:C22')
  })

  test('one cell is pasted into every selected cell', async () => {
    await clipboard('29-Karnataka')
    await cell(page, 'E20').click()
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v')
    expect([await shows('E20'), await shows('E22'), await shows('E23')]).toEqual([
      '29-Karnataka',
      '29-Karnataka',
      '',
    ])
  })

  test('a copy is what the cells show, tab by tab', async () => {
    await cell(page, 'B2').click()
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'INV/1\t01-Oct-2026\r\nINV/2\t02-Oct-2026',
    )
  })
})

describe('a protected sheet', () => {
  beforeEach(() => page.getByRole('tab', { name: 'locked' }).click())

  test('refuses a locked cell with a sentence, and takes an unlocked one', async () => {
    await cell(page, 'A1').click()
    await page.keyboard.type('x')
    await page.getByRole('alert').getByText('A1 is locked').waitFor()
    expect(await shows('A1')).toBe('GSTIN')
    await cell(page, 'A3').click()
    await page.keyboard.type('free')
    await press('Enter')
    expect(await shows('A3')).toBe('free')
    expect(await page.getByRole('alert').innerText()).toBe('')
  })

  test.each(['Insert row above', 'Delete row', 'Sort by this column'])(
    'refuses: %s',
    async (act) => {
      await cell(page, 'B3').click()
      await page.getByRole('button', { name: act }).click()
      await page.getByRole('alert').getByText('because the sheet locked is protected').waitFor()
    },
  )
})

describe('rows', () => {
  test('a row inserted above moves the values and the marks down', async () => {
    const pane = await paneFrame(page)
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('b2b').getRange('B3:B3')
        const format = range.conditionalFormats.add('Custom')
        format.custom.rule.formula = '=TRUE'
        format.custom.format.fill.color = '#FFC7CE'
        await context.sync()
      }),
    )
    const isRed = (address: string) =>
      cell(page, address).evaluate(
        (element) => getComputedStyle(element).backgroundColor === 'rgb(255, 199, 206)',
      )
    expect([await isRed('B3'), await isRed('B4')]).toEqual([true, false])
    await cell(page, 'A2').click()
    await page.getByRole('button', { name: 'Insert row above' }).click()
    expect([await isRed('B3'), await isRed('B4')]).toEqual([false, true])
    expect([await shows('B2'), await shows('B4')]).toEqual(['', 'INV/2'])
    await page.getByRole('button', { name: 'Delete row' }).click()
    expect([await isRed('B3'), await shows('B2')]).toEqual([true, 'INV/1'])
  })

  test('a sort leaves the header where it is', async () => {
    await cell(page, 'D4').click()
    await page.getByRole('button', { name: 'Sort by this column' }).click()
    expect([await shows('D1'), await shows('B2'), await shows('B6')]).toEqual([
      'Value',
      'INV/5',
      'INV/1',
    ])
  })
})

describe('the pane', () => {
  test('finds Excel through office.js, and reads a range', async () => {
    const pane = await paneFrame(page)
    const found = await pane.evaluate(async () => {
      const { host, platform } = await Office.onReady()
      const values = await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('b2b').getRange('A1:B2')
        range.load('values')
        await context.sync()
        return range.values as unknown[][]
      })
      return { host: String(host), platform: String(platform), values }
    })
    expect(found).toEqual({
      host: 'Excel',
      platform: 'OfficeOnline',
      values: [
        ['GSTIN', 'Number'],
        ['29AAACC1206D1ZM', 'INV/1'],
      ],
    })
  })

  test('hears what is selected, and a cell that it selects comes into view on its sheet', async () => {
    const pane = await paneFrame(page)
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.onSelectionChanged.add(async ({ address }) => {
          document.title = address
        })
        await context.sync()
      }),
    )
    await cell(page, 'C4').click()
    await press('Shift+ArrowRight')
    await pane.waitForFunction(() => document.title === 'C4:D4')
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('cdnr').activate()
        context.workbook.worksheets.getItem('cdnr').getRange('B400').select()
        await context.sync()
      }),
    )
    await cell(page, 'B400').waitFor()
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('cdnr')
    const box = await cell(page, 'B400').boundingBox()
    expect(box?.y).toBeGreaterThan(100)
    expect(box?.y).toBeLessThan(720)
  })

  test('is 350 pixels wide, and no narrower than 320', async () => {
    const frame = page.locator('iframe')
    expect((await frame.boundingBox())?.width).toBe(350)
    await page.getByRole('separator').focus()
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    expect((await frame.boundingBox())?.width).toBe(320)
  })
})

describe('files', () => {
  test('what was typed is in the download; before that, leaving asks', async () => {
    await cell(page, 'B2').click()
    await page.keyboard.type('TYPED/1')
    await press('Enter')
    await page.getByText('not downloaded yet').waitFor()

    const leaving = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const question = await leaving
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()

    let asked = ''
    page.once('dialog', (dialog) => {
      asked = dialog.message()
      void dialog.dismiss()
    })
    await page.getByRole('button', { name: 'Sample company', exact: true }).click()
    expect(asked).toContain('small.xlsx has changes')
    expect(await shows('B2')).toBe('TYPED/1')

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('small.xlsx')
    const read = await readWorkbook(await readFile(await download.path()), 'small.xlsx')
    const first = read.ok ? read.value.sheets[0] : undefined
    expect(first?.cells.find(({ row, column }) => row === 1 && column === 1)?.value).toBe('TYPED/1')
    await page.getByText('not downloaded yet').waitFor({ state: 'detached' })

    await page.getByLabel('Workbook to open').setInputFiles(await download.path().then(asXlsx))
    await page.getByRole('heading', { name: 'again.xlsx' }).waitFor()
    expect(await shows('B2')).toBe('TYPED/1')
  })

  test('a file that is no workbook is refused in words, and what is open stays', async () => {
    await page
      .getByLabel('Workbook to open')
      .setInputFiles({ name: 'notes.xlsx', mimeType: '', buffer: Buffer.from('hello') })
    await page.getByRole('alert').getByText('This is no .xlsx workbook').waitFor()
    expect(await shows('B2')).toBe('INV/1')
  })
})

const asXlsx = async (path: string) => ({
  name: 'again.xlsx',
  mimeType: '',
  buffer: await readFile(path),
})

describe('a hundred thousand rows', () => {
  test('open, scroll and end with few nodes', async () => {
    await page.getByRole('button', { name: 'Protected sample' }).click()
    await page.getByRole('heading', { name: 'large.xlsx' }).waitFor()
    const grid = page.getByRole('grid')
    await cell(page, 'A2').click()
    await press('Control+End')
    expect(await shows(`B${ROWS + 1}`)).toBe(`INV/${ROWS}`)
    for (const part of [0.2, 0.5, 0.9, 0.1]) {
      await grid.evaluate((element, to) => element.scrollTo(0, to * element.scrollHeight), part)
      await page.waitForTimeout(50)
      expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3000)
    }
  })
})

describe('pairing', () => {
  test('the code leaves the address, and the page stays paired when it is opened again', async () => {
    expect(page.url()).toBe(`${served.url}/preview`)
    expect(await page.evaluate(() => localStorage.getItem('gstr1-token'))).toMatch(/^[\w-]{43}$/)
    await page.reload()
    await page.getByRole('grid').waitFor()
  })

  test('without a code the page asks for one', async () => {
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await page.getByLabel('Code').fill(served.pairing.newCode().code)
    await page.getByRole('button', { name: 'Pair' }).click()
    await page.getByRole('grid').waitFor()
  })
})

describe.each(Object.entries(LOOKS))('%s', (_, look) => {
  test('axe finds nothing, while reading and while typing', async () => {
    await page.emulateMedia(look)
    // The pane's own tests judge what is in its frame.
    const found = () => violations(page, { iframes: false })
    await cell(page, 'B3').click()
    await press('Shift+ArrowDown')
    expect(await found()).toEqual([])
    await page.keyboard.type('x')
    expect(await found()).toEqual([])
  })
})
