// Section expa: amended exports (table 9A).
import { z } from 'zod'
import { amendsDocuments } from './amendments.ts'
import { exp, exportInvoice, exportRules, exportType, withBillAsNumber } from './exp.ts'
import type { Section } from './section.ts'
import { grouped } from './shape.ts'

const invoice = exportInvoice.extend({ oinum: z.string(), oidt: z.string() })
type Invoice = z.infer<typeof invoice>

const amending = amendsDocuments<Invoice>({
  sections: ['exp', 'expa'],
  original: ({ oinum, oidt }) => ({ number: oinum, date: oidt }),
  revised: ({ inum, idt }) => ({ number: inum, date: idt }),
  dateOf: (original) => (original as { idt: string }).idt,
  codes: { missing: 'RET191124', taken: 'RET191121', date: 'RET191120' },
})

export const expa: Section<Invoice> = {
  ...exp,
  ...amending,
  key: 'expa',
  slug: 'expa',
  shape: grouped<Invoice>(
    'expa',
    'exp_typ',
    'inv',
    {
      document: invoice,
      deletion: invoice.partial().required({ inum: true, flag: true }),
      reported: withBillAsNumber,
    },
    exportType,
  ),
  rules: [...amending.rules, ...exportRules],
  series: 'amended invoice',
  summaryLine: ({ party }) => (party === 'WPAY' ? 'EXPA/EXPWP' : 'EXPA/EXPWOP'),
}
