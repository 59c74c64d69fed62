// Writing into cells and taking it back, on real office.js: what is there now decides, nothing else is touched.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { watchChanges } from '../../../addin/excel/watch-changes.ts'
import { writeCells } from '../../../addin/excel/write-cells.ts'
import type { CellChange } from '../../../templates/writing/cell-change.ts'
import type { CellFile, SheetFile } from '../../../agent/xlsx/workbook-file.ts'
import type { Cell } from '../../../templates/block.ts'
import { openWorkbook, sheetOf, type OpenWorkbook } from '../office.ts'
import { CELL_IS_OPEN, refusing } from '../open-cell.ts'
import { B2B, cellsOf, FIRST, salesSheet } from '../sales.ts'
import { LOCKED } from '../../locked.ts'

const POS = 5
const MH = '27-Maharashtra'

/** The place of supply of the invoice read as number `index`. */
const change = (index: number, part: Partial<CellChange> = {}): CellChange => {
  const { sheet, row, key } = cellsOf(index)
  return {
    sheet,
    row,
    column: POS,
    key,
    was: MH,
    becomes: '24-Gujarat',
    numberFormat: '@',
    ...part,
  }
}

const ROWS = 6
/** Cells that stand otherwise than `salesSheet` has them. */
function opened(cells: readonly Omit<CellFile, 'formula'>[] = [], more: Partial<SheetFile> = {}) {
  const sheet = salesSheet(ROWS)
  const others = sheet.cells.filter(
    ({ row, column }) => !cells.some((one) => one.row === row && one.column === column),
  )
  return openWorkbook([{ ...sheet, cells: [...others, ...cells], ...more }])
}
const sheetIn = ({ model }: OpenWorkbook) => {
  const sheet = model.sheet(B2B)
  if (sheet === undefined) throw new Error('no b2b')
  return sheet
}
const valueAt = (workbook: OpenWorkbook, row: number, column = POS) =>
  sheetIn(workbook).getValue(row, column)

