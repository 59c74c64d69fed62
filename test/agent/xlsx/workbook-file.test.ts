// What the preview holds survives being written and read again; and what it shows of a file made elsewhere.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../../agent/xlsx/read-blocks.ts'
import { readWorkbook } from '../../../agent/xlsx/read-workbook.ts'
import { sharedFormula } from '../../../agent/xlsx/shared-formula.ts'
import { UNCALCULATED } from '../../../agent/xlsx/sheet.ts'
import type { CellFile, SheetFile, WorkbookFile } from '../../../agent/xlsx/workbook-file.ts'
import { writeWorkbook } from '../../../agent/xlsx/write-workbook.ts'
import { rawParts, rawWorkbook, sheetData, zip, type RawWorkbook } from './raw-workbook.ts'
import { LOCKED } from '../../locked.ts'

async function opened(bytes: Uint8Array, name = 'book.xlsx'): Promise<WorkbookFile> {
  const result = await readWorkbook(bytes, name)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

const plainSheet: SheetFile = {
  name: 's',
  hidden: false,
  cells: [],
  widths: {},
  hiddenRows: [],
  frozenRows: 0,
  merges: [],
  unlocked: [],
}

const book = (sheet: Partial<SheetFile>): WorkbookFile => ({
  name: 'book.xlsx',
  sheets: [{ ...plainSheet, ...sheet }],
})

describe('written and read again', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  const controls = fc.string({
    unit: fc.constantFrom('\0', '\r', '\n', '\t', '\x1f', '_x0041_', '=', ' '),
  })
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
  )
  const value = fc.oneof(
    text,
    controls.filter((s) => s !== ''),
    fc.constantFrom('=1+1', '+1', '-12', '@SUM(A1)', '#REF!', '#N/A', '007', '1E5', 'TRUE', "'x"),
    number,
    fc.boolean(),
  )
  const color = fc.stringMatching(/^#[0-9A-F]{6}$/).filter((hex) => hex !== '#000000')
  const formats = [
    '0.00',
    '@',
    'dd-mmm-yyyy',
    '[$-409]dd/mmm/yy;@',
    'm/d/yyyy',
    '#,##0.00_);(#,##0.00)',
  ]
  const look = fc.record(
    {
      numberFormat: fc.constantFrom(...formats),
      fill: color,
      color,
      bold: fc.constant(true),
    },
    { requiredKeys: [] },
  )
  const formula = fc.constantFrom('SUM(A1:A3)', 'A1&"<x>"', "'b2b,sez,de'!A1*2")
  const content = fc.oneof(
    fc.record({ value }),
    fc.record({ value: fc.oneof(value, fc.constantFrom('', UNCALCULATED)), formula }),
    fc.record({ value: fc.constant(''), fill: color }),
  )
  const cell: fc.Arbitrary<CellFile> = fc
    .tuple(fc.nat(30), fc.nat(8), look, content)
    .map(([row, column, style, what]) => ({ row, column, ...style, ...what }))
  const cells = fc
    .uniqueArray(cell, { selector: ({ row, column }) => `${row}:${column}`, maxLength: 40 })
    .map((list) => list.sort((a, b) => a.row - b.row || a.column - b.column))
  const name = fc.stringMatching(/^[A-Za-z0-9(),._ -]{1,20}$/).filter((n) => n !== 'History')
  const width = fc.constantFrom(0, 5.6, 12.4, 22.7, 255)
  const open = { allowFormatCells: fc.boolean(), allowInsertRows: fc.boolean() }
  const sheet: fc.Arbitrary<SheetFile> = fc
    .record({
      name,
      hidden: fc.boolean(),
      cells,
      widths: fc.dictionary(fc.nat(20).map(String), width),
      hiddenRows: fc.uniqueArray(fc.nat(40)).map((rows) => rows.sort((a, b) => a - b)),
      frozenRows: fc.nat(6),
      // Below the cells: Excel keeps no values under a merge.
      merges: fc.constantFrom([], ['A40:C40'], ['B41:B44', 'D41:E42']),
      unlocked: fc.constant([]),
    })
    .chain((plain) =>
      fc.oneof(
        fc.constant(plain),
        fc
          .record({
            allowDeleteRows: fc.boolean(),
            allowSort: fc.boolean(),
            ...open,
          })
          .map((allowed) => ({
            ...plain,
            protection: { password: false, ...allowed },
            // A column that is unlocked to the end gets a width when it has none.
            widths: { ...plain.widths, 0: 20, 1: 20, 2: 20 },
            unlocked: ['A5:C1048576', 'E2:F9'],
          })),
      ),
    )
  const workbook = fc.record({
    name: fc.constant('book.xlsx'),
    sheets: fc.uniqueArray(sheet, {
      selector: (s) => s.name.toLowerCase(),
      minLength: 1,
      maxLength: 3,
    }),
  })

  /** Merges have no order. */
  const inOrder = (file: WorkbookFile) => ({
    ...file,
    sheets: file.sheets.map((s) => ({ ...s, merges: s.merges.toSorted() })),
  })

  test('everything it holds is the same', async () => {
    await fc.assert(
      fc.asyncProperty(workbook, async (file) => {
        expect(inOrder(await opened(await writeWorkbook(file)))).toEqual(inOrder(file))
      }),
      { numRuns: 150 },
    )
  })

  test('and it comes as the same blocks', async () => {
    const file = book({
      cells: [
        { row: 4, column: 0, value: '=HYPERLINK("x")' },
        { row: 4, column: 1, value: 46300, numberFormat: 'dd-mmm-yyyy' },
        { row: 5, column: 1, value: 46301, numberFormat: 'dd-mmm-yyyy' },
      ],
    })
    expect(await readBlocks(await writeWorkbook(file))).toMatchObject({
      value: [
        {
          firstRow: 4,
          firstColumn: 0,
          values: [
            ['=HYPERLINK("x")', 46300],
            ['', 46301],
          ],
          numberFormat: ['General', 'dd-mmm-yyyy'],
        },
      ],
    })
  })

  test('a text that begins like a formula is written as a text', async () => {
    const file = book({ cells: [{ row: 0, column: 0, value: '=1+1' }] })
    const [cell] = (await opened(await writeWorkbook(file))).sheets[0]?.cells ?? []
    expect(cell).toEqual({ row: 0, column: 0, value: '=1+1' })
  })

  test('a password is not kept, the protection is', async () => {
    const protection = { ...LOCKED, password: true }
    const again = await opened(await writeWorkbook(book({ protection })))
    expect(again.sheets[0]?.protection).toEqual({ ...protection, password: false })
  })
})

