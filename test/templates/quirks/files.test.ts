// What stands around the cells: sheets of other software, links to other workbooks, other kinds of file.
import { describe, expect, test } from 'vitest'
import { blocksOfCsv } from '../../../agent/return-file/csv.ts'
import { readBlocks } from '../../../agent/xlsx/read-blocks.ts'
import type { Cell } from '../../../templates/block.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { eco } from '../../../templates/tables/eco.ts'
import { rawParts, rawWorkbook, sheetData, zip } from '../../agent/xlsx/raw-workbook.ts'
import {
  at,
  block,
  HEADERS,
  line,
  OCTOBER,
  onlySheet,
  readRows,
  sheetOf,
  told,
} from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const headersWith = (renamed: Readonly<Record<string, string>>) =>
  HEADERS.map((header) => renamed[header] ?? header)

test('Q35 a header in another row, with line breaks, stars and another column among them, is found', () => {
  const headers = [
    'Sl No',
    ...HEADERS.map((header) => ` ${header.toUpperCase().replace(' ', '\n')} *`),
  ]
  const sheet = onlySheet([block([['October'], [], headers, [1, ...line()]])])
  expect(sheet.documents).toHaveLength(1)
  expect(sheet.problems).toMatchObject([{ code: 'columns-not-read', facts: { columns: 'Sl No' } }])
})

test('Q35 a renamed header: the sheet is not read, and told are the missing one and the unknown one', () => {
  const sheet = block([headersWith({ 'Taxable Value': 'Assessable Amt' }), line()])
  expect(readWorkbook([sheet], OCTOBER, [b2b]).notRead).toMatchObject([
    {
      problem: {
        code: 'sheet-columns-missing',
        facts: { columns: 'Taxable Value', others: 'Assessable Amt' },
      },
    },
  ])
})

test('Q3 dates of a workbook whose days count from 1904 are read as Excel shows them, told once a sheet', async () => {
  const cells = (row: readonly Cell[]) =>
    row
      .map((cell, i) =>
        typeof cell === 'number'
          ? `<c s="${i === at('idt') ? 1 : 0}"><v>${cell}</v></c>`
          : `<c t="str"><v>${cell}</v></c>`,
      )
      .join('')
  const rowsOf = (...rows: readonly (readonly Cell[])[]) =>
    sheetData([HEADERS, ...rows].map((row) => `<row>${cells(row)}</row>`).join(''))
  const read = async (from1904: boolean, idt: Cell) => {
    const rows = [line({ inum: 'A', idt }), line({ inum: 'B', idt })]
    const book = rawWorkbook({
      sheets: { b2b: rowsOf(...rows) },
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="15"/></cellXfs>',
      from1904,
    })
    const blocks = await readBlocks(book)
    return onlySheet(blocks.ok ? blocks.value : [])
  }
  const old = await read(true, 44_842)
  expect(old.documents.map(({ fields }) => fields.idt)).toEqual(['2026-10-09', '2026-10-09'])
  expect(old.problems).toMatchObject([
    { code: 'dates-from-1904', severity: 'note', cells: [], facts: { sheet: 'b2b' } },
  ])
  expect((await read(false, 46_304)).problems).toEqual([])
  expect((await read(true, '09-Oct-2026')).problems).toEqual([])
})

test('Q36 a help sheet, whatever its name and place, is no table and no mistake', () => {
  const help = block([['How to fill in this workbook'], ['b2b', 'Invoices']], { sheet: 'Read me' })
  const { sheets, notRead } = readWorkbook([help, sheetOf([line()])], OCTOBER)
  expect(sheets.map(({ documents }) => documents.length)).toEqual([1])
  expect(notRead).toMatchObject([{ problem: { code: 'sheet-is-no-table', severity: 'note' } }])
})

test('Q37 the sample rows of the template are set aside with a warning', () => {
  const sheet = readRows([line({ ctin: '12GEOPS0823BBZH', idt: '14-Jul-17' }), line()])
  expect(told(sheet)).toEqual(['row-is-sample 0'])
  expect(sheet.documents).toHaveLength(1)
})

test('Q38 a blank cess in table 14 is no cess', () => {
  const sheet = tableSheet(eco, {
    nature: 'TCS',
    etin: '29AAECE7731J1CM',
    suppval: 100,
    igst: 18,
    cgst: 0,
    sgst: 0,
    cess: '',
  })
  const reading = sheet.read([sheet.line()])
  expect(reading.documents[0]?.lines[0]?.cess).toBe(0)
  expect(told(reading)).toEqual([])
})

test('Q39 names and formulas that point to another workbook are not followed: what was calculated counts', async () => {
  const cells = '<row r="1"><c r="A1"><f>[1]master!$A$2</f><v>27</v></c></row>'
  const parts = rawParts({ sheets: { b2b: sheetData(cells) } }).map((part) =>
    part.name === 'xl/workbook.xml'
      ? {
          ...part,
          content: String(part.content).replace(
            '</workbook>',
            '<definedNames><definedName name="POS">[1]master!$A$1:$A$38</definedName></definedNames></workbook>',
          ),
        }
      : part,
  )
  expect(await readBlocks(zip(parts))).toMatchObject({ ok: true, value: [{ values: [[27]] }] })
})

describe('Q40', () => {
  const csv = `${HEADERS.map((header) => `"${header}"`).join(',')}\r\n${line({ idt: '09-Oct-2026' }).join(',')}\r\n`

  test('a CSV file with a byte order mark is read as the sheet', () => {
    const read = blocksOfCsv(new TextEncoder().encode(`\ufeff${csv}`), b2b, 'b2b.csv')
    expect(read.ok && onlySheet(read.value).documents.length).toBe(1)
  })

  test('a CSV file that is not UTF-8 is refused, since its names would be other names', () => {
    const bytes = Buffer.from(csv.replace('Shree', 'Caf\u00e9'), 'latin1')
    expect(blocksOfCsv(bytes, b2b, 'b2b.csv')).toMatchObject({ problem: { code: 'csv-not-utf8' } })
  })

  test.each(['book.xls', 'book.xlsb', 'book.ods'])('%s is named as no .xlsx', async (name) => {
    expect(await readBlocks(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), name)).toMatchObject({
      problem: { code: 'xlsx-not-a-workbook' },
    })
  })
})
