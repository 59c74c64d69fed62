import { expect, test } from 'vitest'
import { openWorkbook, sheetOf } from '../office.ts'

test('loads values', async () => {
  const { hostErrors } = openWorkbook([
    sheetOf('Data', [
      ['a', 1],
      ['b', 2],
    ]),
  ])
  const values = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Data').getUsedRangeOrNullObject(true)
    range.load('values, address')
    await context.sync()
    return [range.values, range.address]
  })
  expect(values).toEqual([
    [
      ['a', 1],
      ['b', 2],
    ],
    'Data!A1:B2',
  ])
  expect(hostErrors).toEqual([])
})
