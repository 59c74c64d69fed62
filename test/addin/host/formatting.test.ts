// The host's answers to what makes a sheet: adding, widths, formats, frozen rows, rules.
import { expect, test } from 'vitest'
import { openWorkbook, sheetOf } from '../office.ts'
import { LOCKED } from '../../locked.ts'

const failure = (batch: (context: Excel.RequestContext) => void) =>
  Excel.run(async (context) => {
    batch(context)
    await context.sync()
  }).then(
    () => undefined,
    (error: unknown) => (error instanceof OfficeExtension.Error ? error.code : String(error)),
  )

test('a sheet is added after the others, and only under a free and fitting name', async () => {
  const { model } = openWorkbook([sheetOf('Data', [])])
  expect(await failure(({ workbook }) => workbook.worksheets.add('More'))).toBeUndefined()
  expect(model.sheets.map(({ name }) => name)).toEqual(['Data', 'More'])
  expect(model.active.name).toBe('Data')
  expect(await failure(({ workbook }) => workbook.worksheets.add('data'))).toBe('ItemAlreadyExists')
  expect(await failure(({ workbook }) => workbook.worksheets.add('a/b'))).toBe('InvalidArgument')
  model.structureIsProtected = true
  expect(await failure(({ workbook }) => workbook.worksheets.add('Third'))).toBe('AccessDenied')
})

test('a column takes one format for all its cells; a filled one carries it into a file', async () => {
  const { model } = openWorkbook([sheetOf('Data', [])])
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data')
    sheet.getRange('B:B').numberFormat = [['@']]
    sheet.getRange('A1:B1').numberFormat = [['0.00', 'General']]
    sheet.getRange('A3:B3').values = [['1', '007']]
    sheet.getRange('D1').numberFormat = [['0.00']]
    sheet.getRange('D:D').numberFormat = [['@']]
    await context.sync()
  })
  const [sheet] = model.sheets
  expect(sheet?.getNumberFormat(999, 1)).toBe('@')
  expect([sheet?.getNumberFormat(0, 0), sheet?.getNumberFormat(0, 1)]).toEqual(['0.00', 'General'])
  expect(sheet?.getNumberFormat(0, 3)).toBe('@')
  expect(sheet?.toFile().cells.filter(({ row }) => row === 2)).toEqual([
    { row: 2, column: 0, value: 1 },
    { row: 2, column: 1, value: '007', numberFormat: '@' },
  ])
})

test('whole columns and rows take nothing else: neither values nor a format that is no array of one', async () => {
  openWorkbook([sheetOf('Data', [])])
  const whole = ({ workbook }: Excel.RequestContext, address: string): Record<string, unknown> =>
    workbook.worksheets.getItem('Data').getRange(address) as unknown as Record<string, unknown>
  for (const address of ['B:B', '3:3']) {
    for (const part of ['values', 'formulas', 'numberFormat']) {
      const said = await failure((context) => (whole(context, address)[part] = '@'))
      expect([address, part, said]).toEqual([address, part, 'InvalidArgument'])
    }
  }
})

test('colours, widths and frozen rows are those of the file', async () => {
  const { model } = openWorkbook([sheetOf('Data', [['head']])])
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data')
    const { format } = sheet.getRange('A1')
    format.fill.color = '#0070C0'
    format.font.color = '#FFFFFF'
    format.font.bold = true
    format.columnWidth = 105
    format.rowHeight = 30
    format.wrapText = true
    format.horizontalAlignment = 'Center'
    format.verticalAlignment = 'Center'
    sheet.freezePanes.freezeRows(1)
    await context.sync()
  })
  expect(model.toFile().sheets[0]).toMatchObject({
    widths: { 0: 20 },
    frozenRows: 1,
    cells: [{ row: 0, column: 0, value: 'head', fill: '#0070C0', color: '#FFFFFF', bold: true }],
  })
})

test('a rule is kept with its cells; its list may be a range of another sheet', async () => {
  const { model } = openWorkbook([sheetOf('Data', []), sheetOf('My lists', [['a'], ['b']])])
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets
    const { dataValidation } = sheets.getItem('Data').getRange('A2:A9')
    const source = sheets.getItem('My lists').getRange('A1:A2')
    dataValidation.rule = { list: { inCellDropDown: true, source } }
    dataValidation.errorAlert = { message: 'No.', showAlert: true, style: 'Stop', title: '' }
    await context.sync()
  })
  expect(model.sheets[0]?.validations).toEqual([
    {
      area: { row: 1, column: 0, rows: 8, columns: 1 },
      rule: { list: { inCellDropDown: true, source: "='My lists'!A1:A2" } },
      errorAlert: { message: 'No.', showAlert: true, style: 'Stop', title: '' },
    },
  ])
})

test('a protected sheet is not formatted', async () => {
  openWorkbook([sheetOf('Data', [['x']], { protection: LOCKED })])
  const range = ({ workbook }: Excel.RequestContext) =>
    workbook.worksheets.getItem('Data').getRange('A1')
  expect(await failure((context) => (range(context).format.columnWidth = 50))).toBe('AccessDenied')
  expect(await failure((context) => (range(context).numberFormat = [['@']]))).toBe('AccessDenied')
  expect(await failure((context) => (range(context).format.fill.color = '#000000'))).toBe(
    'AccessDenied',
  )
})
