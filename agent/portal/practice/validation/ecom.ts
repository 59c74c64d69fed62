// Sections inside ecom: what an operator of e-commerce pays tax on in the sellers' stead (table 15).
import { z } from 'zod'
import { paise } from './amounts.ts'
import { dateRule } from './document-rules.ts'
import {
  operatedFlags,
  operatedInvoice,
  operatedInvoiceRules,
  operatedLine,
  operatedLineOf,
  operatedRowRules,
  sellerRule,
} from './operated.ts'
import { rowFlag } from './operators.ts'
import { withEveryHead } from './registered.ts'
import type { Section, Sent } from './section.ts'
import { flat, grouped } from './shape.ts'
import { supplyType } from './supply-type.ts'
import { numberedLines, sumOf, sumWithValue } from './tax-rules.ts'

export type Invoice = z.infer<typeof operatedInvoice>

const common = {
  ...operatedFlags,
  slug: 'ecom',
  codes: { repeated: 'RET191190', missing: 'RET191124', empty: 'RET11416' },
} as const

const net = operatedLine.extend({ pos: z.string(), sply_ty: supplyType, flag: rowFlag })
type Net = z.infer<typeof net>
const ofSeller = net.extend({ stin: z.string() })
type OfSeller = z.infer<typeof ofSeller>

/** A seller's numbers are its own; without one they are the operator's. */
export const numberIn = (inum: string, { party }: Sent<unknown>): string =>
  [...party.split(' ').slice(0, -1), inum].join(' ')

const invoices = {
  ...common,
  rules: [dateRule<Invoice>('RET191114', ({ idt }) => idt), ...operatedInvoiceRules],
  numberOf: (sent) => numberIn(sent.document.inum, sent),
  figuresOf: (document) => ({ val: paise(document.val), ...sumOf(numberedLines(document)) }),
  summaryLine: ({ document }) => `ECOM_${operatedLineOf(document)}`,
} satisfies Partial<Section<Invoice>>

const rows = {
  document: operatedInvoice,
  deletion: operatedInvoice.partial().required({ inum: true, flag: true }),
  show: withEveryHead<Invoice>,
  shownFlag: 'N',
} as const

export const ecomB2b: Section<Invoice> = {
  ...invoices,
  key: 'ecom_b2b',
  inside: { parent: 'ecom', member: 'b2b' },
  shape: grouped<Invoice>('b2b', ['stin', 'rtin'], 'inv', rows),
}

export const ecomUrp2b: Section<Invoice> = {
  ...invoices,
  key: 'ecom_urp2b',
  inside: { parent: 'ecom', member: 'urp2b' },
  shape: grouped<Invoice>('urp2b', 'rtin', 'inv', rows),
}

export const ecomB2c: Section<OfSeller> = {
  ...common,
  key: 'ecom_b2c',
  inside: { parent: 'ecom', member: 'b2c' },
  shape: flat<OfSeller>('b2c', {
    document: ofSeller,
    deletion: ofSeller.partial().required({ stin: true, pos: true, rt: true, flag: true }),
    shownFlag: 'N',
  }),
  rules: [
    sellerRule,
    ...operatedRowRules<OfSeller>(
      ({ pos }) => pos,
      (document) => [document],
    ),
  ],
  numberOf: ({ document: { pos, rt, stin } }) => [pos, rt, stin].join(' '),
  figuresOf: (document) => sumWithValue([document]),
  summaryLine: () => 'ECOM_UNREG',
}

export const ecomUrp2c: Section<Net> = {
  ...common,
  key: 'ecom_urp2c',
  inside: { parent: 'ecom', member: 'urp2c' },
  shape: flat<Net>('urp2c', {
    document: net,
    deletion: net.partial().required({ pos: true, rt: true, flag: true }),
    shownFlag: 'N',
  }),
  rules: operatedRowRules<Net>(
    ({ pos }) => pos,
    (document) => [document],
  ),
  numberOf: ({ document: { pos, rt } }) => `${pos} ${String(rt)}`,
  figuresOf: (document) => sumWithValue([document]),
  summaryLine: () => 'ECOM_UNREG',
}
