// What ordinary workbooks and days bring besides mistakes: protected and hidden sheets, typing while the pane reads, files
// that are no return, an agent that is stopped, a session that ends.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeWorkbook } from '../../agent/xlsx/write-workbook.ts'
import type { SheetFile } from '../../agent/xlsx/workbook-file.ts'
import { cellName } from '../../templates/block.ts'
import { LAYOUT } from '../../templates/layout.ts'
import { SAMPLE_PERIOD, SAMPLE_TAXPAYER, sampleCompany } from '../../templates/sample-company.ts'
import { b2b } from '../../templates/tables/b2b.ts'
import { row, sheet as blocksOf } from '../sheets.ts'
import { B2B, b2bSheet, sheetOf } from './b2b-workbook.ts'
import { rehearse, type Rehearsal } from './rehearsal.ts'

const { gstin } = SAMPLE_TAXPAYER

let job: Rehearsal
beforeAll(async () => {
  job = await rehearse('human')
})
afterAll(async () => {
  // A stopped agent is refused connections, which the browser tells.
  expect(job.complaints.filter((said) => !said.includes('net::ERR_'))).toEqual([])
  await job.end()
})

// ── workbooks ───────────────────────────────────────────────────────────────────────────────────

async function open(name: string, sheets: readonly SheetFile[]): Promise<void> {
  await job.openFile(name, await writeWorkbook({ name, sheets }))
  await job.begin()
}

// ── what the pane shows ─────────────────────────────────────────────────────────────────────────

/** `241 rows read = 233 ready + 8 held back + 0 set aside` */
async function rows(): Promise<{ read: number; ready: number; heldBack: number }> {
  const [, read, ready, heldBack] =
    /([\d,]+) rows? read = ([\d,]+) ready \+ ([\d,]+) held back/.exec(await job.paneText()) ?? []
  return { read: Number(read), ready: Number(ready), heldBack: Number(heldBack) }
}

const isMarked = async (address: string): Promise<boolean> =>
  ((await job.cell(address).getAttribute('aria-label')) ?? '').includes('marked')

const selected = (address: string) =>
  job.page.locator(`[role=grid][aria-activedescendant="cell-${address}"]`).waitFor()

// ── the protected sample ────────────────────────────────────────────────────────────────────────

const sample = sampleCompany()
const columnOf = (name: string): number => b2b.columns.findIndex((column) => column.name === name)

/** Where a mistake of the sample's b2b sheet stands, and the number of its invoice. */
function planted(code: string): { address: string; number: string } {
  const mistake = sample.planted.find((one) => one.code === code && one.sheet === B2B)
  if (mistake === undefined) throw new Error(`no ${code} in the sample`)
  const column = b2b.columns.findIndex(({ header }) => header === mistake.column)
  const cells = sample.rows[b2b.id]?.[mistake.row - LAYOUT.firstRow] ?? []
  return { address: cellName(mistake.row, column), number: String(cells[columnOf('inum')]) }
}

describe('a protected workbook', () => {
  const pos = planted('pos-unknown')
  const party = planted('gstin-check-character')

  test('check lists the problems and says that nothing can be marked', async () => {
    await job.openSample('Protected sample', 'sample-company-protected.xlsx')
    await job.begin()
    await job.step('Check')
    await job.press('Check the workbook')
    await job.says(/(is|are) protected/)
    expect((await rows()).heldBack).toBeGreaterThan(0)
    await job.goTo(pos.address)
    expect(await isMarked(pos.address)).toBe(false)
    await job.shot('protected')
  })

  test('Go to cell selects', async () => {
    await job.goTo('A1')
    await job.press(new RegExp(`^Go to ${pos.address} on ${B2B}`))
    await selected(pos.address)
    await job.says('“Karnatka” is no state of the list.')
  })

  test('cells for entry take what is typed, the header does not', async () => {
    const header = cellName(LAYOUT.header, 0)
    await job.goTo(header)
    await job.page.keyboard.type('mine')
    await job.page.getByRole('alert').getByText(`${header} is locked`).waitFor()
    expect(await job.cell(header).innerText()).toContain('GSTIN')
    await job.type(pos.address, '29-Karnataka')
    expect(await job.cell(pos.address).innerText()).toBe('29-Karnataka')
  })

  test('an unprotected copy takes the sheet’s place, with marks, and no table is read twice', async () => {
    const before = await rows()
    const tabs = () => job.page.getByRole('tab').allInnerTexts()
    const names = await tabs()
    await job.press(/^Make (an )?unprotected cop/)
    await job.says(/rows? marked on the sheets/)
    expect((await tabs()).toSorted()).toEqual(names.toSorted())
    await job.page.getByRole('tab', { name: B2B, exact: true }).click()
    await job.goTo(party.address)
    await expect.poll(() => isMarked(party.address)).toBe(true)
    await job.goTo(pos.address)
    expect(await job.cell(pos.address).innerText()).toBe('29-Karnataka')

    await job.press('Check again')
    await expect.poll(rows).toEqual({
      read: before.read,
      ready: before.ready + 1,
      heldBack: before.heldBack - 1,
    })
    expect(await job.paneText()).not.toContain('Two sheets of one table')
    expect(await job.paneText()).not.toMatch(/(is|are) protected/)
    await job.shot('working-copy')
  })

  test('the copy is what is saved', async () => {
    await job.step('Save')
    await job.signIn()
    await job.press('Show what would change')
    await job.says('Send to the portal')
    await job.press('Send to the portal')
    await job.says(/The portal (accepted the save|did not accept everything)/)
    const numbers = (await job.ledger.documents(gstin, SAMPLE_PERIOD)).map(({ number }) => number)
    expect(numbers).toContain(pos.number)
    expect(numbers).not.toContain(party.number)
  })
})

