// What the pane does where the portal, another workbook or a person knows more than we left there. As in flows.test.ts
// only the agent's answers are scripted; Excel takes whatever is written into it.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Answer, Input } from '../../../agent/http/contract.ts'
import type { ReturnView, Work } from '../../../agent/http/outputs/return.ts'
import { done, refuse } from '../../../templates/problems/problem.ts'
import { gallery, page, show, shows, text } from './gallery-desk.ts'
import { DIFFERENCES, UNDO } from './gallery-portal-states.ts'
import { PERIOD, RETURN, SAVED, taxpayer } from './gallery-states.ts'

const of = { gstin: taxpayer.gstin, period: PERIOD }

beforeEach(async () => {
  gallery.answer({})
  await page.reload()
  await page.evaluate(
    (binding) => Object.assign(globalThis, { Excel: { run: () => Promise.resolve(binding) } }),
    { ...of, environment: 'practice' },
  )
})

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const field = (label: string | RegExp) => page.getByLabel(label)
const tick = (label: string) => page.getByRole('checkbox', { name: label })
const isOff = async (name: string) =>
  (await page.getByRole('button', { name }).getAttribute('aria-disabled')) === 'true'
const spokenInPlan = () => page.locator('main p[role=status]').innerText()
const idOf = (number: string) => DIFFERENCES.find(({ document }) => document.includes(number))?.id

const SEND = 'Send to the portal'
const savedView = (part: Partial<ReturnView>): ReturnView => ({
  ...RETURN,
  stage: 'saved',
  empty: false,
  lastSave: SAVED,
  ...part,
})

/** Notes what is saved; the save is over at once. */
function listenToSaves(answer: Answer<'save'> = done(savedView({}))): Input<'save'>[] {
  const saves: Input<'save'>[] = []
  gallery.answer({
    save: (input) => {
      saves.push(input)
      return answer
    },
    watch: () => ({ lines: [savedView({})], broken: false }),
  })
  return saves
}

describe('taking back', () => {
  test('the last save is planned first, and sent only then', async () => {
    const saves: Input<'save'>[] = []
    gallery.answer({
      planUndo: () => done({ ...UNDO }),
      save: (input) => {
        saves.push(input)
        return done(savedView({}))
      },
      watch: () => ({ lines: [savedView({})], broken: false }),
    })
    await show('save-compared-same')
    await page.locator('summary', { hasText: 'Undo the last save' }).click()
    await press('Show what undoing would change')
    await shows('This takes back the save of')
    expect(saves).toEqual([])
    await press('Undo that save')
    await shows('The portal accepted the save')
    expect(saves).toMatchObject([{ plan: 'u1', overwrite: [] }])
  })

  test('what others changed since is named and left to them: there is nothing to tick', async () => {
    await show('save-undo-changed-since')
    await shows('2 documents changed there since')
    expect(await page.getByRole('checkbox').count()).toBe(0)
  })

  test('what is not yet sent can be stopped, by keyboard', async () => {
    const asked: unknown[] = []
    gallery.answer({
      stopSaving: (input) => {
        asked.push(input)
        return done(savedView({ stage: 'savedWithErrors', lastSave: { ...SAVED, stopped: 4 } }))
      },
    })
    await show('save-working-unsent')
    await page.getByRole('button', { name: 'Stop, and keep back 1 part' }).focus()
    await page.keyboard.press('Enter')
    await shows('You stopped the save')
    await shows('Save again to send the rest.')
    expect(asked).toEqual([of])
  })

  test('nothing is offered to be stopped where all is on its way', async () => {
    await show('save-working-usual')
    expect(await page.getByRole('button', { name: /^Stop/ }).count()).toBe(0)
  })
})

