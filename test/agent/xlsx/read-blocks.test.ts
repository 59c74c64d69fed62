// A file gives the same blocks of cells that the pane reads in Excel.
import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../../agent/xlsx/read-blocks.ts'
import { UNCALCULATED } from '../../../agent/xlsx/sheet.ts'
import type { Block } from '../../../templates/block.ts'
import { MAIN, rawParts, rawWorkbook, sheetData, zip, type RawWorkbook } from './raw-workbook.ts'

async function blocksOf(raw: RawWorkbook): Promise<Block[]> {
  const result = await readBlocks(rawWorkbook(raw))
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

async function valuesOf(cells: string, raw: Partial<RawWorkbook> = {}) {
  const [block] = await blocksOf({ sheets: { s: sheetData(`<row>${cells}</row>`) }, ...raw })
  return block?.values[0]
}

const xf = (id: number) => `<xf numFmtId="${id}"/>`

describe('what a cell holds', () => {
  test('numbers, booleans, errors and blanks', async () => {
    expect(
      await valuesOf(
        '<c><v>1.5</v></c><c/><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c><c><v>1E+20</v></c>',
      ),
    ).toEqual([1.5, '', true, false, '#REF!', 1e20])
  })

  test('shared, inline and rich text, without the reading aids of rich text', async () => {
    const strings =
      '<si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh><t>aid</t></rPh></si>'
    expect(
      await valuesOf(
        '<c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="inlineStr"><is><t>in</t><rPh sb="0" eb="1"><t>aid</t></rPh></is></c>',
        { strings },
      ),
    ).toEqual(['rich ', 'plain', 'in'])
  })

  test('texts keep what would be a formula, and characters that XML cannot carry', async () => {
    expect(
      await valuesOf(
        '<c t="inlineStr"><is><t>=1+1</t></is></c><c t="str"><v>-12</v></c>' +
          '<c t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>' +
          '<c t="inlineStr"><is><t><![CDATA[<&>]]> &amp; ₹ नमस्ते</t></is></c>',
      ),
    ).toEqual(['=1+1', '-12', 'a\rb_x0041_', '<&> & ₹ नमस्ते'])
  })

  test('a formula gives what Excel last calculated', async () => {
    expect(
      await valuesOf(
        '<c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;""</f><v></v></c><c><v>7</v></c>',
      ),
    ).toEqual([2, '', 7])
  })

  test('a formula that nobody calculated is told apart from an empty cell', async () => {
    expect(await valuesOf('<c><f>1+1</f></c><c><f>2+2</f><v></v></c><c><v>1</v></c>')).toEqual([
      UNCALCULATED,
      UNCALCULATED,
      1,
    ])
  })

  test('dates of the strict format become serials', async () => {
    expect(
      await valuesOf('<c t="d"><v>2026-10-05</v></c><c t="d"><v>2026-10-05T12:00:00</v></c>'),
    ).toEqual([46300, 46300.5])
  })

  test('days counted from 1904 become the days Excel shows elsewhere; amounts stay', async () => {
    const styles = `<cellXfs>${xf(0)}${xf(14)}${xf(20)}</cellXfs>`
    expect(
      await valuesOf('<c s="1"><v>44838</v></c><c s="0"><v>44838</v></c><c s="2"><v>0.5</v></c>', {
        styles,
        from1904: true,
      }),
    ).toEqual([46300, 44838, 0.5])
  })

  test('a prefix before every element changes nothing; elements of others are not ours', async () => {
    const sheet =
      `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN}" xmlns:o="urn:other"><x:sheetData>` +
      '<x:row><x:c><x:v>1</x:v></x:c><o:c><o:v>2</o:v></o:c></x:row></x:sheetData></x:worksheet>'
    const [block] = await blocksOf({ sheets: { s: sheet } })
    expect(block?.values).toEqual([[1]])
  })

  test('UTF-16 is read where the file says so', async () => {
    const text = `\ufeff<worksheet>${sheetData('<row><c><v>5</v></c></row>')}</worksheet>`
    const parts = rawParts({ sheets: { s: '' } }).map((part) =>
      part.name.includes('sheet0') ? { ...part, content: Buffer.from(text, 'utf16le') } : part,
    )
    const result = await readBlocks(zip(parts))
    expect(result.ok && result.value[0]?.values).toEqual([[5]])
  })
})

describe('how cells stand in blocks', () => {
  const filled = (row: number, column = 'A') =>
    `<row r="${row}"><c r="${column}${row}"><v>${row}</v></c></row>`

  test('a block is the rectangle around what has content, counted from 0', async () => {
    const [block] = await blocksOf({
      sheets: {
        s: sheetData(
          '<row r="3"><c r="C3"><v>1</v></c><c r="AA3"><v>2</v></c></row><row r="5"><c r="B5"><v>3</v></c><c r="ZZ5" s="1"/></row>',
        ),
      },
    })
    expect(block).toMatchObject({ sheet: 's', firstRow: 2, firstColumn: 1 })
    expect(block?.values.length).toBe(3)
    expect(block?.values[0]?.length).toBe(26)
    expect(block?.values[0]?.[1]).toBe(1)
    expect(block?.values[0]?.[25]).toBe(2)
    expect(block?.values[2]?.[0]).toBe(3)
  })

  test('rows and cells without an address follow one another', async () => {
    const [block] = await blocksOf({
      sheets: {
        s: sheetData(
          '<row><c><v>1</v></c></row><row><c/><c><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c><c><v>4</v></c></row>',
        ),
      },
    })
    expect(block?.values).toEqual([
      [1, '', ''],
      ['', 2, ''],
      ['', '', ''],
      ['', 3, 4],
    ])
  })

  test('blocks hold at most 5,000 rows and lose none', async () => {
    const rows = Array.from({ length: 12_345 }, (_, i) => filled(i + 1)).join('')
    const blocks = await blocksOf({ sheets: { s: sheetData(rows) } })
    expect(blocks.map(({ firstRow }) => firstRow)).toEqual([0, 5000, 10000])
    expect(blocks.flatMap(({ values }) => values.flat())).toEqual(
      Array.from({ length: 12_345 }, (_, i) => i + 1),
    )
  })

  test('a stray cell in the last row costs nothing', async () => {
    const blocks = await blocksOf({
      sheets: { s: sheetData(filled(1) + filled(1_048_576, 'XFD')) },
    })
    expect(blocks.map(({ firstRow, values }) => [firstRow, values])).toEqual([
      [0, [[1]]],
      [1_048_575, [[1_048_576]]],
    ])
  })

  test('a million rows that are only formatted are no rows', async () => {
    const rows: string[] = [filled(1)]
    for (let row = 2; row <= 1_048_576; row += 1) {
      rows.push(`<row r="${row}" s="1" customFormat="1"/>`)
    }
    const blocks = await blocksOf({ sheets: { s: sheetData(rows.join('')) } })
    expect(blocks.map(({ values }) => values)).toEqual([[[1]]])
  })

  test('sheets come in order, hidden ones too and saying so; hidden rows with content are counted', async () => {
    const hiddenRow = '<row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" hidden="1"/>'
    const blocks = await blocksOf({
      sheets: { b: sheetData(filled(1) + hiddenRow), a: sheetData(filled(1)), empty: '' },
      hidden: ['a'],
    })
    expect(
      blocks.map(({ sheet, hiddenSheet, hiddenRows }) => [sheet, hiddenSheet, hiddenRows]),
    ).toEqual([
      ['b', false, 1],
      ['a', true, 0],
    ])
  })

  test('a sheet may have any name', async () => {
    const [block] = await blocksOf({
      sheets: { ['__proto__x']: '', constructor: sheetData(filled(1)) },
    })
    expect(block?.sheet).toBe('constructor')
  })
})

describe('number formats', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="[$-409]dd/mmm/yy;@"/></numFmts>' +
    `<cellStyleXfs>${xf(9)}</cellStyleXfs><cellXfs>${xf(0)}${xf(164)}${xf(2)}${xf(14)}</cellXfs>`

  test('one code where every filled cell of the column has it, else one a row', async () => {
    const [block] = await blocksOf({
      sheets: {
        s: sheetData(
          '<row><c s="1"><v>1</v></c><c s="2"><v>1</v></c><c><v>1</v></c></row>' +
            '<row><c s="1"><v>1</v></c><c s="1"/></row>' +
            '<row><c s="1"><v>1</v></c><c s="3"><v>1</v></c></row>',
        ),
      },
      styles,
    })
    expect(block?.numberFormat).toEqual([
      '[$-409]dd/mmm/yy;@',
      ['0.00', '0.00', 'm/d/yyyy'],
      'General',
    ])
  })
})
