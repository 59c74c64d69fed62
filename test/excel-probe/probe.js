// Asks a real Excel what our host only guesses. How to run it, and what becomes of the answers: README.md beside it.
// Plain JavaScript without imports, because it is pasted into Script Lab as it is; our tests run the same text.

/** Names of the sheets that `prepareInExcel` makes; the test makes the same ones. */
const SHEETS = [
  'Probe',
  'Probe empty',
  'Probe formatted',
  'Probe hidden',
  'Probe locked',
  'Probe secret',
]
const MARK = '="gstr1-for-excel:error"<>""'

const sheetNamed = (context, name) => context.workbook.worksheets.getItem(name)

async function usedRange(context, name, valuesOnly) {
  const used = sheetNamed(context, name).getUsedRangeOrNullObject(valuesOnly)
  used.load('address, rowIndex, columnIndex, rowCount, columnCount')
  await context.sync()
  if (used.isNullObject) return null
  const { address, rowIndex, columnIndex, rowCount, columnCount } = used
  return { address, rowIndex, columnIndex, rowCount, columnCount }
}

async function hiddenRows(context, address) {
  const range = sheetNamed(context, 'Probe').getRange(address)
  range.load('rowHidden')
  await context.sync()
  return range.rowHidden
}

async function visibleRows(context, address) {
  const view = sheetNamed(context, 'Probe').getRange(address).getVisibleView()
  view.load('rowCount')
  await context.sync()
  return view.rowCount
}

async function addMark(context, name, address) {
  const format = sheetNamed(context, name).getRanges(address).conditionalFormats.add('Custom')
  format.custom.rule.formula = MARK
  format.custom.format.fill.color = '#FFC7CE'
  format.custom.format.font.color = '#9C0006'
  await context.sync()
  return 'done'
}

/** Types and formulas of the conditional formats that touch an area, or those of the whole sheet. */
async function marksAt(context, address) {
  const formats = sheetNamed(context, 'Probe').getRange(address).conditionalFormats
  formats.load('items/type')
  await context.sync()
  for (const { custom } of formats.items) custom.rule.load('formula')
  await context.sync()
  return formats.items.map(({ type, custom }) => [type, custom.rule.formula])
}

/** Deletes all conditional formats of the sheet one by one, as we delete our marks. */
async function deleteMarks(context) {
  const formats = sheetNamed(context, 'Probe').getRange().conditionalFormats
  formats.load('items/type')
  await context.sync()
  for (const format of formats.items) format.delete()
  await context.sync()
  return formats.items.length
}

/** An address of many single cells, at most `length` characters. */
function longAddress(length) {
  const cells = []
  for (let row = 100, size = 0; ; row += 2) {
    const cell = `A${row}`
    size += cell.length + 1
    if (size > length) return cells.join(',')
    cells.push(cell)
  }
}

