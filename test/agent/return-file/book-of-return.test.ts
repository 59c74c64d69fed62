// A return's file becomes a workbook that says the same; what the portal refused is marked where it is wrong.
import { describe, expect, test } from 'vitest'
import { bookOf } from '../../../agent/return-file/book-of-return.ts'
import { differencesOf } from '../../../agent/return-file/differences.ts'
import { readReturn } from '../../../agent/return-file/read-return.ts'
import { check } from '../../../agent/filing/check.ts'
import { wireOf } from '../../../agent/filing/snapshot.ts'
import { readBlocks } from '../../../agent/xlsx/read-blocks.ts'
import { readWorkbook } from '../../../agent/xlsx/read-workbook.ts'
import { cellName } from '../../../templates/block.ts'
import { payloadOf } from '../../../templates/payload/payload.ts'
import { toWire } from '../../../templates/payload/wire-document.ts'
import { tablesOf } from '../../../templates/tables/tables.ts'
import { OCTOBER, OWN } from '../../templates/b2b-sheet.ts'
import { readPart } from '../../templates/read-part.ts'
import { read, someRows } from '../../templates/tables/golden-rows.ts'
import { GOLDENS } from '../../templates/tables/golden/goldens.ts'

const tables = tablesOf(OCTOBER.period)

async function written(json: unknown) {
  const file = readReturn(json, 'r.json', { gstin: OWN, period: OCTOBER.period })
  if (!file.ok) throw new Error(JSON.stringify(file.problem))
  const book = await bookOf(file.value, OCTOBER)
  const shown = await readWorkbook(book.bytes, 'r.xlsx')
  if (!shown.ok) throw new Error(shown.problem.code)
  return { ...book, shown: shown.value.sheets, wires: file.value.documents.map(({ wire }) => wire) }
}

/** The painted cells of data, as `b2b,sez,de!A5`. */
const painted = ({ shown }: Awaited<ReturnType<typeof written>>) =>
  shown.flatMap(({ name, cells }) =>
    cells
      .filter(({ row, fill }) => row > 3 && fill !== undefined)
      .map(({ row, column }) => `${name}!${cellName(row, column)}`),
  )

test('a payload of all tables says, read again, what it said', async () => {
  // Numbers are taken once in all tables of a series.
  const wires = tables
    .filter(({ id }) => !/a$|cdnur|b2cl|^exp/.test(id))
    .flatMap((table) => read(table, someRows(table)).documents.map(toWire))
  const book = await written(payloadOf({ gstin: OWN, period: OCTOBER.period }, wires, tables))
  const blocks = await readBlocks(book.bytes, 'r.xlsx')
  const again = blocks.ok ? wireOf(check(blocks.value, OCTOBER).reading) : []
  expect(differencesOf(wires, again).differences).toEqual([])
  expect(again.length).toBe(wires.length)
  expect(painted(book)).toEqual([])
  expect(book.shown.map(({ name }) => name)).toEqual([
    ...tables.map(({ sheets: [name] }) => name),
    'master',
  ])
})

test('a text longer than a cell holds is cut, so that Excel opens the workbook', async () => {
  const inum = 'A'.repeat(3_000_000)
  const { shown } = await written({ b2b: [{ ctin: OWN, inv: [{ inum, itms: [] }] }] })
  const texts = shown.flatMap(({ cells }) => cells.map(({ value }) => String(value).length))
  expect(Math.max(...texts)).toBe(32_000)
})

describe('what was refused is marked on the columns its code is about', () => {
  const cases = GOLDENS.filter(({ table }) => tables.some(({ id }) => id === table)).map(
    ({ table, refused: { reports, about } }) => ({ id: table, report: reports[0], about }),
  )

  test.each(cases)('of $id', async ({ id, report, about }) => {
    const [[code, names] = ['', '']] = Object.entries(about)
    const table = tables.find((one) => one.id === id)
    const book = await written({ error_report: report?.({ error_cd: code, error_msg: 'Not so.' }) })
    const columns = table?.columns.flatMap(({ name }, i) =>
      names.split(',').includes(name) ? [i] : [],
    )
    expect(painted(book)).toEqual(
      columns?.map((column) => `${table?.sheets[0] ?? ''}!${cellName(4, column)}`),
    )
    expect(book.sheets).toMatchObject([{ table: id, documents: 1, marked: 1, outside: false }])
    const comments = await readPart(book.bytes, 'xl/comments1.xml').catch(() => '')
    const others = await Promise.all(
      tables.map((_, i) => readPart(book.bytes, `xl/comments${i + 1}.xml`).catch(() => '')),
    )
    expect([comments, ...others].join()).toContain(`Not so.” (${code})`)
  })
})

test('two reasons for one cell stand in one comment', async () => {
  const group = { ctin: OWN, inv: [{ inum: 'A-1', itms: [] }] }
  const b2b = ['first', 'second'].map((error_msg) => ({
    ...group,
    error_cd: 'RET191114',
    error_msg,
  }))
  const book = await written({ error_report: { b2b } })
  expect(painted(book)).toEqual(['b2b,sez,de!D5'])
  expect(await readPart(book.bytes, 'xl/comments1.xml')).toMatch(/first.*second/s)
})

test('without a reason the key is marked, and the comment says that there is none', async () => {
  const inv = [{ inum: 'A-1', itms: [] }]
  const book = await written({ error_report: { b2b: [{ ctin: OWN, inv }] } })
  expect(painted(book)).toEqual(['b2b,sez,de!A5', 'b2b,sez,de!C5'])
  expect(await readPart(book.bytes, 'xl/comments1.xml')).toContain('Its report does not say why.')
})

test('rows of a sheet that the period does not have stand on it, and are told', async () => {
  const book = await written({ hsn: { data: [{ hsn_sc: '8471', uqc: 'NOS', rt: 18, txval: 1 }] } })
  expect(book.sheets).toMatchObject([{ sheet: 'hsn', documents: 1, outside: true }])
})

test('what no table knows stands on a sheet of its own, as text', async () => {
  const book = await written({ b2b: [], '=cmd()': ['=1+1'] })
  const sheet = book.shown.find(({ name }) => name === 'Not read')
  expect(sheet?.cells.filter(({ row }) => row > 0)).toMatchObject([
    { value: '=cmd()' },
    { value: '["=1+1"]' },
  ])
  expect(sheet?.cells.filter(({ formula }) => formula !== undefined)).toEqual([])
})

test('letters that only an escape can carry come back as they were', async () => {
  const hsn_b2b = [
    { num: 1, hsn_sc: '8471', uqc: 'NOS', rt: 18, qty: 1, txval: 1, user_desc: '_x0041_' },
  ]
  const book = await written({ hsn: { hsn_b2b } })
  const cells = book.shown.find(({ name }) => name === 'hsn(b2b)')?.cells
  expect(cells?.find(({ row, column }) => row === 4 && column === 1)?.value).toBe('_x0041_')
})
