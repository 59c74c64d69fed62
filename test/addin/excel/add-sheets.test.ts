import { expect, test } from 'vitest'
import { addSheets } from '../../../addin/excel/add-sheets.ts'
import { ExcelRefusal } from '../../../addin/excel/excel-problem.ts'
import { readBlocks } from '../../../addin/excel/read-blocks.ts'
import { readSheetNames } from '../../../addin/excel/sheet-names.ts'
import { formatArea } from '../../../addin/preview/host/area.ts'
import { NOT_CALCULATED, type SheetModel } from '../../../addin/preview/host/sheet.ts'
import { readWorkbook as readFile } from '../../../agent/xlsx/read-workbook.ts'
import { LAYOUT } from '../../../templates/layout.ts'
import { missingSheets } from '../../../templates/missing-sheets.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import {
  SAMPLE_PERIOD as PERIOD,
  SAMPLE_TAXPAYER as TAXPAYER,
} from '../../../templates/sample-company.ts'
import { tablesOf } from '../../../templates/tables/tables.ts'
import { buildTemplate } from '../../../templates/workbook.ts'
import { openWorkbook, sheetOf, type OpenWorkbook } from '../office.ts'
import { refusing } from '../open-cell.ts'
import { B2B, salesSheet } from '../sales.ts'

