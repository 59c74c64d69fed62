import { expect, test } from 'vitest'
import { openWorkbook, sheetOf } from '../office.ts'
import { LOCKED } from '../../locked.ts'

const people = sheetOf('People', [
  ['Asha', 1],
  ['Bala', 2],
])
const protectedSheet = sheetOf('Locked', [['title'], ['open']], {
  protection: LOCKED,
  unlocked: ['A2:C9'],
})

/** The error that a batch ends with, as office.js gives it. */
async function errorOf(
  batch: (context: Excel.RequestContext) => Promise<unknown>,
): Promise<OfficeExtension.Error> {
  const error: unknown = await Excel.run(batch).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof OfficeExtension.Error) return error
  throw new Error(`The batch did not fail as Excel fails: ${String(error)}`)
}

test('loads what was asked for and nothing else', async () => {
  openWorkbook([people])
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('People').getUsedRangeOrNullObject(true)
    range.load('values, address')
    await context.sync()
    expect(range.values).toEqual([
      ['Asha', 1],
      ['Bala', 2],
    ])
    expect(range.address).toBe('People!A1:B2')
    expect(() => range.rowIndex).toThrow(/PropertyNotLoaded|not available/)
  })
})

test('an unknown member is an error that names it, and is counted', async () => {
  const { session } = openWorkbook([people], { missing: ['Worksheet.tables'] })
  const error = await errorOf(async (context) => {
    context.workbook.worksheets.getItem('People').tables.load('items/name')
    await context.sync()
  })
  expect(error.code).toBe('NotImplemented')
  expect(error.message).toContain('Worksheet.tables')
  expect(session.missing.get('Worksheet.tables')).toBe(1)
})

test('a member above ExcelApi 1.10 is not found, as in an Excel of that age', async () => {
  openWorkbook([people])
  const error = await errorOf(async (context) => {
    const cell = context.workbook.worksheets.getItem('People').getRange('A1')
    cell.getSpillParent().load('address')
    await context.sync()
  })
  expect(error.code).toBe('ApiNotFound')
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(true)
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(true)
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.11')).toBe(false)
  expect(Office.context.requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true)
  expect(Office.context.requirements.isSetSupported('ExcelUndoApiAll', '1.0')).toBe(false)
})

test('what a failed batch did before it failed stays done', async () => {
  const { model } = openWorkbook([people])
  const error = await errorOf(async (context) => {
    const sheet = context.workbook.worksheets.getItem('People')
    sheet.getRange('A1').values = [['Chitra']]
    sheet.getRange('A2:B2').values = [['too', 'many', 'cells']]
    sheet.getRange('B1').values = [[99]]
    await context.sync()
  })
  expect(error.code).toBe('InvalidArgument')
  expect(error.debugInfo.errorLocation).toBe('Range.values')
  expect(error.debugInfo.statement).toMatch(/\.values = /)
  const sheet = model.sheets[0]
  expect([sheet?.getValue(0, 0), sheet?.getValue(1, 0), sheet?.getValue(0, 1)]).toEqual([
    'Chitra',
    'Bala',
    1,
  ])
})

test('a failure has the shape that office.js turns into its error', async () => {
  const { session } = openWorkbook([people])
  const batch = {
    Actions: [{ Id: 1, ActionType: 1, Name: '', ObjectPathId: 3 }],
    ObjectPaths: {
      1: { Id: 1, ObjectPathType: 1, Name: '' },
      2: { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
      3: {
        Id: 3,
        ObjectPathType: 5,
        Name: '',
        ParentObjectPathId: 2,
        ArgumentInfo: { Arguments: ['Nobody'] },
      },
    },
  }
  const answer = await session.execute(JSON.stringify(batch), 0)
  if (!answer.ok) throw new Error(answer.code)
  expect(JSON.parse(answer.text)).toMatchObject({
    Error: {
      Code: 'ItemNotFound',
      Message: 'The requested resource does not exist.',
      Location: 'WorksheetCollection.getItem',
      ActionIndex: 0,
    },
  })
})

test('what is not there is a null object, and so is what hangs from it', async () => {
  openWorkbook([people, sheetOf('Empty', [])])
  await Excel.run(async (context) => {
    const missing = context.workbook.worksheets.getItemOrNullObject('Nobody')
    const below = missing.getUsedRangeOrNullObject(true)
    const empty = context.workbook.worksheets.getItem('Empty').getUsedRangeOrNullObject(true)
    missing.load('name')
    below.load('address')
    empty.load('address')
    await context.sync()
    expect([missing.isNullObject, below.isNullObject, empty.isNullObject]).toEqual([
      true,
      true,
      true,
    ])
  })
})

test.each([
  ['request', 'RequestPayloadSizeLimitExceeded'],
  ['response', 'ResponsePayloadSizeLimitExceeded'],
])('a %s above the limit is refused', async (which, code) => {
  const long = 'x'.repeat(3000)
  openWorkbook([sheetOf('Data', [[which === 'request' ? '' : long]])], { payloadLimit: 2500 })
  const error = await errorOf(async (context) => {
    const cell = context.workbook.worksheets.getItem('Data').getRange('A1')
    if (which === 'request') cell.values = [[long]]
    else cell.load('values')
    await context.sync()
  })
  expect(error.code).toBe(code)
})

test('limits count bytes, not characters', async () => {
  openWorkbook([sheetOf('Data', [['क'.repeat(900)]])], { payloadLimit: 2500 })
  const error = await errorOf(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1').load('values')
    await context.sync()
  })
  expect(error.code).toBe('ResponsePayloadSizeLimitExceeded')
})

