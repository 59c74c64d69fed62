import { expect, test } from 'vitest'
import { readBinding, writeBinding } from '../../../addin/excel/binding.ts'
import { openWorkbook, sheetOf } from '../office.ts'

test('a workbook that was never saved from here is bound to nothing', async () => {
  openWorkbook([sheetOf('Data', [['x']])])
  expect(await readBinding()).toBeUndefined()
})

test('what was written is read, and the last one counts', async () => {
  openWorkbook([sheetOf('Data', [['x']])])
  await writeBinding({ gstin: '27AAPFU0939F1ZV', period: '062025', environment: 'practice' })
  const last = { gstin: '27AAPFU0939F1ZV', period: '072025', environment: 'live' }
  await writeBinding(last)
  expect(await readBinding()).toEqual(last)
})

test.each([
  ['text'],
  [{ gstin: 27 }],
  [{ gstin: '27AAPFU0939F1ZV', period: '062025' }],
  [null],
  [[]],
])('what is not ours under the same name counts for nothing: %j', async (value) => {
  const { model } = openWorkbook([sheetOf('Data', [['x']])])
  model.settings.set('gstr1-for-excel', value)
  expect(await readBinding()).toBeUndefined()
})
