// One good entry of each section beside b2b, for a taxpayer of state 29 in 07/2025, with anything in it replaced.
import { BUYER } from './rehearsal.ts'
import { interState, invoice } from './rows.ts'

/** Of a group of b2cl: ₹1,20,000 at 18 %. */
export const largeInvoice = (changes: object = {}, lines = [interState(120_000)]) => ({
  inum: 'KTC/0031',
  idt: '18-07-2025',
  val: 141_600,
  itms: invoice({}, lines).itms,
  ...changes,
})

export const large = (pos: string, ...inv: object[]) => ({ pos, inv })

export const netRow = (changes: object = {}) => ({
  sply_ty: 'INTRA',
  typ: 'OE',
  pos: '29',
  rt: 12,
  txval: 48_210.5,
  camt: 2892.63,
  samt: 2892.63,
  csamt: 0,
  ...changes,
})

/** To another state: ₹1,000 taken back at 18 %. */
export const netReturn = (changes: object = {}) => ({
  sply_ty: 'INTER',
  typ: 'OE',
  pos: '32',
  rt: 18,
  txval: -1000,
  iamt: -180,
  ...changes,
})

export const note = (changes: object = {}, lines = [interState(2000)]) => ({
  ntty: 'C',
  nt_num: 'KT/CN/7',
  nt_dt: '22-07-2025',
  val: 2360,
  pos: '27',
  rchrg: 'N',
  inv_typ: 'R',
  itms: invoice({}, lines).itms,
  ...changes,
})

export const notesTo = (...nt: object[]) => ({ ctin: BUYER, nt })

export const plainNote = (changes: object = {}, lines = [interState(10_000)]) => ({
  typ: 'B2CL',
  ntty: 'C',
  nt_num: 'KTC/CN/2',
  nt_dt: '25-07-2025',
  val: 11_800,
  pos: '33',
  itms: invoice({}, lines).itms,
  ...changes,
})

/** A debit note for an export without payment of tax. */
export const exportNote = (changes: object = {}) => ({
  ...plainNote({ typ: 'EXPWOP', ntty: 'D', nt_num: 'KTX/DN/1', pos: undefined }, [
    { rt: 18, txval: 10_000 },
  ]),
  ...changes,
})

export const exportInvoice = (changes: object = {}) => ({
  inum: 'KTX/9',
  idt: '15-07-2025',
  val: 236_000,
  sbpcode: 'INBLR4',
  sbnum: '4417720',
  sbdt: '17-07-2025',
  itms: [{ rt: 18, txval: 200_000, iamt: 36_000, csamt: 0 }],
  ...changes,
})

export const exported = (exp_typ: string, ...inv: object[]) => ({ exp_typ, inv })

export const untaxed = { itms: [{ rt: 18, txval: 200_000, iamt: 0, csamt: 0 }] }

/** ₹40,000 at home. */
export const advance = (changes: object = {}) => ({
  pos: '29',
  sply_ty: 'INTRA',
  itms: [{ rt: 18, ad_amt: 40_000, camt: 3600, samt: 3600, csamt: 0 }],
  ...changes,
})

/** ₹15,000 from another state. */
export const farAdvance = (changes: object = {}) => ({
  pos: '27',
  sply_ty: 'INTER',
  itms: [{ rt: 18, ad_amt: 15_000, iamt: 2700, csamt: 0 }],
  ...changes,
})

export const nilRow = (changes: object = {}) => ({
  sply_ty: 'INTRAB2C',
  nil_amt: 5200,
  expt_amt: 0,
  ngsup_amt: 0,
  ...changes,
})

export const goods = (changes: object = {}) => ({
  num: 1,
  hsn_sc: '84713010',
  desc: 'Personal computers',
  uqc: 'NOS',
  qty: 12,
  rt: 18,
  txval: 600_000,
  iamt: 90_000,
  camt: 9000,
  samt: 9000,
  csamt: 0,
  ...changes,
})

export const service = (changes: object = {}) =>
  goods({ hsn_sc: '998313', desc: 'IT support', uqc: 'NA', qty: 0, ...changes })

export const range = (changes: object = {}) => ({
  num: 1,
  from: 'KT/0412',
  to: 'KT/0455',
  totnum: 44,
  cancel: 2,
  net_issue: 42,
  ...changes,
})

export const issued = (...doc_det: [doc_num: number, ...docs: object[]][]) => ({
  doc_det: doc_det.map(([doc_num, ...docs]) => ({ doc_num, docs })),
})
