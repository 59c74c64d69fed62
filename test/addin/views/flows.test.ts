// What the pane does with the agent's answers: real views, store and calls in a browser; only the answers are scripted.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../../agent/http/contract.ts'
import type { ReturnView, Work } from '../../../agent/http/outputs/return.ts'
import type { SessionView } from '../../../agent/http/outputs/session.ts'
import type { Taxpayer } from '../../../templates/taxpayer.ts'
import { done, refuse } from '../../../templates/problems/problem.ts'
import { gallery, page, show, shows, text } from './gallery-desk.ts'
import { gstin, PERIOD, RETURN, taxpayer, withoutPan } from './gallery-states.ts'

beforeEach(async () => {
  gallery.answer({})
  await page.evaluate(() => localStorage.clear())
  await page.reload()
})

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const field = (label: string) => page.getByLabel(label, { exact: true })
const isOff = async (name: string) =>
  (await page.getByRole('button', { name }).getAttribute('aria-disabled')) === 'true'

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
  test('the signatory’s PAN is shown masked: others look at the screen too', async () => {
    await show('connect-live')
    const shown = page.locator('dt', { hasText: 'Signatory’s PAN' }).locator('+ dd')
    expect(await shown.innerText()).toBe('AAAxxxxx4C')
  })

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
    expect(await text()).not.toContain('PAN of the person who signs')
    await press('Keep and go on')
    await press('Ask for OTP')
    await field('OTP').fill('575757')
    await page.keyboard.press('Enter')
    await shows(/Signed in until 21:32/)
    expect(kept).toEqual([withoutPan])
    expect(otps).toEqual(['575757'])
    expect(await page.locator('.identity').innerText()).toContain('June 2025')
  })

  test('each turnover says what it is for', async () => {
    await show('connect-new')
    for (const [label, why] of [
      ['Turnover last financial year, ₹', 'above ₹5 crore HSN codes need six digits'],
      ['Turnover this year to date, ₹', 'It goes into the return'],
    ] as const) {
      const about = await field(label).getAttribute('aria-describedby')
      expect(await page.locator(`#${about ?? ''}`).innerText()).toContain(why)
    }
  })

  test('facts that are changed later leave the signatory’s PAN as it was', async () => {
    const kept: Taxpayer[] = []
    gallery.answer({
      setTaxpayer: (facts) => {
        kept.push(facts)
        return done(facts)
      },
    })
    await show('connect-open')
    await press('Change these')
    await field('Turnover this year to date, ₹').fill('1')
    await press('Keep and go on')
    await expect.poll(() => kept).toEqual([{ ...taxpayer, turnoverToDate: 100 }])
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
    gallery.answer({
      setTaxpayer: (facts) => done(facts),
      about: () =>
        done({ version: '1', environment: 'practice', hasKeys: true, taxpayers: [taxpayer] }),
      session: () => done(SIGNED_IN),
      state: () => done(RETURN),
    })
    await show('connect-other-workbook')
    await press('Keep and go on')
    await shows('This workbook belongs to another return')
    expect(await text()).toContain(taxpayer.gstin)
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

  test('an OTP that was used, or that another was asked for, does not come back into the field', async () => {
    gallery.answer({
      requestOtp: () => done({ sentAt: '2025-07-09T10:31:50.000Z' }),
      signIn: () => done(SIGNED_IN),
      signOut: () => done({ signedIn: false, signing: 'evc' }),
    })
    await show('connect-otp-sent')
    await field('OTP').fill('111111')
    await press('Ask for another')
    await expect.poll(() => field('OTP').inputValue()).toBe('')
    expect(await isOff('Sign in')).toBe(true)
    await field('OTP').fill('575757')
    await press('Sign in')
    await press('Disconnect')
    await press('Ask for OTP')
    expect(await field('OTP').inputValue()).toBe('')
    expect(await isOff('Sign in')).toBe(true)
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
  test('thousands of problems are counted by cause, and drawn a hundred at a time once opened', async () => {
    await show('check-thousands')
    const cards = page.locator('.problem')
    expect(await page.locator('.problems > li').allInnerTexts()).toEqual([
      expect.stringMatching(/8,230 cells · A GSTIN has 15 characters\s+in 8,230 rows/),
      expect.stringMatching(/4,115 cells · A GSTIN has 15 characters\s+in 4,115 rows/),
    ])
    expect(await cards.count()).toBe(0)
    await page.getByText('Show the first 1,333 of 8,230').click()
    await page.getByRole('button', { name: 'Show 100 more of 1,333' }).waitFor()
    expect(await cards.count()).toBe(100)
    await press('Show 100 more of 1,333')
    await expect.poll(() => cards.count()).toBe(200)
    await page.getByLabel('Warnings 4,115').check()
    await expect.poll(() => cards.count()).toBe(0)
    expect(await text()).toContain('The first 2,000 of 12,345 are listed.')
  })

  test('a cause with several cells is opened by keyboard, and says its remedy once', async () => {
    await show('check-causes')
    const group = page.locator('.problems > li', { hasText: '3 cells · Unknown place of supply' })
    expect(await group.innerText()).toMatch(/in 3 documents · Place Of Supply\s+Choose the state/)
    expect(await page.locator('.problems').innerText()).toContain('in 412 rows of 380 documents')
    await group.locator('summary').focus()
    await page.keyboard.press('Enter')
    await group.getByRole('button', { name: 'Go to C12' }).waitFor()
    expect((await group.innerText()).split('Choose the state from the list').length).toBe(2)
    expect(await group.innerText()).toMatch(/b2cl[\s\S]*Go to C12[\s\S]*Go to C13[\s\S]*cdnur/)
  })
})

describe('problems on many sheets', () => {
  test('one sheet at a time: the list, its counts and the walk follow the choice', async () => {
    await show('check-twelve')
    const choice = page.getByLabel('Sheet', { exact: true })
    expect(await choice.locator('option').allInnerTexts()).toEqual([
      'All 6 sheets with problems',
      'The whole return (1)',
      'b2b,sez,de (5)',
      'b2cl (1)',
      'b2cs (2)',
      'cdnr (2)',
      'hsn(b2b) (2)',
    ])
    await choice.selectOption({ label: 'b2cs (2)' })
    await expect.poll(() => page.locator('.problems > li').count()).toBe(2)
    expect(await page.locator('.filter').innerText()).toMatch(
      /All 2\s+Errors 0\s+Warnings 1\s+Notes 1/,
    )
    expect(await page.locator('.problems').innerText()).toMatch(
      /b2cs\s+Warning:\s+Unusual rate[\s\S]*b2cs\s+Note:\s+Rows 31 and 32/,
    )
  })

  test('a problem of several sheets says on which one each of its cells is', async () => {
    await show('check-twelve')
    const card = page.locator('li', { hasText: 'One number for two customers' })
    expect(await card.getByRole('button').allInnerTexts()).toEqual([
      'Go to C78',
      'Go to B7 on exp',
      'Go to A20 on b2cl',
    ])
  })
})

describe('saving', () => {
  test('the plan has the sections in the order of the return, with rows and rupees', async () => {
    await show('save-plan-eleven')
    expect(await page.locator('.changes .name').allInnerTexts()).toEqual([
      'B2B, SEZ, DE (4, 6B, 6C)',
      'B2C large (5)',
      'Exports (6A)',
      'Notes, registered (9B)',
      'B2C others (7)',
      'Nil rated, exempt, non-GST (8) replaced as a whole',
      'HSN summary (12)',
    ])
    const b2b = page.locator('.changes tbody').first()
    expect(await b2b.getByRole('row').allInnerTexts()).toEqual([
      'B2B, SEZ, DE (4, 6B, 6C)',
      'New\t11,840\t₹1,20,45,67,890.12',
      'Changed\t112\t₹3,00,00,000.00',
      'Unchanged\t9\t',
      'Held back\t78\t',
    ])
    expect(await text()).toContain(
      '54 waiting: the portal takes this section only whole, and one row has a mistake.',
    )
    await page.getByText('3 sections unchanged').click()
    expect(await text()).toMatch(/Notes, unregistered \(9B\)\s+3 documents/)
    expect(await text()).not.toContain('Documents issued')
  })

  test('where everything new is held back or waits, nothing is said to be on the portal already', async () => {
    await show('save-plan-all-waits')
    expect(await text()).toContain('3 held back, 54 waiting')
    expect(await text()).not.toContain('already holds what these sheets say')
  })

  test('a reset needs its word, shows its progress, and leaves a draft', async () => {
    const words: string[] = []
    const resetting: ReturnView = {
      ...RETURN,
      stage: 'resetting',
      work: { ...WORK, kind: 'reset', step: 'resetting' },
    }
    let finish = (): void => undefined
    const finished = new Promise<void>((resolve) => (finish = resolve))
    gallery.answer({
      reset: ({ confirmation }) => {
        words.push(confirmation)
        return done(resetting)
      },
      watch: () => ({ lines: [RETURN], broken: false, after: finished }),
    })
    await show('save-accepted')
    await page.getByText('Start over: reset this return').click()
    expect(await text()).toContain('Your sheets stay as they are.')
    await field('To confirm, type RESET').fill('rese')
    expect(await isOff('Reset the return')).toBe(true)
    await field('To confirm, type RESET').fill('reset')
    await press('Reset the return')
    await shows('The portal forgets what was saved')
    finish()
    await shows('First you see what would change on the portal')
    expect(await text()).not.toContain('The portal accepted the save')
    expect(words).toEqual(['RESET'])
  })

  test('many removals are sent only when their number was typed', async () => {
    await show('save-plan-removals')
    const number = page.getByLabel(/24 removals from the portal/)
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

  test('where the return stands is asked for on the way to File, and again where the agent was away', async () => {
    await show('file-not-known')
    await press('File')
    await shows('The agent is not running')
    gallery.answer({ state: () => done({ ...RETURN, stage: 'saved' }) })
    await press('Ask again')
    await shows('Prepare for filing')

    await show('file-not-known')
    await press('File')
    await shows('Prepare for filing')
  })

  test('a nil return: the word, the OTP, four characters; no summary is asked for', async () => {
    const sent: unknown[] = []
    const nil: ReturnView = { ...RETURN, stage: 'ready', nil: true }
    const preparing: ReturnView = {
      ...RETURN,
      stage: 'preparing',
      work: { ...WORK, kind: 'prepare', step: 'preparing' },
    }
    let watches = 0
    let reviews = 0
    gallery.answer({
      prepareNil: (input) => {
        sent.push(input)
        return done(preparing)
      },
      review: () => {
        reviews += 1
        return refuse('not-prepared')
      },
      requestEvc: (input) => {
        sent.push(input)
        return done({ ...nil, stage: 'otpRequested' })
      },
      file: (input) => {
        sent.push(input)
        return done({ ...filed, nil: true })
      },
      watch: () => {
        watches += 1
        return { lines: [preparing, nil], broken: false }
      },
    })
    await show('check-no-rows')
    await press('Nothing this month? File a nil return')
    await shows('Filing needs a session with the portal')

    await show('file-nil-offered')
    await field('To confirm, type NIL').fill('nil')
    await press('Prepare a nil return')
    await shows('Nil return for June 2025')
    expect(await text()).toContain('has nothing to report for June 2025')
    expect(await page.locator('.review').count()).toBe(0)
    await press('Ask for OTP')
    await field('EVC OTP').fill('575757')
    await field('Last four characters of the GSTIN').fill(taxpayer.gstin.slice(-4))
    await press('File nil GSTR-1 for June 2025')
    await shows('As a nil return: nothing to report.')
    const checksum = 'nil'
    expect(sent).toEqual([
      { ...of, confirmation: 'NIL' },
      { ...of, checksum },
      { ...of, checksum, otp: '575757', confirmation: taxpayer.gstin.slice(-4) },
    ])
    expect([watches, reviews]).toEqual([1, 0])
  })

  test('no nil return is offered where the portal holds something, or documents were held back', async () => {
    const offer = () => page.getByText('Nothing to report this month?').count()
    await show('file-draft')
    expect(await offer()).toBe(1)
    await show('file-saved')
    expect(await offer()).toBe(0)
    await show('file-saved-all-held')
    expect(await offer()).toBe(0)
  })

  test('a sheet that could not be read is not taken for an empty one', async () => {
    await show('check-unreadable')
    expect(await text()).not.toContain('nil return')
    expect(await text()).not.toContain('No problems found')
    await show('file-nil-unreadable')
    expect(await page.locator('details[open]').count()).toBe(0)
    await page.getByText('Nothing to report this month?').click()
    await shows('The sheets say otherwise')
  })

  test('sheets with rows warn whoever would file nil', async () => {
    await show('file-nil-with-rows')
    await page.getByText('Nothing to report this month?').click()
    await shows('The sheets say otherwise')
    expect(await text()).toContain('The check found 12,482 rows and 3 sheets that it did not read.')
  })

  test('the review: one line for a section that ties, figures where it differs, the portal’s own names last', async () => {
    await show('file-many-sections')
    const sections = page.locator('details.review')
    expect(await sections.count()).toBe(12)
    const open = page.locator('details.review[open]')
    expect(await open.locator('summary span:first-child').allInnerTexts()).toEqual([
      'HSN summary (12)',
      'SUPECOM_14A',
    ])
    expect(await sections.last().innerText()).toContain('SUPECOM_14A is the portal’s own name.')
    expect(await sections.last().innerText()).not.toContain('Cess')
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

  test('many documents held back: ten are named at once, all can be unfolded', async () => {
    await show('file-many-held-back')
    expect(await page.locator('.names li:visible').count()).toBe(10)
    await page.getByText('and 43 more').click()
    expect(await page.locator('.names li:visible').count()).toBe(53)
  })

  test('a difference must be typed before anything can be signed', async () => {
    await show('file-differs')
    expect(await text()).not.toContain('Ask for OTP')
    await field('To go on, type FILE WITH THIS DIFFERENCE').fill('file with this')
    expect(await isOff('Go on with this difference')).toBe(true)
    await field('To go on, type FILE WITH THIS DIFFERENCE').fill('file with this difference')
    await press('Go on with this difference')
    expect(await text()).toContain('Ask for OTP')
  })
})
