import { expect, test } from 'vitest'
import { paintMarks, removeMarks } from '../../../addin/excel/marks.ts'
import type { SheetModel } from '../../../addin/preview/host/sheet.ts'
import type { RowCells } from '../../../templates/block.ts'
import type { Problem, Severity } from '../../../templates/problems/problem.ts'
import { openWorkbook, sheetOf, type OpenWorkbook } from '../office.ts'
import { B2B, FIRST, cellsOf, salesSheet } from '../sales.ts'
import { LOCKED } from '../../locked.ts'

const problem = (severity: Severity, ...cells: RowCells[]): Problem => ({
  code: 'date-outside-period',
  severity,
  source: 'check',
  cells,
  facts: {},
})
const error = (index: number, columns?: readonly number[]) =>
  problem('error', cellsOf(index, columns))

function sheetIn({ model }: OpenWorkbook, name = B2B): SheetModel {
  const sheet = model.sheet(name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

const fillAt = (sheet: SheetModel, index: number, column = 3) =>
  sheet.getMark(FIRST + index, column)?.fill

/** A conditional format of the user's own: kept through everything. */
const usersOwn = (id: string, type: string, formula: string) => ({
  id,
  type,
  formula,
  areas: [{ row: FIRST, column: 0, rows: 20, columns: 13 }],
  fill: '#00FF00',
})

test('errors and warnings look different, notes are not painted', async () => {
  const book = openWorkbook([salesSheet(20)])
  const report = await paintMarks([
    error(0, [3, 5]),
    problem('warning', cellsOf(1)),
    problem('note', cellsOf(2)),
  ])
  const sheet = sheetIn(book)
  expect(fillAt(sheet, 0, 3)).toBe(fillAt(sheet, 0, 5))
  expect(fillAt(sheet, 0)).toBeDefined()
  expect(fillAt(sheet, 1)).toBeDefined()
  expect(fillAt(sheet, 1)).not.toBe(fillAt(sheet, 0))
  expect(fillAt(sheet, 2)).toBeUndefined()
  expect(fillAt(sheet, 0, 4)).toBeUndefined()
  expect(report).toMatchObject({ painted: 2, moved: 0, gone: [], protectedSheets: [] })
})

test('on a cell with both, the error shows', async () => {
  const book = openWorkbook([salesSheet(20)])
  await paintMarks([error(1), problem('warning', cellsOf(0), cellsOf(1)), error(2), error(0)])
  const sheet = sheetIn(book)
  expect(fillAt(sheet, 0)).toBe(fillAt(sheet, 2))
  expect(fillAt(sheet, 1)).toBe(fillAt(sheet, 2))
})

test('a problem of several rows marks them all', async () => {
  const book = openWorkbook([salesSheet(20)])
  const report = await paintMarks([problem('error', cellsOf(0), cellsOf(7), cellsOf(8))])
  expect([0, 1, 7, 8, 9].map((index) => fillAt(sheetIn(book), index) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
    false,
  ])
  expect(report.painted).toBe(3)
})

test('a row with several problems counts as one row', async () => {
  openWorkbook([salesSheet(20)])
  const report = await paintMarks([error(3, [0]), error(3, [5]), problem('warning', cellsOf(3))])
  expect(report.painted).toBe(1)
})

test('painting replaces the earlier marks', async () => {
  const book = openWorkbook([salesSheet(20)])
  await paintMarks([error(0), error(5)])
  await paintMarks([error(5)])
  expect(fillAt(sheetIn(book), 0)).toBeUndefined()
  expect(fillAt(sheetIn(book), 5)).toBeDefined()
  expect(sheetIn(book).conditionalFormats.all).toHaveLength(1)
  await paintMarks([])
  expect(sheetIn(book).conditionalFormats.all).toEqual([])
})

test('what is written is written in one batch, so one undo step takes it back', async () => {
  const texts: string[] = []
  openWorkbook([salesSheet(20)], {
    beforeBatch: (_, text) => {
      texts.push(text)
      return undefined
    },
  })
  await paintMarks([error(0), error(5)])
  await paintMarks([problem('warning', cellsOf(3)), error(9)])
  const writes = texts.filter((text) => /"(Add|Delete|Formula|Color)","ObjectPathId"/.test(text))
  expect(writes).toHaveLength(2)
})

test('5,000 marks go in one batch, far below the limit', async () => {
  const book = openWorkbook([salesSheet(20_000)])
  const report = await paintMarks(
    Array.from({ length: 5000 }, (_, index) => error(index * 4, [index % 13])),
  )
  expect(report.painted).toBe(5000)
  expect(Math.max(...book.traffic.map(({ request }) => request))).toBeLessThan(600_000)
  const sheet = sheetIn(book)
  for (const index of [0, 1, 2499, 4999]) {
    expect(fillAt(sheet, index * 4, index % 13)).toBeDefined()
    expect(fillAt(sheet, index * 4 + 1, index % 13)).toBeUndefined()
  }
})

test('cells below each other are one area, and no address is longer than 255 characters', async () => {
  const addresses: string[] = []
  const book = openWorkbook([salesSheet(500)], {
    beforeBatch: (_, text) => {
      for (const [, address = ''] of text.matchAll(/"GetRanges".*?"Arguments":\["([^"]*)"/g)) {
        addresses.push(address)
      }
      return undefined
    },
  })
  await paintMarks(Array.from({ length: 300 }, (_, index) => error(index, [3])))
  expect(addresses).toEqual(['D5:D304'])
  addresses.length = 0
  await paintMarks(Array.from({ length: 250 }, (_, index) => error(index * 2, [3])))
  expect(addresses.length).toBeGreaterThan(1)
  for (const address of addresses) expect(address.length).toBeLessThanOrEqual(255)
  expect(fillAt(sheetIn(book), 498)).toBeDefined()
})

test('rows inserted, deleted or sorted since the reading: the mark lands on the right row', async () => {
  const book = openWorkbook([salesSheet(20)])
  const sheet = sheetIn(book)
  book.model.insertRows(sheet, FIRST, 3)
  book.model.deleteRows(sheet, FIRST + 3 + 5, 1)
  const report = await paintMarks([error(0), error(5), error(8)])
  expect(report).toMatchObject({ painted: 2, moved: 2, gone: [cellsOf(5)] })
  expect([fillAt(sheet, 3), fillAt(sheet, 10)].every((fill) => fill !== undefined)).toBe(true)
  expect([fillAt(sheet, 0), fillAt(sheet, 5), fillAt(sheet, 8)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])

  book.model.sortRows(sheet, { row: FIRST, column: 0, rows: 22, columns: 13 }, 2, true)
  const again = await paintMarks([error(19)])
  expect(again).toMatchObject({ painted: 1, moved: 1 })
  expect(fillAt(sheet, 0)).toBeDefined()
})

test('a mark moves with its row when rows are inserted afterwards', async () => {
  const book = openWorkbook([salesSheet(20)])
  const sheet = sheetIn(book)
  await paintMarks([error(4)])
  book.model.insertRows(sheet, FIRST + 2, 10)
  expect(fillAt(sheet, 4)).toBeUndefined()
  expect(fillAt(sheet, 14)).toBeDefined()
})

test('everything of the user survives: conditional formats, formats, formulas', async () => {
  const cells = [
    { row: 1, column: 1, value: 5, formula: 'SUM(A1:A3)', fill: '#AABBCC', numberFormat: '0.00' },
  ]
  const book = openWorkbook([salesSheet(20), sheetOf('Own', [], { cells })])
  const sheet = sheetIn(book)
  const before = book.model.toFile()
  sheet.addConditionalFormat(usersOwn('own-1', 'Custom', '=$E5>100'))
  sheet.addConditionalFormat(usersOwn('own-2', 'ColorScale', ''))
  await paintMarks([
    error(0),
    problem('warning', cellsOf(1)),
    problem('error', {
      sheet: 'Own',
      row: 1,
      columns: [1],
      key: [],
    }),
  ])
  expect(sheetIn(book, 'Own').getMark(1, 1)).toBeDefined()
  await removeMarks()
  expect(sheet.conditionalFormats.all.map(({ id }) => id)).toEqual(['own-2', 'own-1'])
  expect(sheet.conditionalFormats.find('own-1')).toEqual(usersOwn('own-1', 'Custom', '=$E5>100'))
  expect(book.model.toFile()).toEqual(before)
})

test('marks that a crash left behind, and copies of marks, are removed as well', async () => {
  const book = openWorkbook([salesSheet(20), sheetOf('Elsewhere', [['x']])])
  await paintMarks([error(0)])
  const [left] = sheetIn(book).conditionalFormats.all
  if (!left) throw new Error('nothing was painted')
  // As Excel does when a row with a mark is copied to another sheet.
  sheetIn(book, 'Elsewhere').addConditionalFormat({ ...left, id: 'copied' })
  await removeMarks()
  expect(sheetIn(book).conditionalFormats.all).toEqual([])
  expect(sheetIn(book, 'Elsewhere').conditionalFormats.all).toEqual([])
})

test('a sheet that does not allow formatting is told, and the others are painted', async () => {
  const locked = sheetOf('cdnr', [['a'], ['b']], { protection: LOCKED })
  const open = sheetOf('b2cs', [['a'], ['b']], {
    protection: { ...LOCKED, allowFormatCells: true },
  })
  const book = openWorkbook([salesSheet(5), locked, open])
  const at = (sheet: string) => problem('error', { sheet, row: 1, columns: [0], key: [] })
  const report = await paintMarks([at('cdnr'), at('cdnr'), at('b2cs'), error(0)])
  expect(report).toMatchObject({ painted: 2, moved: 0, gone: [], protectedSheets: ['cdnr'] })
  expect(fillAt(sheetIn(book), 0)).toBeDefined()
  expect(sheetIn(book, 'b2cs').getMark(1, 0)).toBeDefined()
  await removeMarks()
})

test('a mark on a sheet that was protected afterwards stays, and nothing fails', async () => {
  const book = openWorkbook([
    sheetOf('Locked', [['x']], {
      protection: LOCKED,
    }),
  ])
  const left = { ...usersOwn('left', 'Custom', '="gstr1-for-excel:error"<>""') }
  sheetIn(book, 'Locked').addConditionalFormat(left)
  await removeMarks()
  expect(sheetIn(book, 'Locked').conditionalFormats.all).toHaveLength(1)
})

test('problems of a sheet that is no longer there are gone', async () => {
  openWorkbook([salesSheet(5)])
  const lost = { sheet: 'Deleted', row: 1, columns: [0], key: [] }
  expect((await paintMarks([problem('error', lost)])).gone).toEqual([lost])
})

test('nothing is painted while the user types', async () => {
  const book = openWorkbook([salesSheet(5)])
  book.model.beginEdit()
  const painting = paintMarks([error(0)])
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(sheetIn(book).conditionalFormats.all).toEqual([])
  book.model.endEdit()
  expect((await painting).painted).toBe(1)
})
