// What the portal hands back of a document says the same as what was sent, whatever it adds: its own marks on rows and groups,
// zeros for the other taxes, lines numbered anew, another name for the section, one more wrapping.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DOCUMENT_NATURES } from '../../../templates/lists/document-natures.ts'
import { documentsIn, payloadOf } from '../../../templates/payload/payload.ts'
import { sameDocument } from '../../../templates/payload/same-document.ts'
import {
  asList,
  asObject,
  fromWire,
  toWire,
  type JsonObject,
} from '../../../templates/payload/wire-document.ts'
import type { Table } from '../../../templates/tables/table.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { OCTOBER, OWN } from '../b2b-sheet.ts'
import { aRow, read, someRows } from './golden-rows.ts'

const HEAD = { gstin: OWN, period: OCTOBER.period }

/** Members that only a download has: of a group, of a document, and of an object around a list. */
const ON_GROUPS: JsonObject = { cfs: 'N', cfs3b: 'Y' }
const ON_DOCUMENTS: JsonObject = {
  flag: 'U',
  updby: 'S',
  cflag: 'N',
  chksum: 'a'.repeat(64),
  d_flag: 'N',
  opd: '2026-10',
}
const OF_E_INVOICES: JsonObject = {
  irn: 'b'.repeat(64),
  irngendate: '09-10-2026',
  srctyp: 'e-Invoice',
}
const AROUND: JsonObject = { flag: 'U', chksum: 'c'.repeat(64) }

interface Way {
  readonly eInvoice: boolean
  readonly wrapped: number
  /** Another name of the section, where it has been seen to have one. */
  readonly alias: boolean
}
const aWay: fc.Arbitrary<Way> = fc.record({
  eInvoice: fc.boolean(),
  wrapped: fc.nat(2),
  alias: fc.boolean(),
})

/** A payload as the document GET answers it. */
function downloaded({ shape }: Table, payload: JsonObject, way: Way): unknown {
  const line = (json: JsonObject, i: number): JsonObject => {
    const taxes = (own: JsonObject) => ('rt' in own ? { iamt: 0, camt: 0, samt: 0, ...own } : own)
    if (shape.detail === undefined) return taxes(json)
    const detail = taxes(asObject(json[shape.detail]))
    return { ...json, ...('num' in json && { num: i + 1 }), [shape.detail]: detail }
  }
  const document = (json: JsonObject): JsonObject => ({
    ...json,
    ...(shape.lines === undefined
      ? line(json, 0)
      : { [shape.lines]: asList(json[shape.lines]).map(line) }),
    ...ON_DOCUMENTS,
    ...(way.eInvoice && OF_E_INVOICES),
  })
  const group = (json: JsonObject): JsonObject =>
    shape.documents === undefined
      ? document(json)
      : { ...json, ...ON_GROUPS, [shape.documents]: asList(json[shape.documents]).map(document) }
  const under = (json: JsonObject, path: readonly string[]): JsonObject => {
    const [step = '', ...rest] = path
    if (rest.length === 0) return { ...json, [step]: all(step, asList(json[step]).map(group)) }
    return { ...json, [step]: { ...under(asObject(json[step]), rest), ...AROUND } }
  }
  const paths =
    shape.member === undefined
      ? [shape.path]
      : Object.keys(asObject(payload[shape.path[0] ?? ''])).map((name) => [...shape.path, name])
  const [name = ''] = shape.path
  const section = asObject(paths.reduce(under, payload))[name]
  const alias = (way.alias ? shape.downloaded?.[0]?.[0] : undefined) ?? name
  let answer: JsonObject = { [alias]: section ?? null }
  for (let i = 0; i < way.wrapped; i += 1) answer = { data: answer }
  return answer
}

/** Of documents issued, every nature comes back, used or not. */
const all = (list: string, groups: JsonObject[]): JsonObject[] =>
  list !== 'doc_det'
    ? groups
    : DOCUMENT_NATURES.map(
        ({ wire }) =>
          groups.find(({ doc_num }) => doc_num === Number(wire)) ?? {
            doc_num: Number(wire),
            docs: [],
          },
      )

const tables = TABLES.map((table) => ({ id: table.id, table }))

describe.each(tables)('$id', ({ table }) => {
  const rows = fc.oneof(
    fc.constant(someRows(table)),
    fc.array(aRow(table), { minLength: 1, maxLength: 6 }),
  )

  test('what was sent comes back as the same documents', () => {
    let compared = 0
    fc.assert(
      fc.property(rows, aWay, (given, way) => {
        const sent = read(table, given).documents.map(toWire)
        const payload = payloadOf(HEAD, sent, [table])
        const answer: unknown = JSON.parse(JSON.stringify(downloaded(table, payload, way)))
        const back = documentsIn(table, answer)
        const byKey = new Map(back.map((wire) => [wire.key, wire]))
        expect([...byKey.keys()].sort()).toEqual(sent.map(({ key }) => key).sort())
        for (const own of sent) {
          const there = byKey.get(own.key)
          expect(there && sameDocument(table, own, there)).toBe(true)
          expect(there && fromWire(table, there).fields).toEqual(fromWire(table, own).fields)
          expect(there?.irn).toBe(way.eInvoice ? OF_E_INVOICES.irn : undefined)
          compared += 1
        }
      }),
      { numRuns: 60 },
    )
    expect(compared).toBeGreaterThan(30)
  })

  test('sent again, it is what was sent, and carries nothing that only a download has', () => {
    const sent = read(table, someRows(table)).documents.map(toWire)
    const way = { eInvoice: true, wrapped: 0, alias: false }
    const answer = downloaded(table, payloadOf(HEAD, sent, [table]), way)
    const again = payloadOf(HEAD, documentsIn(table, answer), [table])
    const text = JSON.stringify(again)
    for (const name of Object.keys({ ...ON_DOCUMENTS, ...OF_E_INVOICES, cfs: '' })) {
      expect(text).not.toContain(`"${name}":`)
    }
    expect(
      documentsIn(table, again)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(sent.map(({ key }) => key).sort())
  })

  test('no other table takes it for its own', () => {
    const sent = read(table, someRows(table)).documents.map(toWire)
    const payload: unknown = JSON.parse(JSON.stringify(payloadOf(HEAD, sent, [table])))
    const takers = TABLES.filter((other) => documentsIn(other, payload).length > 0)
    expect(takers.map(({ id }) => id)).toEqual([table.id])
  })
})
