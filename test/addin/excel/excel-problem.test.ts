import { expect, test } from 'vitest'
import { ExcelRefusal, excelProblem } from '../../../addin/excel/excel-problem.ts'
import { inExcel } from '../../../addin/excel/in-excel.ts'
import { openWorkbook, sheetOf } from '../office.ts'
import { LOCKED } from '../../locked.ts'

const locked = sheetOf('Locked', [['x']], {
  protection: LOCKED,
})

async function problemOf(batch: (context: Excel.RequestContext) => Promise<unknown>) {
  return inExcel(batch).then(
    () => undefined,
    (error: unknown) => excelProblem(error),
  )
}

test('a protected sheet', async () => {
  openWorkbook([locked])
  const problem = await problemOf(async (context) => {
    context.workbook.worksheets.getItem('Locked').getRange('A1').values = [['y']]
    await context.sync()
  })
  expect(problem).toMatchObject({ code: 'excel-protected', facts: { place: 'Range.values' } })
})

test('a sheet that is gone', async () => {
  openWorkbook([locked])
  const problem = await problemOf(async (context) => {
    context.workbook.worksheets.getItem('Gone').load('name')
    await context.sync()
  })
  expect(problem).toMatchObject({ code: 'excel-gone', severity: 'error', cells: [] })
})

test('too much at once', async () => {
  openWorkbook([sheetOf('Data', [['x'.repeat(3000)]])], { payloadLimit: 2500 })
  const problem = await problemOf(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1').load('values')
    await context.sync()
  })
  expect(problem?.code).toBe('excel-too-large')
})

test.each([
  ['InvalidOperationInCellEditMode', 'excel-editing'],
  ['InactiveWorkbook', 'excel-not-in-front'],
  ['ActivityLimitReached', 'excel-busy'],
  ['GeneralException', 'excel-unknown'],
])('Excel failing with %s is %s', async (code, expected) => {
  openWorkbook([locked], { beforeBatch: () => code })
  const problem = await problemOf((context) => context.sync())
  expect(problem?.code).toBe(expected)
  if (expected === 'excel-unknown') expect(problem?.facts['code']).toBe(code)
})

test('our own refusals keep their code and facts; other errors are no problem of Excel', () => {
  const refusal = new ExcelRefusal('excel-changing', { sheet: 'b2cs' })
  expect(excelProblem(refusal)).toMatchObject({ code: 'excel-changing', facts: { sheet: 'b2cs' } })
  expect(excelProblem(new Error('a bug'))).toBeUndefined()
})
