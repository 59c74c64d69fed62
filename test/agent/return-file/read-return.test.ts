// Whose return a file is, which documents it has, and what of it no table knows.
import { describe, expect, test } from 'vitest'
import { readReturn, type Told } from '../../../agent/return-file/read-return.ts'
import type { Gstin, Period } from '../../../templates/identifiers.ts'
import { payloadOf } from '../../../templates/payload/payload.ts'
import { asObject, toWire } from '../../../templates/payload/wire-document.ts'
import { TABLES } from '../../../templates/tables/tables.ts'
import { OCTOBER, OWN } from '../../templates/b2b-sheet.ts'
import { read, someRows } from '../../templates/tables/golden-rows.ts'
import { GOLDENS } from '../../templates/tables/golden/goldens.ts'

const NAMED: Told = { gstin: OWN, period: OCTOBER.period }
const DIFFERS = 'json-of-another-period'
const ANOTHER = '29ABZPN4827F1ZY' as Gstin

function fileOf(json: unknown, told: Told = NAMED) {
  const file = readReturn(json, 'r.json', told)
  if (!file.ok) throw new Error(JSON.stringify(file.problem))
  return file.value
}
const problemOf = (json: unknown, told: Told = {}) => {
  const file = readReturn(json, 'r.json', told)
  return file.ok ? undefined : file.problem
}

describe('whose return it is', () => {
  const payload = { gstin: OWN, fp: '102026' }

  test('is what the file says, at whatever depth', () => {
    expect(fileOf({ data: { data: payload } }, {})).toMatchObject({ gstin: OWN, period: '102026' })
  })

  test.each([
    ['a GSTIN in small letters, with spaces around', { gstin: ` ${OWN.toLowerCase()} ` }],
    ['a period as a number', { fp: 102026 }],
  ])('is understood from %s', (_, over) => {
    const file = fileOf({ ...payload, ...over }, {})
    expect(file).toMatchObject({ gstin: OWN, period: '102026' })
  })

  test('is understood from a period that has lost its zero', () => {
    for (const fp of [92026, '92026']) expect(fileOf({ ...payload, fp }, {}).period).toBe('092026')
  })

  test('is what is told where the file does not say it', () => {
    expect(fileOf({ b2b: [] })).toMatchObject({ gstin: OWN, period: '102026' })
  })

  test.each([
    ['neither is known', { b2b: [] }, {}, 'return-not-named', '--gstin and --period'],
    ['one is missing', { gstin: OWN, b2b: [] }, {}, 'return-not-named', '--period'],
    ['the GSTIN differs', payload, { gstin: ANOTHER }, 'json-of-another-gstin', ANOTHER],
    ['the period differs', payload, { period: '092026' }, 'json-of-another-period', '092026'],
    ['the period differs and is a number', { ...payload, fp: 112026 }, NAMED, DIFFERS, '112026'],
    ['its GSTIN is none', { ...payload, gstin: '29X' }, {}, 'json-head-wrong', '29X'],
    ['its period is none', { ...payload, fp: '132026' }, {}, 'json-head-wrong', '132026'],
    ['its GSTIN is a number', { ...payload, gstin: 29 }, {}, 'json-head-wrong', '29'],
  ])('is refused where %s', (_, json, told, code, fact) => {
    const problem = problemOf(json, told as { gstin?: Gstin; period?: Period })
    expect(problem?.code).toBe(code)
    expect(Object.values(problem?.facts ?? {})).toContain(fact)
  })
})

describe('what it holds', () => {
  test('every table of a payload, and nothing of it is left unread', () => {
    const wires = TABLES.flatMap((table) => read(table, someRows(table)).documents.map(toWire))
    const payload = payloadOf({ gstin: OWN, period: OCTOBER.period }, wires, TABLES)
    const offline = { ...payload, version: 'GST3.2.4', hash: 'hash', gt: 1, cur_gt: 1 }
    const { documents, unread, removals } = fileOf(offline)
    expect(documents.map(({ wire }) => wire)).toEqual(
      expect.arrayContaining(wires.map(({ key }) => expect.objectContaining({ key }) as unknown)),
    )
    expect(documents).toHaveLength(wires.length)
    expect(documents.flatMap(({ refusals }) => refusals)).toEqual([])
    expect({ unread, removals }).toEqual({ unread: [], removals: 0 })
  })

  test('what only a download has is dropped', () => {
    const inv = [{ inum: 'A-1', chksum: 'aa', updby: 'S', cflag: 'N', flag: 'U', itms: [] }]
    const { documents } = fileOf({
      b2b: [{ ctin: OWN, cfs: 'N', inv }],
      fil_dt: '1',
      filing_typ: 'M',
    })
    expect(documents.map(({ wire }) => [wire.party, wire.body])).toEqual([
      [{ ctin: OWN }, { inum: 'A-1', itms: [] }],
    ])
  })

  test('a removal is counted, and is no document', () => {
    const inv = [{ inum: 'A-1', flag: 'D' }, { inum: 'A-2' }]
    const { documents, removals } = fileOf({ b2b: [{ ctin: OWN, inv }] })
    expect([documents.length, removals]).toEqual([1, 1])
  })

  test('what no table knows is kept as it stands, empty parts aside', () => {
    const { unread } = fileOf({ b2b: [], cdn: [{ ctin: 'x' }], itc: {}, b2bur: [], est: '30' })
    expect(unread).toEqual([
      { name: 'cdn', json: '[{"ctin":"x"}]' },
      { name: 'est', json: '"30"' },
    ])
  })
})

