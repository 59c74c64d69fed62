// Section b2cs: all other supplies to unregistered buyers, as net rows (table 7), as portal-side rules.
import { z } from 'zod'
import { checksum, deletionFlag, differential, netAmount, rate } from './amounts.ts'
import { operatorRule, placeRule } from './document-rules.ts'
import { supplyRule, supplyType } from './supply-type.ts'
import type { Section } from './section.ts'
import { flat } from './shape.ts'
import { listedRateRule, sumWithValue, taxRules, type Line } from './tax-rules.ts'

const row = z.strictObject({
  sply_ty: supplyType,
  typ: z.enum(['OE', 'E']),
  pos: z.string(),
  rt: rate,
  etin: z.string().optional(),
  diff_percent: differential,
  txval: netAmount,
  iamt: netAmount.optional(),
  camt: netAmount.optional(),
  samt: netAmount.optional(),
  csamt: netAmount.optional(),
  flag: deletionFlag,
  chksum: checksum,
})
type Row = z.infer<typeof row>

const asLine = (document: Row): Line[] => [document]

export const b2cs: Section<Row> = {
  key: 'b2cs',
  slug: 'b2cs',
  shape: flat<Row>('b2cs', {
    document: row,
    deletion: row.partial().required({ sply_ty: true, typ: true, pos: true, rt: true, flag: true }),
  }),
  rules: [
    placeRule(({ document }) => document.pos, 'India'),
    supplyRule('RET191153'),
    { code: 'RET191152', broken: ({ document }) => document.typ === 'E' && !document.etin },
    operatorRule,
    listedRateRule<Row>(asLine),
    // The tax heads that do not belong are left out, not zero.
    {
      code: 'RET191150',
      unless: ['RET191112', 'RET191153'],
      broken: ({ document }) =>
        document.sply_ty === 'INTRA'
          ? document.iamt !== undefined
          : document.camt !== undefined || document.samt !== undefined,
    },
    ...taxRules<Row>({
      lines: asLine,
      isIntraState: ({ document }) => document.sply_ty === 'INTRA',
      share: ({ diff_percent }) => diff_percent,
    }),
  ],
  saves: 'upsert',
  numberOf: ({ document: { pos, rt, diff_percent = 1, etin = '' } }) =>
    [pos, rt, diff_percent, etin].join(' '),
  isDeletion: ({ flag }) => flag === 'D',
  codes: { repeated: 'RET191190', missing: 'RET191157', empty: 'RET11416' },
  figuresOf: (document) => sumWithValue(asLine(document)),
  summaryLine: () => 'B2CS',
  liability: 1,
  early: false,
}
