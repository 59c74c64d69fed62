// The status column on real office.js: written, kept up to date, moved with its sheet, and gone without a trace.
import { expect, test } from 'vitest'
import { removeStatus, writeStatus } from '../../../addin/excel/status-column.ts'
import { statusIn } from '../../../addin/excel/status-switch.ts'
import { watchChanges } from '../../../addin/excel/watch-changes.ts'
import { STATUS_HEADER, STATUS_WORDS } from '../../../templates/status-column.ts'
import { openWorkbook, sheetOf } from '../office.ts'
import { refusing } from '../open-cell.ts'
import { B2B, FIRST, salesSheet } from '../sales.ts'
import { LOCKED } from '../../locked.ts'

const HEADER_ROW = FIRST - 1
/** The first column right of the table. */
const OURS = 13
const NOT_SENT = STATUS_WORDS['not-sent']
const ON_PORTAL = STATUS_WORDS['on-portal']

const status = (...texts: string[]) => [{ sheet: B2B, headerRow: HEADER_ROW, texts }]

function open(...more: Parameters<typeof salesSheet>) {
  const { model } = openWorkbook([salesSheet(...more)])
  const column = (at: number) =>
    Array.from({ length: 4 }, (_, row) => model.active.getValue(HEADER_ROW + row, at))
  return { model, column, before: JSON.stringify(model.toFile()) }
}

test('stands right of the table, is kept up to date, and goes without a trace', async () => {
  const { model, column, before } = open(3)
  expect(await statusIn()).toEqual({ on: false })
  await writeStatus(status(NOT_SENT, NOT_SENT, '! Held back'))
  expect(await statusIn()).toEqual({ on: true })
  expect(column(OURS)).toEqual([STATUS_HEADER, NOT_SENT, NOT_SENT, '! Held back'])
  await writeStatus(status(ON_PORTAL, NOT_SENT, ''))
  expect(column(OURS)).toEqual([STATUS_HEADER, ON_PORTAL, NOT_SENT, null])
  expect(column(OURS + 1)).toEqual([null, null, null, null])
  await removeStatus()
  expect(JSON.stringify(model.toFile())).toBe(before)
  expect([...model.settings]).toEqual([])
})

test.each(Array.from({ length: 12 }, (_, i) => i + 1))(
  'while the user types into a cell, whichever request Excel refuses (%d), long columns come and go whole',
  async (nth) => {
    const rows = 45_000
    let before = 0
    let requests = 0
    const isOpen = (request: number) => (requests = request) - before === nth
    const { model } = openWorkbook([salesSheet(rows)], refusing(isOpen))
    const texts = Array.from({ length: rows }, () => NOT_SENT)
    const filled = () =>
      Array.from({ length: rows + 1 }, (_, row) => model.active.getValue(HEADER_ROW + row, OURS))
    await writeStatus([{ sheet: B2B, headerRow: HEADER_ROW, texts }])
    expect(filled()).toEqual([STATUS_HEADER, ...texts])
    before = requests
    await removeStatus()
    expect(filled().filter((cell) => cell !== null)).toEqual([])
    expect([...model.settings]).toEqual([])
  },
)

test('writes nothing when nothing changed, so the undo list is left alone', async () => {
  const { model } = open(3)
  await writeStatus(status(NOT_SENT, NOT_SENT, NOT_SENT))
  let changes = 0
  model.subscribe(({ kind }) => (changes += Number(kind === 'cells')))
  await writeStatus(status(NOT_SENT, NOT_SENT, NOT_SENT))
  expect(changes).toBe(0)
})

test('a column of the user with that name is never touched, with ours and without', async () => {
  const { model, column } = open(3)
  const own = [[STATUS_HEADER], ['mine'], ['mine too'], ['']]
  model.setValues(model.active, HEADER_ROW, OURS, own)
  await removeStatus()
  await writeStatus(status(NOT_SENT, NOT_SENT, NOT_SENT))
  expect(column(OURS + 1)).toEqual([STATUS_HEADER, NOT_SENT, NOT_SENT, NOT_SENT])
  await removeStatus()
  expect(column(OURS)).toEqual([STATUS_HEADER, 'mine', 'mine too', null])
  expect(column(OURS + 1)).toEqual([null, null, null, null])
})

test('what a person wrote into it stays, on writing and on removing', async () => {
  const { model, column } = open(3)
  await writeStatus(status(NOT_SENT, NOT_SENT, NOT_SENT))
  model.setValues(model.active, FIRST + 1, OURS, [['call Asha']])
  await writeStatus(status(ON_PORTAL, ON_PORTAL, ON_PORTAL))
  expect(column(OURS)).toEqual([STATUS_HEADER, ON_PORTAL, 'call Asha', ON_PORTAL])
  await removeStatus()
  expect(column(OURS)).toEqual([null, null, 'call Asha', null])
})

test('is found again when its sheet has another name and rows moved, and what is left below goes', async () => {
  const { model } = open(3)
  await writeStatus(status(NOT_SENT, NOT_SENT, NOT_SENT))
  model.insertRows(model.active, 0, 2)
  model.active.rename('Sales')
  await writeStatus([{ sheet: 'Sales', headerRow: HEADER_ROW + 2, texts: [ON_PORTAL] }])
  const texts = Array.from({ length: 8 }, (_, row) => model.active.getValue(row, OURS))
  expect(texts).toEqual([null, null, null, null, null, STATUS_HEADER, ON_PORTAL, null])
})

test('protected sheets are told, and left as they are', async () => {
  const { model, before } = open(3, { protection: LOCKED })
  expect(await writeStatus(status(NOT_SENT))).toEqual({ written: 0, protectedSheets: [B2B] })
  expect(JSON.stringify(model.toFile())).toBe(before)
})

test('our own writing is no edit of the user', async () => {
  const { model } = open(3)
  const rows: number[] = []
  const stop = await watchChanges((change) => rows.push(change.rows))
  await writeStatus(status(NOT_SENT, NOT_SENT, NOT_SENT))
  await removeStatus()
  model.setValues(model.active, FIRST, 0, [['x'], ['y']])
  await expect.poll(() => rows).toEqual([2])
  await stop()
})

test('a setting that is not ours counts for nothing', async () => {
  const { model } = openWorkbook([sheetOf('Data', [['x']])])
  model.settings.set('gstr1-for-excel-status', 'something')
  expect((await statusIn()).on).toBe(false)
})
