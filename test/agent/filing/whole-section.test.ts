// Sections that the portal replaces whole: all of it goes, or nothing.
import { describe, expect, test } from 'vitest'
import { mustTypeRemovals, planOf } from '../../../agent/filing/plan.ts'
import { wireOf } from '../../../agent/filing/snapshot.ts'
import { submissionsOf, wholeSectionsIn } from '../../../agent/filing/submissions.ts'
import type { Block, Cell } from '../../../templates/block.ts'
import type { WireDocument } from '../../../templates/payload/wire-document.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { block, PERIOD, TAXPAYER } from '../../sheets.ts'

const CONTEXT = { taxpayer: TAXPAYER, gstin: TAXPAYER.gstin, period: PERIOD }
const HEAD = { gstin: TAXPAYER.gstin, period: PERIOD }

function sheetOf(id: string, rows: readonly Record<string, Cell>[]): Block {
  const table = TABLES.find((one) => one.id === id)
  if (table === undefined) throw new Error(`no table ${id}`)
  const cells = rows.map((row) => table.columns.map(({ name }) => row[name] ?? ''))
  const headers = table.columns.map(({ header }) => header)
  return block([[table.title], [''], [''], headers, ...cells], table.sheets[0] ?? '')
}

const hsn = (code: string, over: Record<string, Cell> = {}) => ({
  hsn_sc: code,
  user_desc: 'Rice',
  uqc: 'KGS-KILOGRAMS',
  qty: 10,
  value: 1050,
  rt: 5,
  txval: 1000,
  camt: 25,
  samt: 25,
  ...over,
})
const both = (b2b: Record<string, Cell>[], b2c: Record<string, Cell>[]) => [
  sheetOf('hsn(b2b)', b2b),
  sheetOf('hsn(b2c)', b2c),
]

const documentsOf = (blocks: readonly Block[]) => wireOf(readWorkbook(blocks, CONTEXT))
function plan(base: readonly WireDocument[], blocks: readonly Block[]) {
  const reading = readWorkbook(blocks, CONTEXT)
  const documents = wireOf(reading)
  const [section] = planOf(
    { base, theirs: [] },
    reading.sheets.map(({ table, held }) => ({
      table,
      held,
      documents: documents.filter((document) => document.table === table.id),
    })),
  )
  if (section === undefined) throw new Error('nothing was read')
  return section
}
const bodies = (section: ReturnType<typeof plan>) =>
  submissionsOf(HEAD, [section], TABLES, 300).map(
    (body) => JSON.parse(body) as Record<string, unknown>,
  )

const ONE = both([hsn('10063010'), hsn('10063020')], [hsn('10063090')])

describe('a section that is replaced whole', () => {
  test('goes complete from all its sheets in one request, however small the change and the chunk', () => {
    const changed = both([hsn('10063010', { txval: 900 }), hsn('10063020')], [hsn('10063090')])
    const [body, ...more] = bodies(plan(documentsOf(ONE), changed))
    expect(more).toEqual([])
    expect(body?.hsn).toMatchObject({ hsn_b2b: [{ num: 1 }, { num: 2 }], hsn_b2c: [{ num: 1 }] })
  })

  test('does not go when nothing changed', () => {
    expect(bodies(plan(documentsOf(ONE), ONE))).toEqual([])
  })

  test('waits whole for one bad row, and nothing of it is removed', () => {
    const broken = both([hsn('10063010', { rt: 17 }), hsn('10063030')], [hsn('10063090')])
    const section = plan(documentsOf(ONE), broken)
    expect(section).toMatchObject({ added: [], changed: [], removed: [], heldBack: 1 })
    expect(section.waiting.map(({ body }) => body.hsn_sc)).toEqual(['10063030'])
    expect(bodies(section)).toEqual([])
  })

  test('keeps what an unread sheet of it gave before', () => {
    const section = plan(documentsOf(ONE), [sheetOf('hsn(b2b)', [hsn('10063010')])])
    expect(section.removed.map(({ body }) => body.hsn_sc)).toEqual(['10063020'])
    expect(bodies(section)[0]?.hsn).toMatchObject({ hsn_b2b: [{ num: 1 }], hsn_b2c: [{ num: 1 }] })
  })

  test('that is emptied is sent as empty, after the number of removals was typed', () => {
    const section = plan(documentsOf(ONE), both([], []))
    expect(mustTypeRemovals(section)).toBe(true)
    const [body] = bodies(section)
    expect(body?.hsn).toEqual({ flag: 'D' })
    expect(wholeSectionsIn(JSON.stringify(body))).toEqual({
      replaced: new Set(['hsn']),
      emptied: new Set(['hsn']),
    })
  })
})

describe('a section that goes whole and differs at the portal', () => {
  test('waits, and with the difference everything that it would remove is asked about', () => {
    const base = documentsOf(ONE)
    const found = documentsOf(both([hsn('10063010', { qty: 7 })], []))
    const reading = readWorkbook(both([hsn('10063010')], [hsn('10063090')]), CONTEXT)
    const tables = reading.sheets.map(({ table, held }) => ({
      table,
      held,
      documents: wireOf(reading).filter((document) => document.table === table.id),
    }))
    const theirs = found.map((document) => ({ ...document, document }))
    const [undecided] = planOf({ base, theirs }, tables)
    expect(undecided?.whole).toBeUndefined()
    expect(undecided?.differing.map(({ kind }) => kind).sort()).toEqual(['elsewhere', 'only-there'])
    const ids = undecided?.differing.map(({ table, key }) => `${table.id} ${key}`) ?? []
    for (const some of [ids.slice(0, 1), ids.slice(1)]) {
      expect(planOf({ base, theirs }, tables, new Set(some))[0]?.whole).toBeUndefined()
    }
    const [decided] = planOf({ base, theirs }, tables, new Set(ids))
    expect(decided?.removed).toHaveLength(1)
    expect(decided?.whole).toHaveLength(2)
  })
})
