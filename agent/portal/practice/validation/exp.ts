// Section exp: exports with and without payment of tax (table 6A), as portal-side rules.
import { z } from 'zod'
import { dayOf } from '../dates.ts'
import { checksum, deletionFlag, documentValue, paise, rate, tax, taxable } from './amounts.ts'
import { dateRule, numberRule } from './document-rules.ts'
import type { Rule, Section } from './section.ts'
import { grouped } from './shape.ts'
import { rateRules, sumOf, taxRules, type Line } from './tax-rules.ts'

export const exportInvoice = z.strictObject({
  inum: z.string(),
  idt: z.string(),
  val: documentValue,
  sbpcode: z
    .string()
    .regex(/^[a-zA-Z0-9]{1,6}$/)
    .optional(),
  sbnum: z
    .string()
    .regex(/^\d{3,7}$/)
    .optional(),
  sbdt: z.string().optional(),
  flag: deletionFlag,
  chksum: checksum,
  itms: z.array(
    z.strictObject({ rt: rate, txval: taxable, iamt: tax.optional(), csamt: tax.optional() }),
  ),
})
type Invoice = z.infer<typeof exportInvoice>

const lines = (document: Invoice): Line[] => document.itms

export const exportType = z.enum(['WPAY', 'WOPAY'])

/** In the error report the shipping bill is a number, although the save must have text. */
export const withBillAsNumber = <D extends Pick<Invoice, 'sbnum'>>({ sbnum, ...document }: D) => ({
  ...document,
  ...(sbnum !== undefined && { sbnum: Number(sbnum) }),
})

/** All but the date's, which is another for an amendment. */
export const exportRules: readonly Rule<Invoice>[] = [
  numberRule(({ inum }) => inum),
  // Number and date of the shipping bill go together, and no bill is older than its invoice.
  {
    code: 'RET191176',
    broken({ document: { idt, sbnum, sbdt } }) {
      if (sbnum === undefined || sbdt === undefined) return sbnum !== sbdt
      const day = dayOf(sbdt)
      return day === undefined || day < (dayOf(idt) ?? '')
    },
  },
  ...rateRules(lines),
  ...taxRules({
    lines,
    isIntraState: () => false,
    isUntaxed: ({ party }) => party === 'WOPAY',
  }),
]

export const exp: Section<Invoice> = {
  key: 'exp',
  slug: 'exp',
  shape: grouped<Invoice>(
    'exp',
    'exp_typ',
    'inv',
    {
      document: exportInvoice,
      deletion: exportInvoice.partial().required({ inum: true, flag: true }),
      reported: withBillAsNumber,
    },
    exportType,
  ),
  rules: [dateRule('RET191114', ({ idt }) => idt), ...exportRules],
  saves: 'upsert',
  series: 'invoice',
  numberOf: ({ document }) => document.inum,
  isDeletion: ({ flag }) => flag === 'D',
  codes: { repeated: 'RET191190', missing: 'RET191124', empty: 'RET11417' },
  figuresOf: (document) => ({ val: paise(document.val), ...sumOf(lines(document)) }),
  summaryLine: ({ party }) => (party === 'WPAY' ? 'EXP/EXPWP' : 'EXP/EXPWOP'),
  liability: 1,
  early: false,
}
