// What the portal has and no sheet could hold stands in its cell all the same, so that it can be seen and corrected.
import { expect, test } from 'vitest'
import { serialOf } from '../../../templates/columns/date.ts'
import { documentsIn } from '../../../templates/payload/payload.ts'
import type { JsonObject } from '../../../templates/payload/wire-document.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { rowsOfWire } from '../../../templates/writing/wire-rows.ts'
import { FAR, OCTOBER } from '../b2b-sheet.ts'

/** The rows of the one document that a payload has for a table, by column names. */
function rowsIn(id: string, payload: unknown) {
  const table = TABLES.find((one) => one.id === id)
  const [wire] = table ? documentsIn(table, payload) : []
  if (table === undefined || wire === undefined) throw new Error('no document')
  return rowsOfWire(table, wire, OCTOBER).map((cells) =>
    Object.fromEntries(table.columns.map(({ name }, i) => [name, cells[i] ?? null])),
  )
}

const invoice = (over: JsonObject = {}, detail: JsonObject = {}) => ({
  b2b: [
    {
      ctin: FAR,
      inv: [
        {
          inum: 'A-1',
          idt: '09-10-2026',
          val: 1180,
          pos: '27',
          rchrg: 'N',
          inv_typ: 'R',
          itms: [{ num: 1, itm_det: { rt: 18, txval: 1000, iamt: 180, ...detail } }],
          ...over,
        },
      ],
    },
  ],
})

test('a good invoice stands as the template writes it', () => {
  expect(rowsIn('b2b', invoice())).toEqual([
    {
      ctin: FAR,
      receiver: null,
      inum: 'A-1',
      idt: serialOf('2026-10-09'),
      val: 1180,
      pos: '27-Maharashtra',
      rchrg: 'N',
      diff_percent: null,
      inv_typ: 'Regular B2B',
      etin: null,
      rt: 18,
      txval: 1000,
      csamt: 0,
    },
  ])
})

test.each([
  ['a rate of no list', 'rt', invoice({}, { rt: 0.18 }), 0.18],
  ['a place of supply that is none', 'pos', invoice({ pos: '28' }), '28'],
  ['a day that is no day', 'idt', invoice({ idt: '31-02-2026' }), '31-02-2026'],
  ['a day in no month', 'idt', invoice({ idt: '01-13-2026' }), '01-13-2026'],
  ['a day before GST', 'idt', invoice({ idt: '24-11-2016' }), '24-11-2016'],
  ['a type of no list', 'inv_typ', invoice({ inv_typ: 'XX' }), 'XX'],
  [
    'a number that is too long',
    'inum',
    invoice({ inum: '12345678901234567' }),
    '12345678901234567',
  ],
  ['what looks like a formula', 'inum', invoice({ inum: '=1+1' }), '=1+1'],
  ['an amount that is none', 'val', invoice({ val: 'many' }), 'many'],
  ['an amount past every number', 'val', invoice({ val: 1e999 }), 'Infinity'],
  ['what is not even text', 'val', invoice({ val: { of: 1 } }), '{"of":1}'],
])('%s is written as it is', (_, column, payload, cell) => {
  expect(rowsIn('b2b', payload)[0]?.[column]).toBe(cell)
})

test('a shipping bill that comes back as a number is the text it was', () => {
  const inv = [{ inum: 'E-1', sbnum: 7896542, itms: [{ rt: 18, txval: 1, iamt: 0 }] }]
  expect(rowsIn('exp', { exp: [{ exp_typ: 'WPAY', inv }] })[0]?.sbnum).toBe('7896542')
})

test('a document without lines still has a row', () => {
  expect(rowsIn('b2b', invoice({ itms: [] }))).toMatchObject([{ inum: 'A-1', txval: null }])
})