describe('differences with the portal', () => {
  test('stand by kind, each with both sides, and say what becomes of them', async () => {
    await show('save-differences')
    expect(await page.getByRole('heading', { level: 4 }).allInnerTexts()).toEqual([
      'Changed on the portal by other software (3)',
      'Only on the portal (1)',
      'Gone from the portal (1)',
      'E-invoices that the sheet has otherwise (1)',
    ])
    const changed = page.locator('.ticks li', { hasText: 'LT/25-26/0188' })
    expect(await changed.innerText()).toMatch(
      /differs in Invoice Value, Taxable Value\s+Sheet\s+₹1,20,000.00, tax ₹21,600.00\s+Portal\s+₹1,26,500.00/,
    )
    expect(await text()).toMatch(/Sheet\s+2 documents, ₹1,68,000.00\s+Portal\s+3 documents/)
    expect(await text()).toContain('The portal then counts it as uploaded by you, without its IRN.')
    expect(await spokenInPlan()).toBe('6 stay as the portal has them.')
  })

  test('left alone, none of them is sent', async () => {
    const saves = listenToSaves()
    await show('save-differences')
    await press(SEND)
    await shows('The portal accepted the save')
    expect(saves).toEqual([{ ...of, plan: 'd1', overwrite: [], takeOver: false }])
  })

  test('ticked, by mouse or by keyboard, the sheet wins in those and no others', async () => {
    const saves = listenToSaves()
    await show('save-differences')
    await tick('LT/25-26/0188').check()
    await tick('CN/25-26/0004').focus()
    await page.keyboard.press('Space')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    expect(await spokenInPlan()).toBe('The sheet wins in 2 of 6. 4 stay as the portal has them.')
    await tick('WEB-1007').check()
    await tick('WEB-1007').uncheck()
    await press(SEND)
    await shows('The portal accepted the save')
    expect(saves.map(({ overwrite }) => overwrite)).toEqual([
      [idOf('LT/25-26/0188'), idOf('CN/25-26/0004')],
    ])
  })

  test('a whole group can be ticked at once; what is removed by it is said', async () => {
    const saves = listenToSaves()
    await show('save-differences')
    await tick('The sheet wins in all 3').check()
    expect(await tick('LT/25-26/0231').isChecked()).toBe(true)
    expect(await spokenInPlan()).toBe(
      'The sheet wins in 3 of 6. 1 will be removed from the portal. 3 stay as the portal has them.',
    )
    await press(SEND)
    await shows('The portal accepted the save')
    expect(saves[0]?.overwrite).toEqual(
      DIFFERENCES.filter(({ kind }) => kind === 'elsewhere').map(({ id }) => id),
    )
  })

  test('a removal that would empty a section must be typed', async () => {
    const saves = listenToSaves()
    await show('save-differences-only-there')
    expect(await isOff(SEND)).toBe(false)
    await tick('WEB-1007').check()
    expect(await isOff(SEND)).toBe(true)
    await field(/^1 removal from the portal/).fill('1')
    await press(SEND)
    await shows('The portal accepted the save')
    expect(saves).toMatchObject([{ removals: 1, overwrite: [idOf('WEB-1007')] }])
  })

  test('the number that the agent asks for in its refusal can be typed', async () => {
    const saves = listenToSaves(refuse('removals-not-typed', { removals: 12 }))
    await show('save-differences-whole')
    await tick('84713010').check()
    await press(SEND)
    await shows('12 documents would be removed from the portal.')
    expect(await isOff(SEND)).toBe(true)
    await field(/^12 removals from the portal/).fill('12')
    await press(SEND)
    await expect.poll(() => saves.map(({ removals }) => removals)).toEqual([undefined, 12])
  })

  test('a section that goes only whole is decided whole', async () => {
    await show('save-differences-whole')
    expect(await text()).toContain('HSN summary (12) goes only whole')
    expect(await text()).toContain('2 waiting')
    await tick('84713010').check()
    expect(await tick('85044090').isChecked()).toBe(true)
    await tick('85044090').uncheck()
    expect(await tick('84713010').isChecked()).toBe(false)
  })

  test('where there is nothing else to send and all are left alone, filing comes next', async () => {
    const saves = listenToSaves()
    await show('save-differences-many')
    await press('Go on to File')
    await shows('Prepare for filing')
    expect(saves).toMatchObject([{ overwrite: [] }])
  })

  test('ten of many are shown at once, and what is not listed is said', async () => {
    await show('save-differences-many')
    expect(await page.locator('.ticks li:visible').count()).toBe(10)
    await page.getByText('and 43 more').click()
    expect(await page.locator('.ticks li:visible').count()).toBe(53)
    expect(await text()).toContain('The first 53 of 1,204 are listed.')
  })
})

describe('a plan that rests on less than it should', () => {
  test('of another workbook’s return nothing is sent before this one is said to be whole', async () => {
    const saves = listenToSaves()
    await show('save-other-workbook')
    expect(await text()).toContain('“June 2025 final (2).xlsx” on 8 July 2025, 16:35')
    expect(await isOff(SEND)).toBe(true)
    await page.getByRole('button', { name: SEND }).focus()
    await page.keyboard.press('Enter')
    expect(saves).toEqual([])
    await page.getByLabel(/^This workbook holds the whole return/).check()
    await press(SEND)
    await shows('The portal accepted the save')
    expect(saves).toMatchObject([{ plan: 'p1', takeOver: true }])
  })

  test('a session that ended is said, and leads to its OTP', async () => {
    await show('save-portal-session-ended')
    expect(await text()).toContain('This plan rests on what the portal last confirmed.')
    await press('Sign in and ask it')
    await shows('Saving needs a session with the portal.')
    expect(await text()).not.toContain(SEND)
  })

  test('a portal that did not answer is said', async () => {
    await show('save-portal-no-answer')
    expect(await text()).toContain('The portal did not answer')
    expect(await isOff('Ask it again')).toBe(false)
  })
})

