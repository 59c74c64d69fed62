// What `gstr1 check` says of a workbook, line by line.
import { expect, test } from 'vitest'
import { reportLines } from '../../../agent/command-line/read-file.ts'
import { inWords } from '../../../agent/command-line/problem-words.ts'
import { check } from '../../../agent/filing/check.ts'
import type { Block } from '../../../templates/block.ts'
import { refuse } from '../../../templates/problems/problem.ts'
import { block, PERIOD, row, sheet, TAXPAYER } from '../../sheets.ts'

const linesOf = (...blocks: Block[]): string[] =>
  reportLines(
    check(blocks, { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }).report,
    false,
  )

test('two sheets of one table are told once', () => {
  const lines = linesOf(...sheet([row()]), ...sheet([row()], 'b2b'))
  expect(lines.filter((line) => line.includes('Two sheets of one table'))).toHaveLength(1)
})

test('a workbook without a sheet of the return says so after what is told of its sheets', () => {
  expect(linesOf(...sheet([row()], 'Sales')).map((line) => line.split('.')[0])).toEqual([
    'warning: Sales looks like b2b but is named otherwise',
    'error: Nothing to check',
  ])
})

test('a hidden sheet is told', () => {
  const [shown] = linesOf(...sheet([row()]))
  const [hidden] = linesOf(...sheet([row()]).map((one) => ({ ...one, hiddenSheet: true })))
  expect(hidden).toBe(`${shown}; the sheet is hidden`)
})

test('a row without a cell to point at is told by its number', () => {
  const beside = { ...block([['far']]), firstRow: 8, firstColumn: 40 }
  expect(linesOf(...sheet([row()]), beside)).toContainEqual(
    expect.stringMatching(/^b2b,sez,de!9: note: Row 9 set aside/),
  )
})

test('a title that asks ends with its own mark', () => {
  const { problem } = refuse('return-not-named', { file: 'a.xlsx', options: '--gstin' })
  expect(inWords(problem)).toMatch(/^Whose return is it\? a\.xlsx/)
})
