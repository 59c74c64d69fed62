// Sections at and txpd: advances received (table 11A) and advances adjusted (11B), as portal-side rules.
import { z } from 'zod'
import type { PortalCode } from '../codes.ts'
import { checksum, deletionFlag, differential, netAmount, rate, tax } from './amounts.ts'
import { placeRule } from './document-rules.ts'
import type { Rule, Section } from './section.ts'
import { flat, type Shape } from './shape.ts'
import { supplyRule, supplyType } from './supply-type.ts'
import { rateRules, sumWithValue, taxRules, type Line } from './tax-rules.ts'

export const rowOf = (amount: z.ZodNumber) =>
  z.strictObject({
    pos: z.string(),
    sply_ty: supplyType,
    diff_percent: differential,
    flag: deletionFlag,
    chksum: checksum,
    itms: z.array(
      z.strictObject({
        rt: rate,
        ad_amt: amount,
        iamt: amount.optional(),
        camt: amount.optional(),
        samt: amount.optional(),
        csamt: amount.optional(),
      }),
    ),
  })
type RowSchema = ReturnType<typeof rowOf>
export type Row = z.infer<RowSchema>

const lines = (document: Row): Line[] =>
  document.itms.map(({ ad_amt, ...line }) => ({ ...line, txval: ad_amt }))

export const rows = (row: RowSchema) => ({
  document: row,
  deletion: row.partial().required({ pos: true, sply_ty: true, flag: true }),
})

export const advances = <R extends Row>(shape: Shape<R>, missing: PortalCode) =>
  ({
    shape,
    rules: [
      placeRule<Row>(({ document }) => document.pos, 'India'),
      supplyRule('RET191154'),
      ...rateRules(lines),
      ...taxRules<Row>({
        lines,
        isIntraState: ({ document }) => document.sply_ty === 'INTRA',
        share: ({ diff_percent }) => diff_percent,
      }),
    ],
    saves: 'upsert',
    numberOf: ({ document: { pos, sply_ty } }) => `${pos} ${sply_ty}`,
    isDeletion: ({ flag }) => flag === 'D',
    codes: { repeated: 'RET191190', missing, empty: 'RET11416' },
    figuresOf: (document) => sumWithValue(lines(document)),
    early: false,
  }) satisfies Partial<Section<R>>

export const oneSignRule: Rule<Row> = {
  code: 'PRACTICE_SIGNS',
  broken({ document }) {
    const amounts = document.itms.flatMap(({ ad_amt, iamt = 0, camt = 0, samt = 0, csamt = 0 }) => [
      ad_amt,
      iamt,
      camt,
      samt,
      csamt,
    ])
    return amounts.some((amount) => amount > 0) && amounts.some((amount) => amount < 0)
  },
}

const received = advances(flat<Row>('at', rows(rowOf(netAmount))), 'RET191168')

/** Amounts of either sign, but of one sign in a row. */
export const at: Section<Row> = {
  ...received,
  rules: [...received.rules, oneSignRule],
  key: 'at',
  slug: 'at',
  summaryLine: () => 'AT',
  liability: 1,
}

/** The sources differ on where the GET of advances adjusted has its rows. */
export const asTxp = <D>(shape: Shape<D>, member: 'txpd' | 'txpda'): Shape<D> => ({
  ...shape,
  readBack(held, manner) {
    const { [member]: found } = shape.readBack(held, manner) as Record<string, unknown>
    const other = member.replace('d', '')
    if (manner.txpAnswer === 'nested') return { data: { [other]: found } }
    return { [manner.txpAnswer === 'txp' ? other : member]: found }
  },
})

/** Amounts are positive, and come off the return's total. */
export const txpd: Section<Row> = {
  ...advances(asTxp(flat<Row>('txpd', rows(rowOf(tax))), 'txpd'), 'RET191197'),
  key: 'txpd',
  slug: 'txp',
  summaryLine: () => 'TXPD',
  liability: -1,
}
