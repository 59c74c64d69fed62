// Excel answers no add-in while a cell is open: the work waits for it, and no newcomer has to know why.
import { expect, test } from 'vitest'
import { inExcel, onExcelWaits } from '../../../addin/excel/in-excel.ts'
import { readOneSheet } from '../../../addin/excel/read-blocks.ts'
import { HostFaults } from '../../../addin/preview/host/faults.ts'
import { makeWorkingCopy } from '../../../addin/excel/working-copy.ts'
import { openWorkbook, sheetOf } from '../office.ts'
import { LOCKED } from '../../locked.ts'

const people = sheetOf('People', [['Asha']])
const read = () =>
  inExcel(async (context) => {
    const cell = context.workbook.worksheets.getItem('People').getRange('A1')
    cell.load('values')
    await context.sync()
    return cell.values
  })

test('a batch that failed because a cell was open is tried again', async () => {
  const faults = new HostFaults()
  openWorkbook([people], { beforeBatch: faults.beforeBatch })
  faults.cellEdits = 1
  expect(await read()).toEqual([['Asha']])
  expect(faults.cellEdits).toBe(0)
})

test('a cell that stays open is told in the end', async () => {
  const faults = new HostFaults()
  openWorkbook([people], { beforeBatch: faults.beforeBatch })
  faults.cellEdits = 100
  await expect(read()).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' })
})

test.each([1, 2, 3, 4])('a working copy is made once, whichever batch fails (%d)', async (nth) => {
  const { model } = openWorkbook([sheetOf('People', [['Asha']], { protection: LOCKED })], {
    beforeBatch: (batch) => (batch === nth ? 'InvalidOperationInCellEditMode' : undefined),
  })
  expect(await makeWorkingCopy('People')).toBe('made')
  expect(model.sheets.map(({ name }) => name)).toEqual(['People (protected)', 'People'])
})

test('the user hears that Excel does not answer, and that it did', async () => {
  const { model } = openWorkbook([people])
  const heard: boolean[] = []
  onExcelWaits((waits) => {
    heard.push(waits)
    if (waits) model.endEdit()
  })
  model.beginEdit()
  expect(await read()).toEqual([['Asha']])
  expect(heard).toEqual([true, false])
})

test('work of many requests is no waiting, as long as each is answered', async () => {
  const beforeBatch = () =>
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 900))
  openWorkbook([people], { beforeBatch })
  const heard: boolean[] = []
  onExcelWaits((waits) => heard.push(waits))
  await inExcel(async (context) => {
    for (let times = 0; times < 3; times += 1) {
      context.workbook.worksheets.getItem('People').getRange('A1').load('values')
      await context.sync()
    }
  })
  expect(heard).toEqual([])
  await new Promise((resolve) => setTimeout(resolve, 2_000))
})

test('who asked for nothing is not told that Excel waits', async () => {
  const { model } = openWorkbook([people])
  const heard: boolean[] = []
  onExcelWaits((waits) => heard.push(waits))
  model.beginEdit()
  const reading = readOneSheet('People', 10)
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  model.endEdit()
  expect(await reading).toHaveLength(1)
  expect(heard).toEqual([])
})
