// Section b2ba: amended invoices to registered buyers (table 9A).
import { z } from 'zod'
import { amendsDocuments } from './amendments.ts'
import { b2b, registeredInvoice, registeredRules } from './b2b.ts'
import { tableOf, withEveryHead } from './registered.ts'
import type { Section } from './section.ts'
import { grouped } from './shape.ts'

const invoice = registeredInvoice.extend({ oinum: z.string(), oidt: z.string() })
type Invoice = z.infer<typeof invoice>

const amending = amendsDocuments<Invoice>({
  sections: ['b2b', 'b2ba'],
  original: ({ oinum, oidt }) => ({ number: oinum, date: oidt }),
  revised: ({ inum, idt }) => ({ number: inum, date: idt }),
  dateOf: (original) => (original as { idt: string }).idt,
  codes: { missing: 'RET191124', taken: 'RET191121', date: 'RET191120', party: 'RET191119' },
})

export const b2ba: Section<Invoice> = {
  ...b2b,
  ...amending,
  key: 'b2ba',
  slug: 'b2ba',
  shape: grouped<Invoice>('b2ba', 'ctin', 'inv', {
    document: invoice,
    deletion: invoice.partial().required({ inum: true, flag: true }),
    show: withEveryHead,
  }),
  rules: [...amending.rules, ...registeredRules],
  series: 'amended invoice',
  summaryLine: ({ document }) => `B2BA_${tableOf(document)}`,
}
