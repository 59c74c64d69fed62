// A sheet that could not be read is not part of the return: whoever files must know, as with a row that is held back.
import { expect, test } from 'vitest'
import type { Block } from '../../templates/block.ts'
import { PERIOD, row, sheet } from '../sheets.ts'
import { value } from './life.ts'
import { newForEachTest, ours, portal } from './one-life.ts'

newForEachTest()

const CDNR = 'cdnr'
const UNREAD = `${CDNR} (the whole sheet)`

/** A good invoice, and credit notes under headers of which one is misspelt. */
const blocks: readonly Block[] = [
  ...sheet([row()]),
  ...sheet([row()], CDNR).map((block) => ({
    ...block,
    values: block.values.map((cells) =>
      cells.map((cell) => (cell === 'Taxable Value' ? 'Taxable Valeu' : cell)),
    ),
  })),
]

const plan = (of: readonly Block[]) => value(ours.engine.filing.plan({ ...ours.key, blocks: of }))

async function save(of: readonly Block[]) {
  const { plan: id } = await plan(of)
  await value(ours.engine.filing.save(ours.key, { plan: id }))
  return ours.settled()
}

test('what was saved without it locks filing until it is left out by name', async () => {
  const view = await save(blocks)
  expect(view).toMatchObject({ lastSave: { accepted: 1 }, heldBack: [UNREAD], leftOut: false })
  await value(ours.engine.filing.prepare(ours.key))
  await ours.settled()
  const review = await value(ours.engine.filing.review(ours.key))
  expect(review.heldBack).toEqual([UNREAD])
  expect(await ours.engine.filing.requestEvc(ours.key, review.checksum)).toMatchObject({
    ok: false,
    problem: { code: 'held-back-locks' },
  })
  const left = await value(ours.engine.filing.leaveOut(ours.key, [UNREAD]))
  expect(left.leftOut).toBe(true)
  expect(await ours.engine.filing.requestEvc(ours.key, review.checksum)).toMatchObject({ ok: true })
})

test('the plan tells it before anything is sent', async () => {
  expect(await plan(blocks)).toMatchObject({ unread: [CDNR] })
  expect(await plan(sheet([row()]))).not.toHaveProperty('unread')
})

test('once it can be read, nothing is held back', async () => {
  await save(blocks)
  expect(await save(sheet([row()]))).toMatchObject({ heldBack: [] })
  expect((await portal.ledger.documents(ours.key.gstin, PERIOD)).length).toBe(1)
})
