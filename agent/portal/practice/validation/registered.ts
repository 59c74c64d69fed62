// What invoices and notes to registered buyers have in common: types of supply, lines, tax, place in the summary.
import { z } from 'zod'
import { rate, tax, taxable } from './amounts.ts'
import type { Rule } from './section.ts'
import {
  hasCess,
  hasIgst,
  hasStateTax,
  numberedLines,
  type Numbered,
  type Taxing,
} from './tax-rules.ts'

/** Line numbers with what is taxed; each tax head may be left out. */
export const registeredItems = z.array(
  z.strictObject({
    num: z.int().min(1),
    itm_det: z.strictObject({
      rt: rate,
      txval: taxable,
      iamt: tax.optional(),
      camt: tax.optional(),
      samt: tax.optional(),
      csamt: tax.optional(),
    }),
  }),
)

export interface Supply extends Numbered {
  readonly pos: string
  readonly rchrg: 'Y' | 'N'
  readonly inv_typ: string
  readonly diff_percent?: 0.65 | undefined
}

export const registeredTax: Taxing<Supply> = {
  lines: numberedLines,
  isIntraState: ({ document }, at) =>
    document.pos === at.homeState && ['R', 'DE'].includes(document.inv_typ) && !at.isSezUnit,
  isUntaxed: ({ document }) => document.inv_typ === 'SEWOP',
  share: ({ diff_percent }) => diff_percent,
}

/** To a SEZ: never state taxes, and nothing at all without payment. */
export const specialZoneRule: Rule<Supply> = {
  code: 'RET191189',
  unless: ['RET191181'],
  broken: ({ document }) =>
    ['SEWP', 'SEWOP'].includes(document.inv_typ) &&
    numberedLines(document).some(
      (line) =>
        hasStateTax(line) || (document.inv_typ === 'SEWOP' && (hasIgst(line) || hasCess(line))),
    ),
}

const TABLE_OF_TYPE: Readonly<Record<string, string>> = { DE: '6C', SEWP: 'SEZWP', SEWOP: 'SEZWOP' }

/** `4A`, `4B`, `6C`, `SEZWP` or `SEZWOP`. */
export const tableOf = ({ inv_typ, rchrg }: Supply): string =>
  TABLE_OF_TYPE[inv_typ] ?? (rchrg === 'Y' ? '4B' : '4A')

/** GSTN fills every tax head on the way back. */
export const withEveryHead = <D extends Numbered>(document: D): D => ({
  ...document,
  itms: document.itms.map(({ num, itm_det }) => ({
    num,
    itm_det: { iamt: 0, camt: 0, samt: 0, csamt: 0, ...itm_det },
  })),
})