describe('a file made elsewhere', () => {
  const sheetOf = async (raw: RawWorkbook) => (await opened(rawWorkbook(raw))).sheets[0]

  test('protection says what is forbidden; what it does not mention is forbidden, too', async () => {
    const sheet = await sheetOf({
      sheets: {
        s: `${sheetData('')}<sheetProtection sheet="1" hashValue="x" formatCells="0" sort="false"/>`,
      },
    })
    expect(sheet?.protection).toEqual({
      password: true,
      allowFormatCells: true,
      allowInsertRows: false,
      allowDeleteRows: false,
      allowSort: true,
    })
  })

  test('a sheet whose protection is off has none', async () => {
    const sheet = await sheetOf({ sheets: { s: `${sheetData('')}<sheetProtection sort="0"/>` } })
    expect(sheet).not.toHaveProperty('protection')
  })

  test('unlocked ranges come from cells, and from columns where no cell says otherwise', async () => {
    const sheet = await sheetOf({
      sheets: {
        s:
          '<cols><col min="1" max="2" width="9" style="1"/></cols>' +
          sheetData(
            '<row r="1"><c r="A1"/><c r="B1"/></row>' +
              '<row r="3"><c r="A3" s="1"/><c r="D3" s="1"/></row>' +
              '<row r="4"><c r="D4" s="1"/><c r="E4" s="1"/></row>',
          ) +
          '<sheetProtection sheet="1"/>',
      },
      styles: '<cellXfs><xf/><xf><protection locked="0"/></xf></cellXfs>',
    })
    expect(sheet?.unlocked).toEqual(['A2:B1048576', 'D3:D4', 'E4:E4'])
  })

  test('colours from the palette and from the theme, lighter or darker', async () => {
    const fill = (color: string) =>
      `<fill><patternFill patternType="solid"><fgColor ${color}/></patternFill></fill>`
    const raw: RawWorkbook = {
      sheets: {
        s: sheetData(
          `<row>${[0, 1, 2, 3, 4].map((s) => `<c s="${s}"><v>1</v></c>`).join('')}</row>`,
        ),
      },
      styles:
        '<fonts><font/><font><b/><color theme="0"/></font></fonts>' +
        `<fills>${['indexed="13"', 'theme="4"', 'theme="4" tint="0.8"', 'theme="4" tint="-0.25"']
          .map(fill)
          .join('')}</fills>` +
        '<cellXfs><xf fontId="1" fillId="9"/><xf fillId="0"/><xf fillId="1"/><xf fillId="2"/><xf fillId="3"/></cellXfs>',
    }
    const theme =
      '<a:theme xmlns:a="urn:a"><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>' +
      '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2>' +
      '<a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:theme>'
    const parts = rawParts(raw).map((part) =>
      part.name.endsWith('.rels')
        ? {
            ...part,
            content: String(part.content).replace(
              '</Relationships>',
              '<Relationship Id="th" Type="x/theme" Target="theme/theme1.xml"/></Relationships>',
            ),
          }
        : part,
    )
    const file = await opened(zip([...parts, { name: 'xl/theme/theme1.xml', content: theme }]))
    const [plain, ...filled] = file.sheets[0]?.cells ?? []
    expect(plain).toEqual({ row: 0, column: 0, value: 1, color: '#FFFFFF', bold: true })
    // As Excel shows accent 1 of its Office theme, 80 % lighter and 25 % darker.
    expect(filled.map((cell) => cell.fill)).toEqual(['#FFFF00', '#4472C4', '#DAE3F3', '#2F5597'])
  })

  test('a formula written once is shown in every cell as it reads there', async () => {
    const sheet = await sheetOf({
      sheets: {
        s: sheetData(
          '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1+SUM(A$1:A1)</f><v>1</v></c></row>' +
            '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
            '<row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>',
        ),
      },
    })
    expect(sheet?.cells.map(({ formula, value }) => [formula, value])).toEqual([
      ['A1*$C$1+SUM(A$1:A1)', 1],
      ['A2*$C$1+SUM(A$1:A2)', 2],
      ['A3*$C$1+SUM(A$1:A3)', 3],
    ])
  })

  test.each([
    ['"A1"&A1', '"A1"&B3'],
    ["'Q1 A1'!A1", "'Q1 A1'!B3"],
    ['LOG10(A1)', 'LOG10(B3)'],
    ['b2b_A1+Z9', 'b2b_A1+AA11'],
    ['SUM($A1:B$2)', 'SUM($A3:C$2)'],
    ['B2B!A1', 'B2B!B3'],
  ])('%s, moved two down and one to the right, is %s', (formula, moved) => {
    expect(sharedFormula(formula, 2, 1)).toBe(moved)
  })

  test('widths, hidden columns, frozen rows, merges and hidden rows', async () => {
    const sheet = await sheetOf({
      sheets: {
        s:
          '<sheetViews><sheetView><pane ySplit="4" topLeftCell="A5" state="frozen"/></sheetView></sheetViews>' +
          '<cols><col min="1" max="2" width="22.7"/><col min="3" max="3" width="8" hidden="1"/><col min="4" max="16384" width="9"/></cols>' +
          sheetData('<row r="2" hidden="1"/>') +
          '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
      },
    })
    expect(sheet).toMatchObject({ frozenRows: 4, merges: ['A1:C1'], hiddenRows: [1] })
    expect(sheet?.widths).toMatchObject({ 0: 22.7, 1: 22.7, 2: 0, 3: 9 })
    expect(Object.keys(sheet?.widths ?? {}).length).toBe(256)
  })
})
