// What the tables of an operator of e-commerce have in common (table 15): receivers, sellers, kinds of supply, tax.
import { z } from 'zod'
import { isBuyer } from '../gstin.ts'
import { documentValue, netAmount } from './amounts.ts'
import { numberRule, placeRule } from './document-rules.ts'
import { rowFlag } from './operators.ts'
import { registeredItems, type Supply } from './registered.ts'
import type { Rule, Section, Surroundings } from './section.ts'
import { supplyRule, supplyType } from './supply-type.ts'
import { lineNumberRule, numberedLines, rateRules, taxRules, type Line } from './tax-rules.ts'

export const operatedInvoice = z.strictObject({
  inum: z.string(),
  idt: z.string(),
  val: documentValue,
  pos: z.string(),
  inv_typ: z.string(),
  sply_ty: supplyType,
  flag: rowFlag,
  itms: registeredItems,
})
type Invoice = z.infer<typeof operatedInvoice>

/** Both halves of the tax may be there, the one that does not belong as nothing. */
export const operatedLine = z.strictObject({
  rt: z.number().min(0).max(999.99),
  txval: netAmount,
  iamt: netAmount.optional(),
  camt: netAmount.optional(),
  samt: netAmount.optional(),
  csamt: netAmount.optional(),
})

const TYPES = ['R', 'DE', 'SEWP', 'SEWOP']

const isIntraState = (
  { pos, inv_typ }: Pick<Supply, 'pos' | 'inv_typ'>,
  { homeState, isSezUnit }: Surroundings,
): boolean => pos === homeState && ['R', 'DE'].includes(inv_typ) && !isSezUnit

/** All but the date's. The party ends with the receiver. */
export const operatedInvoiceRules: readonly Rule<Invoice>[] = [
  { code: 'RET191113', broken: ({ party }) => !party.split(' ').every(isBuyer) },
  {
    code: 'RET191360',
    unless: ['RET191113'],
    broken: ({ party }, { isActive }) => !isActive(party.split(' ').at(-1) ?? ''),
  },
  numberRule(({ inum }) => inum),
  placeRule(({ document }) => document.pos, 'abroad'),
  { code: 'RET191181', broken: ({ document }) => !TYPES.includes(document.inv_typ) },
  {
    code: 'RET191154',
    unless: ['RET191112', 'RET191181'],
    broken: ({ document }, at) => (document.sply_ty === 'INTRA') !== isIntraState(document, at),
  },
  lineNumberRule,
  ...rateRules<Invoice>(numberedLines),
  ...taxRules<Invoice>({
    lines: numberedLines,
    isIntraState: ({ document }) => document.sply_ty === 'INTRA',
    isUntaxed: ({ document }) => document.inv_typ === 'SEWOP',
  }),
]

interface Net {
  readonly sply_ty: 'INTER' | 'INTRA'
}

/** Of rows without a document. `at` tells the place of supply, which may be the party. */
export const operatedRowRules = <D extends Net>(
  place: (document: D, party: string) => string,
  lines: (document: D) => Line[],
): readonly Rule<D>[] => [
  placeRule(({ document, party }) => place(document, party), 'India'),
  {
    ...supplyRule('RET191154'),
    broken: ({ document, party }, at) =>
      supplyRule('RET191154').broken(
        { party, document: { pos: place(document, party), sply_ty: document.sply_ty } },
        at,
      ),
  },
  ...rateRules(lines),
  ...taxRules<D>({ lines, isIntraState: ({ document }) => document.sply_ty === 'INTRA' }),
]

/** The seller of rows without a document. */
export const sellerRule: Rule<{ stin: string }> = {
  code: 'RET191113',
  broken: ({ document }) => !isBuyer(document.stin),
}

/** Flags say what a row is: new, edited or deleted. The operator pays the tax, so it is in the return's total: inferred. */
export const operatedFlags = {
  saves: 'upsert',
  isDeletion: ({ flag }: { flag: string }) => flag === 'D',
  isEdit: ({ flag }: { flag: string }) => flag === 'E',
  early: true,
  liability: 1,
} satisfies Partial<Section<{ flag: string }>>

const LINE_OF_TYPE: Readonly<Record<string, string>> = {
  R: 'REG',
  DE: 'DE',
  SEWP: 'SEZWP',
  SEWOP: 'SEZWOP',
}

/** After `ECOM_` or `ECOMA_`. */
export const operatedLineOf = ({ inv_typ }: Invoice): string => LINE_OF_TYPE[inv_typ] ?? 'REG'
