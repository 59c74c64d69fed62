// One good amendment of each kind, and one good entry of the tables of e-commerce, with anything in it replaced.
import { BUYER, gstin } from './rehearsal.ts'
import { interState, intraState, invoice } from './rows.ts'
import * as sample from './samples.ts'

/** Collects tax at source. */
export const OPERATOR = gstin('29AAECE7731J1C')
/** Pays in the seller's stead. */
export const PAYER = gstin('29AAECE7731J2Z')
export const SELLER = gstin('33AADCN5528K1Z')

/** The row but for these members. */
export const without = (row: object, ...names: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))

export const original = { oinum: 'KT/0219', oidt: '14-06-2025' }

export const amendedInvoice = (changes: object = {}, lines = [interState(30_000)]) => ({
  ...invoice({ inum: 'KT/0219R', idt: '14-06-2025', val: 35_400, ...original }, lines),
  ...changes,
})

export const amendedLarge = (changes: object = {}) =>
  sample.largeInvoice({ oinum: 'KTC/0012', oidt: '21-06-2025', ...changes })

export const amendedNet = (changes: object = {}) => ({
  omon: '062025',
  sply_ty: 'INTRA',
  typ: 'OE',
  pos: '29',
  itms: [intraState(51_000, 12)],
  ...changes,
})

export const amendedNote = (changes: object = {}) =>
  sample.note({ ont_num: 'KT/CN/3', ont_dt: '30-06-2025', nt_num: 'KT/CN/3A', ...changes })

export const amendedPlainNote = (changes: object = {}) =>
  sample.plainNote({ ont_num: 'KTC/CN/1', ont_dt: '30-06-2025', nt_num: 'KTC/CN/1A', ...changes })

export const amendedExport = (changes: object = {}) =>
  sample.exportInvoice({ oinum: 'KTX/3', oidt: '20-06-2025', ...changes })

export const amendedAdvance = (changes: object = {}) =>
  sample.advance({ omon: '062025', ...changes })

export const supply = (changes: object = {}) => ({
  etin: OPERATOR,
  suppval: 250_000,
  igst: 21_000,
  cgst: 9000,
  sgst: 9000,
  cess: 0,
  ...changes,
})

export const amendedSupply = (changes: object = {}) =>
  supply({ oetin: OPERATOR, omon: '062025', ...changes })

export const operated = (changes: object = {}, lines = [interState(1000, 5)]) => ({
  inum: 'OPS/781',
  idt: '05-07-2025',
  val: 1050,
  pos: '27',
  inv_typ: 'R',
  sply_ty: 'INTER',
  flag: 'N',
  itms: invoice({}, lines).itms,
  ...changes,
})

export const sold = (...inv: object[]) => ({ stin: SELLER, rtin: BUYER, inv })
export const soldUnregistered = (...inv: object[]) => ({ rtin: BUYER, inv })

export const amendedOperated = (changes: object = {}) =>
  operated({ oinum: 'OPS/700', oidt: '05-06-2025', ...changes })

export const operatedNet = (changes: object = {}) => ({
  stin: SELLER,
  pos: '29',
  rt: 5,
  sply_ty: 'INTRA',
  txval: 80_000,
  iamt: 0,
  camt: 2000,
  samt: 2000,
  csamt: 0,
  flag: 'N',
  ...changes,
})

export const operatedPlain = (changes: object = {}) => ({
  ...without(operatedNet(), 'stin'),
  ...changes,
})

export const amendedOperatedNet = (changes: object = {}) => ({
  omon: '062025',
  sply_ty: 'INTRA',
  stin: SELLER,
  ostin: SELLER,
  flag: 'N',
  itms: [{ rt: 5, txval: 76_000, iamt: 0, camt: 1900, samt: 1900, csamt: 0 }],
  ...changes,
})

export const amendedOperatedPlain = (changes: object = {}) => ({
  omon: '062025',
  pos: '29',
  sply_ty: 'INTRA',
  flag: 'N',
  itms: [{ rt: 5, txval: 9000, iamt: 0, camt: 225, samt: 225, csamt: 0 }],
  ...changes,
})
