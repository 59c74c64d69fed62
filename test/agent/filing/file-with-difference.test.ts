// A difference between sheets and portal never locks filing, but it must be meant: without the typed words nothing is sent,
// with them the journal keeps what was accepted, to the paisa.
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { practiceOtps } from '../../../agent/portal/practice/credentials.ts'
import { row, sheet, type Row } from '../../sheets.ts'
import { Life, openPortal, type HeldPortal, value } from '../../faults/life.ts'

const WORDS = 'FILE WITH THIS DIFFERENCE'

let portal: HeldPortal
let ours: Life
/** Another office with an agent of its own. */
let others: Life

beforeEach(async () => {
  portal = await openPortal()
  ours = new Life(portal, 1)
  others = new Life(portal, 1)
  for (const life of [ours, others]) {
    await life.start()
    await life.signIn()
  }
})
afterEach(async () => {
  await ours.end()
  await others.end()
  await portal.close()
})

async function save(life: Life, rows: readonly Row[]): Promise<void> {
  const { plan, differences } = await value(
    life.engine.filing.plan({ ...life.key, blocks: sheet(rows) }),
  )
  const overwrite = differences.map(({ id }) => id)
  await value(life.engine.filing.save(life.key, { plan, overwrite }))
  await life.settled()
}

/** Prepared, reviewed, the OTP asked for: what filing needs beside the words. */
async function readyToSign() {
  const { filing } = ours.engine
  await value(filing.prepare(ours.key))
  await ours.settled()
  const { checksum, ties, rows } = await value(filing.review(ours.key))
  await value(filing.requestEvc(ours.key, checksum))
  const confirmation = ours.key.gstin.slice(-4)
  return { ties, rows, signing: { checksum, otp: practiceOtps.evc, confirmation } }
}

const requestsToFile = async () => (await portal.ledger.requests('file')).length

/** Notes of the moves in which a filing was sent. */
function notesOfFilings(): string[] {
  const journal = new DatabaseSync(join(ours.folder, 'journal.sqlite'), { readOnly: true })
  const notes = journal
    .prepare(
      `select note from event join operation on operation.id = operation_id
       where kind = 'FILE' and name = 'send'`,
    )
    .all()
    .map(({ note }) => String(note))
  journal.close()
  return notes
}

test('without the words nothing is sent and the OTP stays good; with them it is filed, and the journal says with what', async () => {
  const { filing } = ours.engine
  await save(ours, [row()])
  await save(others, [row({ txval: 2000, val: 2360 })])
  const { ties, rows, signing } = await readyToSign()
  expect(ties).toBe(false)
  const amounts = { count: 0, txval: 1000_00, iamt: 180_00, camt: 0, samt: 0, csamt: 0 }
  expect(rows).toMatchObject([
    {
      explained: [{ cause: 'changed-there', documents: 1, amounts }],
      unexplained: { txval: 0, iamt: 0 },
    },
  ])
  const found = await value(filing.rowsOf(ours.key, { section: 'b2b', from: 0, only: 'differing' }))
  expect(found).toMatchObject({
    count: 1,
    differing: 1,
    rows: [
      {
        state: 'changed-there',
        sheet: { txval: 1000_00 },
        portal: { txval: 2000_00 },
        cells: [{ sheet: 'b2b,sez,de', row: 4 }],
      },
    ],
  })

  for (const differences of [undefined, '', 'file with this']) {
    expect(await filing.file(ours.key, { ...signing, differences })).toMatchObject({
      problem: { code: 'review-differs' },
    })
  }
  expect(await requestsToFile()).toBe(0)
  expect(notesOfFilings()).toEqual([])

  expect((await filing.file(ours.key, { ...signing, differences: WORDS })).ok).toBe(true)
  const view = await ours.settled()
  expect(view).toMatchObject({ stage: 'filed' })
  expect(await requestsToFile()).toBe(1)
  const accepted = [{ section: 'b2b', difference: amounts }]
  expect(notesOfFilings().map((note) => JSON.parse(note) as unknown)).toEqual([
    { signatory: 'QWXxxxxx1K', differences: accepted },
  ])
  expect(view.signed).toEqual({ signatory: 'QWXxxxxx1K', differences: accepted })
})

test('a review that ties needs no words, and the journal then keeps no difference', async () => {
  await save(ours, [row()])
  const { ties, signing } = await readyToSign()
  expect(ties).toBe(true)
  expect((await ours.engine.filing.file(ours.key, signing)).ok).toBe(true)
  expect((await ours.settled()).signed).toEqual({ signatory: 'QWXxxxxx1K', differences: [] })
})

test('OTPs asked for, those left, and the time of the next', async () => {
  const { filing } = ours.engine
  await save(ours, [row()])
  const { signing } = await readyToSign()
  const first = portal.clock.now().getTime()
  const otp = async () => (await filing.state(ours.key)).otp
  expect(await otp()).toEqual({
    sentAt: new Date(first).toISOString(),
    left: 2,
    nextAt: new Date(first + 60_000).toISOString(),
  })
  await value(filing.requestEvc(ours.key, signing.checksum))
  await value(filing.requestEvc(ours.key, signing.checksum))
  expect(await otp()).toMatchObject({ left: 0, nextAt: new Date(first + 900_000).toISOString() })
  expect(await filing.requestEvc(ours.key, signing.checksum)).toMatchObject({
    problem: { code: 'otp-too-often' },
  })
})
