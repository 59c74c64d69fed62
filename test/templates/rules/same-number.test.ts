// Invoices are numbered together, and so are notes: a number stands once in all their tables.
import { expect, test } from 'vitest'
import type { Cell } from '../../../templates/block.ts'
import { serialOf } from '../../../templates/columns/date.ts'
import { missingFacts } from '../problems/missing-facts.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { b2cl } from '../../../templates/tables/b2cl.ts'
import { cdnr } from '../../../templates/tables/cdnr.ts'
import { cdnur } from '../../../templates/tables/cdnur.ts'
import { exp } from '../../../templates/tables/exp.ts'
import { FAR, NEIGHBOUR, OCTOBER } from '../b2b-sheet.ts'
import { tableSheet } from '../table-sheet.ts'

const common = {
  idt: serialOf('2026-10-05'),
  nt_dt: serialOf('2026-10-05'),
  val: 236_000,
  rt: 18,
  txval: 200_000,
  rchrg: 'N',
  inv_typ: 'Regular B2B',
  ntty: 'C',
}
const sheets = {
  b2b: tableSheet(b2b, { ...common, ctin: NEIGHBOUR, pos: '29' }),
  b2cl: tableSheet(b2cl, { ...common, pos: '33' }),
  exp: tableSheet(exp, { ...common, exp_typ: 'WOPAY', val: 200_000 }),
  cdnr: tableSheet(cdnr, { ...common, ctin: FAR, pos: '27' }),
  cdnur: tableSheet(cdnur, { ...common, typ: 'B2CL', pos: '33' }),
}

/** A workbook of these numbers by table, each with a date of its own where it is a pair: the errors, and how many rows of each table are ready and held back. */
function read(
  numbers: Partial<Record<keyof typeof sheets, readonly (Cell | readonly [Cell, Cell])[]>>,
) {
  const blocks = Object.entries(sheets).map(([id, sheet]) =>
    sheet.block(
      (numbers[id as keyof typeof sheets] ?? []).map((one) => {
        const [number, date] = Array.isArray(one) ? one : [one, common.idt]
        return sheet.line({ inum: number, nt_num: number, idt: date, nt_dt: date })
      }),
    ),
  )
  const { sheets: readings } = readWorkbook(blocks, OCTOBER)
  const errors = readings.flatMap(({ problems }) =>
    problems.filter(({ severity }) => severity === 'error'),
  )
  const counts = Object.fromEntries(
    readings.flatMap(({ table, counts: { read, ready, heldBack } }) =>
      read === 0 ? [] : [[table.id, `${ready}+${heldBack}`]],
    ),
  )
  return { errors, counts }
}

test.each([
  ['b2b', 'b2cl'],
  ['b2b', 'exp'],
  ['b2cl', 'exp'],
  ['cdnr', 'cdnur'],
] as const)('a number in %s and in %s holds back both, whatever its case', (one, two) => {
  const { errors, counts } = read({ [one]: ['A/1', 'B/1'], [two]: ['C/1', 'a/1'] })
  expect(counts).toEqual({ [one]: '1+1', [two]: '1+1' })
  expect(errors).toHaveLength(1)
  const [error] = errors
  expect(error?.code).toBe('number-in-two-places')
  const names = [one, two].map((id) => sheets[id].table.sheets[0])
  expect(error?.cells.map(({ sheet, row }) => `${sheet} ${row}`)).toEqual([
    `${names[0]} 4`,
    `${names[1]} 5`,
  ])
  expect(error?.cells.map(({ columns }) => columns)).toEqual(
    [one, two].map((id) => [sheets[id].at(one === 'cdnr' ? 'nt_num' : 'inum')]),
  )
  expect(error?.facts).toEqual({
    number: 'A/1',
    places: `${names[0]}, row 5 and ${names[1]}, row 6`,
  })
  expect(error && missingFacts(error)).toEqual([])
})

test('three documents of one number are one problem', () => {
  const { errors, counts } = read({ b2b: ['A/1'], b2cl: ['A/1'], exp: ['A/1'] })
  expect(errors.map(({ cells }) => cells.length)).toEqual([3])
  expect(counts).toEqual({ b2b: '0+1', b2cl: '0+1', exp: '0+1' })
})

test('a note may have the number of an invoice: they are numbered apart', () => {
  const { errors, counts } = read({ b2b: ['A/1'], cdnr: ['A/1'], b2cl: ['A/2'], cdnur: ['A/2'] })
  expect(errors).toEqual([])
  expect(counts).toEqual({ b2b: '1+0', b2cl: '1+0', cdnr: '1+0', cdnur: '1+0' })
})

test('a number begins anew with the financial year, and not within it', () => {
  const inMarch = serialOf('2026-03-31')
  const inApril = serialOf('2026-04-01')
  expect(read({ b2b: [['A/1', inMarch]], b2cl: [['A/1', inApril]] }).errors).toEqual([])
  expect(read({ b2b: ['A/1'], b2cl: [['A/1', inApril]] }).errors).toHaveLength(1)
})
