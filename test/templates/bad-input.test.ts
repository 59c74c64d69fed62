// A workbook with something wrong in one place: that is named, and everything beside it is read.
import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../agent/xlsx/read-blocks.ts'
import type { Block } from '../../templates/block.ts'
import { readWorkbook } from '../../templates/reading/read-workbook.ts'
import { cdnr } from '../../templates/tables/cdnr.ts'
import { rawWorkbook, sheetData } from '../agent/xlsx/raw-workbook.ts'
import { block, HEADERS, line, NEIGHBOUR, OCTOBER, sheetOf } from './b2b-sheet.ts'
import { missingFacts } from './problems/missing-facts.ts'
import { tableSheet } from './table-sheet.ts'

const notes = tableSheet(cdnr, {
  ctin: NEIGHBOUR,
  nt_num: 'C1',
  nt_dt: '09-Oct-2026',
  ntty: 'C',
  pos: '29-Karnataka',
  rchrg: 'N',
  inv_typ: 'Regular B2B',
  val: 1180,
  rt: 18,
  txval: 1000,
})
/** A good sheet that stands beside. */
const beside = notes.block([notes.line()])

/** What is told of all of it, and the numbers of the documents that are ready. */
function read(...blocks: readonly Block[]) {
  const { sheets, notRead } = readWorkbook([...blocks, beside], OCTOBER)
  const problems = [
    ...notRead.map(({ problem }) => problem),
    ...sheets.flatMap((sheet) => sheet.problems),
  ]
  expect(problems.flatMap(missingFacts)).toEqual([])
  return {
    told: problems.map(({ code, severity }) => `${severity} ${code}`),
    ready: sheets.flatMap(({ documents }) =>
      documents.map(({ fields }) => fields.inum ?? fields.nt_num),
    ),
  }
}

const without = (header: string) => {
  const at = HEADERS.indexOf(header)
  return block([HEADERS.toSpliced(at, 1), line().toSpliced(at, 1)])
}

describe('a sheet', () => {
  test('of an unknown name with the headers of a table is pointed out', () => {
    expect(read(sheetOf([line()], { sheet: 'October' }))).toEqual({
      told: ['warning sheet-named-otherwise'],
      ready: ['C1'],
    })
  })

  test('of an unknown name with anything else is no table', () => {
    expect(read(block([['Notes'], [1]], { sheet: 'My notes' }))).toEqual({
      told: ['note sheet-is-no-table'],
      ready: ['C1'],
    })
  })

  test('without any header', () => {
    expect(read(block([[1, 2, 3]]))).toEqual({
      told: ['error sheet-without-header'],
      ready: ['C1'],
    })
  })

  test('without a column that must be there', () => {
    expect(read(without('Rate'))).toEqual({ told: ['error sheet-columns-missing'], ready: ['C1'] })
  })

  test('with a column nobody knows is read without it', () => {
    const wide = block([
      [...HEADERS, 'IRN'],
      [...line({ inum: 'A1' }), 'a1b2'],
    ])
    expect(read(wide)).toEqual({ told: ['note columns-not-read'], ready: ['A1', 'C1'] })
  })

  test('with one header over two columns', () => {
    expect(read(block([[...HEADERS, 'Rate'], line()]))).toEqual({
      told: ['error sheet-columns-twice'],
      ready: ['C1'],
    })
  })

  test('that stands twice', () => {
    const { told, ready } = read(sheetOf([line()]), sheetOf([line()], { sheet: 'b2b' }))
    expect(new Set(told)).toEqual(new Set(['error sheet-twice']))
    expect(ready).toEqual(['C1'])
  })

  test('with its header row pasted again', () => {
    expect(read(sheetOf([line({ inum: 'A1' }), [...HEADERS], line({ inum: 'A2' })]))).toEqual({
      told: ['note row-repeats-header'],
      ready: ['A1', 'A2', 'C1'],
    })
  })
})

describe('a cell', () => {
  test.each([
    ['a formula that refers to nothing', { txval: '#REF!' }, 'error cell-error'],
    [
      'a formula that was never calculated',
      { txval: '#UNCALCULATED!' },
      'error cell-not-calculated',
    ],
    ['a date that can be read two ways', { idt: '07/08/2026' }, 'error date-two-ways'],
  ])('with %s holds back its own document', (_what, cells, told) => {
    const bad = line({ inum: 'A1', ...cells })
    expect(read(sheetOf([bad, line({ inum: 'A2' })]))).toEqual({
      told: [told],
      ready: ['A2', 'C1'],
    })
  })
})

describe('a file', () => {
  const text = (cells: readonly unknown[]) =>
    cells
      .map((cell) =>
        typeof cell === 'number'
          ? `<c><v>${cell}</v></c>`
          : `<c t="inlineStr"><is><t>${String(cell)}</t></is></c>`,
      )
      .join('')
  const table = (...more: string[]) =>
    sheetData(`<row>${text(HEADERS)}</row><row>${text(line({ inum: 'A1' }))}</row>${more.join('')}`)

  test('with a million rows that only have a format is read for its one row', async () => {
    const empty = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 3}"><c r="A${i + 3}" s="0"/></row>`,
    )
    const blocks = await readBlocks(rawWorkbook({ sheets: { b2b: table(empty.join('')) } }))
    expect(blocks.ok && read(...blocks.value)).toEqual({ told: [], ready: ['A1', 'C1'] })
  })

  test('with formulas that nobody calculated asks to be saved by Excel, for those rows only', async () => {
    const cells = line({ inum: 'A2' })
    const formula = `<row>${text(cells.slice(0, -2))}<c><f>1000*10</f></c></row>`
    const blocks = await readBlocks(rawWorkbook({ sheets: { b2b: table(formula) } }))
    expect(blocks.ok && read(...blocks.value)).toEqual({
      told: ['error cell-not-calculated'],
      ready: ['A1', 'C1'],
    })
  })
})