/** In this order. `acts.insertRow(sheet, row)` inserts a row as a user would. */
const QUESTIONS = (acts) => ({
  'used range of an empty sheet': (context) => usedRange(context, 'Probe empty', true),
  'used range by values': (context) => usedRange(context, 'Probe formatted', true),
  'used range with formats': (context) => usedRange(context, 'Probe formatted', false),
  'used range when the last cell is a formula that gives an empty text': (context) =>
    usedRange(context, 'Probe', true),
  values: async (context) => {
    const range = sheetNamed(context, 'Probe').getRangeByIndexes(0, 0, 2, 5)
    range.load('values')
    await context.sync()
    return range.values
  },
  'number formats of one column': async (context) => {
    const range = sheetNamed(context, 'Probe').getRangeByIndexes(0, 0, 3, 5).getColumn(1)
    range.load('numberFormat')
    await context.sync()
    return range.numberFormat
  },
  'one format for a whole column, as an array of one': async (context) => {
    const sheet = sheetNamed(context, 'Probe empty')
    sheet.getRange('C:C').numberFormat = [['@']]
    const below = sheet.getRange('C20000')
    below.load('numberFormat')
    await context.sync()
    return below.numberFormat
  },
  'one format for a whole column, alone': async (context) => {
    sheetNamed(context, 'Probe empty').getRange('D:D').numberFormat = '@'
    await context.sync()
    return 'done'
  },
  'one value for a whole column': async (context) => {
    sheetNamed(context, 'Probe formatted').getRange('XFD:XFD').values = 'x'
    await context.sync()
    return 'done'
  },
  'rowHidden where no row is hidden': (context) => hiddenRows(context, 'A1:B3'),
  'rowHidden where some rows are hidden': (context) => hiddenRows(context, 'A1:B9'),
  'rowHidden where all rows are hidden': (context) => hiddenRows(context, 'A6:B7'),
  'visible rows where some are hidden': (context) => visibleRows(context, 'A1:B9'),
  'a mark on several areas': (context) => addMark(context, 'Probe', 'A2,C3:C5,E9'),
  'marks of the sheet': (context) => marksAt(context, 'A1:Z50'),
  'marks of one of the areas': (context) => marksAt(context, 'C4'),
  'marks beside the areas': (context) => marksAt(context, 'B4'),
  'marks after a row was inserted above': async (context) => {
    await acts.insertRow('Probe', 2)
    return { where: await marksAt(context, 'E10'), was: await marksAt(context, 'E9') }
  },
  'an address of 255 characters': (context) => addMark(context, 'Probe', longAddress(255)),
  'an address of 2,000 characters': (context) => addMark(context, 'Probe', longAddress(2000)),
  'an address of 8,000 characters': (context) => addMark(context, 'Probe', longAddress(8000)),
  'marks deleted': (context) => deleteMarks(context),
  'what protection tells': async (context) => {
    const { protection } = sheetNamed(context, 'Probe locked')
    protection.load('protected, options')
    await context.sync()
    return [protection.protected, protection.options.allowFormatCells]
  },
  'a mark on a protected sheet': (context) => addMark(context, 'Probe locked', 'A2'),
  'copy of a protected sheet, and what it is called': async (context) => {
    const original = sheetNamed(context, 'Probe locked')
    const copy = original.copy('After', original)
    copy.load('name')
    copy.protection.load('protected')
    await context.sync()
    const wasProtected = copy.protection.protected
    copy.protection.unprotect()
    copy.protection.load('protected')
    await context.sync()
    const answer = [copy.name, wasProtected, copy.protection.protected]
    copy.delete()
    await context.sync()
    return answer
  },
  'taking off a protection with a password, without it': async (context) => {
    sheetNamed(context, 'Probe secret').protection.unprotect()
    await context.sync()
    return 'done'
  },
  'activating a hidden sheet': async (context) => {
    sheetNamed(context, 'Probe hidden').activate()
    await context.sync()
    return 'done'
  },
  'selecting on a hidden sheet': async (context) => {
    sheetNamed(context, 'Probe hidden').getRange('A1').select()
    await context.sync()
    return 'done'
  },
  'a sheet that is not there': async (context) => {
    sheetNamed(context, 'Nobody').load('name')
    await context.sync()
    return 'done'
  },
  'what hangs from a sheet that is not there': async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Nobody')
    const used = sheet.getUsedRangeOrNullObject(true)
    used.load('rowIndex')
    await context.sync()
    return used.isNullObject
  },
  'a name that is taken': async (context) => {
    sheetNamed(context, 'Probe empty').name = 'probe LOCKED'
    await context.sync()
    return 'done'
  },
  'a setting': async (context) => {
    context.workbook.settings.add('gstr1-for-excel-probe', { gstin: 'x', period: 'y' })
    await context.sync()
    const setting = context.workbook.settings.getItemOrNullObject('gstr1-for-excel-probe')
    const none = context.workbook.settings.getItemOrNullObject('gstr1-for-excel-none')
    setting.load('value')
    none.load('value')
    await context.sync()
    return [setting.value, none.isNullObject]
  },
  'what a change of selection tells': async (context) => {
    const sheet = sheetNamed(context, 'Probe')
    sheet.activate()
    sheet.getRange('A1').select()
    await context.sync()
    const heard = new Promise((resolve) => {
      context.workbook.worksheets.onSelectionChanged.add(async (event) => resolve(event))
      setTimeout(() => resolve(undefined), 5000)
    })
    await context.sync()
    sheet.getRange('B3:C4').select()
    sheet.load('id')
    await context.sync()
    const event = await heard
    return event && [event.address, event.worksheetId === sheet.id]
  },
  'an answer of some 6 MB': async (context) => {
    const range = sheetNamed(context, 'Probe empty').getRangeByIndexes(0, 0, 150000, 13)
    range.load('values')
    await context.sync()
    return range.values.length
  },
})

