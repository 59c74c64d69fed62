// Section b2b: supplies to registered buyers (tables 4A, 4B, 6B, 6C), as portal-side rules.
import { z } from 'zod'
import { checksum, deletionFlag, differential, documentValue, paise } from './amounts.ts'
import {
  dateRule,
  numberRule,
  operatorRule,
  placeRule,
  receiverRules,
  typeRule,
} from './document-rules.ts'
import {
  registeredItems,
  registeredTax,
  specialZoneRule,
  tableOf,
  withEveryHead,
} from './registered.ts'
import type { Rule, Section } from './section.ts'
import { grouped } from './shape.ts'
import { lineNumberRule, numberedLines, rateRules, sumOf, taxRules } from './tax-rules.ts'

export const registeredInvoice = z.strictObject({
  inum: z.string(),
  idt: z.string(),
  val: documentValue,
  pos: z.string(),
  rchrg: z.enum(['Y', 'N']),
  inv_typ: z.string(),
  etin: z.string().optional(),
  diff_percent: differential,
  flag: deletionFlag,
  chksum: checksum,
  itms: registeredItems,
})
type Invoice = z.infer<typeof registeredInvoice>

/** All but the date's, which is another for an amendment. */
export const registeredRules: readonly Rule<Invoice>[] = [
  ...receiverRules,
  numberRule(({ inum }) => inum),
  placeRule(({ document }) => document.pos, 'abroad'),
  typeRule,
  operatorRule,
  lineNumberRule,
  ...rateRules<Invoice>(numberedLines),
  specialZoneRule,
  ...taxRules<Invoice>(registeredTax),
]

export const b2b: Section<Invoice> = {
  key: 'b2b',
  slug: 'b2b',
  shape: grouped<Invoice>('b2b', 'ctin', 'inv', {
    document: registeredInvoice,
    deletion: registeredInvoice.partial().required({ inum: true, flag: true }),
    show: withEveryHead,
  }),
  rules: [dateRule('RET191114', ({ idt }) => idt), ...registeredRules],
  saves: 'upsert',
  series: 'invoice',
  numberOf: ({ document }) => document.inum,
  isDeletion: ({ flag }) => flag === 'D',
  codes: { repeated: 'RET191190', missing: 'RET191124', empty: 'RET11416' },
  figuresOf: (document) => ({ val: paise(document.val), ...sumOf(numberedLines(document)) }),
  summaryLine: ({ document }) => `B2B_${tableOf(document)}`,
  liability: 1,
  counterparty: 'ctin',
  early: true,
}
