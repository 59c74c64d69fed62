// Section b2cla: amended large invoices to unregistered buyers (table 9A). A smaller value is what an amendment may be for.
import { z } from 'zod'
import { amendsDocuments } from './amendments.ts'
import { b2cl, largeInvoice, largeRules } from './b2cl.ts'
import type { Section } from './section.ts'
import { grouped } from './shape.ts'

const invoice = largeInvoice.extend({ oinum: z.string(), oidt: z.string() })
type Invoice = z.infer<typeof invoice>

const amending = amendsDocuments<Invoice>({
  sections: ['b2cl', 'b2cla'],
  original: ({ oinum, oidt }) => ({ number: oinum, date: oidt }),
  revised: ({ inum, idt }) => ({ number: inum, date: idt }),
  dateOf: (original) => (original as { idt: string }).idt,
  // The group is the place of supply here, which stays.
  codes: { missing: 'RET191124', taken: 'RET191121', date: 'RET191120', party: 'RET191122' },
})

export const b2cla: Section<Invoice> = {
  ...b2cl,
  ...amending,
  key: 'b2cla',
  slug: 'b2cla',
  shape: grouped<Invoice>('b2cla', 'pos', 'inv', {
    document: invoice,
    deletion: invoice.partial().required({ inum: true, flag: true }),
  }),
  rules: [...amending.rules, ...largeRules],
  series: 'amended invoice',
  summaryLine: () => 'B2CLA',
}