const tables = tablesOf(PERIOD)
const lacking = (...names: string[]) => missingSheets(names, tables)
const only = (...names: string[]) => {
  const { lists, sheets } = lacking()
  return { lists, sheets: sheets.filter(({ name }) => names.includes(name)) }
}
const sheetIn = ({ model }: OpenWorkbook, name: string) => {
  const sheet = model.sheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

/** Where drop-downs take their choices from. */
const sourcesIn = (sheets: readonly SheetModel[]) => {
  const rules = sheets.flatMap(({ validations }) => validations.map(({ rule }) => rule))
  const lists = rules as { list?: { source: string } }[]
  return [...new Set(lists.flatMap(({ list }) => list?.source ?? []))].sort()
}

test('an empty workbook gets every sheet, and each is read as its table', async () => {
  const { model, traffic } = openWorkbook([sheetOf('Sheet1', [])])
  const added = await addSheets(lacking('Sheet1'))
  expect(added).toEqual(tables.map(({ sheets }) => sheets[0]))
  expect(model.sheets.map(({ name }) => name)).toEqual(['Sheet1', ...added, 'master'])
  const reading = readWorkbook(await readBlocks(), {
    taxpayer: TAXPAYER,
    gstin: TAXPAYER.gstin,
    period: PERIOD,
  })
  expect(reading.sheets.map(({ table }) => table.id)).toEqual(tables.map(({ id }) => id))
  expect(reading.sheets.flatMap(({ problems }) => problems)).toEqual([])
  expect(reading.notRead.map(({ sheet }) => sheet)).toEqual(['master'])
  expect(Math.max(...traffic.map(({ request }) => request))).toBeLessThan(100_000)
})

test.each(Array.from({ length: 8 }, (_, i) => i + 1))(
  'while the user types into a cell, whichever requests Excel refuses (from %d), no sheet is half made',
  async (nth) => {
    const wanted = only(B2B, 'b2cl')
    const smooth = openWorkbook([sheetOf('Sheet1', [])])
    await addSheets(wanted)
    const isOpen = (request: number) => request === nth || request === nth + 1
    const { model } = openWorkbook([sheetOf('Sheet1', [])], refusing(isOpen))
    expect(await addSheets(wanted)).toEqual([B2B, 'b2cl'])
    expect(model.toFile().sheets).toEqual(smooth.model.toFile().sheets)
  },
)

test('a sheet has what the same sheet of the template file has', async () => {
  const opened = openWorkbook([sheetOf('Sheet1', [])])
  await addSheets(lacking())
  const file = await readFile(await buildTemplate(tables, PERIOD), 'template.xlsx')
  if (!file.ok) throw new Error(file.problem.code)
  const shown = (cells: (typeof file.value.sheets)[number]['cells']) =>
    cells
      .filter(({ row }) => row !== LAYOUT.totals)
      .map(({ row, column, value, fill, color, bold }) =>
        [row, column, value || null, fill, row < LAYOUT.header ? color : undefined, bold].join(),
      )
  for (const sheet of file.value.sheets) {
    const ours = sheetIn(opened, sheet.name).toFile()
    expect(shown(ours.cells)).toEqual(shown(sheet.cells))
    expect(ours.frozenRows).toBe(sheet.frozenRows)
    for (const [column, width] of Object.entries(sheet.widths)) {
      expect(ours.widths[Number(column)]).toBeCloseTo(width, 0)
    }
    const totals = sheet.cells.filter(({ row }) => row === LAYOUT.totals)
    for (const { row, column, formula } of totals) {
      if (formula === undefined) continue
      // The note tells a formula from a text that looks like one.
      const total = sheetIn(opened, sheet.name).getCell(row, column)
      expect(total).toMatchObject({ value: `=${formula}`, note: NOT_CALCULATED })
    }
  }
})

test('columns keep numbers of documents as text, however many rows are filled', async () => {
  const opened = openWorkbook([sheetOf('Sheet1', [])])
  await addSheets(only(B2B))
  const sheet = sheetIn(opened, B2B)
  const [b2b] = tables
  expect(b2b?.columns.map((_, i) => sheet.getNumberFormat(19_999, i))).toEqual(
    b2b?.columns.map(({ kind }) => kind.numberFormat),
  )
  const number = b2b?.columns.findIndex(({ name }) => name === 'inum') ?? -1
  opened.model.setValues(sheet, LAYOUT.firstRow, number, [['007']])
  expect(sheet.getValue(LAYOUT.firstRow, number)).toBe('007')
  expect(sheet.getNumberFormat(LAYOUT.totals, number)).toBe('0')
})

test('cells offer their list, or take only what fits, with the sentence of the template', async () => {
  const opened = openWorkbook([sheetOf('Sheet1', [])])
  await addSheets(only(B2B))
  const of = (header: string) => {
    const column = tables[0]?.columns.findIndex((known) => known.header.startsWith(header)) ?? -1
    return sheetIn(opened, B2B).validations.find(({ area }) => area.column === column)
  }
  const place = of('Place Of Supply')
  const { list } = place?.rule as { list: { inCellDropDown: boolean; source: string } }
  const [, from = ''] = /^=master!(.+)$/.exec(list.source) ?? []
  expect(list.inCellDropDown).toBe(true)
  expect(from).toMatch(/^[A-Z]2:[A-Z]\d+$/)
  expect(formatArea(place?.area ?? { row: 0, column: 0, rows: 1, columns: 1 })).toMatch(
    /^[A-Z]5:[A-Z]20003$/,
  )
  expect(place?.errorAlert).toMatchObject({ message: 'Choose from the list.', style: 'Stop' })
  expect(of('GSTIN')).toMatchObject({
    rule: { textLength: { formula1: 15, operator: 'EqualTo' } },
    errorAlert: { message: 'A GSTIN has 15 characters.' },
  })
  expect(of('Taxable Value')).toMatchObject({
    rule: { decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' } },
  })
})

test('only the chosen sheets come, with only their lists; a later one shares those', async () => {
  const { model } = openWorkbook([sheetOf('Sheet1', [])])
  expect(await addSheets(only('hsn(b2b)'))).toEqual(['hsn(b2b)'])
  expect(model.sheet('master')?.used()?.columns).toBe(2)
  await addSheets(only('hsn(b2c)'))
  expect(model.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'hsn(b2b)', 'master', 'hsn(b2c)'])
  expect(sourcesIn(model.sheets)).toEqual(['=master!A2:A14', '=master!B2:B47'])
})

test('what is there is not touched: neither a table’s sheet nor a master of the user’s own', async () => {
  const master = sheetOf('Master', [['RATE'], ['my own']])
  const { model } = openWorkbook([salesSheet(5), master])
  const [sales, own] = model.toFile().sheets
  const added = await addSheets(lacking())
  expect(added).not.toContain(B2B)
  expect(model.toFile().sheets.slice(0, 2)).toEqual([sales, own])
  expect(model.sheets.at(-1)?.name).toBe('master (2)')
  expect(sourcesIn(model.sheets).every((from) => from.startsWith("='master (2)'!"))).toBe(true)
  expect(model.active.name).toBe(added[0])
})

test('nothing is added where the structure is protected, and that is said', async () => {
  const { model } = openWorkbook([sheetOf('Sheet1', [])])
  model.structureIsProtected = true
  expect((await readSheetNames()).structureIsProtected).toBe(true)
  await expect(addSheets(lacking())).rejects.toMatchObject({ code: 'workbook-structure-protected' })
  await expect(addSheets(lacking())).rejects.toBeInstanceOf(ExcelRefusal)
  expect(model.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
})

test('when Excel refuses one of them, those before it go again', async () => {
  const { model } = openWorkbook([sheetOf('Sheet1', [['mine']])], {
    beforeBatch: (batch, text) =>
      batch > 4 && text.includes('FreezeRows') ? 'ActivityLimitReached' : undefined,
  })
  await expect(addSheets(lacking())).rejects.toMatchObject({ code: 'ActivityLimitReached' })
  expect(model.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
})

test('the names of all sheets are told, and whether more can be added', async () => {
  openWorkbook([sheetOf('Sheet1', []), sheetOf('Empty', [], { hidden: true })])
  expect(await readSheetNames()).toEqual({
    names: ['Sheet1', 'Empty'],
    structureIsProtected: false,
  })
})
