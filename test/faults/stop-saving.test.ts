// Stopping a save: what was not yet sent stays here, what was sent is followed to its verdict, and filing knows what is missing.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import { BUYERS, PERIOD, row, sheet, type Row } from '../sheets.ts'
import { Life, openPortal, type HeldPortal, value } from './life.ts'

const FIRST: readonly Row[] = [row({ inum: 'INV-1' }), row({ inum: 'INV-2', ctin: BUYERS[1] })]
/** Two parts: the removal of INV-2, and INV-3. */
const SECOND: readonly Row[] = [row({ inum: 'INV-1' }), row({ inum: 'INV-3', ctin: BUYERS[2] })]

let portal: HeldPortal
let ours: Life
/** What happens when the worker comes to a part, once. */
let beforeSending: (() => Promise<void>) | undefined

beforeEach(async () => {
  beforeSending = undefined
  portal = await openPortal()
  ours = new Life(portal, 1, async (point) => {
    if (point !== 'save:before-sent') return
    const act = beforeSending
    beforeSending = undefined
    await act?.()
  })
  await ours.start()
  await ours.signIn()
})
afterEach(async () => {
  await ours.end()
  await portal.close()
})

const plan = (rows: readonly Row[]) =>
  value(ours.engine.filing.plan({ ...ours.key, blocks: sheet(rows) }))

async function begin(rows: readonly Row[]): Promise<ReturnView> {
  const { plan: id } = await plan(rows)
  return value(ours.engine.filing.save(ours.key, { plan: id }))
}

async function save(rows: readonly Row[]): Promise<ReturnView> {
  await begin(rows)
  return ours.settled()
}

const stop = () => ours.engine.filing.stopSaving(ours.key)

const onPortal = async () =>
  (await portal.ledger.documents(ours.key.gstin, PERIOD)).map(({ number }) => number).sort()

test('before anything was sent, nothing is: not then, not later, not after a restart', async () => {
  await ours.engine.ask('signOut', { gstin: ours.key.gstin })
  expect(await begin(FIRST)).toMatchObject({ stage: 'saving', work: { unsent: 1 } })
  const view = await value(stop())
  expect(view).toMatchObject({
    stage: 'savedWithErrors',
    lastSave: { sent: 0, stopped: 2 },
    heldBack: [`INV-1 (${BUYERS[0]})`, `INV-2 (${BUYERS[1]})`],
  })
  expect(view).not.toHaveProperty('work')
  await ours.start()
  await ours.signIn()
  await ours.settled()
  expect(await portal.ledger.requests('save')).toEqual([])
  expect(await onPortal()).toEqual([])
})

test('between two parts, the first is followed to its verdict and the second stays here', async () => {
  await save(FIRST)
  const sent: unknown[] = []
  beforeSending = () => {
    // The worker comes to the second part when the first is over.
    beforeSending = async () => void sent.push(await stop())
    return Promise.resolve()
  }
  const view = await save(SECOND)
  expect(sent).toMatchObject([{ ok: true }])
  expect(await onPortal()).toEqual(['INV-1'])
  expect(view).toMatchObject({
    stage: 'savedWithErrors',
    lastSave: { sent: 1, accepted: 1, stopped: 1 },
    heldBack: [`INV-3 (${BUYERS[2]})`],
    readBack: 'same',
  })
})

test('while a part is on its way, that part is not called back', async () => {
  await save(FIRST)
  const stopped: ReturnView[] = []
  await begin(SECOND)
  await expect.poll(async () => (await portal.ledger.requests('save')).length).toBe(2)
  stopped.push(await value(stop()))
  expect(stopped[0]?.stage).toBe('saving')
  expect(await ours.settled()).toMatchObject({ lastSave: { sent: 1, accepted: 1, stopped: 1 } })
})

test('what was stopped keeps the filing locked, and the next plan brings it again', async () => {
  await save(FIRST)
  beforeSending = () => {
    beforeSending = async () => void (await stop())
    return Promise.resolve()
  }
  await save(SECOND)
  await value(ours.engine.filing.prepare(ours.key))
  await ours.settled()
  const { checksum } = await value(ours.engine.filing.review(ours.key))
  expect(await ours.engine.filing.requestEvc(ours.key, checksum)).toMatchObject({
    problem: { code: 'held-back-locks' },
  })
  expect(await plan(SECOND)).toMatchObject({ sections: [{ added: { count: 1 } }] })
  expect(await save(SECOND)).toMatchObject({ stage: 'saved', heldBack: [] })
  expect(await onPortal()).toEqual(['INV-1', 'INV-3'])
})

test('where no save is under way, it is refused', async () => {
  expect(await stop()).toMatchObject({ ok: false, problem: { code: 'nothing-to-stop' } })
  await save(FIRST)
  expect(await stop()).toMatchObject({ ok: false, problem: { code: 'nothing-to-stop' } })
})

test('a part that the portal refused whole keeps the filing locked too', async () => {
  await save(FIRST)
  await portal.ledger.fault({ call: 'save', mode: 'refuse', code: 'RET191106', times: 1 })
  const view = await save([...FIRST, row({ inum: 'INV-3', ctin: BUYERS[2] })])
  expect(view).toMatchObject({
    stage: 'savedWithErrors',
    heldBack: [`INV-3 (${BUYERS[2]})`],
  })
})
