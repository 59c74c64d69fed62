import { expect, test } from 'vitest'
import { writeBinding } from '../../../addin/excel/binding.ts'
import { makeIdentity, readIdentity } from '../../../addin/excel/identity.ts'
import { openWorkbook, sheetOf } from '../office.ts'

const open = () => openWorkbook([sheetOf('Data', [['x']])])

test('a workbook for which nothing was planned has no id, and reading does not give it one', async () => {
  const { model } = open()
  expect(await readIdentity()).toBeUndefined()
  expect(model.settings.size).toBe(0)
})

test('an id stays with its workbook, beside the binding', async () => {
  open()
  const id = await makeIdentity()
  await writeBinding({ gstin: '27AAPFU0939F1ZV', period: '062025', environment: 'practice' })
  expect(await makeIdentity()).toBe(id)
  expect(await readIdentity()).toBe(id)
})

test('two workbooks never share one', async () => {
  open()
  const first = await makeIdentity()
  open()
  expect(await makeIdentity()).not.toBe(first)
})

test.each([[''], [7], [null], [{}]])('what is no id is replaced by one: %j', async (value) => {
  const { model } = open()
  model.settings.set('gstr1-for-excel-workbook', value)
  expect(await readIdentity()).toBeUndefined()
  expect(await makeIdentity()).toMatch(/^[0-9a-f-]{36}$/)
})
