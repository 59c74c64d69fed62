// The template is the official layout, made from the tables' definitions alone.
import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../agent/xlsx/read-blocks.ts'
import { readWorkbook } from '../../agent/xlsx/read-workbook.ts'
import type { SheetFile } from '../../agent/xlsx/workbook-file.ts'
import { cellName } from '../../templates/block.ts'
import { serialOf } from '../../templates/columns/date.ts'
import type { Period } from '../../templates/identifiers.ts'
import { DOCUMENT_NATURES } from '../../templates/lists/document-natures.ts'
import { tablesOf } from '../../templates/tables/tables.ts'
import { buildTemplate, type TemplateOptions } from '../../templates/workbook.ts'
import { readPart } from './read-part.ts'

const period = '102026' as Period
const tables = tablesOf(period)

async function sheetsOf(options?: TemplateOptions): Promise<readonly SheetFile[]> {
  const result = await readWorkbook(await buildTemplate(tables, period, options), 'template.xlsx')
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value.sheets
}

const at = (sheet: SheetFile | undefined, name: string) =>
  sheet?.cells.find(({ row, column }) => cellName(row, column) === name)

describe.each(tables.map((table, i) => ({ id: table.id, table, i })))('$id', ({ table, i }) => {
  test('has title, labels, totals and header where the official sheet has them', async () => {
    const sheet = (await sheetsOf())[i]
    expect(sheet?.name).toBe(table.sheets[0])
    expect(at(sheet, 'A1')).toMatchObject({
      value: table.title,
      fill: '#0070C0',
      color: '#FFFFFF',
      bold: true,
    })
    const header = sheet?.cells.filter(({ row }) => row === 3)
    expect(header?.map(({ value }) => value)).toEqual(table.columns.map(({ header }) => header))
    expect(header?.every(({ fill }) => fill === '#FCE4D6')).toBe(true)
    for (const { column, label } of table.totals) {
      const index = table.columns.findIndex(({ name }) => name === column)
      expect(at(sheet, cellName(1, index))?.value).toBe(label)
      expect(at(sheet, cellName(2, index))?.formula).toBeTruthy()
    }
    expect(sheet?.frozenRows).toBe(4)
    expect(Object.values(sheet?.widths ?? {})).toEqual(table.columns.map(({ width }) => width))
  })

  test('empty, its totals are zero and its only rows are the four above the data', async () => {
    const sheet = (await sheetsOf())[i]
    const totals = sheet?.cells.filter(({ formula }) => formula !== undefined) ?? []
    expect(totals.map(({ value }) => value)).toEqual(table.totals.map(() => 0))
    expect(Math.max(...(sheet?.cells.map(({ row }) => row) ?? []))).toBe(3)
  })
})

describe('protected', () => {
  test('data may be written, nothing else changed, and there is no password', async () => {
    const [sheet] = await sheetsOf({ protect: true })
    expect(sheet?.protection).toEqual({
      password: false,
      allowFormatCells: false,
      allowInsertRows: false,
      allowDeleteRows: false,
      allowSort: false,
    })
    expect(sheet?.unlocked).toEqual(['A5:M1048576'])
  })

  test('only when asked for', async () => {
    const [sheet] = await sheetsOf()
    expect(sheet).not.toHaveProperty('protection')
  })
})

describe('data', () => {
  const row = (number: string, value: number, rate: number, taxable: number) => [
    '29AABCI4567K1Z4',
    '=HYPERLINK("x")',
    number,
    serialOf('2026-10-05'),
    value,
    '29-Karnataka',
    'N',
    null,
    'Regular B2B',
    '',
    rate,
    taxable,
    0,
  ]
  const rows = { b2b: [row('A-1', 223, 18, 100), row('A-1', 223, 5, 100), row('A-2', 10.1, 1, 10)] }

  test('stands below the header, texts as texts and dates as the same day in every time zone', async () => {
    const result = await readBlocks(await buildTemplate(tables, period, { rows }))
    const block = result.ok ? result.value[0] : undefined
    expect(block?.values.slice(4)).toEqual(rows.b2b.map((cells) => cells.map((cell) => cell ?? '')))
    expect(block?.values[4]?.[3]).toBe(46300)
    expect(block?.numberFormat[3]?.[4]).toBe('dd-mmm-yyyy')
  })

  test('an invoice of two rates counts once in the totals', async () => {
    const [sheet] = await sheetsOf({ rows })
    const totals = ['A3', 'C3', 'E3', 'L3', 'M3'].map((name) => at(sheet, name)?.value)
    expect(totals).toEqual([1, 2, 233.1, 210, 0])
  })
})

