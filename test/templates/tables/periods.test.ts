import { describe, expect, test } from 'vitest'
import type { Period } from '../../../templates/identifiers.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { tablesOf } from '../../../templates/tables/tables.ts'
import { block, row, sheet, TAXPAYER } from '../../sheets.ts'

const reading = (filing: 'monthly' | 'quarterly', period: string, name: string) =>
  readWorkbook(
    [...sheet([row({ idt: 46310 })]), block([['t'], [''], [''], ['h'], ['data']], name)],
    { taxpayer: { ...TAXPAYER, filing }, gstin: TAXPAYER.gstin, period: period as Period },
  ).notRead.map(({ sheet: left, problem }) => [left, problem.code, problem.severity])

describe('the tables of a period', () => {
  test('in the IFF months of a quarterly filer, only those the facility takes', () => {
    const ids = (period: string, filing: 'monthly' | 'quarterly') =>
      tablesOf(period as Period, filing).map(({ id }) => id)
    expect(ids('102026', 'quarterly')).toEqual(['b2b', 'b2ba', 'cdnr', 'cdnra'])
    expect(ids('122026', 'quarterly')).toEqual(ids('122026', 'monthly'))
  })
})

describe('a sheet that is left out', () => {
  test('is told with a warning when an official sheet with rows cannot be read yet', () => {
    expect(reading('monthly', '102026', 'eco')).toEqual([['eco', 'sheet-not-read-yet', 'warning']])
  })

  test('is only noted when it is none of the return’s', () => {
    expect(reading('monthly', '102026', 'My notes')).toEqual([
      ['My notes', 'sheet-is-no-table', 'note'],
    ])
  })
})
