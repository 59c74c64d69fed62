import { expect, test } from 'vitest'
import { readBlocks } from '../../../addin/excel/read-blocks.ts'
import type { Block } from '../../../templates/block.ts'
import { openWorkbook, sheetOf } from '../office.ts'
import { B2B, FIRST, invoice, salesSheet } from '../sales.ts'

const MIB = 1024 * 1024
const rowsOf = (blocks: readonly Block[]) => blocks.flatMap(({ values }) => values)
const emptyAsText = (row: readonly unknown[]) => row.map((cell) => cell ?? '')

test('reads 100,000 rows of 13 columns, whole and in order, in answers far below 5 MB', async () => {
  const { traffic } = openWorkbook([salesSheet(100_000)])
  const seen: number[] = []
  const blocks = await readBlocks((rows, ofRows) => seen.push(rows / ofRows))

  const rows = rowsOf(blocks)
  expect(rows).toHaveLength(FIRST + 100_000)
  expect(rows[FIRST]).toEqual(emptyAsText(invoice(0)))
  expect(rows.at(-1)).toEqual(emptyAsText(invoice(99_999)))
  let next = 0
  for (const { firstRow, values } of blocks) {
    expect(firstRow).toBe(next)
    next += values.length
  }
  const answers = traffic.map(({ answer }) => answer ?? Infinity)
  expect(Math.max(...answers)).toBeLessThan(2 * MIB)
  expect(traffic.length).toBeLessThan(60)
  expect(seen.at(-1)).toBe(1)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
})

test('formats of numbers are told, as one where a column shares it', async () => {
  openWorkbook([salesSheet(3)])
  const [block] = await readBlocks()
  expect(block?.numberFormat).toHaveLength(13)
  // Rows 1 to 3 hold nothing in this column, so it is mixed: General above, dates below.
  expect(block?.numberFormat[3]).toEqual([
    'General',
    'General',
    'General',
    'dd-mmm-yyyy',
    'dd-mmm-yyyy',
    'dd-mmm-yyyy',
    'dd-mmm-yyyy',
  ])
  expect(block?.numberFormat[1]).toBe('General')
})

test('a column of one format down a whole block is told once', async () => {
  openWorkbook([sheetOf('Data', [[45_748], [45_749]], { formats: { 0: 'dd/mm/yyyy' } })])
  const [block] = await readBlocks()
  expect(block?.numberFormat).toEqual(['dd/mm/yyyy'])
})

test('reads what holds content, not what is merely formatted', async () => {
  const formatted = Array.from({ length: 20_000 }, (_, row) => ({
    row,
    column: 13,
    value: null,
    numberFormat: '0.00',
  }))
  const sheet = salesSheet(50)
  const { traffic } = openWorkbook([{ ...sheet, cells: [...sheet.cells, ...formatted] }])
  const blocks = await readBlocks()
  expect(rowsOf(blocks)).toHaveLength(54)
  expect(blocks[0]?.values[0]).toHaveLength(13)
  expect(traffic.reduce((sum, { answer }) => sum + (answer ?? 0), 0)).toBeLessThan(20_000)
})

test('cells that hold an empty text at the end of a sheet do not travel on', async () => {
  openWorkbook([
    sheetOf('Data', [
      ['a', 'b'],
      ['c', ''],
      ['', ''],
      ['', ''],
    ]),
  ])
  expect(rowsOf(await readBlocks())).toEqual([
    ['a', 'b'],
    ['c', ''],
  ])
})

test('hidden sheets are read and told, empty ones are not there', async () => {
  openWorkbook([
    sheetOf('Seen', [['a']]),
    sheetOf('Unseen', [['b']], { hidden: true }),
    sheetOf('Empty', []),
  ])
  const blocks = await readBlocks()
  expect(blocks.map(({ sheet, hiddenSheet }) => [sheet, hiddenSheet])).toEqual([
    ['Seen', false],
    ['Unseen', true],
  ])
})

test.each([
  ['no row', [], 0],
  ['some rows', [5, 7, 900], 2],
  ['every row', [0, 1, 2, 3, 4, 5, 6, 7, 8], 9],
])('counts hidden rows: %s', async (_, hiddenRows, count) => {
  openWorkbook([salesSheet(5, { hiddenRows })])
  const [block] = await readBlocks()
  expect(block?.hiddenRows).toBe(count)
  expect(block?.values).toHaveLength(9)
})

test('content that begins away from A1 keeps its place', async () => {
  const cells = [{ row: 6, column: 3, value: 'here' }]
  openWorkbook([sheetOf('Data', [], { cells })])
  expect(await readBlocks()).toMatchObject([{ firstRow: 6, firstColumn: 3, values: [['here']] }])
})

test('where Excel finds an answer too large, the piece is halved until it fits', async () => {
  const { traffic } = openWorkbook([salesSheet(3000)], { payloadLimit: 60_000 })
  const blocks = await readBlocks()
  expect(rowsOf(blocks)).toHaveLength(FIRST + 3000)
  expect(traffic.some(({ answer }) => answer === undefined)).toBe(true)
})

test('one row that is too large by itself is an error, not an endless halving', async () => {
  openWorkbook([sheetOf('Data', [['x'.repeat(5000)], ['y']])], { payloadLimit: 4000 })
  await expect(readBlocks()).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' })
})

test('a row inserted while a sheet is read is noticed, and the sheet read again', async () => {
  let batches = 0
  const { model } = openWorkbook([salesSheet(20_000)], {
    beforeBatch: () => {
      batches += 1
      const [sheet] = model.sheets
      if (batches === 7 && sheet) {
        model.insertRows(sheet, FIRST, 1)
        model.setValues(sheet, FIRST, 0, [['inserted']])
      }
      return undefined
    },
  })
  const rows = rowsOf(await readBlocks())
  expect(rows).toHaveLength(FIRST + 20_001)
  expect(rows[FIRST]?.[0]).toBe('inserted')
  expect(rows[FIRST + 1]).toEqual(emptyAsText(invoice(0)))
  expect(new Set(rows.map((row) => row[2])).size).toBe(20_000 + 2)
})

test('a sheet that never comes to rest is refused in the end', async () => {
  const { model } = openWorkbook([salesSheet(10)], {
    beforeBatch: () => {
      const [sheet] = model.sheets
      if (sheet) model.insertRows(sheet, FIRST, 1)
      return undefined
    },
  })
  await expect(readBlocks()).rejects.toMatchObject({
    code: 'excel-changing',
    facts: { sheet: B2B },
  })
})

test('reading stops when it is called off', async () => {
  openWorkbook([salesSheet(30_000)])
  const stop = new AbortController()
  const reading = readBlocks(() => {
    stop.abort()
  }, stop.signal)
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
})

test('reading waits while the user types', async () => {
  const { model } = openWorkbook([salesSheet(5)])
  model.beginEdit()
  let isDone = false
  const reading = readBlocks().finally(() => {
    isDone = true
  })
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(isDone).toBe(false)
  model.endEdit()
  expect(rowsOf(await reading)).toHaveLength(9)
})
