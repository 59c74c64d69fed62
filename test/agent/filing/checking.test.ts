// What a check answers to whoever asks more of it.
import { expect, test } from 'vitest'
import { value } from '../../faults/life.ts'
import { newForEachTest, ours } from '../../faults/one-life.ts'
import { row, sheet } from '../../sheets.ts'

newForEachTest()

test('the states of the rows come with the check where they are asked for, and only there', async () => {
  const workbook = { ...ours.key, blocks: sheet([row(), row({ inum: 'INV-2', rt: 17 })]) }
  const { rowStates, ...report } = await value(
    ours.engine.filing.check({ ...workbook, rowStates: true }),
  )
  expect(rowStates?.sheets.map(({ rows }) => rows)).toEqual([['not-sent', 'held-back']])
  expect(await value(ours.engine.filing.check(workbook))).toEqual(report)
})
