// Table 11: advances received in the month (11A, `at`), and earlier ones set off against invoices of the month (11B, `atadj`);
// and the same of an earlier month, amended.
import { amount } from '../columns/amount.ts'
import { posAbroad, posRetired } from '../rules/document-rules.ts'
import { cessPastItsEnd, rateOutOfPeriod, signsMixed } from '../rules/entry-rules.ts'
import { amendedEntries, monthColumn, originalPlace, yearColumn } from './amendment.ts'
import { applicablePercent, cess, lineRate, placeOfSupply } from './document-columns.ts'
import type { Column, Rule, Table } from './table.ts'
import { supplyType, taxSplit } from './tax.ts'

const signed = amount({ digits: 11, signed: true })
const adjusted = amount({ digits: 11, negative: 'adjustment-negative' })

/** The amount without its tax. */
const gross = (header: string, kind: Column['kind'], aliases: readonly string[]): Column => ({
  name: 'ad_amt',
  header,
  aliases,
  kind,
  level: 'line',
  need: 'required',
  role: 'taxable',
  width: 24,
})

const rulesOfBoth: readonly Rule[] = [
  posAbroad('pos'),
  posRetired('pos'),
  rateOutOfPeriod('rt'),
  cessPastItsEnd('csamt'),
]

const both = {
  key: ['pos'],
  rows: 'lines',
  line: { column: 'rt', repeat: 'add' },
  derived: [supplyType, taxSplit({ of: 'ad_amt' })],
  amounts: { txval: ['ad_amt'] },
} as const

export const at: Table = {
  ...both,
  id: 'at',
  section: 'at',
  sheets: ['at'],
  title: 'Summary For Advance Received (11B) ',
  shape: { path: ['at'], lines: 'itms' },
  columns: [
    { ...placeOfSupply, width: 28.4 },
    applicablePercent,
    { ...lineRate, width: 5.6 },
    gross('Gross Advance Received', signed, ['Advance Received']),
    { ...cess, kind: signed },
  ],
  rules: [
    ...rulesOfBoth,
    {
      code: 'advance-zero',
      severity: 'error',
      columns: ['ad_amt'],
      source: 'Table 11A: an entry without an amount is refused',
      line: (line) => (line.ad_amt === 0 ? {} : undefined),
    },
    signsMixed(['ad_amt', 'csamt']),
  ],
  totals: [
    { column: 'ad_amt', label: 'Total Advance Received', how: 'sum' },
    { column: 'csamt', label: 'Total Cess', how: 'sum' },
  ],
}

export const atadj: Table = {
  ...both,
  id: 'atadj',
  section: 'txpd',
  sheets: ['atadj', 'txpd'],
  title: 'Summary For Advance Adjusted (11B) ',
  // The document GET has been seen to answer under either name.
  shape: { path: ['txpd'], downloaded: [['txp']], lines: 'itms' },
  columns: [
    { ...placeOfSupply, width: 27.9 },
    applicablePercent,
    { ...lineRate, width: 5.6 },
    gross('Gross Advance Adjusted', adjusted, ['Advance Adjusted']),
    { ...cess, kind: adjusted },
  ],
  rules: rulesOfBoth,
  totals: [
    { column: 'ad_amt', label: 'Total Advance Adjusted', how: 'sum' },
    { column: 'csamt', label: 'Total Cess', how: 'sum' },
  ],
}

const amendedColumns = ([place, ...others]: readonly Column[]): readonly Column[] => [
  yearColumn,
  monthColumn,
  ...(place === undefined ? [] : [originalPlace(place)]),
  ...others,
]

export const ata = amendedEntries(at, {
  id: 'ata',
  title: 'Summary For Amended Tax Liability(Advance Received) ',
  columns: amendedColumns(at.columns),
})

export const atadja = amendedEntries(atadj, {
  id: 'atadja',
  section: 'txpda',
  sheets: ['atadja', 'txpda'],
  title: 'Summary For Amendement Of Adjustment Advances',
  shape: { path: ['txpda'], downloaded: [['txpa']], lines: 'itms' },
  columns: amendedColumns(atadj.columns),
})