/** All that a person may see of the cells; a format that was never given is General. */
const looks = (workbook: OpenWorkbook) =>
  sheetIn(workbook)
    .toFile()
    .cells.map(({ numberFormat = 'General', ...cell }) => ({ ...cell, numberFormat }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column)

const NONE = { changed: 0, formula: 0, protected: 0, gone: 0 }

test('cells take the value and the format, their neighbours stay', async () => {
  const workbook = opened()
  const before = looks(workbook)
  const report = await writeCells([change(0), change(2)])
  expect(report).toMatchObject({ written: 2, left: NONE, protectedSheets: [] })
  expect(report.stopped).toBeUndefined()
  const changed = looks(workbook).filter((cell, i) => cell.value !== before[i]?.value)
  expect(changed.map(({ row, value, numberFormat }) => [row, value, numberFormat])).toEqual([
    [FIRST, '24-Gujarat', '@'],
    [FIRST + 2, '24-Gujarat', '@'],
  ])
})

test('taken back, everything is as it was', async () => {
  const workbook = opened()
  const before = looks(workbook)
  const { back } = await writeCells([change(0), change(2), change(3)])
  expect(looks(workbook)).not.toEqual(before)
  expect(await writeCells(back)).toMatchObject({ written: 3, left: NONE })
  expect(looks(workbook)).toEqual(before)
})

describe('a cell is left alone', () => {
  test('that holds something else by now', async () => {
    const workbook = opened()
    sheetIn(workbook).type(FIRST, POS, [['29-Karnataka']])
    const report = await writeCells([change(0), change(1)])
    expect(report).toMatchObject({ written: 1, left: { ...NONE, changed: 1 } })
    expect(valueAt(workbook, FIRST)).toBe('29-Karnataka')
  })

  test('that was emptied', async () => {
    const workbook = opened()
    sheetIn(workbook).type(FIRST, POS, [['']])
    expect(await writeCells([change(0)])).toMatchObject({
      written: 0,
      left: { ...NONE, changed: 1 },
    })
  })

  test('that holds a formula, whatever it shows', async () => {
    const sheet = salesSheet(ROWS)
    const cells = sheet.cells.map((cell) =>
      cell.row === FIRST && cell.column === POS ? { ...cell, formula: 'states!A3' } : cell,
    )
    const workbook = openWorkbook([{ ...sheet, cells }])
    const report = await writeCells([change(0), change(1)])
    expect(report).toMatchObject({ written: 1, left: { ...NONE, formula: 1 } })
    expect(sheetIn(workbook).getCell(FIRST, POS)).toMatchObject({ formula: 'states!A3', value: MH })
  })

  test('whose row is gone', async () => {
    const workbook = opened()
    workbook.model.deleteRows(sheetIn(workbook), FIRST, 1)
    const report = await writeCells([change(0), change(1)])
    expect(report).toMatchObject({ written: 1, left: { ...NONE, gone: 1 } })
    expect(valueAt(workbook, FIRST)).toBe('24-Gujarat')
  })

  test('that is locked, and the sheet is named', async () => {
    const workbook = opened([], { protection: LOCKED })
    expect(await writeCells([change(0)])).toMatchObject({
      written: 0,
      left: { ...NONE, protected: 1 },
      protectedSheets: [B2B],
    })
    expect(valueAt(workbook, FIRST)).toBe(MH)
  })

  test('that is unlocked but would need another format, where formatting is locked', async () => {
    const rate = 10
    const workbook = opened([], {
      protection: { ...LOCKED, password: true },
      unlocked: ['A5:M20003'],
    })
    const report = await writeCells([
      change(0),
      change(1, { column: rate, was: 18, becomes: 5, numberFormat: '0.00' }),
    ])
    expect(report).toMatchObject({ written: 1, left: { ...NONE, protected: 1 } })
    expect([valueAt(workbook, FIRST), valueAt(workbook, FIRST + 1, rate)]).toEqual([MH, 5])
  })
})

test('rows that moved are found by their key, and taken back where they are then', async () => {
  const workbook = opened()
  const sheet = sheetIn(workbook)
  workbook.model.insertRows(sheet, FIRST, 2)
  const { written, back } = await writeCells([change(0)])
  expect([written, valueAt(workbook, FIRST + 2)]).toEqual([1, '24-Gujarat'])
  workbook.model.insertRows(sheet, FIRST, 1)
  expect((await writeCells(back)).written).toBe(1)
  expect(valueAt(workbook, FIRST + 3)).toBe(MH)
})

test('a row that is known by the very cell that is written is found for the way back', async () => {
  const workbook = opened()
  const [{ row, key, was } = change(0)] = [change(0, { was: cellsOf(0).key[0]?.value ?? null })]
  const other = '27AAHCM7310P1ZC'
  const { back } = await writeCells([change(0, { row, key, column: 0, was, becomes: other })])
  workbook.model.insertRows(sheetIn(workbook), FIRST, 1)
  expect((await writeCells(back)).written).toBe(1)
  expect(valueAt(workbook, FIRST + 1, 0)).toBe(was)
})

test('where a cell was changed after it was written, the way back leaves it alone', async () => {
  const workbook = opened()
  const { back } = await writeCells([change(0), change(1)])
  sheetIn(workbook).type(FIRST, POS, [['29-Karnataka']])
  expect(await writeCells(back)).toMatchObject({ written: 1, left: { ...NONE, changed: 1 } })
  expect(valueAt(workbook, FIRST)).toBe('29-Karnataka')
})

test('what Excel stops at is told, and what was written before can be taken back', async () => {
  const sheet = salesSheet(ROWS)
  let writes = 0
  const workbook = openWorkbook([sheet], {
    beforeBatch: (_, text) => {
      if (!text.includes('24-Gujarat') && !text.includes('29-Karnataka')) return undefined
      writes += 1
      return writes === 2 ? 'ActivityLimitReached' : undefined
    },
  })
  const before = looks(workbook)
  const rate = { column: 7, was: '', becomes: '29-Karnataka' }
  const report = await writeCells([
    change(0),
    change(1, { ...rate, column: 1, was: 'Shree Ganesh Traders' }),
  ])
  expect(report.written).toBe(1)
  expect(report.stopped).toMatchObject({ code: 'ActivityLimitReached' })
  await writeCells(report.back)
  expect(looks(workbook)).toEqual(before)
})

test('what was not written can be written later, in a row whose other cells were', async () => {
  let isBusy = true
  const workbook = openWorkbook([salesSheet(ROWS)], {
    beforeBatch: (_, text) =>
      isBusy && text.includes('24-Gujarat') ? 'ActivityLimitReached' : undefined,
  })
  const recipient = { column: 0, was: cellsOf(0).key[0]?.value ?? null, becomes: '27AAHCM7310P1ZC' }
  const report = await writeCells([change(0, recipient), change(0), change(1)])
  expect([report.written, report.unwritten.map(({ row }) => row)]).toEqual([1, [FIRST, FIRST + 1]])
  isBusy = false
  workbook.model.insertRows(sheetIn(workbook), FIRST, 1)
  expect(await writeCells(report.unwritten)).toMatchObject({ written: 2, unwritten: [] })
  expect(valueAt(workbook, FIRST + 1)).toBe('24-Gujarat')
})

describe('while the user types into a cell', () => {
  /** Column by column: a party by which its row is known, then a place of supply and a rate that needs its own format. */
  const changes = [
    change(0, { column: 0, was: cellsOf(0).key[0]?.value ?? null, becomes: '27AAHCM7310P1ZC' }),
    change(1),
    change(2, { column: 10, was: 18, becomes: '18 %', numberFormat: '@' }),
  ]

  test.each(Array.from({ length: 12 }, (_, i) => i + 1))(
    'whichever request Excel refuses (%d), every cell is written once and goes back',
    async (nth) => {
      const workbook = openWorkbook(
        [salesSheet(ROWS)],
        refusing((request) => request === nth),
      )
      const before = looks(workbook)
      const report = await writeCells(changes)
      expect(report).toMatchObject({ written: 3, left: NONE, protectedSheets: [] })
      expect(report.stopped).toBeUndefined()
      expect(report.back).toHaveLength(3)
      expect([valueAt(workbook, FIRST + 1), valueAt(workbook, FIRST + 2, 10)]).toEqual([
        '24-Gujarat',
        '18 %',
      ])
      expect(await writeCells(report.back)).toMatchObject({ written: 3, left: NONE })
      expect(looks(workbook)).toEqual(before)
    },
  )

  /** Excel answers until the first column is written. */
  function untilWritten(isOpen: (workbook: OpenWorkbook) => boolean): OpenWorkbook {
    const workbook: OpenWorkbook = openWorkbook(
      [salesSheet(ROWS)],
      refusing(() => valueAt(workbook, FIRST, 0) !== changes[0]?.was && isOpen(workbook)),
    )
    return workbook
  }

  test('what they type into a cell that was written already is left alone', async () => {
    const typed = '29AAKFC3141B1ZU'
    const workbook = untilWritten((opened) => {
      const isTyping = valueAt(opened, FIRST, 0) !== typed
      sheetIn(opened).type(FIRST, 0, [[typed]])
      return isTyping
    })
    const report = await writeCells(changes)
    expect(report).toMatchObject({ written: 2, left: { ...NONE, changed: 1 } })
    expect(report.back).toHaveLength(2)
    expect(valueAt(workbook, FIRST, 0)).toBe(typed)
  })

  test('a cell that stays open ends it, and what was written before can be taken back', async () => {
    let isOpen = true
    const workbook = untilWritten(() => isOpen)
    const before = looks(workbook)
    const report = await writeCells(changes)
    expect(report).toMatchObject({ written: 1, stopped: { code: CELL_IS_OPEN } })
    isOpen = false
    await writeCells(report.back)
    expect(looks(workbook)).toEqual(before)
  })
})

test('who follows edits hears of what is written, or does not where that was asked for', async () => {
  opened()
  const heard: number[] = []
  const stop = await watchChanges(({ rows }) => heard.push(rows))
  const { back } = await writeCells([change(0)], 'unheard')
  expect(heard).toEqual([])
  await writeCells(back)
  expect(heard.length).toBeGreaterThan(0)
  await stop()
})

test('ten thousand cells, every second of their column, need few and small requests', async () => {
  const rows = 20_000
  const workbook = openWorkbook([salesSheet(rows)])
  const changes = Array.from({ length: rows / 2 }, (_, i) => change(i * 2))
  const { written } = await writeCells(changes)
  expect(written).toBe(10_000)
  expect(valueAt(workbook, FIRST + 1)).toBe(MH)
  expect(workbook.traffic.length).toBeLessThan(30)
  expect(Math.max(...workbook.traffic.map(({ request }) => request))).toBeLessThan(2_500_000)
})

/** What Excel would take for something else if it were typed. */
const aTricky = fc.oneof(
  fc.constantFrom<Exclude<Cell, null>>(
    '1,180.00',
    '05/10/2026',
    '18%',
    'TRUE',
    '007',
    "'18",
    ' x ',
  ),
  fc.constantFrom<Exclude<Cell, null>>('=1+1', 0.18, 46310, true, '-', '1E5', "''a", 'Gujarat'),
  fc.string({ minLength: 1 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
)
const aFormat = fc.constantFrom('General', '@', '0.00', '0%', 'dd-mmm-yyyy', '#,##0')

test('whatever a cell held under whatever format, it comes back exactly', async () => {
  await fc.assert(
    fc.asyncProperty(aTricky, aFormat, aTricky, fc.option(aFormat), async (was, format, to, as) => {
      const workbook = openWorkbook([sheetOf(B2B, [['x']])])
      const sheet = sheetIn(workbook)
      sheet.setLook({ row: 0, column: 0, rows: 1, columns: 1 }, { numberFormat: '@' })
      const first: CellChange = {
        sheet: B2B,
        row: 0,
        column: 0,
        key: [],
        was: 'x',
        becomes: was,
        numberFormat: format,
      }
      await writeCells([first])
      const before = looks(workbook)
      expect(before[0]).toMatchObject({ value: was, numberFormat: format })
      const { back } = await writeCells([
        { ...first, was, becomes: to, numberFormat: as ?? format },
      ])
      expect(looks(workbook)[0]).toMatchObject({ value: to, numberFormat: as ?? format })
      await writeCells(back)
      expect(looks(workbook)).toEqual(before)
    }),
    { numRuns: 200 },
  )
})
