// Section b2csa: net rows of an earlier month as they are now (table 10), as portal-side rules.
import { z } from 'zod'
import { amendsRows, month } from './amendments.ts'
import { checksum, deletionFlag, differential, netAmount, rate } from './amounts.ts'
import { operatorRule, placeRule } from './document-rules.ts'
import type { Section } from './section.ts'
import { flat } from './shape.ts'
import { supplyRule, supplyType } from './supply-type.ts'
import { rateRules, sumWithValue, taxRules, type Line } from './tax-rules.ts'

/** A rate's line without a document. */
export const netLine = z.strictObject({
  rt: rate,
  txval: netAmount,
  iamt: netAmount.optional(),
  camt: netAmount.optional(),
  samt: netAmount.optional(),
  csamt: netAmount.optional(),
})

const row = z.strictObject({
  omon: month,
  sply_ty: supplyType,
  typ: z.enum(['OE', 'E']),
  pos: z.string(),
  etin: z.string().optional(),
  diff_percent: differential,
  flag: deletionFlag,
  chksum: checksum,
  itms: z.array(netLine),
})
type Row = z.infer<typeof row>

/** What makes rows of a month the same, but for their rate. */
const kindOf = ({ pos, diff_percent, etin = '' }: Pick<Row, 'pos' | 'diff_percent' | 'etin'>) =>
  [pos, diff_percent ?? 1, etin].join(' ').toUpperCase()

const lines = ({ itms }: Row): Line[] => itms

const amending = amendsRows<Row>({
  section: 'b2cs',
  month: ({ omon }) => omon,
  fits: ({ sent }, { document }) => kindOf(sent as Row) === kindOf(document),
  missing: 'RET191157',
})

export const b2csa: Section<Row> = {
  ...amending,
  key: 'b2csa',
  slug: 'b2csa',
  shape: flat<Row>('b2csa', {
    document: row,
    deletion: row
      .partial()
      .required({ omon: true, sply_ty: true, typ: true, pos: true, flag: true }),
  }),
  rules: [
    ...amending.rules,
    placeRule(({ document }) => document.pos, 'India'),
    supplyRule('RET191153'),
    { code: 'RET191152', broken: ({ document }) => document.typ === 'E' && !document.etin },
    operatorRule,
    ...rateRules(lines),
    ...taxRules<Row>({
      lines,
      isIntraState: ({ document }) => document.sply_ty === 'INTRA',
      share: ({ diff_percent }) => diff_percent,
    }),
  ],
  saves: 'upsert',
  numberOf: ({ document }) => `${document.omon} ${kindOf(document)}`,
  isDeletion: ({ flag }) => flag === 'D',
  codes: { repeated: 'RET191190', missing: 'RET191157', empty: 'RET11416' },
  figuresOf: (document) => sumWithValue(lines(document)),
  summaryLine: () => 'B2CSA',
  liability: 1,
  early: false,
}
