// Amendments of an earlier return: what is filled in, what is refused, what is warned of.
import { describe, expect, test } from 'vitest'
import { amendmentChanges } from '../../../agent/filing/amend.ts'
import { wireOf } from '../../../agent/filing/snapshot.ts'
import { readWorkbook } from '../../../templates/reading/read-workbook.ts'
import { idOf } from '../../../agent/filing/plan.ts'
import type { Period } from '../../../templates/identifiers.ts'
import { serialOf } from '../../../templates/columns/date.ts'
import { b2ba } from '../../../templates/tables/b2b.ts'
import { eco, ecoa } from '../../../templates/tables/eco.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { toWire, type WireDocument } from '../../../templates/payload/wire-document.ts'
import { amendmentOf } from '../../../templates/writing/amended-rows.ts'
import { contextOf, line, OCTOBER, sheetOf } from '../../templates/b2b-sheet.ts'
import { written } from '../../written-cells.ts'
import { read, someRows } from '../../templates/tables/golden-rows.ts'

const amended = (held: readonly WireDocument[], from: string, period: string) =>
  amendmentChanges({
    from: from as Period,
    held,
    chosen: new Set(held.map(idOf)),
    reading: readWorkbook([], contextOf(period)),
    names: [],
    present: [],
    context: contextOf(period),
  })

const invoicesOf = (day: string) =>
  wireOf(readWorkbook([sheetOf([line({ idt: serialOf(day) })])], contextOf('122026')))

/** What is written under a header. */
const under = ({ changes }: ReturnType<typeof amended>, table: typeof b2ba, name: string) =>
  changes.find(({ column }) => table.columns[column]?.name === name)?.becomes

test('every amendment says whose it is, and every table has at most one', () => {
  const pairs = TABLES.flatMap((table) => {
    const amendment = amendmentOf(table)
    return amendment === undefined ? [] : [`${table.id} ${amendment.id}`]
  })
  expect(pairs).toEqual([
    'b2b b2ba',
    'b2cl b2cla',
    'b2cs b2csa',
    'cdnr cdnra',
    'cdnur cdnura',
    'exp expa',
    'at ata',
    'atadj atadja',
    'eco ecoa',
    'ecob2b ecoab2b',
    'ecourp2b ecoaurp2b',
    'ecob2c ecoab2c',
    'ecourp2c ecoaurp2c',
  ])
})

describe('filled in', () => {
  test('an invoice’s number and date, and its present values as the revised ones', () => {
    const changes = amended(invoicesOf('2026-10-09'), '102026', '112026')
    expect(changes).toMatchObject({ newSheets: ['b2ba'], documents: 1, left: [], warned: [] })
    const cell = (name: string) => under(changes, b2ba, name)
    expect(cell('oinum')).toBe(cell('inum'))
    expect([cell('oidt'), cell('idt')]).toEqual([serialOf('2026-10-09'), serialOf('2026-10-09')])
    expect(cell('txval')).toBe(10000)
  })

  test('an entry’s year and month, and the operator as original and revised', () => {
    const held = read(eco, someRows(eco)).documents.map(toWire).slice(0, 1)
    const changes = amended(held, '032026', '112026')
    const cell = (name: string) => under(changes, ecoa, name)
    expect([cell('fy'), cell('month')]).toEqual(['2025-26', 'MARCH'])
    expect(cell('oetin')).toBe(cell('etin'))
  })
})

describe('the time limit', () => {
  test('of a year that closed last November is warned of, and the row is written', () => {
    const changes = amended(invoicesOf('2025-02-11'), '022025', '112025')
    expect(changes).toMatchObject({
      documents: 1,
      warned: [{ problem: { code: 'amendment-too-late', facts: { year: '2024-25' } } }],
    })
  })

  test('still open says nothing', () => {
    expect(amended(invoicesOf('2025-02-11'), '022025', '102025').warned).toEqual([])
  })

  test('what is not earlier is refused, with the reason', () => {
    const changes = amended(invoicesOf('2026-11-09'), '102026', '112026')
    expect(changes).toMatchObject({
      changes: [],
      documents: 0,
      left: [{ problem: { code: 'original-not-earlier' } }],
    })
  })
})

test('what the portal holds of this return as amended is not amended again', () => {
  const held = invoicesOf('2026-10-09')
  const once = amended(held, '102026', '112026')
  expect(once.documents).toBe(1)
  const present = wireOf(readWorkbook(written([], once), contextOf('112026')))
  expect(present.length).toBe(1)
  const again = amendmentChanges({
    from: OCTOBER.period,
    held,
    chosen: new Set(held.map(idOf)),
    reading: readWorkbook([], contextOf('112026')),
    names: [],
    present,
    context: contextOf('112026'),
  })
  expect(again).toMatchObject({ documents: 0, left: [{ problem: { code: 'amended-already' } }] })
})