describe('nothing is passed over', () => {
  const invoice = { inum: 'A-1', itms: [] }
  const row = { hsn_sc: '8471', uqc: 'NOS', rt: 18 }
  const operator = { etin: OWN, suppval: 1 }

  test.each([
    ['a list of documents under a wrong name', { cdnr: [{ ctin: OWN, inv: [invoice] }] }, 'cdnr'],
    ['a document where its list should be', { b2b: [{ ctin: OWN, inv: invoice }] }, 'b2b'],
    ['a word in place of a list', { b2b: [{ ctin: OWN, inv: 'none' }] }, 'b2b'],
    ['a list beside that of the documents', { b2b: [{ inv: [invoice], nt: [1] }] }, 'b2b.nt'],
    ['a word among the groups', { b2b: [{ ctin: OWN, inv: [invoice] }, 'none'] }, 'b2b'],
    ['one of two lists', { hsn: { hsn_b2b: [row], hsn_b2c: { ...row } } }, 'hsn.hsn_b2c'],
    ['an unknown list', { ecom: { b2c: [{ pos: '29' }], b2x: [1] } }, 'ecom.b2x'],
    ['an operator’s', { supeco: { paytx: [operator], clttx: { ...operator } } }, 'supeco.clttx'],
    [
      'a list of months',
      { ecoma: { b2ca: [{ pos: '29', posItms: {} }, { pos: 1 }] } },
      'ecoma.b2ca',
    ],
  ])('%s is left unread, and named', (_, json, name) => {
    const { unread } = fileOf(json)
    expect(unread.map((part) => part.name)).toEqual([name])
  })

  test('groups without documents hold nothing', () => {
    const { unread } = fileOf({
      doc_issue: { flag: 'N', chksum: 'a', doc_det: [{ doc_num: 1, docs: [] }, null] },
      b2b: [{ ctin: OWN, cfs: 'N', inv: [] }],
    })
    expect(unread).toEqual([])
  })
})

describe('an error report', () => {
  const error = { error_cd: 'RET191175', error_msg: 'no such rate' }

  /** Before 05/2025 there was one list of HSN, and a report may have the rows of today's two under it. */
  const tableOf = (id: string, report: unknown): string => {
    const names = Object.keys(asObject(report))
    const parts = [asObject(asObject(report).hsn), ...[asObject(report).hsn].flat().map(asObject)]
    const isOld = names.includes('hsnsum') || parts.some((part) => 'data' in part)
    return isOld ? 'hsn' : id
  }

  test.each(
    GOLDENS.flatMap(({ table, refused }) =>
      refused.reports.map((report) => {
        const json = report(error)
        return { id: table, names: Object.keys(asObject(json)).join(), json }
      }),
    ),
  )('of $id under $names names its document with code and words', ({ id, json }) => {
    for (const around of [json, { data: { data: { status_cd: 'PE', error_report: json } } }]) {
      const { kind, documents, unread } = fileOf(around)
      expect(kind).toBe('error-report')
      expect(documents.map(({ table, refusals }) => [table.id, refusals])).toEqual([
        [tableOf(id, json), [{ code: 'RET191175', message: 'no such rate' }]],
      ])
      expect(unread).toEqual([])
    }
  })

  test('with two mistakes of one invoice has it once, with both reasons', () => {
    const group = { ctin: OWN, inv: [{ inum: 'A-1', itms: [] }] }
    const { documents } = fileOf({
      b2b: [
        { ...group, ...error },
        { ...group, error_cd: 'RET191114', error_msg: 'too old' },
      ],
    })
    expect(documents.map(({ refusals }) => refusals.map(({ code }) => code))).toEqual([
      ['RET191175', 'RET191114'],
    ])
  })

  test('of nil amounts by their short names still has the amounts', () => {
    const inv = [{ sply_ty: 'INTRB2B', nil: 1, expt: 2, ngsup: 3 }]
    const [document] = fileOf({ nil: { inv, ...error } }).documents
    expect(document?.wire.body).toMatchObject({ nil_amt: 1, expt_amt: 2, ngsup_amt: 3 })
  })

  test('a group without documents, and a section we do not know, are kept', () => {
    const { documents, unread } = fileOf({
      error_report: { b2b: [{ ctin: OWN, ...error, inv: [] }], isd: [{ ...error }] },
    })
    expect(documents).toEqual([])
    expect(unread.map(({ name }) => name)).toEqual(['b2b', 'isd'])
    expect(unread[0]?.json).toContain('no such rate')
  })
})