describe('the comparison after a save', () => {
  const comparing: Work = {
    kind: 'compare',
    step: 'comparing',
    done: 0,
    total: 0,
    since: '2025-07-09T10:31:00.000Z',
    usual: 8,
  }

  test('is shown while it runs, and its good end quietly', async () => {
    let finish = (): void => undefined
    const finished = new Promise<void>((resolve) => (finish = resolve))
    gallery.answer({
      save: () => done(savedView({ stage: 'saving', work: comparing })),
      watch: () => ({ lines: [savedView({ readBack: 'same' })], broken: false, after: finished }),
    })
    await show('save-plan')
    await press(SEND)
    await shows('Saved: comparing the portal’s totals with what it confirmed')
    expect(await text()).toContain('usually 8 s lately')
    finish()
    await shows('The portal holds what it confirmed.')
    await expect
      .poll(() => page.locator('.unseen[role=status]').innerText())
      .toBe('The portal holds what it confirmed.')
  })

  test('a pane opened meanwhile shows it under Save', async () => {
    gallery.answer({
      about: () =>
        done({ version: '1', environment: 'practice', hasKeys: true, taxpayers: [taxpayer] }),
      session: () => done({ signedIn: true, signing: 'evc' }),
      state: () => done(savedView({ stage: 'saving', work: comparing })),
    })
    await page.evaluate(() => window.gallery.arrive())
    await shows('Saved: comparing')
    expect(await page.getByRole('heading', { level: 2 }).innerText()).toBe('Save to the portal')
  })

  test.each(['file-compared-different', 'file-not-compared'])(
    '%s: File leads to Save, where the portal can be asked again',
    async (name) => {
      await show(name)
      await press('Go to Save')
      await shows('Press Show what would change: it asks again, and shows what differs.')
    },
  )
})

describe('an outcome that only a person could find', () => {
  const work: Work = {
    kind: 'confirm',
    step: 'confirming-arn',
    done: 0,
    total: 0,
    since: '2025-07-09T10:31:00.000Z',
  }

  test('the ARN read on the portal is told as such, and counts as filed only when the portal confirms it', async () => {
    const told: string[] = []
    let finish = (): void => undefined
    const finished = new Promise<void>((resolve) => (finish = resolve))
    const toldArn = 'AA240625000123P'
    gallery.answer({
      filedOnPortal: ({ arn }) => {
        told.push(arn)
        return done({ ...RETURN, stage: 'accepted', toldArn, work })
      },
      watch: () => ({
        lines: [{ ...RETURN, stage: 'filed', toldArn, arn: toldArn, filedOn: '2025-07-09' }],
        broken: false,
        after: finished,
      }),
    })
    const button = 'It is filed: I read the ARN at gst.gov.in'
    await show('file-unknown')
    await page.getByText('Still unknown after a long wait?').click()
    await field('ARN, as the portal shows it').fill('aa24 0625 0001')
    expect(await text()).toContain('12 of 15 letters and digits')
    expect(await isOff(button)).toBe(true)
    await page.keyboard.press('Enter')
    await field('ARN, as the portal shows it').fill('aa24 0625 000123p')
    await press(button)
    await shows('Told by a person, not yet confirmed by the portal')
    expect(await text()).toContain(toldArn)
    expect(await text()).not.toMatch(/is filed/)
    finish()
    await shows('GSTR-1 for June 2025 is filed')
    expect(told).toEqual([toldArn])
    expect(await text()).not.toContain('as typed in')
  })

  test('where the portal confirms another ARN than was typed in, both stand there', async () => {
    await show('file-told-arn-by-mistake')
    expect(await page.locator('.arn').innerText()).toBe('AA240625000123P')
    expect(await text()).toMatch(/which the portal did not confirm\s+AA240625000132P/)
  })

  test('Save does not call a return filed that has no ARN', async () => {
    await show('save-accepted-for-filing')
    expect(await text()).toContain('This return was sent for filing')
    expect(await text()).not.toContain('is filed')
  })
})
