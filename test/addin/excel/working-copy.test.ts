import { expect, test } from 'vitest'
import { paintMarks } from '../../../addin/excel/marks.ts'
import { makeWorkingCopy } from '../../../addin/excel/working-copy.ts'
import { openWorkbook, sheetOf } from '../office.ts'
import { B2B, cellsOf, salesSheet } from '../sales.ts'
import { LOCKED } from '../../locked.ts'

const official = salesSheet(5, { protection: LOCKED, widths: { 0: 22.7 }, unlocked: ['A5:M20003'] })

test('the copy takes over the name without protection, the original is renamed and hidden', async () => {
  const { model } = openWorkbook([official, sheetOf('master', [['x']])])
  expect(await makeWorkingCopy(B2B)).toBe('made')
  expect(
    model.sheets.map(({ name, visibility, protection: held }) => [
      name,
      visibility,
      held !== undefined,
    ]),
  ).toEqual([
    [`${B2B} (protected)`, 'Hidden', true],
    [B2B, 'Visible', false],
    ['master', 'Visible', false],
  ])
  const [original, copy] = model.toFile().sheets
  expect(copy?.cells).toEqual(original?.cells)
  expect([copy?.frozenRows, copy?.widths]).toEqual([original?.frozenRows, original?.widths])
  expect(model.active.name).toBe(B2B)
})

test('the copy can be painted', async () => {
  openWorkbook([official])
  const problem = { code: 'x', severity: 'error', source: 'check', facts: {} } as const
  const problems = [{ ...problem, cells: [cellsOf(1)] }]
  expect((await paintMarks(problems)).protectedSheets).toEqual([B2B])
  await makeWorkingCopy(B2B)
  expect(await paintMarks(problems)).toMatchObject({ painted: 1, protectedSheets: [] })
})

test('with a password nothing changes', async () => {
  const secret = { ...official, protection: { ...LOCKED, password: true } }
  const { model } = openWorkbook([secret])
  const before = model.toFile()
  expect(await makeWorkingCopy(B2B)).toBe('password')
  expect(model.toFile()).toEqual(before)
})

test('a long name is shortened to what Excel allows', async () => {
  const name = 'a name that is of 31 characters'
  const { model } = openWorkbook([sheetOf(name, [['x']], { protection: LOCKED })])
  expect(await makeWorkingCopy(name)).toBe('made')
  expect(model.sheets.map((sheet) => sheet.name)).toEqual(['a name that is of 3 (protected)', name])
})

test('a second working copy of the same table keeps both originals apart', async () => {
  const earlier = sheetOf(`${B2B} (protected)`, [['old']], { hidden: true })
  const { model } = openWorkbook([official, earlier])
  expect(await makeWorkingCopy(B2B)).toBe('made')
  expect(model.sheets.map(({ name }) => name)).toEqual([
    `${B2B} (protected 2)`,
    B2B,
    `${B2B} (protected)`,
  ])
})
