// Sections ata and txpda: advances of an earlier month as they are now (table 11, part II).
import type { z } from 'zod'
import type { PortalCode } from '../codes.ts'
import { advances, asTxp, oneSignRule, rowOf, type Row as OwnRow } from './advances.ts'
import { amendsRows, month } from './amendments.ts'
import { netAmount, tax } from './amounts.ts'
import type { Section } from './section.ts'
import { flat } from './shape.ts'

const amendedOf = (amount: z.ZodNumber) => rowOf(amount).extend({ omon: month })
type Row = z.infer<ReturnType<typeof amendedOf>>

const rows = (row: ReturnType<typeof amendedOf>) => ({
  document: row,
  deletion: row.partial().required({ omon: true, pos: true, sply_ty: true, flag: true }),
})

const amends = (section: string, missing: PortalCode) =>
  amendsRows<Row>({
    section,
    month: ({ omon }) => omon,
    fits: ({ sent }, { document: { pos, sply_ty } }) =>
      (sent as OwnRow).pos === pos && (sent as OwnRow).sply_ty === sply_ty,
    missing,
  })

const numberOf: Section<Row>['numberOf'] = ({ document: { omon, pos, sply_ty } }) =>
  [omon, pos, sply_ty].join(' ')

const amendsReceived = amends('at', 'RET191168')
const received = advances(flat<Row>('ata', rows(amendedOf(netAmount))), 'RET191168')

export const ata: Section<Row> = {
  ...received,
  ...amendsReceived,
  numberOf,
  rules: [...amendsReceived.rules, ...received.rules, oneSignRule],
  key: 'ata',
  slug: 'ata',
  summaryLine: () => 'ATA',
  liability: 1,
}

const amendsAdjusted = amends('txpd', 'RET191197')
const adjusted = advances(asTxp(flat<Row>('txpda', rows(amendedOf(tax))), 'txpda'), 'RET191197')

export const txpda: Section<Row> = {
  ...adjusted,
  ...amendsAdjusted,
  numberOf,
  rules: [...amendsAdjusted.rules, ...adjusted.rules],
  key: 'txpda',
  slug: 'txpa',
  summaryLine: () => 'TXPDA',
  liability: -1,
}
