import { describe, expect, test } from 'vitest'
import type { Block } from '../../../templates/block.ts'
import type { Period } from '../../../templates/identifiers.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { hsn } from '../../../templates/tables/hsn.ts'
import { tablesOf } from '../../../templates/tables/tables.ts'
import { block, row, sheet, TAXPAYER } from '../../sheets.ts'

const reading = (filing: 'monthly' | 'quarterly', period: string, name: string) =>
  readWorkbook(
    [...sheet([row({ idt: 46310 })]), block([['t'], [''], [''], ['h'], ['data']], name)],
    { taxpayer: { ...TAXPAYER, filing }, gstin: TAXPAYER.gstin, period: period as Period },
  ).notRead.map(({ sheet: left, problem }) => [left, problem.code, problem.severity])

const outside = (left: Block, period: string) =>
  readWorkbook([left], { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: period as Period })
    .notRead

describe('the tables of a period', () => {
  test('in the IFF months of a quarterly filer, only those the facility takes', () => {
    const ids = (period: string, filing: 'monthly' | 'quarterly') =>
      tablesOf(period as Period, filing).map(({ id }) => id)
    expect(ids('102026', 'quarterly')).toEqual([
      ...['b2b', 'b2ba', 'cdnr', 'cdnra'],
      ...['ecob2b', 'ecourp2b', 'ecoab2b', 'ecoaurp2b'],
    ])
    expect(ids('122026', 'quarterly')).toEqual(ids('122026', 'monthly'))
  })
})

describe('a sheet that is left out', () => {
  test('is told with a warning when its rows belong to another period', () => {
    expect(reading('quarterly', '102026', 'eco')).toContainEqual([
      'eco',
      'sheet-not-in-period',
      'warning',
    ])
  })

  test.each([
    ['102026', 'hsn', 'hsn(b2b), hsn(b2c)'],
    ['042025', 'hsn(b2c)', 'hsn'],
  ])('in %s of %s its rows are to be moved to %s', (period, name, sheets) => {
    expect(outside(block([['t'], [''], [''], ['h'], ['data']], name), period)).toMatchObject([
      { problem: { code: 'sheet-has-moved', severity: 'warning', facts: { sheets } } },
    ])
  })

  test('is told with a warning wherever its header stands, and without rows only noted', () => {
    const headers = hsn.columns.map(({ header }) => header)
    const data = headers.map(() => '1')
    const severity = (...rows: string[][]) =>
      outside(block(rows, 'hsn'), '102026').map(({ problem }) => problem.severity)
    expect(severity(headers, data)).toEqual(['warning'])
    expect(severity([], [], [], [], [], headers)).toEqual(['note'])
  })

  test('is only noted when it is none of the return’s', () => {
    expect(reading('monthly', '102026', 'My notes')).toEqual([
      ['My notes', 'sheet-is-no-table', 'note'],
    ])
  })
})
