// Two returns are compared by meaning: what the portal adds, renumbers or rounds is no difference.
import { describe, expect, test } from 'vitest'
import { differencesOf } from '../../../agent/return-file/differences.ts'
import { documentsIn } from '../../../templates/payload/payload.ts'
import type { JsonObject } from '../../../templates/payload/wire-document.ts'
import { b2b } from '../../../templates/tables/b2b.ts'
import { b2cs } from '../../../templates/tables/b2cs.ts'
import { FAR } from '../../templates/b2b-sheet.ts'

const item = (rt: number, txval: number, iamt = (txval * rt) / 100): JsonObject => ({
  num: rt * 100 + 1,
  itm_det: { rt, txval, iamt, csamt: 0 },
})
const invoices = (...invs: JsonObject[]) =>
  documentsIn(b2b, {
    b2b: [
      {
        ctin: FAR,
        inv: invs.map((inv) => ({
          inum: 'A-1',
          idt: '09-10-2026',
          val: 1180,
          pos: '27',
          rchrg: 'N',
          inv_typ: 'R',
          itms: [item(18, 1000)],
          ...inv,
        })),
      },
    ],
  })

const columnsOf = (a: JsonObject, b: JsonObject) =>
  differencesOf(invoices(a), invoices(b)).differences.map(({ columns }) => columns)

test('each document is the same, different, or only on one side', () => {
  const a = invoices({}, { inum: 'A-2' }, { inum: 'A-3' })
  const b = invoices({}, { inum: 'a-2', val: 5 }, { inum: 'A-4' })
  expect(differencesOf(a, b)).toEqual({
    sections: [{ section: 'b2b', same: 1, onlyA: 1, onlyB: 1, different: 1 }],
    differences: [
      {
        section: 'b2b',
        table: 'b2b',
        key: `${FAR}|A-2`,
        document: `A-2 (${FAR})`,
        kind: 'different',
        columns: [{ column: 'Invoice Value', a: '1180', b: '5' }],
      },
      {
        section: 'b2b',
        table: 'b2b',
        key: `${FAR}|A-3`,
        document: `A-3 (${FAR})`,
        kind: 'only-a',
        columns: [],
      },
      {
        section: 'b2b',
        table: 'b2b',
        key: `${FAR}|A-4`,
        document: `A-4 (${FAR})`,
        kind: 'only-b',
        columns: [],
      },
    ],
  })
})

describe('no difference is', () => {
  test.each<[string, JsonObject, JsonObject]>([
    [
      'another order of lines',
      { itms: [item(18, 1), item(5, 2)] },
      { itms: [item(5, 2), item(18, 1)] },
    ],
    ['less than a rupee of tax', {}, { itms: [item(18, 1000, 180.99)] }],
    ['a missing default', {}, { rchrg: null }],
    ['an amount as text', {}, { val: '1180.00' }],
  ])('%s', (_, a, b) => expect(columnsOf(a, b)).toEqual([]))
})

describe('a difference has both values, as the sheet shows them', () => {
  test.each<[string, JsonObject, JsonObject, unknown]>([
    [
      'a date',
      {},
      { idt: '10-10-2026' },
      { column: 'Invoice date', a: '09-10-2026', b: '10-10-2026' },
    ],
    [
      'a label',
      {},
      { pos: '29' },
      { column: 'Place Of Supply', a: '27-Maharashtra', b: '29-Karnataka' },
    ],
    [
      'a date that is written otherwise',
      { idt: '2026-10-09' },
      { idt: '09-10-2026' },
      { column: 'Invoice date', a: '2026-10-09', b: '09-10-2026' },
    ],
    [
      'an amount that is none, of the line it is of',
      { itms: [item(28, 2), item(18, 'many' as unknown as number, 180)] },
      { itms: [item(18, 1000), item(28, 2)] },
      { column: 'Taxable Value', a: 'many, 2', b: '1000, 2' },
    ],
    [
      'a line more',
      {},
      { itms: [item(18, 1000), item(28, 2)] },
      { column: 'Rate', a: '18', b: '18, 28' },
    ],
    [
      'tax alone',
      {},
      { itms: [item(18, 1000, 200)] },
      { column: 'Tax', a: '180.00 + 0.00 + 0.00 + 0.00', b: '200.00 + 0.00 + 0.00 + 0.00' },
    ],
  ])('%s', (_, a, b, column) => expect(columnsOf(a, b)).toEqual([[column]]))
})

test('an entry that stands twice on one side differs from one that stands once', () => {
  const entry = { sply_ty: 'INTER', typ: 'OE', pos: '27', rt: 18, txval: 100, iamt: 18, csamt: 0 }
  const once = documentsIn(b2cs, { b2cs: [entry] })
  const twice = documentsIn(b2cs, { b2cs: [entry, entry] })
  expect(differencesOf(twice, once).sections).toEqual([
    { section: 'b2cs', same: 1, onlyA: 1, onlyB: 0, different: 0 },
  ])
  expect(differencesOf([], []).differences).toEqual([])
})
