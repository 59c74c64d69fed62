// Cells are written only where they still hold what was seen, and put back exactly. Real office.js, our host.
import { describe, expect, test } from 'vitest'
import { writeCells } from '../../../addin/excel/write-cells.ts'
import type { CellChange } from '../../../templates/writing/cell-change.ts'
import { openWorkbook, sheetOf } from '../office.ts'

const at = (row: number, column: number, was: CellChange['was'], becomes: CellChange['becomes']) =>
  ({ sheet: 'b2cs', row, column, was, becomes }) as const
const values = (sheet: ReturnType<typeof openWorkbook>['model']['sheets'][number], rows: number) =>
  Array.from({ length: rows }, (_, row) =>
    [0, 1, 2].map((column) => sheet.getValue(row, column) ?? ''),
  )
const only = ({ model }: ReturnType<typeof openWorkbook>) => {
  const [sheet] = model.sheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

const ROWS = [
  ['Number', 'Rate', 'Mine'],
  ['A-1', 18, 'Meena'],
  ['A-2', 5, 'Ravi'],
]

test('changed and appended in one go, what stands between them left alone', async () => {
  const sheet = only(openWorkbook([sheetOf('b2cs', ROWS)]))
  const outcome = await writeCells([at(1, 1, 18, 12), at(3, 0, '', 'A-3'), at(3, 1, '', 28)])
  expect(outcome).toMatchObject({ written: 3, skipped: [] })
  expect(values(sheet, 4)).toEqual([ROWS[0], ['A-1', 12, 'Meena'], ROWS[2], ['A-3', 28, '']])
})

describe('skipped, and told why', () => {
  test('a cell that holds something else by now', async () => {
    const sheet = only(openWorkbook([sheetOf('b2cs', ROWS)]))
    const outcome = await writeCells([at(1, 1, 28, 12), at(2, 1, 5, 12)])
    expect(outcome).toMatchObject({ written: 1, skipped: [{ row: 1, column: 1, why: 'changed' }] })
    expect(values(sheet, 3)[1]).toEqual(ROWS[1])
  })

  test('a formula', async () => {
    const cells = [{ row: 1, column: 1, value: 18, formula: 'A1*2' }]
    const sheet = only(openWorkbook([sheetOf('b2cs', [], { cells })]))
    const { skipped } = await writeCells([at(1, 1, 18, 12)])
    expect(skipped).toMatchObject([{ why: 'formula' }])
    expect(sheet.getCell(1, 1).formula).toBe('A1*2')
  })

  test('a protected sheet, and one that is gone', async () => {
    const protection = {
      password: false,
      allowFormatCells: false,
      allowInsertRows: false,
      allowDeleteRows: false,
      allowSort: false,
    }
    openWorkbook([sheetOf('b2cs', ROWS, { protection })])
    const { written, skipped } = await writeCells([
      at(1, 1, 18, 12),
      { ...at(1, 1, 18, 12), sheet: 'exp' },
    ])
    expect([written, skipped.map(({ why }) => why)]).toEqual([0, ['protected', 'gone']])
  })
})

test('where only data cells are unlocked they are written, without a format', async () => {
  const protection = {
    password: true,
    allowFormatCells: false,
    allowInsertRows: false,
    allowDeleteRows: false,
    allowSort: false,
  }
  const sheet = only(openWorkbook([sheetOf('b2cs', ROWS, { protection, unlocked: ['A2:C99'] })]))
  const outcome = await writeCells([{ ...at(1, 1, 18, 12), numberFormat: '0.00' }])
  expect(outcome).toMatchObject({ written: 1, skipped: [] })
  expect([sheet.getValue(1, 1), sheet.getNumberFormat(1, 1)]).toEqual([12, 'General'])
})

test('texts that look like numbers, dates or formulas stay texts', async () => {
  const sheet = only(openWorkbook([sheetOf('b2cs', ROWS)]))
  const texts = ['007', '1-2-2026', 'Jan-26', '=1+1', '27-Maharashtra', 'TRUE']
  await writeCells(texts.map((text, i) => at(i + 5, 0, '', text)))
  expect(texts.map((_, i) => sheet.getValue(i + 5, 0))).toEqual(texts)
  await writeCells([{ ...at(20, 0, '', '0012'), numberFormat: '@' }])
  expect([sheet.getValue(20, 0), sheet.getNumberFormat(20, 0)]).toEqual(['0012', '@'])
})

describe('undone', () => {
  test('every cell is as it was, its format too', async () => {
    const sheet = only(openWorkbook([sheetOf('b2cs', ROWS, { formats: { 1: '0.0' } })]))
    const { undo } = await writeCells([
      { ...at(1, 0, 'A-1', '0001'), numberFormat: '@' },
      { ...at(1, 1, 18, 12), numberFormat: '0.00' },
      at(3, 0, '', 'A-3'),
    ])
    expect(sheet.getNumberFormat(1, 1)).toBe('0.00')
    expect(await undo()).toMatchObject({ written: 3, skipped: [] })
    expect(values(sheet, 4)).toEqual([...ROWS, ['', '', '']])
    expect([sheet.getNumberFormat(1, 0), sheet.getNumberFormat(1, 1)]).toEqual(['General', '0.0'])
  })

  test('but not what was typed over since; an undo can itself be undone', async () => {
    const sheet = only(openWorkbook([sheetOf('b2cs', ROWS)]))
    const { undo } = await writeCells([at(1, 1, 18, 12), at(2, 1, 5, 12)])
    sheet.type(1, 1, [[28]])
    const undone = await undo()
    expect(undone).toMatchObject({ written: 1, skipped: [{ row: 1, why: 'changed' }] })
    expect([sheet.getValue(1, 1), sheet.getValue(2, 1)]).toEqual([28, 5])
    await undone.undo()
    expect(sheet.getValue(2, 1)).toBe(12)
  })
})

test('ten thousand rows go in pieces that Excel takes', async () => {
  const { traffic, ...book } = openWorkbook([sheetOf('b2cs', ROWS)])
  const changes = Array.from({ length: 10_000 }, (_, i) =>
    [0, 1].map((column) => at(i + 3, column, '', column === 0 ? `N-${i}` : 18)),
  ).flat()
  expect(await writeCells(changes)).toMatchObject({ written: 20_000 })
  expect(book.model.sheets[0]?.getValue(10_002, 0)).toBe('N-9999')
  expect(Math.max(...traffic.map(({ request }) => request))).toBeLessThan(1_000_000)
})
