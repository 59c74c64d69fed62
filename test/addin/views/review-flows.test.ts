// What a person does with a review: look at the figures, the causes and the documents behind them, sign in spite of a
// difference, and keep what was filed. As in flows.test.ts only the agent's answers are scripted.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../../agent/http/contract.ts'
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import type { SectionRows } from '../../../agent/http/outputs/review.ts'
import { done } from '../../../templates/problems/problem.ts'
import type { Taxpayer } from '../../../templates/taxpayer.ts'
import { gallery, page, show, shows, text } from './gallery-desk.ts'
import { PERIOD, RETURN, taxpayer, totals } from './gallery-states.ts'

const of = { gstin: taxpayer.gstin, period: PERIOD }
const ROW = { sheet: 'b2b,sez,de', row: 66, columns: [2], key: [] }

beforeEach(async () => {
  gallery.answer({})
  await page.reload()
})

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
const field = (label: string | RegExp) => page.getByLabel(label)
const isOff = async (name: string) =>
  (await page.getByRole('button', { name }).getAttribute('aria-disabled')) === 'true'

/** Excel with a workbook whose rows are where they were, or gone. */
const openExcel = (isThere: boolean) =>
  page.evaluate((there) => {
    const selected: number[][] = []
    const sheet = {
      isNullObject: !there,
      visibility: 'Visible',
      load: () => undefined,
      activate: () => undefined,
      getRangeByIndexes: (...at: number[]) => ({ select: () => selected.push(at) }),
    }
    const context = {
      workbook: { worksheets: { getItemOrNullObject: () => sheet } },
      sync: () => Promise.resolve(),
    }
    const run = (_: unknown, work: (given: unknown) => unknown) => Promise.resolve(work(context))
    Object.assign(globalThis, { Excel: { run }, selected })
  }, isThere)

describe('the figures of the return', () => {
  test('documents, taxable value and liability by head; what is not in them is said', async () => {
    await show('file-in-full')
    const glance = await page.locator('.glance').innerText()
    expect(glance).toMatch(/Invoices and notes\s+1,213 documents/)
    expect(glance).toMatch(/Total liability\s+₹2,45,89,160.22/)
    expect(await page.locator('.beside li').allInnerTexts()).toEqual([
      '17 credit notes, −₹2,12,000.40 and −₹38,160.07 tax, taken off already.',
      'Not in it: ₹15,120.00 tax under reverse charge, which the customer pays.',
      'Not in it: ₹3,10,000.00 nil rated, exempt and non-GST.',
      'Not in it: 4 amendments. Only the portal knows the difference to the original.',
    ])
  })

  test('every figure of the chart stands in a table too, and the longest bar fills the width', async () => {
    await show('file-in-full')
    await page.getByText('All figures by rate').click()
    const tables = page.locator('.rate-table')
    expect(await tables.locator('caption').allInnerTexts()).toEqual([
      ...['0%', '5%', '12%', '18%', '28%', '40%'],
    ])
    expect(await tables.nth(4).innerText()).toMatch(/Cess\s+14,40,000.00/)
    const ends = await page
      .locator('.bar')
      .evaluateAll((bars) =>
        bars.map((bar) =>
          Math.max(
            ...[...bar.querySelectorAll('rect')].map(
              (box) => box.x.baseVal.value + box.width.baseVal.value,
            ),
          ),
        ),
      )
    expect(Math.max(...ends)).toBeCloseTo(288, 1)
    expect(Math.min(...ends)).toBeGreaterThan(0)
  })

  test('HSN stands open where it differs from its documents', async () => {
    await show('file-in-full')
    const hsn = page.locator('section', { hasText: 'HSN against documents' })
    expect(await hsn.locator('details[open] summary').innerText()).toMatch(/B2C\)\s+≠ differs/)
    expect(await hsn.locator('details[open]').innerText()).toMatch(
      /12,04,500.00\s+11,84,500.00\s+20,000.00/,
    )
  })
})

