// One return, worked on from three places: our workbook, another office's software, and another workbook of our own.
// What the others did is shown before anything is sent, and stands unless the user says otherwise.
import { describe, expect, test } from 'vitest'
import { sentIn } from '../../agent/filing/verdict.ts'
import { cellName } from '../../templates/block.ts'
import { SAMPLE_PERIOD, SAMPLE_TAXPAYER } from '../../templates/sample-company.ts'
import { b2b } from '../../templates/tables/b2b.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { BUYERS, FIRST_ROW, row, type Row } from '../sheets.ts'
import { b2bWorkbook } from './b2b-workbook.ts'
import { others } from './other-office-desk.ts'
import { job } from './rehearsal-desk.ts'

const { gstin } = SAMPLE_TAXPAYER
const FIRST = row({ inum: 'INV-1' })
const SECOND = row({ inum: 'INV-2', ctin: BUYERS[1] })

const onPortal = async () =>
  (await job.ledger.documents(gstin, SAMPLE_PERIOD))
    .map(({ number, sent }) => [number, sent.val] as const)
    .sort()

/** Numbers of the documents in the last save that reached the portal. */
async function sentLast(): Promise<unknown[]> {
  const saves = await job.ledger.requests('save')
  return sentIn(saves.at(-1)?.body ?? '{}', TABLES).map(({ body }) => body.inum)
}

async function open(name: string, rows: readonly Row[]): Promise<void> {
  await job.openFile(name, await b2bWorkbook(name, rows))
  await job.begin()
  await job.step('Save')
}

async function send(): Promise<void> {
  await job.press('Send to the portal')
  await job.says('The portal accepted the save')
  await job.says('The portal holds what it confirmed.')
}

const address = (line: number, column: string): string =>
  cellName(
    FIRST_ROW + line,
    b2b.columns.findIndex(({ name }) => name === column),
  )

describe('another office changes an invoice that we saved', () => {
  test('our save is compared with what the portal holds', async () => {
    await open('month.xlsx', [FIRST, SECOND])
    await job.signIn()
    await job.press('Show what would change')
    await job.says('Send to the portal')
    expect(await job.paneText()).not.toContain('another workbook')
    await send()
    expect(await onPortal()).toEqual([
      ['INV-1', 1180],
      ['INV-2', 1180],
    ])
  })

  test('the plan shows what it did, both sides; left alone, it stands and nothing of it is sent', async () => {
    await others.save(SAMPLE_PERIOD, [{ ...FIRST, txval: 2000, val: 2360 }, SECOND])
    await job.type(address(1, 'txval'), '3000')
    await job.type(address(1, 'val'), '3540')

    await job.press('Show what would change')
    await job.says('Changed on the portal by other software (1)')
    expect(await job.paneText()).toMatch(
      /INV-1[^]*differs in Invoice Value, Taxable Value\s+Sheet\s+₹1,000.00, tax ₹180.00\s+Portal\s+₹2,000.00, tax ₹360.00/,
    )
    await job.shot('other-software')
    await job.press('Send to the portal')
    await job.says('The portal accepted the save')
    expect(await sentLast()).toEqual(['INV-2'])
    expect(await onPortal()).toEqual([
      ['INV-1', 2360],
      ['INV-2', 3540],
    ])
  })

  test('where the user says that the sheet wins, it does', async () => {
    await job.press('Show what would change')
    await job.pane.getByRole('checkbox', { name: /^INV-1/ }).check()
    await job.says('The sheet wins in 1 of 1.')
    await job.shot('sheet-wins')
    await send()
    expect(await sentLast()).toEqual(['INV-1'])
    expect(await onPortal()).toEqual([
      ['INV-1', 1180],
      ['INV-2', 3540],
    ])
  })
})

describe('another workbook of the same return', () => {
  test('sends nothing before it is said to hold the whole return', async () => {
    await open('part.xlsx', [FIRST])
    await job.press('Show what would change')
    await job.says('Last saved from another workbook')
    expect(await job.paneText()).toContain('“month.xlsx”')
    await job.shot('other-workbook')
    const button = job.pane.getByRole('button', { name: 'Send to the portal' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await job.pane.getByLabel(/^This workbook holds the whole return/).check()
    await send()
    expect(await onPortal()).toEqual([['INV-1', 1180]])
  })

  test('once it was saved from, it is no other workbook any more', async () => {
    await job.type(address(0, 'receiver'), 'A buyer by another name')
    await job.press('Show what would change')
    await job.says(/^The portal already holds what these sheets say/)
    expect(await job.paneText()).not.toContain('another workbook')
  })
})