// ── out of sight ────────────────────────────────────────────────────────────────────────────────

describe('what is hidden', () => {
  test('is read, and said', async () => {
    const wrong = row({ inum: 'OUT-3', ctin: '27AATFD7643S1ZZ', pos: '27-Maharashtra' })
    const sheets = [
      sheetOf('Notes', [['Do not forget']]),
      b2bSheet([row({ inum: 'OUT-1' }), row({ inum: 'OUT-2' }), wrong], {
        hidden: true,
        hiddenRows: [LAYOUT.firstRow + 1],
      }),
    ]
    await open('hidden.xlsx', sheets)
    await job.step('Check')
    await job.press('Check the workbook')
    await job.says('3 rows read')
    expect(await rows()).toEqual({ read: 3, ready: 2, heldBack: 1 })
    expect(await job.paneText()).toContain('sheet is hidden, 1 hidden row included')
    await job.press(/^Go to A7/)
    await job.says('This sheet is hidden. Unhide it in Excel to go to the cell.')
    await job.shot('hidden')
  })
})

// ── typing ──────────────────────────────────────────────────────────────────────────────────────

describe('typing while the pane works', () => {
  /** As the ribbon's button does it: the open cell keeps the focus. */
  const pressUnnoticed = (name: string) =>
    job.pane.getByRole('button', { name }).first().dispatchEvent('click')
  const name = cellName(LAYOUT.firstRow, columnOf('receiver'))
  const nextName = cellName(LAYOUT.firstRow + 1, columnOf('receiver'))

  test('while a cell is open nothing is read; then everything is, and what was typed stands', async () => {
    await job.openSample('Sample company', 'sample-company.xlsx')
    await job.begin()
    await job.step('Check')
    await job.goTo(name)
    await job.page.keyboard.type('Typed mean')
    await pressUnnoticed('Check the workbook')
    await job.says('Waiting for Excel')
    expect(await job.paneText()).not.toContain('rows read =')
    await job.page.keyboard.type('while')
    await job.page.keyboard.press('Enter')
    await job.says(/rows read/)
    expect(await job.cell(name).innerText()).toBe('Typed meanwhile')
  })

  test('a cell that is opened while the rows are read takes every letter', async () => {
    await job.goTo(nextName)
    await pressUnnoticed('Check again')
    await job.page.keyboard.type('Every letter of it', { delay: 20 })
    await job.page.keyboard.press('Enter')
    await job.says(/rows read/)
    expect(await job.cell(nextName).innerText()).toBe('Every letter of it')
    expect(await job.paneText()).not.toContain('A cell is being edited')
  })
})

// ── files that are no return ────────────────────────────────────────────────────────────────────

