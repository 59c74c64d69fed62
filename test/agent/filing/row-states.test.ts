// What became of each row, as the status column tells it.
import { expect, test } from 'vitest'
import { check } from '../../../agent/filing/check.ts'
import { wireOf } from '../../../agent/filing/snapshot.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { rowStatesOf } from '../../../agent/filing/row-states.ts'
import type { OperationRow, ReturnRow } from '../../../agent/store/tables.ts'
import { payloadOf } from '../../../templates/payload/payload.ts'
import { STATUS_HEADER } from '../../../templates/status-column.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { FIRST_ROW, PERIOD, row, sheet, TAXPAYER, type Row } from '../../sheets.ts'

const CONTEXT = { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }
const HEAD = {
  gstin: TAXPAYER.gstin,
  period: PERIOD,
  turnover: TAXPAYER.turnover,
  turnoverToDate: TAXPAYER.turnoverToDate,
}
const read = (rows: readonly Row[]) => readWorkbook(sheet(rows), CONTEXT)
const NOTHING = { base: [], theirs: [] }
const none = { known: { arn: null } as ReturnRow, operations: [], snapshot: undefined }
const statesOf = (...given: Parameters<typeof rowStatesOf>) => rowStatesOf(...given).sheets[0]?.rows

const INV_1 = row({ inum: 'INV-1' })
const INV_2 = row({ inum: 'INV-2' })

test('before anything was sent, rows are not sent, held back or set aside; blank ones say nothing', () => {
  const blank = Object.fromEntries(Object.keys(INV_1).map((name) => [name, ''])) as unknown as Row
  const total = { ...blank, receiver: 'Total', txval: 1000 }
  const rows = [INV_1, row({ inum: 'INV-2', rt: 17 }), blank, total]
  const states = rowStatesOf(read(rows), NOTHING, none)
  expect(states.sheets).toEqual([
    {
      sheet: 'b2b,sez,de',
      headerRow: FIRST_ROW - 1,
      rows: ['not-sent', 'held-back', null, 'set-aside'],
      refusals: [],
    },
  ])
})

test('what the portal confirmed is on it as long as the sheet says the same, and filed with the ARN', () => {
  const portal = { base: wireOf(read([INV_1, INV_2])), theirs: [] }
  const now = read([INV_1, row({ inum: 'INV-2', txval: 900, val: 1062 })])
  expect(statesOf(now, portal, none)).toEqual(['on-portal', 'differs'])
  const filed = { ...none, known: { arn: 'AA2910260000001' } as ReturnRow }
  expect(statesOf(now, portal, filed)).toEqual(['filed', 'differs'])
  expect(rowStatesOf(now, portal, filed).arn).toBe('AA2910260000001')
})

test('what the portal was found to hold otherwise, or no longer, is told', () => {
  const [first, second] = wireOf(read([INV_1, INV_2]))
  if (first === undefined || second === undefined) throw new Error('two documents')
  const { table, key } = second
  const portal = { base: [first, second], theirs: [{ table, key, document: undefined }] }
  expect(statesOf(read([INV_1, INV_2]), portal, none)).toEqual(['on-portal', 'not-sent'])
})

test('a refusal stands on every row of its document until the document is another', () => {
  const rows = [
    INV_1,
    row({ inum: 'INV-2', rt: 5, val: 2230 }),
    row({ inum: 'INV-2', rt: 18, val: 2230 }),
  ]
  const sent = read(rows)
  const [first, second] = wireOf(sent)
  if (first === undefined || second === undefined) throw new Error('two documents')
  const { table, section, key } = second
  const verdict = {
    sent: 2,
    refusals: [{ table, section, key, code: 'RET191360', message: 'inactive' }],
    unmatched: [],
  }
  const saved = {
    ...none,
    snapshot: { id: 'S1', at: '', content: { sheets: [], places: {}, totals: {}, heldBack: [] } },
    operations: [
      {
        kind: 'SAVE',
        snapshot_id: 'S1',
        outcome: JSON.stringify({ verdict }),
        body: JSON.stringify(payloadOf(HEAD, wireOf(sent), TABLES)),
      } as OperationRow,
    ],
  }
  const portal = { base: [first], theirs: [] }
  const states = rowStatesOf(sent, portal, saved).sheets[0]
  expect(states?.rows).toEqual(['on-portal', 'refused', 'refused'])
  expect(states?.refusals.map(({ row: at, code }) => [at - FIRST_ROW, code])).toEqual([
    [1, 'RET191360'],
    [2, 'RET191360'],
  ])
  const mended = read([INV_1, row({ inum: 'INV-2' })])
  expect(statesOf(mended, portal, saved)).toEqual(['on-portal', 'not-sent'])
})

test('what was refused with its whole part of the save is refused, not only not sent', () => {
  const sent = read([INV_1])
  const facts = { code: 'RET191106', message: 'structure', operation: 'save' }
  const problem = { code: 'portal', severity: 'error', source: 'portal', cells: [], facts }
  const saved = {
    ...none,
    snapshot: { id: 'S1', at: '', content: { sheets: [], places: {}, totals: {}, heldBack: [] } },
    operations: [
      {
        kind: 'SAVE',
        state: 'REJECTED',
        snapshot_id: 'S1',
        outcome: JSON.stringify({ problem }),
        body: JSON.stringify(payloadOf(HEAD, wireOf(sent), TABLES)),
      } as OperationRow,
    ],
  }
  const [states] = rowStatesOf(sent, NOTHING, saved).sheets
  expect(states?.rows).toEqual(['refused'])
  expect(states?.refusals).toMatchObject([{ code: 'RET191106', message: 'structure' }])
})

test('the reader leaves our own column alone, and a row that holds nothing else is none', () => {
  const [block] = sheet([INV_1, INV_2])
  if (block === undefined) throw new Error('a block')
  const values = block.values.map((cells, at) => [
    ...cells,
    at === FIRST_ROW - 1 ? STATUS_HEADER : at < FIRST_ROW ? '' : '○ Not sent',
  ])
  const left = values.at(-1)?.map((cell, at, all) => (at === all.length - 1 ? cell : '')) ?? []
  const numberFormat = [...block.numberFormat, 'General']
  const checked = check([{ ...block, values: [...values, left], numberFormat }], CONTEXT)
  expect(checked.report.problems.flatMap(({ cells }) => cells)).toEqual([])
  expect(checked.report.sheets[0]?.rows).toEqual({ read: 2, ready: 2, heldBack: 0, setAside: 0 })
  expect(statesOf(checked.reading, NOTHING, none)).toEqual(['not-sent', 'not-sent'])
})
