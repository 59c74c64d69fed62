// The first minute, the return on top of every step, and a workbook that belongs to another return.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { done, refuse } from '../../../templates/problems/problem.ts'
import { gallery, page, show, shows, text } from './gallery-desk.ts'
import { FIRM, PERIOD, RETURN, taxpayer } from './gallery-states.ts'

beforeEach(async () => {
  gallery.answer({})
  await page.evaluate(() => localStorage.clear())
  await page.reload()
})

const button = (name: string | RegExp) => page.getByRole('button', { name })

const refusing = (operation: string, code: string) => () =>
  refuse('portal', { operation, code, message: 'as the portal says it' })

test('the page itself shows what the pane draws first, so that nothing jumps', async () => {
  const html = await readFile(resolve(import.meta.dirname, '../../../addin/taskpane.html'), 'utf8')
  await show('starting')
  const [written, drawn] = await page.evaluate((text) => {
    const inPage = new DOMParser().parseFromString(text, 'text/html')
    return [inPage, document].map((each) =>
      [...each.querySelectorAll('#pane > :not([role=status]), #pane > * > *')].map(
        ({ tagName, children, textContent }) =>
          children.length > 0 ? tagName : `${tagName} ${textContent}`,
      ),
    )
  }, html)
  expect(written).toEqual(drawn)
})

test('a workbook that Excel did not let us read is told, with a way to try again', async () => {
  gallery.answer({
    about: () => done({ version: '1', environment: 'live', hasKeys: false, taxpayers: [] }),
  })
  await show('starting')
  expect(await page.locator('main button').count()).toBe(0)
  await show('starting-workbook-unread')
  expect(await text()).not.toContain('Looking for the sync agent')
  await button('Try again').click()
  await shows('Sandbox account')
})

describe('what a first real return needs', () => {
  test('is ticked off where the pane knows, and the user’s own ticks stay', async () => {
    await show('connect-live')
    await shows('For a first real return: 2 of 4 in place')
    await page.getByLabel('API access switched on at the GST portal, for 30 days').check()
    await shows('For a first real return: 3 of 4 in place')
    await page.reload()
    await show('connect-live')
    await shows('For a first real return: 3 of 4 in place')
  })

  test('API access is a matter of one GSTIN', async () => {
    await show('connect-live')
    await page.getByLabel('API access switched on at the GST portal, for 30 days').check()
    await page.evaluate(() => {
      const ticked = localStorage.getItem('gstr1-ticked') ?? ''
      localStorage.setItem('gstr1-ticked', ticked.replace(/ .*$/m, ' 29AAGFZ1234S1ZE'))
    })
    await show('connect-live')
    await shows('For a first real return: 2 of 4 in place')
  })

  test('in practice no account is asked for', async () => {
    await show('connect-open')
    await page.getByText('For a first real return').click()
    expect(await text()).toContain('Sandbox key and secret (not needed in practice)')
  })
})

describe('a portal that lets nobody in', () => {
  test.each([
    ['AUTH4037', 'Open My Profile, then Manage API Access.'],
    ['AUTH4041', 'Change the user name'],
    ['AUTH403', 'Sign out in other software'],
    ['AUTH_9002', 'Log in at gst.gov.in'],
  ])('%s is told where the OTP is asked for, with its remedy', async (code, remedy) => {
    gallery.answer({ requestOtp: refusing('request-otp', code) })
    await show('connect-live')
    await page.locator('summary').click()
    await button('Ask for OTP').click()
    await page.getByRole('alert').waitFor()
    await shows(remedy)
    expect(await page.locator('.message-bar').count()).toBe(0)
  })

  test('the wrong user name leads to the field where it stands', async () => {
    gallery.answer({ requestOtp: refusing('request-otp', 'AUTH4032') })
    await show('connect-live')
    await button('Ask for OTP').click()
    await button('Change the user name').click()
    expect(await page.getByLabel('User name on the GST portal').inputValue()).toBe(
      taxpayer.username,
    )
  })
})