/** Every question with its answer: what was given, or the error's code and place. */
async function probe(acts) {
  const answers = {}
  await acts.prepare()
  for (const [question, ask] of Object.entries(QUESTIONS(acts))) {
    try {
      answers[question] = { answer: await Excel.run({ delayForCellEdit: true }, ask) }
    } catch (error) {
      if (!(error instanceof OfficeExtension.Error)) throw error
      answers[question] = { code: error.code, place: error.debugInfo.errorLocation }
    }
  }
  return answers
}

// ── what only a real Excel is asked to do ───────────────────────────────────────────────────────

/** Makes the sheets, in a workbook that has none of them yet. */
async function prepareInExcel() {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook
    for (const name of SHEETS) worksheets.add(name)
    const sheet = sheetNamed(context, 'Probe')
    sheet.getRange('A1:E2').values = [
      ['text', 45762, true, '=NA()', ''],
      ['07', 18.5, false, '', 'क'],
    ]
    sheet.getRange('B1').numberFormat = [['dd-mmm-yyyy']]
    sheet.getRange('F12').formulas = [['=""']]
    sheet.getRange('6:7').rowHidden = true
    const formatted = sheetNamed(context, 'Probe formatted')
    formatted.getRange('B2:C3').values = [
      [1, 2],
      [3, 4],
    ]
    formatted.getRange('B2:D200').numberFormat = '0.00'
    sheetNamed(context, 'Probe hidden').visibility = 'Hidden'
    const options = { allowFormatCells: false }
    sheetNamed(context, 'Probe locked').protection.protect(options)
    sheetNamed(context, 'Probe secret').protection.protect(options, 'secret')
    await context.sync()
  })
}

async function insertRowInExcel(name, row) {
  await Excel.run(async (context) => {
    sheetNamed(context, name).getRangeByIndexes(row, 0, 1, 1).getEntireRow().insert('Down')
    await context.sync()
  })
}

/** Shows the answers as text to copy, since not every Excel lets a pane save a file, and as a file. */
function show(answers) {
  const { platform, version } = Office.context.diagnostics
  const sets = Array.from({ length: 21 }, (_, minor) => `1.${minor + 1}`)
  const supported = sets.filter((set) =>
    Office.context.requirements.isSetSupported('ExcelApi', set),
  )
  const keepsUndo = Office.context.requirements.isSetSupported('ExcelUndoApiAll', '1.0')
  const report = { platform, version, excelApi: supported.at(-1), keepsUndo, answers }
  const text = JSON.stringify(report, null, 2)
  const area = Object.assign(document.createElement('textarea'), { value: text, rows: 20 })
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(new Blob([text], { type: 'application/json' })),
    download: `${platform}-${version}.json`,
    textContent: 'Save the answers',
  })
  document.body.replaceChildren(link, document.createElement('br'), area)
}

if (typeof document === 'object' && document.body) {
  Office.onReady()
    .then(() => probe({ prepare: prepareInExcel, insertRow: insertRowInExcel }))
    .then(show)
    .catch((error) => {
      document.body.textContent = `The probe stopped: ${error.message} ${JSON.stringify(error.debugInfo)}`
    })
}
