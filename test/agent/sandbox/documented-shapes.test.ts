// Answers in the shapes that publishers document or clients captured (spec: portal-api §1.4, §2, §3), with values of our own.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { BUYERS, PERIOD, TAXPAYER } from '../../sheets.ts'
import type { CALLS } from './odd-server.ts'
import { ACCESS, askAll, json } from './odd-server.ts'

type Row = readonly [call: keyof typeof CALLS, what: string, body: unknown, wanted: object]

const refusal = (error_cd: string): unknown => ({
  data: { error: { error_cd, message: `about ${error_cd}` }, status_cd: '0' },
})
const refused = (code: string): object => ({ kind: 'refused', code, message: `about ${code}` })
const inner = (data: unknown, status_cd: string | number = '1'): unknown => ({
  code: 200,
  data: { data, status_cd },
  timestamp: 1790000000000,
  transaction_id: 'a0b1c2d3-0000-4000-8000-000000000001',
})
const value = (payload: object): object => ({ kind: 'answer', value: payload })

const grant = {
  access_token: 'granted',
  session_expiry: 1790021600000,
  token_expiry: 1790021600000,
}
const invoice = {
  idt: '15-10-2026',
  inum: 'INV-1',
  inv_typ: 'R',
  isEdit: false,
  itms: [{ itm_det: { iamt: 18, rt: 0.18, txval: 100 }, num: 1 }],
  pos: '27',
  rchrg: 'N',
  val: 118,
}
const status = (status_cd: string, error_report?: object, action = 'SAVE'): object => ({
  action,
  form_typ: 'R1',
  status_cd,
  ...(error_report && { error_report }),
})
const said = { error_cd: 'RET191353', error_msg: 'The unit is not valid' }
const REPORTS = {
  b2b: [{ ctin: BUYERS[0], error_cd: 'RET191175', error_msg: 'Wrong rate', inv: [invoice] }],
  hsn: [{ chksum: 'ab', data: [{ num: 1, hsn_sc: '998399', uqc: 'PCS' }], ...said }],
  at: [{ pos: '05', sply_ty: 'INTER', itms: [{ ad_amt: 100, iamt: 5, rt: 5 }], ...said }],
  exp: [{ exp_typ: 'WPAY', inv: [{ inum: 'E1', sbnum: 1234567 }], ...said }],
  nil: { inv: [{ sply_ty: 'INTRB2B', nil: 1, expt: 2, ngsup: 3 }], ...said },
  doc_issue: { doc_det: [{ doc_num: 1, docs: [] }], ...said },
}
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const summary = {
  gstin: TAXPAYER.gstin,
  ret_period: PERIOD,
  chksum: 'cd'.repeat(32),
  newSumFlag: true,
  smryTyp: 'L',
  sec_sum: [
    { sec_nm: 'AT', chksum: empty, ttl_rec: 0, ttl_tax: '0', ttl_val: '0' },
    { sec_nm: 'B2B', chksum: 'ef'.repeat(32), ttl_rec: 2, ttl_tax: '57749.49', ttl_igst: 10394.91 },
    { sec_nm: 'CDNR', chksum: 'ef'.repeat(32), ttl_rec: 1, ttl_tax: '-100.00', cpty_sum: [] },
  ],
}
const filed = {
  arn: 'AA290226000001X',
  ret_prd: PERIOD,
  mof: 'ONLINE',
  dof: '11-11-2026',
  rtntype: 'GSTR1',
  status: 'Filed',
  valid: 'Y',
}