describe('problems in Hindi', () => {
  test('are asked for in a quiet place, marked as Hindi, and kept; what has no Hindi is English', async () => {
    await show('connect-open')
    await page.getByLabel('Problems are told in').selectOption('हिन्दी (unreviewed)')
    await page.waitForFunction(() => localStorage.getItem('gstr1-language') === 'hi')
    await page.reload()
    await show('check-problems')
    const words = page.locator('.problem [lang=hi]')
    expect(await words.first().innerText()).toMatch(/\p{Script=Devanagari}/u)
    await show('save-refused')
    const portal = await page.locator('.problem').first().innerHTML()
    expect(portal).toMatch(/lang="(hi|en-IN)"/)
    expect(await page.locator('html').getAttribute('lang')).toBe('en-IN')
  })
})

describe('the return on top', () => {
  const about = { version: '1', environment: 'practice', hasKeys: true } as const

  test('another month is two presses, from any step, by keyboard too', async () => {
    const asked: string[] = []
    gallery.answer({
      about: () => done({ ...about, taxpayers: [taxpayer] }),
      session: () => done({ signedIn: false, signing: 'evc' }),
      state: ({ period }) => {
        asked.push(period)
        return done({ ...RETURN, period })
      },
    })
    await show('save-before')
    await button(/June 2025/).focus()
    await page.keyboard.press('Enter')
    await button('May 2025').focus()
    await page.keyboard.press('Enter')
    await button(/May 2025/).waitFor()
    await expect.poll(() => asked).toEqual(['052025'])
    expect(await page.locator('.choices').isVisible()).toBe(false)
  })

  test('Escape leaves it as it is, and the keyboard where it was', async () => {
    await show('connect-live')
    await button(/June 2025/).click()
    await button('May 2025').focus()
    await page.keyboard.press('Escape')
    expect(await page.locator('.choices').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('identity')
  })

  test('another known taxpayer is two presses', async () => {
    const asked: string[] = []
    gallery.answer({
      session: ({ gstin }) => {
        asked.push(gstin)
        return done({ signedIn: false, signing: 'dsc' })
      },
      state: () => done({ ...RETURN, environment: 'live' }),
    })
    await show('connect-live')
    await button(/June 2025/).click()
    await button(/sabarmati/).click()
    await shows('This workbook belongs to another return')
    expect(asked).toHaveLength(1)
  })
})

describe('a workbook of another return', () => {
  test.each([
    ['bound-to-other-month', 'May 2025'],
    ['bound-to-other-taxpayer', FIRM],
    ['bound-to-practice', 'practice'],
  ])('%s: both values are named, and no step can be taken', async (state, value) => {
    await show(state)
    expect(await text()).toContain('This workbook belongs to another return')
    expect(await page.locator('.two-returns').innerText()).toContain(value)
    for (const step of ['Connect', 'Check', 'Save', 'File']) {
      await page.getByRole('navigation').getByText(step).click()
      await page.getByRole('heading', { name: 'Two returns' }).waitFor()
    }
    const bind = button('Bind the workbook anew')
    expect(await bind.getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel(/type BIND/).fill('bind')
    expect(await bind.getAttribute('aria-disabled')).toBe('false')
  })

  test('the pane can go to the workbook’s return', async () => {
    gallery.answer({
      session: () => done({ signedIn: false, signing: 'evc' }),
      state: ({ period }) => done({ ...RETURN, period }),
    })
    await show('bound-to-other-month')
    await button(`Go to ${taxpayer.gstin}, May 2025`).click()
    await button(/May 2025\s*: change/).waitFor()
    expect(await text()).not.toContain('another return')
    expect(PERIOD).toBe('062025')
  })

  test('whose taxpayer the agent does not know is asked for, with the GSTIN filled in', async () => {
    await show('bound-to-other-taxpayer')
    await button(new RegExp(`^Go to ${FIRM}`)).click()
    expect(await page.getByLabel('GSTIN', { exact: true }).inputValue()).toBe(FIRM)
  })
})
