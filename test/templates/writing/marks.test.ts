// A marked cell has a colour and a comment; its value stays, and the rest of the sheet too.
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../agent/xlsx/read-workbook.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { buildTemplate } from '../../../templates/workbook.ts'
import { OCTOBER, at, line } from '../b2b-sheet.ts'
import { readPart } from '../read-part.ts'

const rows = { b2b: [line(), line({ inum: 'KT/26-27/0413' })] }
const marks = { b2b: [{ row: 1, column: at('idt'), comment: 'Too old <&> "so"\nCorrect it.' }] }

test('the cell is painted, keeps its value and its format, and says why', async () => {
  const bytes = await buildTemplate([b2b], OCTOBER.period, { rows, marks })
  const book = await readWorkbook(bytes, 'marked.xlsx')
  const cells = book.ok ? (book.value.sheets[0]?.cells ?? []) : []
  const painted = cells.filter(({ row, fill }) => row > 3 && fill !== undefined)
  expect(painted).toEqual([
    expect.objectContaining({ row: 5, column: at('idt'), numberFormat: 'dd-mmm-yyyy' }),
  ])
  expect(painted[0]?.value).toBe(rows.b2b[1]?.[at('idt')])
  const comments = await readPart(bytes, 'xl/comments1.xml')
  expect(comments.match(/<comment /g)).toHaveLength(1)
  expect(comments).toContain('ref="D6"')
  expect(comments).toContain('Too old &lt;&amp;&gt;')
})

test('without marks there are no comments', async () => {
  const bytes = await buildTemplate([b2b], OCTOBER.period, { rows })
  await expect(readPart(bytes, 'xl/comments1.xml')).rejects.toThrow()
})