const SHAPES: readonly Row[] = [
  ['requestOtp', 'too many sessions', refusal('AUTH403'), refused('AUTH403')],
  ['requestOtp', 'the OTP server is down', refusal('TEC4001'), refused('TEC4001')],
  ['requestOtp', 'sent', { code: 200, data: { status_cd: '1' } }, { kind: 'answer' }],
  ['verifyOtp', 'a session', { code: 200, data: { ...grant, status_cd: '1' } }, value(grant)],
  ['verifyOtp', 'no such session', refusal('AUTH4033'), refused('AUTH4033')],
  ['requestEvc', 'no signatory', refusal('OTP0010'), refused('OTP0010')],
  ['save', 'a reference', inner({ reference_id: 'ref-1' }), value({ reference_id: 'ref-1' })],
  ['save', 'already filed', refusal('AUTH117'), refused('AUTH117')],
  [
    'proceed',
    'a reference, in short',
    { data: { data: { reference_id: 'ref-2' }, status_cd: '1' } },
    value({ reference_id: 'ref-2' }),
  ],
  ['reset', 'a reset is under way', refusal('RET191251'), refused('RET191251')],
  [
    'status',
    'received',
    inner(status('REC', undefined, 'RESET')),
    value(status('REC', undefined, 'RESET')),
  ],
  ['status', 'processed', inner(status('P')), value(status('P'))],
  ['status', 'partly, by section', inner(status('PE', REPORTS)), value(status('PE', REPORTS))],
  [
    'status',
    'the whole refused',
    inner(status('ER', { error_cd: 'RET191106', error_msg: 'Structure' })),
    value(status('ER', { error_cd: 'RET191106', error_msg: 'Structure' })),
  ],
  ['documents', 'nothing there', refusal('RET11416'), refused('RET11416')],
  [
    'documents',
    'a row with what only downloads carry',
    inner({ b2b: [{ cfs: 'N', ctin: BUYERS[0], inv: [{ ...invoice, irn: 'i', flag: 'U' }] }] }),
    value({
      kind: 'rows',
      json: { b2b: [{ cfs: 'N', ctin: BUYERS[0], inv: [{ ...invoice, irn: 'i', flag: 'U' }] }] },
    }),
  ],
  [
    'documents',
    'a large answer that comes later',
    inner({ est: '30', token: '9a8f880b60804e44add8361696d16e86' }),
    value({ kind: 'being-prepared', minutes: 30 }),
  ],
  ['file', 'a number for a status word', inner({ ack_num: 'ACK1' }, 1), value({ ack_num: 'ACK1' })],
  ['file', 'already filed', refusal('RT_FIL_02'), refused('RT_FIL_02')],
  ['file', 'submit first', refusal('RT_FIL_10'), refused('RT_FIL_10')],
  ['track', 'a filing', inner({ EFiledlist: [filed] }), value({ EFiledlist: [filed] })],
  [
    'track',
    'error_code instead of error_cd',
    {
      code: 200,
      data: { status_cd: '0', error: { error_code: 'RET13510', message: 'about RET13510' } },
    },
    refused('RET13510'),
  ],
  [
    'save',
    'a GSTIN of the wrong form',
    { code: 422, message: 'Invalid GSTIN pattern' },
    { kind: 'denied', status: 422 },
  ],
]

test.each(SHAPES)('%s: %s', async (call, _, body, wanted) => {
  const { outcomes } = await askAll((to) => json(to, body))
  expect(outcomes.get(call)).toMatchObject(wanted)
})

test('a summary is kept as it came, amounts as texts or numbers', async () => {
  const { outcomes } = await askAll((to) => json(to, inner(summary)))
  expect(outcomes.get('summary')).toMatchObject({ kind: 'answer', value: summary })
})

test('the transaction is kept for the support, and what was said for the journal', async () => {
  const { outcomes, kept } = await askAll((to) => json(to, inner({ reference_id: 'ref-1' })))
  const transaction = 'a0b1c2d3-0000-4000-8000-000000000001'
  expect(outcomes.get('save')).toMatchObject({ evidence: { transaction } })
  expect(kept.find(({ operation }) => operation === 'save')).toMatchObject({
    gstin: ACCESS.gstin,
    period: ACCESS.period,
    request: 'POST /gst/compliance/tax-payer/gstrs/gstr-1/2026/10',
    bodySha256: createHash('sha256').update('{"gstin":"x"}').digest('hex'),
    status: 200,
    transaction,
    answer: expect.stringContaining('ref-1') as string,
  })
})
