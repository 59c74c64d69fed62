// Sections inside ecoma: amendments of table 15 of an earlier month.
import { z } from 'zod'
import { amendsDocuments, amendsRows, month } from './amendments.ts'
import { numberIn, type Invoice as Original } from './ecom.ts'
import {
  operatedFlags,
  operatedInvoice,
  operatedInvoiceRules,
  operatedLine,
  operatedLineOf,
  operatedRowRules,
  sellerRule,
} from './operated.ts'
import { paise } from './amounts.ts'
import { rowFlag } from './operators.ts'
import { withEveryHead } from './registered.ts'
import type { Section } from './section.ts'
import { flat, grouped } from './shape.ts'
import { supplyType } from './supply-type.ts'
import { numberedLines, sumOf, sumWithValue } from './tax-rules.ts'

const invoice = operatedInvoice.extend({ oinum: z.string(), oidt: z.string() })
type Invoice = z.infer<typeof invoice>

const common = {
  ...operatedFlags,
  slug: 'ecoma',
  codes: { repeated: 'RET191190', missing: 'RET191124', empty: 'RET11417' },
} as const

const rows = {
  document: invoice,
  deletion: invoice.partial().required({ inum: true, flag: true }),
  show: withEveryHead<Invoice>,
  shownFlag: 'N',
} as const

function invoices(sections: readonly string[]) {
  const amending = amendsDocuments<Invoice>({
    sections,
    original: ({ oinum, oidt }) => ({ number: oinum, date: oidt }),
    revised: ({ inum, idt }) => ({ number: inum, date: idt }),
    keyOf: numberIn,
    dateOf: (original) => (original as Original).idt,
    codes: { missing: 'RET191124', taken: 'RET191121', date: 'RET191120', party: 'RET191119' },
  })
  return {
    ...common,
    ...amending,
    rules: [...amending.rules, ...operatedInvoiceRules],
    numberOf: (sent) => numberIn(sent.document.inum, sent),
    figuresOf: (document) => ({ val: paise(document.val), ...sumOf(numberedLines(document)) }),
    summaryLine: ({ document }) => `ECOMA_${operatedLineOf(document)}`,
  } satisfies Partial<Section<Invoice>>
}

export const ecomaB2ba: Section<Invoice> = {
  ...invoices(['ecom_b2b', 'ecom_b2ba']),
  key: 'ecom_b2ba',
  inside: { parent: 'ecoma', member: 'b2ba' },
  shape: grouped<Invoice>('b2ba', ['stin', 'rtin'], 'inv', rows),
}

export const ecomaUrp2ba: Section<Invoice> = {
  ...invoices(['ecom_urp2b', 'ecom_urp2ba']),
  key: 'ecom_urp2ba',
  inside: { parent: 'ecoma', member: 'urp2ba' },
  shape: grouped<Invoice>('urp2ba', 'rtin', 'inv', rows),
}

// ── rows of a month ─────────────────────────────────────────────────────────────────────────────

const net = z.strictObject({
  omon: month,
  sply_ty: supplyType,
  flag: rowFlag,
  itms: z.array(operatedLine),
})
const ofSeller = net.extend({ stin: z.string(), ostin: z.string() })
type OfSeller = z.infer<typeof ofSeller>
const ofPlace = net.extend({ pos: z.string() })
type OfPlace = z.infer<typeof ofPlace>

const amendsSellers = amendsRows<OfSeller>({
  section: 'ecom_b2c',
  month: ({ omon }) => omon,
  fits({ sent }, { party, document }) {
    const { pos, stin } = sent as { pos: string; stin: string }
    return pos === party && stin.toUpperCase() === document.ostin.toUpperCase()
  },
  missing: 'RET191124',
})

export const ecomaB2ca: Section<OfSeller> = {
  ...common,
  ...amendsSellers,
  key: 'ecom_b2ca',
  inside: { parent: 'ecoma', member: 'b2ca' },
  shape: grouped<OfSeller>('b2ca', 'pos', 'posItms', {
    document: ofSeller,
    deletion: ofSeller.partial().required({ omon: true, stin: true, flag: true }),
    shownFlag: 'N',
  }),
  rules: [
    ...amendsSellers.rules,
    sellerRule,
    ...operatedRowRules<OfSeller>(
      (_, party) => party,
      ({ itms }) => itms,
    ),
  ],
  numberOf: ({ party, document: { omon, stin } }) => [party, omon, stin].join(' '),
  figuresOf: ({ itms }) => sumWithValue(itms),
  summaryLine: () => 'ECOMA_UNREG',
}

const amendsPlaces = amendsRows<OfPlace>({
  section: 'ecom_urp2c',
  month: ({ omon }) => omon,
  fits: ({ sent }, { document }) => (sent as OfPlace).pos === document.pos,
  missing: 'RET191124',
})

export const ecomaUrp2ca: Section<OfPlace> = {
  ...common,
  ...amendsPlaces,
  key: 'ecom_urp2ca',
  inside: { parent: 'ecoma', member: 'urp2ca' },
  shape: flat<OfPlace>('urp2ca', {
    document: ofPlace,
    deletion: ofPlace.partial().required({ omon: true, pos: true, flag: true }),
    shownFlag: 'N',
  }),
  rules: [
    ...amendsPlaces.rules,
    ...operatedRowRules<OfPlace>(
      ({ pos }) => pos,
      ({ itms }) => itms,
    ),
  ],
  numberOf: ({ document: { omon, pos } }) => `${omon} ${pos}`,
  figuresOf: ({ itms }) => sumWithValue(itms),
  summaryLine: () => 'ECOMA_UNREG',
}
