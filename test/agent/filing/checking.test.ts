// What a check answers to whoever asks more of it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Life, openPortal, value, type HeldPortal } from '../../faults/life.ts'
import { row, sheet } from '../../sheets.ts'

let portal: HeldPortal
let ours: Life

beforeEach(async () => {
  portal = await openPortal()
  ours = new Life(portal, 1)
  await ours.start()
  await ours.signIn()
})
afterEach(async () => {
  await ours.end()
  await portal.close()
})

test('the states of the rows come with the check where they are asked for, and only there', async () => {
  const workbook = { ...ours.key, blocks: sheet([row(), row({ inum: 'INV-2', rt: 17 })]) }
  const { rowStates, ...report } = await value(
    ours.engine.filing.check({ ...workbook, rowStates: true }),
  )
  expect(rowStates?.sheets.map(({ rows }) => rows)).toEqual([['not-sent', 'held-back']])
  expect(await value(ours.engine.filing.check(workbook))).toEqual(report)
})
