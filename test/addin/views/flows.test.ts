// What the pane does with the agent's answers: real views, store and calls in a browser; only the answers are scripted.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input, ReturnView, SessionView, Work } from '../../../agent/http/contract.ts'
import type { Taxpayer } from '../../../templates/taxpayer.ts'
import { done, refuse } from '../../../templates/problems/problem.ts'
import { openGallery, type GalleryPage } from './gallery-page.ts'
import { gstin, PERIOD, RETURN, taxpayer } from './gallery-states.ts'

let gallery: GalleryPage
let page: Page

beforeAll(async () => {
  gallery = await openGallery()
  page = gallery.page
}, 60_000)

afterAll(() => gallery.close())

beforeEach(async () => {
  gallery.answer({})
  await page.evaluate(() => localStorage.clear())
  await page.reload()
})

const show = (name: string) => page.evaluate((shown) => window.gallery.show(shown), name)
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const field = (label: string) => page.getByLabel(label, { exact: true })
const isOff = async (name: string) =>
  (await page.getByRole('button', { name }).getAttribute('aria-disabled')) === 'true'
const text = () => page.locator('main').innerText()
const shows = (wanted: string | RegExp) => page.locator('main').getByText(wanted).first().waitFor()

const of = { gstin: taxpayer.gstin, period: PERIOD }
const SIGNED_IN: SessionView = { signedIn: true, signing: 'evc' }
const WORK: Work = {
  kind: 'save',
  step: 'waiting-for-portal',
  done: 0,
  total: 1,
  since: '2025-07-09T10:31:00.000Z',
}