describe('a difference', () => {
  test('is explained by cause, and what is left is said to be unexplained', async () => {
    await show('file-explained')
    expect(await page.locator('.review .causes li').allInnerTexts()).toEqual([
      '₹1.20 tax: rounding in 14 documents.',
      '₹1,25,000.00 and ₹22,500.00 tax: 2 documents only on the portal, from other software.',
      '−₹4,000.00 and −₹720.00 tax: 1 document refused by the portal.',
      '₹340.00: not explained. Pull what the portal holds and compare.',
    ])
  })

  test('leads to its documents, page by page, and to their rows in Excel', async () => {
    const asked: Input<'rowsOf'>[] = []
    const page1: SectionRows = {
      section: 'b2b',
      only: 'differing',
      from: 0,
      count: 51,
      differing: 51,
      rows: [{ document: 'INV-1', state: 'refused', sheet: totals(1, 100), cells: [ROW] }],
    }
    gallery.answer({
      rowsOf: (input) => {
        asked.push(input)
        return done({ ...page1, from: input.from, only: input.only })
      },
    })
    await openExcel(true)
    await show('file-differs')
    await press('Show the documents that differ')
    await shows('INV-1')
    expect(await text()).toMatch(
      /INV-1 ≠ refused by the portal\s+Sheet\s+₹100.00, tax ₹18.00\s+Portal\s+nothing/,
    )
    await press('Next 50')
    await shows('51 documents differ; 51–51 are shown.')
    await press('Previous 50')
    await press('All documents')
    await shows('51 documents, 51 differing; 1–1 are shown.')
    const input = { ...of, section: 'b2b' }
    expect(asked).toEqual([
      { ...input, from: 0, only: 'differing' },
      { ...input, from: 50, only: 'differing' },
      { ...input, from: 0, only: 'differing' },
      { ...input, from: 0, only: 'all' },
    ])
    await press('Go to row 67 on b2b,sez,de')
    await expect
      .poll(() => page.evaluate(() => (globalThis as { selected?: unknown }).selected))
      .toEqual([[66, 2, 1, 1]])
    await press('Hide')
    expect(await page.locator('.section-rows').count()).toBe(0)
  })

  test('whose row is gone says so beside it', async () => {
    await openExcel(false)
    await show('file-explained')
    await press(/^Go to rows 67 to 68/)
    await page.locator('.section-rows li', { hasText: '0188' }).getByText('no longer in').waitFor()
    expect(await page.getByText('This row is no longer in the workbook').count()).toBe(1)
  })

  test('goes with the filing once it was typed, and only for the review it was typed under', async () => {
    const sent: Input<'file'>[] = []
    const otpRequested: ReturnView = { ...RETURN, stage: 'otpRequested' }
    gallery.answer({
      requestEvc: () => done(otpRequested),
      file: (input) => {
        sent.push(input)
        return done(otpRequested)
      },
    })
    await show('file-differs')
    await field(/^To go on, type/).fill('file with this difference')
    await page.keyboard.press('Enter')
    await press('Ask for OTP')
    await field('EVC OTP').fill('575757')
    await field('Last four characters of the GSTIN').fill(taxpayer.gstin.slice(-4))
    await page.keyboard.press('Enter')
    await expect
      .poll(() => sent)
      .toMatchObject([{ ...of, checksum: 'abc', differences: 'FILE WITH THIS DIFFERENCE' }])
  })
})

describe('signing', () => {
  const PAN = 'PAN of the person who signs'
  /** The taxpayers that are kept. */
  function keeping(): Taxpayer[] {
    const kept: Taxpayer[] = []
    gallery.answer({
      setTaxpayer: (facts) => {
        kept.push(facts)
        return done(facts)
      },
      about: () =>
        done({ version: '1', environment: 'practice', hasKeys: true, taxpayers: [taxpayer] }),
    })
    return kept
  }
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

  test('asks for the signatory’s PAN before the first OTP, by keyboard, and then shows it masked', async () => {
    const kept = keeping()
    await show('file-no-pan')
    expect(await text()).not.toContain('Ask for OTP')
    await field(PAN).fill('aaapl1234')
    await shows('A PAN is five letters, four digits and a letter.')
    await page.keyboard.press('Enter')
    await field(PAN).fill('aaapl1234c')
    await page.keyboard.press('Enter')
    await shows('AAAxxxxx4C')
    expect(kept).toEqual([taxpayer])
    expect(await text()).not.toContain('AAAPL1234C')
    await expect.poll(focused).toBe('Change the signatory’s PAN')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ask for OTP')
  })

  test('shows the signatory masked; another is given on the spot, or not after all', async () => {
    const kept = keeping()
    await show('file-ready')
    expect(await text()).toContain('AAAxxxxx4C')
    const change = page.getByRole('button', { name: 'Change the signatory’s PAN' })
    await change.focus()
    await page.keyboard.press('Enter')
    expect(await change.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('Tab')
    await page.keyboard.type('zzz')
    await page.keyboard.press('Escape')
    await expect.poll(() => field(PAN).count()).toBe(0)
    expect(await focused()).toBe('Change the signatory’s PAN')
    await page.keyboard.press('Enter')
    expect(await field(PAN).inputValue()).toBe('')
    await field(PAN).fill('BBBPM4321D')
    await press('Keep')
    await shows('BBBxxxxx1D')
    expect(kept).toEqual([{ ...taxpayer, signatoryPan: 'BBBPM4321D' }])
    expect(await field(PAN).count()).toBe(0)
    expect(await focused()).toBe('Change the signatory’s PAN')
  })

  test('a refused PAN stays in its field', async () => {
    gallery.answer({})
    await show('file-no-pan')
    await field(PAN).fill('AAAPL1234C')
    await press('Keep')
    await shows('The agent is not running')
    expect(await field(PAN).inputValue()).toBe('AAAPL1234C')
  })

  test('another OTP must wait its time, and so much is said', async () => {
    await show('file-otp')
    expect(await isOff('Ask for another OTP')).toBe(true)
    await shows('Another can be asked for in 40 s, at 16:02.')
    await show('file-no-otp-left')
    expect(await isOff('Ask for another OTP')).toBe(true)
    await shows('Three were asked for within 15 minutes.')
    await shows('in 8 min, at 16:09.')
  })
})

describe('what was filed', () => {
  test('can be copied whole, and says that it is practice', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await show('file-filed-with-difference')
    await press('Copy ARN')
    await shows('Copied.')
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    expect(await clipboard()).toBe('XX240625000123P')
    await press('Copy all')
    await expect
      .poll(clipboard)
      .toContain('Not a real filing: practice portal\nARN: XX240625000123P')
    expect(await clipboard()).toContain('Signed with EVC by PAN: AAAxxxxx4C')
    expect(await clipboard()).toContain('Portal less sheets: ₹1,25,340.00 and ₹22,561.20 tax')
  })

  test('cannot be copied where the browser forbids it, and that is said', async () => {
    await page.context().clearPermissions()
    await page.evaluate(() =>
      Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error('no')) }),
    )
    await show('file-filed')
    await press('Copy ARN')
    await shows('Not allowed here: select it and press Ctrl+C.')
  })
})
