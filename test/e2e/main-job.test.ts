// The product's main job, as a newcomer does it: mistakes found and mended in the grid, saved, a portal error on its cell
// though rows moved meanwhile, only the change sent, reviewed, a wrong and a right OTP, the ARN, and no second filing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sentIn } from '../../agent/filing/verdict.ts'
import { SAMPLE_PERIOD, SAMPLE_TAXPAYER, sampleCompany } from '../../templates/sample-company.ts'
import { cellName, type Cell } from '../../templates/block.ts'
import type { Kind } from '../../templates/columns/kind.ts'
import { LAYOUT } from '../../templates/layout.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { INACTIVE_BUYER } from '../sheets.ts'
import { rehearse, type Rehearsal } from './rehearsal.ts'

const { gstin } = SAMPLE_TAXPAYER
const period = SAMPLE_PERIOD
const OTP = '575757'
/** Of the web's layout shifts, added up over the whole job; the web calls a single page with less a good one. */
const MOST_SHIFTS = 0.1

const { rows, good, planted } = sampleCompany()
const columnsOf = (id: string) => TABLES.find((table) => table.id === id)?.columns ?? []
const mistakes = planted.map((mistake) => {
  const { table, row, column } = mistake
  const columns = columnsOf(table)
  const index = row - LAYOUT.firstRow
  const [wrong = [], right = []] = [rows[table]?.[index], good[table]?.[index]]
  return {
    ...mistake,
    address: cellName(
      row,
      columns.findIndex(({ header }) => header === column),
    ),
    number: right[columns.findIndex(({ role }) => role === 'number')],
    /** What the user types to mend it, by address. */
    remedies: columns.flatMap(({ kind }, i) =>
      right[i] === wrong[i]
        ? []
        : [{ address: cellName(row, i), text: typed(right[i] ?? null, kind) }],
    ),
  }
})
const forCheck = mistakes.filter(({ foundBy }) => foundBy === 'check')
const forPortal = mistakes.filter(({ foundBy }) => foundBy === 'portal')
const mistakeOf = (code: string) => {
  const found = mistakes.find((mistake) => mistake.code === code)
  if (found === undefined) throw new Error(`no mistake ${code}`)
  return found
}

let job: Rehearsal
beforeAll(async () => {
  job = await rehearse('human')
})
afterAll(async () => {
  expect(job.complaints).toEqual([])
  await job.end()
})

const documentsSentLast = async (): Promise<unknown[]> => {
  const saves = await job.ledger.requests('save')
  return sentIn(saves.at(-1)?.body ?? '{}', TABLES).map(({ body }) => body.inum ?? body.nt_num)
}
const front = (sheet: string) => job.page.getByRole('tab', { name: sheet, exact: true }).click()
const step = (name: string) => job.pane.getByRole('navigation').getByText(name).click()