describe('pairing', () => {
  test('a right code buys the token that every later call carries', async () => {
    const seen: (string | null)[] = []
    gallery.answer({
      pair: ({ code }) =>
        code === 'AB12CD34' ? done({ token: 'secret-token' }) : refuse('pairing-code-wrong'),
      about: (_, headers) => {
        seen.push(headers.get('authorization'), headers.get('x-agent-api'))
        return done({ version: '1', environment: 'live', hasKeys: false, taxpayers: [] })
      },
    })
    await show('pair')
    await field('Code').fill('ab12 cd34')
    await press('Pair')
    await shows('Sandbox account')
    expect(seen).toEqual(['Bearer secret-token', '1'])
  })

  test('a wrong code is told, and another can be typed', async () => {
    gallery.answer({ pair: () => refuse('pairing-code-wrong', { triesLeft: 4 }) })
    await show('pair')
    await field('Code').fill('WRONG000')
    await press('Pair')
    await shows('The code is not right')
    expect(await field('Code').inputValue()).toBe('WRONG000')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  test('a token that the agent no longer knows is forgotten, and the pane asks for a code', async () => {
    await page.evaluate(() => localStorage.setItem('gstr1-token', 'old'))
    gallery.answer({ requestOtp: () => refuse('not-paired') })
    await show('connect-open')
    await press('Ask for OTP')
    await shows('Pair with the agent')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })
})

describe('connecting', () => {
  test('the facts reach the agent in paise, and the OTP signs in', async () => {
    const kept: Taxpayer[] = []
    const otps: string[] = []
    gallery.answer({
      setTaxpayer: (facts) => {
        kept.push(facts)
        return done(facts)
      },
      about: () =>
        done({ version: '1', environment: 'practice', hasKeys: true, taxpayers: [taxpayer] }),
      session: () => done({ signedIn: false, signing: 'evc' }),
      state: () => done(RETURN),
      requestOtp: () => done({ sentAt: '2025-07-09T10:31:00.000Z' }),
      signIn: ({ otp }) => {
        otps.push(otp)
        return done({ ...SIGNED_IN, expiresAt: '2025-07-09T16:02:00.000Z' })
      },
    })
    await show('connect-new')
    await field('GSTIN').fill(taxpayer.gstin.toLowerCase())
    await field('User name on the GST portal').fill(' lakhani.traders ')
    await field('Turnover last financial year, ₹').fill('12,45,63,210.50')
    await field('Turnover this year to date, ₹').fill('31204118')
    await field('PAN of the person who signs (needed to file)').fill('aaapl1234c')
    await press('Keep and go on')
    await press('Ask for OTP')
    await field('OTP').fill('575757')
    await page.keyboard.press('Enter')
    await shows(/Signed in until 21:32/)
    expect(kept).toEqual([taxpayer])
    expect(otps).toEqual(['575757'])
    expect(await page.locator('.identity').innerText()).toContain('June 2025')
  })

  test.each([
    ['24AAAPL', '7 of 15 characters'],
    [taxpayer.gstin.slice(0, 14) + 'A', 'The check character does not fit'],
    ['AAAAAAAAAAAAAAA', 'A GSTIN is two digits of the state'],
    [taxpayer.gstin, '✓ The check character is right.'],
  ])('the GSTIN is judged while it is typed: %s', async (typed, said) => {
    await show('connect-new')
    await field('GSTIN').pressSequentially(typed)
    await shows(said)
    expect(await isOff('Keep and go on')).toBe(true)
  })

  test('a company is told about DSC before it asks for any OTP', async () => {
    await show('connect-new')
    await field('GSTIN').fill(gstin('24AABCS4321K1Z'))
    await shows('A company signs with its DSC')
  })

  test('a workbook that was saved for another taxpayer cannot be taken for this one', async () => {
    await show('connect-other-workbook')
    await shows('This workbook belongs to another taxpayer')
    expect(await isOff('Keep and go on')).toBe(true)
  })

  test('without the agent nothing that was typed is lost', async () => {
    await show('connect-otp-sent')
    await field('OTP').fill('575757')
    await press('Sign in')
    await shows('The agent is not running')
    expect(await field('OTP').inputValue()).toBe('575757')
    await press('Close')
    expect(await text()).not.toContain('The agent is not running')
  })

  test('a press that takes its button away leaves the keyboard at the view, not nowhere', async () => {
    gallery.answer({ requestOtp: () => done({ sentAt: '2025-07-09T10:31:00.000Z' }) })
    await show('connect-open')
    await page.getByRole('button', { name: 'Ask for OTP' }).focus()
    await page.keyboard.press('Enter')
    await field('OTP').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
  })
})

describe('checking', () => {
  test('thousands of problems are drawn a hundred at a time, at once', async () => {
    const milliseconds = await page.evaluate(() => {
      const began = performance.now()
      window.gallery.show('check-thousands')
      document.body.getBoundingClientRect()
      return performance.now() - began
    })
    expect(await page.locator('.problems li').count()).toBe(100)
    expect(milliseconds).toBeLessThan(500)
    await press('Show 100 more of 2,000')
    expect(await page.locator('.problems li').count()).toBe(200)
    await page.getByLabel('Warnings 667').check()
    expect(await page.locator('.problems li').count()).toBe(100)
    expect(await text()).toContain('The first 2,000 of 12,345 are listed.')
  })
})

describe('saving', () => {
  test('many removals are sent only when their number was typed', async () => {
    await show('save-plan-removals')
    const number = page.getByLabel(/24 documents will be removed/)
    expect(await isOff('Send to the portal')).toBe(true)
    await number.fill('23')
    expect(await isOff('Send to the portal')).toBe(true)
    await number.fill('24')
    expect(await isOff('Send to the portal')).toBe(false)
  })

  test('a lost session asks for its OTP, and the work goes on across a broken connection', async () => {
    let watches = 0
    gallery.answer({
      requestOtp: () => done({ sentAt: '2025-07-09T10:31:00.000Z' }),
      signIn: () => done(SIGNED_IN),
      watch: () => {
        watches += 1
        const saving: ReturnView = { ...RETURN, stage: 'saving', work: WORK }
        const lastSave = { at: '2025-07-09T10:32:00.000Z', sent: 3, accepted: 3, refused: 0 }
        const saved: ReturnView = { ...RETURN, stage: 'saved', lastSave }
        return watches === 1
          ? { lines: [saving], broken: true }
          : { lines: [saving, saved], broken: false }
      },
    })
    await show('save-waiting-sign-in')
    await press('Ask for OTP')
    await field('OTP').fill('575757')
    await press('Sign in')
    await shows('The agent does not answer')
    await shows('The portal accepted the save')
    expect(watches).toBe(2)
  })
})

describe('filing', () => {
  const filed: ReturnView = {
    ...RETURN,
    stage: 'filed',
    ack: 'ACK1',
    arn: 'XX240625000123P',
    filedOn: '2025-07-09',
  }
  const otpRequested: ReturnView = { ...RETURN, stage: 'otpRequested' }
  const FILE = 'File GSTR-1 for June 2025'

  test('OTP, four characters, one press; "filed" is said with the ARN and not before', async () => {
    const sent: Input<'file'>[] = []
    let finish = (): void => undefined
    const finished = new Promise<void>((resolve) => (finish = resolve))
    const accepted: ReturnView = {
      ...RETURN,
      stage: 'accepted',
      ack: 'ACK1',
      work: { ...WORK, kind: 'confirm', step: 'confirming-arn' },
    }
    gallery.answer({
      requestEvc: () => done(otpRequested),
      file: (input) => {
        sent.push(input)
        return done(accepted)
      },
      watch: () => ({ lines: [filed], broken: false, after: finished }),
    })
    await show('file-ready')
    await press('Ask for OTP')
    expect(await isOff(FILE)).toBe(true)
    await field('EVC OTP').fill('575757')
    await field('Last four characters of the GSTIN').fill('0000')
    expect(await isOff(FILE)).toBe(true)
    await field('Last four characters of the GSTIN').fill(taxpayer.gstin.slice(-4).toLowerCase())
    await page.getByRole('button', { name: FILE }).dblclick()
    await shows('Accepted, waiting for the ARN')
    expect(await text()).not.toContain('is filed')
    finish()
    await shows('GSTR-1 for June 2025 is filed')
    expect(await text()).toContain('XX240625000123P')
    expect(sent).toEqual([
      { ...of, checksum: 'abc', otp: '575757', confirmation: taxpayer.gstin.slice(-4) },
    ])
  })

  test('a lost answer is unknown, never failed, and File stays shut', async () => {
    const unknown: ReturnView = {
      ...RETURN,
      stage: 'filing',
      work: { ...WORK, kind: 'confirm', step: 'asking-portal' },
    }
    let watches = 0
    gallery.answer({
      watch: () => {
        watches += 1
        return { lines: watches === 1 ? [otpRequested] : [unknown], broken: true }
      },
    })
    // Counted in the page: Chromium itself sends a POST again when a kept-alive connection dies unanswered.
    let asked = 0
    page.on('request', (request) => {
      if (request.url().endsWith('/api/file')) asked += 1
    })
    await show('file-otp')
    await field('EVC OTP').fill('575757')
    await field('Last four characters of the GSTIN').fill(taxpayer.gstin.slice(-4))
    await press(FILE)
    await shows('The agent is not running')
    expect(await isOff(FILE)).toBe(true)
    await page.keyboard.press('Enter')
    await shows('Sent; the outcome is not known yet')
    expect(await text()).not.toMatch(/failed/i)
    expect(asked).toBe(1)
  })

  test('a lost filing ends as not filed only on the word of someone who looked on the portal', async () => {
    const words: string[] = []
    gallery.answer({
      notFiled: ({ confirmation }) => {
        words.push(confirmation)
        return done({ ...RETURN, stage: 'ready' })
      },
    })
    await show('file-unknown')
    await page.getByText('Still unknown after a long wait?').click()
    expect(await isOff('It is not filed there')).toBe(true)
    await field('To confirm that you looked, type NOT FILED').fill('not filed')
    await press('It is not filed there')
    await shows('Sign and file')
    expect(words).toEqual(['NOT FILED'])
  })

  test('a company signs on the portal and then has the ARN looked for', async () => {
    let asked = 0
    gallery.answer({
      signedOnPortal: () => {
        asked += 1
        return asked === 1 ? refuse('no-arn-yet') : done(filed)
      },
    })
    await show('file-company')
    expect(await text()).not.toContain('EVC OTP')
    await press('I have filed')
    await shows('No ARN yet')
    await press('I have filed')
    await shows('GSTR-1 for June 2025 is filed')
  })

  test('documents are left out by name, with a tick and a typed word', async () => {
    const left: string[][] = []
    gallery.answer({
      leaveOut: ({ documents }) => {
        left.push(documents)
        return done({ ...RETURN, stage: 'ready', heldBack: documents, leftOut: true })
      },
    })
    await show('file-held-back')
    expect(await text()).not.toContain('Ask for OTP')
    await field('To confirm, type LEAVE OUT').fill('leave out')
    expect(await isOff('Leave them out')).toBe(true)
    await page.getByLabel('Leave these documents out of this return').check()
    await press('Leave them out')
    await shows('Left out of this return: LT/25-26/0188, LT/25-26/0203, CN/25-26/0011.')
    expect(left).toEqual([['LT/25-26/0188', 'LT/25-26/0203', 'CN/25-26/0011']])
  })

  test('differences must be looked at before anything can be signed', async () => {
    await show('file-differs')
    expect(await text()).not.toContain('Ask for OTP')
    await page.getByLabel(/I have looked at the differences/).check()
    expect(await text()).toContain('Ask for OTP')
  })
})