test('a range that is held on to moves with its rows', async () => {
  const { model } = openWorkbook([people])
  await Excel.run(async (context) => {
    const bala = context.workbook.worksheets.getItem('People').getRange('A2:B2')
    bala.load('values')
    await context.sync()
    const [sheet] = model.sheets
    if (sheet) model.insertRows(sheet, 0, 3)
    bala.load('values, address')
    await context.sync()
    expect([bala.values, bala.address]).toEqual([[['Bala', 2]], 'People!A5:B5'])
    if (sheet) model.deleteRows(sheet, 4, 1)
    bala.load('address')
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' })
  })
})

test('values may be written to unlocked cells of a protected sheet, and to no others', async () => {
  const { model } = openWorkbook([protectedSheet])
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Locked').getRange('A2:C2').values = [['a', 'b', 'c']]
    await context.sync()
  })
  expect(model.sheets[0]?.getValue(1, 2)).toBe('c')
  const error = await errorOf(async (context) => {
    context.workbook.worksheets.getItem('Locked').getRange('A1:A2').values = [['a'], ['b']]
    await context.sync()
  })
  expect(error.code).toBe('AccessDenied')
  expect(model.sheets[0]?.getValue(0, 0)).toBe('title')
})

test('a conditional format is formatting: where that is locked, it is denied', async () => {
  const { model } = openWorkbook([protectedSheet])
  const error = await errorOf(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Locked')
    sheet.getRanges('A2,B2').conditionalFormats.add('Custom')
    await context.sync()
  })
  expect(error.code).toBe('AccessDenied')
  expect(model.sheets[0]?.conditionalFormats.all).toEqual([])
})

test('a protected sheet tells its options, and gives way only without a password', async () => {
  const withPassword = { ...LOCKED, password: true }
  openWorkbook([protectedSheet, sheetOf('Secret', [['x']], { protection: withPassword })])
  await Excel.run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem('Locked')
    protection.load('protected, options')
    await context.sync()
    expect(protection.protected).toBe(true)
    expect(protection.options.allowFormatCells).toBe(false)
    protection.unprotect()
    protection.load('protected')
    await context.sync()
    expect(protection.protected).toBe(false)
  })
  const error = await errorOf(async (context) => {
    context.workbook.worksheets.getItem('Secret').protection.unprotect()
    await context.sync()
  })
  expect(error.code).toBe('AccessDenied')
})

test('while the user types, a batch fails, or waits when it was told to', async () => {
  const { model } = openWorkbook([people])
  const read = async (context: Excel.RequestContext) => {
    const cell = context.workbook.worksheets.getItem('People').getRange('A1')
    cell.load('values')
    await context.sync()
    return cell.values
  }
  model.beginEdit()
  const error = await errorOf(read)
  expect(error.code).toBe('InvalidOperationInCellEditMode')

  let isDone = false
  const waiting = Excel.run({ delayForCellEdit: true }, read).finally(() => {
    isDone = true
  })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isDone).toBe(false)
  model.endEdit()
  expect(await waiting).toEqual([['Asha']])
})

test('a sheet name that is taken, too long or impossible is refused', async () => {
  openWorkbook([people, sheetOf('Other', [['x']])])
  const rename = (name: string) => async (context: Excel.RequestContext) => {
    context.workbook.worksheets.getItem('Other').name = name
    await context.sync()
  }
  expect((await errorOf(rename('PEOPLE'))).code).toBe('ItemAlreadyExists')
  expect((await errorOf(rename('x'.repeat(32)))).code).toBe('InvalidArgument')
  expect((await errorOf(rename('a/b'))).code).toBe('InvalidArgument')
})

test('the last sheet in view can neither be hidden nor deleted', async () => {
  openWorkbook([people, sheetOf('Hidden', [['x']], { hidden: true })])
  const hide = await errorOf(async (context) => {
    context.workbook.worksheets.getItem('People').visibility = 'Hidden'
    await context.sync()
  })
  const remove = await errorOf(async (context) => {
    context.workbook.worksheets.getItem('People').delete()
    await context.sync()
  })
  expect([hide.code, remove.code]).toEqual(['InvalidOperation', 'InvalidOperation'])
})
