// What a JSON file is: taken for a GSTR-1 only when it is one, and named otherwise.
import { describe, expect, test } from 'vitest'
import { recognise } from '../../../agent/return-file/recognise.ts'
import { isKnownCode } from '../../../templates/problems/english.ts'
import { missingFacts } from '../../templates/problems/missing-facts.ts'

const GSTIN = '29ABZPN4827F1ZY'
const HEAD = { gstin: GSTIN, fp: '102026' }
const b2b = [{ ctin: '27AATFD7643S1ZM', inv: [] }]
const error = { error_cd: 'RET191113', error_msg: 'GSTIN is wrong' }

const kindOf = (json: unknown) => {
  const known = recognise(json, 'r.json')
  return known.ok ? known.value.kind : known.problem.code
}

describe('a return', () => {
  test.each([
    ['a payload', { ...HEAD, b2b }],
    ['a nil payload', HEAD],
    ['what pull writes', { b2b, nil: { inv: [] } }],
    ['the answer of one section', { b2b }],
    ['wrapped', { code: 200, data: { status_cd: '1', data: { b2b } } }],
    ['wrapped deeper', { data: { data: { data: { data: { txp: [] } } } } }],
    ['under the name of its download', { txpa: [] }],
    ['amended operators', { ecoma: { b2ba: [] } }],
  ])('%s', (_, json) => expect(kindOf(json)).toBe('return'))
})

describe('an error report', () => {
  const report = { b2b: [{ ...b2b[0], ...error }] }
  test.each([
    ['in a status answer', { data: { data: { status_cd: 'PE', error_report: report } } }],
    ['beside its head', { ...HEAD, form_typ: 'R1', status_cd: 'PE', error_report: report }],
    ['bare', report],
    ['bare, of a section with the code around', { nil: { inv: [], ...error } }],
    ['bare, of table 14', { clttx: [{ etin: GSTIN, ...error }] }],
    ['bare, of table 15', { ecom_urp2b: [{ rtin: GSTIN, ...error, inv: [] }] }],
  ])('%s', (_, json) => expect(kindOf(json)).toBe('error-report'))

  test('about the whole file is what the portal says', () => {
    const structure = { error_cd: 'RET191106', error_msg: 'Error in Json structure validation.' }
    const json = { data: { data: { status_cd: 'ER', error_report: structure } } }
    expect(recognise(json, 'r.json')).toMatchObject({
      problem: { code: 'portal', facts: { operation: 'save', code: 'RET191106' } },
    })
  })
})

describe('something else is named', () => {
  test.each([
    ['a GSTR-3B', { gstin: GSTIN, ret_period: '102026', sup_details: {}, itc_elg: {} }],
    ['a GSTR-2B', { chksum: 'a', data: { gstin: GSTIN, rtnprd: '102026', docdata: { b2b } } }],
    ['a GSTR-2A', { ...HEAD, b2b: [{ ...b2b[0], cfs: 'Y', fldtr1: '11-11-2026' }] }],
    ['a GSTR-9', { gstin: GSTIN, fp: '032026', table4: {}, table5: {} }],
    ['an e-invoice', { Version: '1.1', DocDtls: {}, SellerDtls: {} }],
    ['an e-invoice', [{ Version: '1.1', DocDtls: {}, SellerDtls: {} }]],
    ['an e-way bill', { version: '1.0', billLists: [] }],
    ['the summary of a return', { gstin: GSTIN, ret_period: '102026', sec_sum: [] }],
    ['an answer of the portal', { data: { status_cd: '1', data: { reference_id: 'x' } } }],
    [
      'a list of several files',
      [
        { ...HEAD, b2b },
        { ...HEAD, b2b },
      ],
    ],
    ['something else', { ...HEAD, tds: [{ gstin_ded: GSTIN }] }],
    ['something else', { ...HEAD, isnil: 'N', cmp: { txval: 1 } }],
    ['something else', { name: 'package.json' }],
    ['something else', []],
    ['something else', 'b2b'],
    ['something else', null],
  ])('%s', (looks, json) => {
    const known = recognise(json, 'r.json')
    if (known.ok) throw new Error('taken for one')
    expect(known.problem).toMatchObject({ code: 'not-a-gstr1-json', facts: { file: 'r.json' } })
    expect(known.problem.facts.looks).toContain(looks)
    expect(isKnownCode(known.problem.code) && missingFacts(known.problem)).toEqual([])
  })
})