describe('totals', () => {
  test('look like what they total: amounts with paise, counts without', async () => {
    const found = Object.fromEntries(
      (await sheetsOf()).map((sheet) => [
        sheet.name,
        sheet.cells.flatMap(({ formula, numberFormat }) => (formula ? [numberFormat] : [])),
      ]),
    )
    expect(found).toMatchObject({ docs: ['0', '0'], atadj: ['0.00', '0.00'] })
    expect(found['b2cl']).toEqual(['0', '0.00', '0.00', '0.00'])
  })

  test('count what is alike over the rows in use only, which is quick', async () => {
    const b2b = (await sheetsOf())[0]
    const counted = b2b?.cells.flatMap(({ formula }) =>
      formula?.includes('COUNTIF') ? formula : [],
    )
    expect(counted).toHaveLength(3)
    for (const formula of counted ?? []) expect(formula).not.toMatch(/COUNTIFS?\([A-Z]+5:[A-Z]+2/)
  })
})

describe('what may be typed', () => {
  test('is limited over ranges, with the lists on the master sheet under a name', async () => {
    const bytes = await buildTemplate(tables, period)
    const sheet = await readPart(bytes, 'xl/worksheets/sheet1.xml')
    for (const [range, limit] of [
      ['A5:A20003', '<formula1>15</formula1>'],
      ['C5:C20003', '<formula1>1</formula1><formula2>16</formula2>'],
      ['F5:F20003', '<formula1>POS</formula1>'],
      ['I5:I20003', '<formula1>INVOICE_TYPE</formula1>'],
      ['K5:K20003', '<formula1>RATE</formula1>'],
      ['L5:L20003', '<formula1>0</formula1>'],
    ] as const) {
      expect(sheet).toContain(`sqref="${range}">${limit}</dataValidation>`)
    }
    expect(sheet.match(/<dataValidation /g)?.length).toBe(10)
    const names = await readPart(bytes, 'xl/workbook.xml')
    expect(names).toContain('<definedName name="RATE">master!$E$2:$E$14</definedName>')
    const master = (await sheetsOf()).find(({ name }) => name === 'master')
    expect(at(master, 'E1')?.value).toBe('RATE')
    expect(at(master, 'E2')).toMatchObject({ value: 0, numberFormat: '0.00' })
    expect(at(master, 'E14')?.value).toBe(40)
  })

  test('every list that a table knows is offered, under its own name', async () => {
    const names = await readPart(await buildTemplate(tables, period), 'xl/workbook.xml')
    const offered = [...names.matchAll(/<definedName name="(\w+)">/g)].map(([, name]) => name)
    expect(offered).toEqual([
      'POS',
      'YES_NO',
      'PERCENT',
      'INVOICE_TYPE',
      'RATE',
      'B2CS_TYPE',
      'FINANCIAL_YEAR',
      'MONTH',
      'NOTE_TYPE',
      'UR_TYPE',
      'EXPORT_TYPE',
      'EXEMPT_SUPPLY',
      'UQC',
      'DOCUMENT_NATURE',
    ])
    const master = (await sheetsOf()).find(({ name }) => name === 'master')
    const last = (column: number) =>
      master?.cells.filter((cell) => cell.column === column).at(-1)?.value
    expect(offered.map((_, column) => last(column)).slice(10)).toEqual([
      'WPAY',
      'Intra-State supplies to unregistered persons',
      'NA',
      DOCUMENT_NATURES.at(-1)?.label,
    ])
  })

  test.each([
    ['hsn(b2b)', 'A5:A20003', '<formula1>4</formula1><formula2>8</formula2>'],
    ['hsn(b2c)', 'C5:C20003', '<formula1>UQC</formula1>'],
    ['b2cs', 'E5:E20003', '<formula1>-9999999999999</formula1>'],
    ['docs', 'D5:D20003', '<formula1>0</formula1><formula2>9999999999</formula2>'],
    ['exemp', 'A5:A20003', '<formula1>EXEMPT_SUPPLY</formula1>'],
  ])('on %s, %s', async (id, range, limit) => {
    const place = tables.findIndex((table) => table.id === id) + 1
    const bytes = await buildTemplate(tables, period)
    const sheet = await readPart(bytes, `xl/worksheets/sheet${place}.xml`)
    expect(sheet).toContain(`sqref="${range}">${limit}`)
  })

  test('on exports, to what a port and a shipping bill can be', async () => {
    const place = tables.findIndex(({ id }) => id === 'exp') + 1
    const bytes = await buildTemplate(tables, period)
    const sheet = await readPart(bytes, `xl/worksheets/sheet${place}.xml`)
    expect(sheet).toContain('sqref="E5:E20003"><formula1>1</formula1><formula2>6</formula2>')
    expect(sheet).toContain('sqref="F5:F20003"><formula1>3</formula1><formula2>7</formula2>')
  })
})