describe('filing a whole month from the workbook', () => {
  test('connect: the sample taxpayer, an OTP, a session', async () => {
    await job.begin()
    await job.press('Ask for OTP')
    await job.pane.getByLabel('OTP').fill(OTP)
    await job.press('Sign in')
    await job.says(/Signed in until/)
    await job.shot('connected')
  })

  test('check: every planted mistake that can be known here is found, on its cell', async () => {
    await step('Check')
    await job.press('Check the workbook')
    // Three of them are warnings, of what only the portal decides.
    await job.says('16 problems')
    expect(await job.paneText()).toContain('340 rows read = 324 ready + 16 held back + 0 set aside')
    for (const { sheet, address } of forCheck) {
      await front(sheet)
      await job.goTo(address)
      await expect.poll(() => job.cell(address).getAttribute('aria-label')).toContain('marked')
    }
    await job.shot('checked')
  })

  test('selecting a marked cell shows its problem in the pane', async () => {
    await front('b2b,sez,de')
    await job.goTo(mistakeOf('pos-unknown').address)
    await job.says('“Karnatka” is no state of the list.')
    await job.shot('selected')
  })

  test('the user’s own formatting stands: the header keeps its fill', async () => {
    await job.goTo('A4')
    expect(await job.cell('A4').getAttribute('aria-label')).not.toContain('marked')
  })

  test('mended in the grid, only the doubts about two old dates and a shipping bill are left', async () => {
    for (const { sheet, remedies } of forCheck) {
      await front(sheet)
      for (const { address, text } of remedies) await job.type(address, text)
    }
    await job.press('Check again')
    await job.says('3 problems')
    expect(await job.paneText()).toContain('340 rows read = 340 ready + 0 held back')
    await job.says('No errors found')
  })

  test('save: the plan first, then the portal’s verdict; the row moved meanwhile and the mark finds it', async () => {
    await job.press('Go on to Save')
    await job.press('Show what would change')
    await job.says('Send to the portal')
    expect(await job.paneText()).toMatch(/New\s+200/)
    await job.shot('plan')
    await job.press('Send to the portal')
    await job.says('Waiting for the portal’s verdict')
    await job.shot('saving')
    // While the portal works, the user goes on: a row above, and the sheet in another order.
    await front('b2b,sez,de')
    await job.goTo('A5')
    await job.page.getByRole('button', { name: 'Insert row above' }).click()
    await job.goTo('E6')
    await job.page.getByRole('button', { name: 'Sort by this column' }).click()

    await job.says('The portal did not accept everything')
    expect(await job.paneText()).toMatch(/Refused\s+4/)
    await job.says('The customer’s GSTIN is inactive or cancelled')
    const address = await addressOf('The customer’s GSTIN is inactive or cancelled')
    const inactive = mistakeOf('RET191360')
    expect(address).not.toBe(inactive.address)
    await job.press(`Go to ${address}`)
    await expect.poll(() => job.cell(address).getAttribute('aria-label')).toContain('marked')
    expect(await job.cell(address).innerText()).toBe(INACTIVE_BUYER)
    expect(await job.cell(address.replace('A', 'C')).innerText()).toBe(inactive.number)
    await job.shot('verdict')
  })

  test('mended, only what changed is sent', async () => {
    for (const { code, sheet, remedies } of forPortal) {
      await front(sheet)
      const title = MOVED[code]
      const [row] = title === undefined ? [] : (/\d+$/.exec(await addressOf(title)) ?? [])
      for (const { address, text } of remedies) {
        await job.type(row === undefined ? address : address.replace(/\d+$/, row), text)
      }
    }
    await job.press('Show what would change')
    await job.says('Send to the portal')
    expect(await job.paneText()).toMatch(/New\s+2\b/)
    await job.press('Send to the portal')
    await job.says('The portal accepted the save')
    const refused = forPortal.map(({ number }) => number)
    expect((await documentsSentLast()).sort()).toEqual(refused.sort())
    expect(await job.ledger.documents(gstin, period)).toHaveLength(200)
  })

  test('prepare and review: sheets and portal tie to the paisa in every section', async () => {
    await step('File')
    await job.press('Prepare for filing')
    await job.says('The sheets as saved and the portal agree')
    const text = await job.paneText()
    const used = TABLES.filter(({ id }) => (rows[id] ?? []).length > 0)
    const sections = new Set(used.map(({ section }) => section)).size
    // HSN against documents ties too, of registered and of other customers.
    expect(text.match(/✓ ties/g)).toHaveLength(sections + 2)
    expect(text).not.toContain('≠ differs')
    await job.pane.getByText(/^200 documents/).click()
    expect(await job.paneText()).toMatch(/Documents[^0-9]*200\s+200\s+0/)
    await job.shot('review')
  })

  test('file: a wrong OTP files nothing, the right one once; the ARN comes from the portal', async () => {
    await job.press('Ask for OTP')
    await job.pane.getByLabel('EVC OTP').fill('111111')
    await job.pane.getByLabel('Last four characters of the GSTIN').fill(gstin.slice(-4))
    await job.press(/^File GSTR-1/)
    await job.says('The EVC OTP is wrong or has expired')
    await job.shot('wrong-otp')
    expect(await job.ledger.filings()).toEqual([])

    await job.press(/Ask for (another )?OTP/)
    await job.pane.getByLabel('EVC OTP').fill(OTP)
    await job.pane.getByLabel('Last four characters of the GSTIN').fill(gstin.slice(-4))
    await job.press(/^File GSTR-1/)
    await job.says(/^PRACTICE\d{7}$/)
    await job.shot('filed')
    const filings = await job.ledger.filings()
    expect(filings).toHaveLength(1)
    expect(await job.paneText()).toContain(filings[0]?.arn)
  })

  test('all through it nothing jumped, least of all the header and the button to press next', async () => {
    const shifts = await job.shifts()
    expect(shifts.filter(({ ofFixed }) => ofFixed)).toEqual([])
    const told = shifts.map(({ value, moved }) => `${value.toFixed(4)} ${moved.join('; ')}`)
    const sum = shifts.reduce((all, { value }) => all + value, 0)
    expect(sum, told.join('\n')).toBeLessThan(MOST_SHIFTS)
  })

  test('a second filing, and a save after filing, are refused', async () => {
    const of = { gstin, period }
    const again = { ...of, checksum: 'any', otp: OTP, confirmation: gstin.slice(-4) }
    expect(await job.ask('file', again)).toMatchObject({
      ok: false,
      problem: { code: 'already-filed' },
    })
    expect(await job.ask('plan', { ...of, blocks: [] })).toMatchObject({
      ok: false,
      problem: { code: 'already-filed' },
    })
    expect(await job.ledger.filings()).toHaveLength(1)
    // The wrong OTP and the right one: two requests, each sent once.
    expect(await job.ledger.requests('file')).toHaveLength(2)
  })
})

/** The refused documents of the sheet that was sorted, by what the pane says of them. */
const MOVED: Readonly<Record<string, string>> = {
  RET191360: 'The customer’s GSTIN is inactive or cancelled',
  RET191114: 'The portal does not accept the date',
}

/** As a person types it: a date in words, everything else as it is. */
function typed(cell: Cell, kind: Kind): string {
  if (kind.name !== 'date') return String(cell)
  const day = new Date(Date.UTC(1899, 11, 30 + Number(cell)))
  const words = day.toLocaleDateString('en-GB', {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return words.replaceAll(' ', '-')
}

/** Where the pane says a problem is now. */
async function addressOf(title: string): Promise<string> {
  const card = job.pane.locator('li', { hasText: title }).first()
  const go = await card
    .getByRole('button', { name: /^Go to / })
    .first()
    .innerText()
  return go.replace('Go to ', '')
}
