// What the host tells on its own: edited cells, while somebody listens and events are on; and the add-in's own functions.
import { readFile } from 'node:fs/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { unheard } from '../../../addin/excel/in-excel.ts'
import { rowsIn, watchChanges } from '../../../addin/excel/watch-changes.ts'
import { actionOf, readShortcuts } from '../../../addin/preview/page/shortcuts.ts'
import { openWorkbook, sheetOf } from '../office.ts'

const people = sheetOf('People', [
  ['Chitra', 3],
  ['Asha', 1],
  ['Bala', 2],
])

test('edits, insertions, deletions and sorts are told with their sheet and their rows', async () => {
  const { model } = openWorkbook([people])
  const told: number[] = []
  const stop = await watchChanges(({ sheetId, rows }) => {
    expect(sheetId).toBe(model.active.id)
    told.push(rows)
  })
  const sheet = model.active
  model.setValues(sheet, 0, 0, [['x'], ['y']])
  model.insertRows(sheet, 1, 4)
  model.deleteRows(sheet, 1, 4)
  model.sortRows(sheet, { row: 0, column: 0, rows: 3, columns: 2 }, 0)
  await expect.poll(() => told).toEqual([2, 4, 4, 3])
  // A mark is no edit.
  await Excel.run(async (context) => {
    const formats = context.workbook.worksheets.getItem('People').getRange('A1').conditionalFormats
    formats.add('Custom').custom.rule.formula = '=TRUE'
    await context.sync()
  })
  await stop()
  model.setValues(sheet, 0, 0, [['z']])
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(told).toHaveLength(4)
})

test('what is written unheard is told to nobody, and events are on again when it fails', async () => {
  const { model } = openWorkbook([people])
  const told: number[] = []
  const stop = await watchChanges(({ rows }) => told.push(rows))
  await Excel.run((context) =>
    unheard(context, async () => {
      context.workbook.worksheets.getItem('People').getRange('A1').values = [['ours']]
      await context.sync()
    }),
  )
  expect(model.active.getValue(0, 0)).toBe('ours')
  const failing = Excel.run((context) =>
    unheard(context, async () => {
      context.workbook.worksheets.getItem('Nobody').getRange('A1').values = [['x']]
      await context.sync()
    }),
  )
  await expect(failing).rejects.toThrow()
  model.setValues(model.active, 0, 0, [['theirs']])
  await expect.poll(() => told).toEqual([1])
  await stop()
})

test.each([
  ['B3', 1],
  ['B3:C9', 7],
  ['3:9', 7],
  ['B3,D4:D5', 3],
  ['B:C', 1_048_576],
])('%s has %i rows', (address, rows) => expect(rowsIn(address)).toBe(rows))

test('the preview knows the shortcuts that the manifest names, whatever letter the keyboard writes', async () => {
  vi.stubGlobal('fetch', async (address: string) => new Response(await readFile(`.${address}`)))
  onTestFinished(() => void vi.unstubAllGlobals())
  const known = await readShortcuts()
  const press = (code: string, modifiers: Partial<KeyboardEvent> = {}) =>
    actionOf(known, {
      ...{ code, key: 'ṅ', ctrlKey: true, altKey: true, shiftKey: false },
      ...modifiers,
    } as KeyboardEvent)
  expect(press('KeyN')).toBe('nextProblem')
  expect(press('KeyB')).toBe('previousProblem')
  expect(press('KeyN', { altKey: false })).toBeUndefined()
  expect(press('KeyN', { shiftKey: true })).toBeUndefined()
  expect(press('F8')).toBeUndefined()
})
