// Section b2cl: large invoices to unregistered buyers in other states (table 5), as portal-side rules.
import { z } from 'zod'
import {
  checksum,
  deletionFlag,
  differential,
  documentValue,
  paise,
  rate,
  tax,
  taxable,
} from './amounts.ts'
import { dateRule, numberRule, operatorRule, placeRule } from './document-rules.ts'
import { monthOf } from '../dates.ts'
import type { Rule, Section } from './section.ts'
import { grouped } from './shape.ts'
import { lineNumberRule, numberedLines, rateRules, sumOf, taxRules } from './tax-rules.ts'

/** Lines of inter-state supplies carry IGST only. */
export const interStateItems = z.array(
  z.strictObject({
    num: z.int().min(1),
    itm_det: z.strictObject({
      rt: rate,
      txval: taxable,
      iamt: tax.optional(),
      csamt: tax.optional(),
    }),
  }),
)

export const largeInvoice = z.strictObject({
  inum: z.string(),
  idt: z.string(),
  val: documentValue,
  etin: z.string().optional(),
  diff_percent: differential,
  flag: deletionFlag,
  chksum: checksum,
  itms: interStateItems,
})
type Invoice = z.infer<typeof largeInvoice>

/** Invoices must be above this, in rupees; up to it they belong in b2cs. */
const limitIn = (period: string): number => (monthOf(period) >= '2024-08' ? 100_000 : 250_000)

/** All but those on the date and the value, which an amendment has in its own way. */
export const largeRules: readonly Rule<Invoice>[] = [
  placeRule(({ party }) => party, 'India'),
  { code: 'RET191160', broken: ({ party }, { homeState }) => party === homeState },
  numberRule(({ inum }) => inum),
  operatorRule,
  lineNumberRule,
  ...rateRules<Invoice>(numberedLines),
  ...taxRules<Invoice>({
    lines: numberedLines,
    isIntraState: () => false,
    share: ({ diff_percent }) => diff_percent,
  }),
]

export const b2cl: Section<Invoice> = {
  key: 'b2cl',
  slug: 'b2cl',
  shape: grouped<Invoice>('b2cl', 'pos', 'inv', {
    document: largeInvoice,
    deletion: largeInvoice.partial().required({ inum: true, flag: true }),
  }),
  rules: [
    dateRule('RET191114', ({ idt }) => idt),
    { code: 'RET191180', broken: ({ document }, { period }) => document.val <= limitIn(period) },
    ...largeRules,
  ],
  saves: 'by-number',
  series: 'invoice',
  numberOf: ({ document }) => document.inum,
  isDeletion: ({ flag }) => flag === 'D',
  codes: { repeated: 'RET191190', missing: 'RET191124', empty: 'RET11416' },
  figuresOf: (document) => ({ val: paise(document.val), ...sumOf(numberedLines(document)) }),
  summaryLine: () => 'B2CL',
  liability: 1,
  counterparty: 'state_cd',
  early: false,
}