describe('a file that cannot be used gets a plain sentence', () => {
  const OLD_EXCEL = Buffer.from('d0cf11e0a1b11ae1', 'hex')

  test.each([
    ['sales.xlsx', 'Buyer;Amount\n', 'its content is something else'],
    ['sales.csv', 'Buyer;Amount\n', 'the name does not end in .xlsx'],
    ['sales.xls', 'anything', 'the name does not end in .xlsx'],
    ['sales.xlsm', 'anything', 'the name does not end in .xlsx'],
  ])('%s', async (name, content, reason) => {
    const file = { name, mimeType: '', buffer: Buffer.from(content) }
    await job.page.getByLabel('Workbook to open').setInputFiles(file)
    const alert = job.page.getByRole('alert').filter({ hasText: 'This is no .xlsx workbook' })
    await alert.getByText(name).waitFor()
    expect(await alert.innerText()).toContain(reason)
    expect(await alert.innerText()).toContain('Save it in Excel as .xlsx')
    await alert.getByRole('button', { name: 'Close this message' }).click()
  })

  test('an old Excel file that calls itself .xlsx', async () => {
    const file = {
      name: 'old.xlsx',
      mimeType: '',
      buffer: Buffer.concat([OLD_EXCEL, Buffer.alloc(4096)]),
    }
    await job.page.getByLabel('Workbook to open').setInputFiles(file)
    await job.page
      .getByRole('alert')
      .getByText('old.xlsx: it is in the format of Excel 97–2003')
      .waitFor()
    await job.page.getByRole('button', { name: 'Close this message' }).click()
  })

  test('an empty workbook', async () => {
    await open('empty.xlsx', [sheetOf('Sheet1', [])])
    await job.step('Check')
    await job.press('Check the workbook')
    await job.says('No sheet of this workbook is a table of the return.')
    await job.says('Open a workbook in the template’s layout, or start from our template.')
  })

  test('a workbook without headers', async () => {
    const values = blocksOf([row()])[0]?.values.slice(LAYOUT.firstRow) ?? []
    await open('headerless.xlsx', [sheetOf(B2B, values)])
    await job.step('Check')
    await job.press('Check the workbook')
    await job.says('No header row found')
    await job.says(
      'Put the template’s headers above the data, or copy the data into a template sheet.',
    )
  })

  test('two sheets of one table', async () => {
    await open('twice.xlsx', [b2bSheet([row()]), b2bSheet([row()], {}, 'B2B, SEZ, DE')])
    await job.step('Check')
    await job.press('Check the workbook')
    await job.says('Two sheets of one table')
    await job.says('Keep one of them; rename or delete the other.')
    expect(await job.paneText()).not.toContain('Nothing to report')
    await job.shot('twice')
  })
})

// ── agent and session ───────────────────────────────────────────────────────────────────────────

describe('interruptions', () => {
  test('a stopped agent is told; once it runs again on its port, the pane goes on', async () => {
    await open('month.xlsx', [b2bSheet([row({ inum: 'MAY-1' })])])
    await job.step('Check')
    await job.press('Check the workbook')
    await job.says('No errors found')

    await job.stopAgent()
    await job.press('Check again')
    await job.says('The agent is not running')
    await job.says(/^Start it with npm start/)
    await job.shot('agent-stopped')

    await job.restartAgent()
    await job.press('Check again')
    await expect.poll(() => job.paneText()).not.toContain('The agent is not running')
    await job.says('No errors found')
  })

  test('an agent that stops in the middle of a save takes it up again, and so does the pane', async () => {
    await job.step('Save')
    await job.press('Show what would change')
    await job.says('Send to the portal')
    // The last save came from another workbook, and everything in it is gone from these sheets: both must be meant.
    await job.pane.getByLabel(/^This workbook holds the whole return/).check()
    const typed = job.pane.getByLabel(/removals? from the portal/)
    if (await typed.isVisible()) {
      const [, removals] = /type (\d+)/.exec(await job.paneText()) ?? []
      await typed.fill(removals ?? '')
    }
    await job.press('Send to the portal')
    await job.says('Waiting for the portal’s verdict')
    await job.stopAgent()
    await job.says('The agent does not answer')
    await job.restartAgent()
    await job.says('The portal accepted the save')
    const held = await job.ledger.documents(gstin, SAMPLE_PERIOD)
    expect(held.map(({ number }) => number)).toEqual(['MAY-1'])
  })

  test('a session that ends on the way asks for its OTP there, and the save goes on', async () => {
    const amount = cellName(LAYOUT.firstRow, columnOf('txval'))
    const value = cellName(LAYOUT.firstRow, columnOf('val'))
    await job.type(amount, '2000')
    await job.type(value, '2360')
    await job.press('Show what would change')
    await job.says('Send to the portal')
    await job.ledger.fault({ call: 'save', mode: 'session-expired' })
    await job.press('Send to the portal')
    await job.says('The portal’s session has ended')
    await job.says('Nothing is lost. Sign in again, and the work goes on where it stopped.')
    await job.shot('session-ended')
    await job.signIn()
    await job.says('The portal accepted the save')
    const [held] = await job.ledger.documents(gstin, SAMPLE_PERIOD)
    expect(held?.sent.val).toBe(2360)
  })
})
