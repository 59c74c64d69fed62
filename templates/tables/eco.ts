// Table 14: what the seller supplied through each e-commerce operator, who collects tax at source (s. 52) or pays the tax in
// the seller's place (s. 9(5)); and table 14A, where an earlier month is amended. Taxes are typed and have names of their own.
import { amount } from '../columns/amount.ts'
import { choice } from '../columns/choice.ts'
import { gstin } from '../columns/gstin.ts'
import { AMENDED_SUPPLY_NATURES, SUPPLY_NATURES } from '../lists/supply-natures.ts'
import { originalBeforeTable, originalMonth } from '../rules/amendment-rules.ts'
import { ownGstin } from '../rules/document-rules.ts'
import { halvesDiffer, signsMixed } from '../rules/entry-rules.ts'
import { amendedEntries, monthColumn, original, revised, yearColumn } from './amendment.ts'
import { receiverName } from './document-columns.ts'
import type { Column, Rule, Table } from './table.ts'

const signed = amount({ digits: 11, signed: true })

const nature = (natures: typeof SUPPLY_NATURES): Column => ({
  name: 'nature',
  header: 'Nature of Supply',
  aliases: ['Nature'],
  kind: choice('supply-nature', natures, 'supply-nature-unknown'),
  level: 'document',
  need: 'required',
  role: 'type',
  width: 36,
})

const operator: Column = {
  name: 'etin',
  header: 'GSTIN of E-Commerce Operator',
  aliases: ['E-Commerce GSTIN', 'Operator GSTIN'],
  kind: gstin,
  level: 'document',
  need: 'required',
  role: 'operator',
  width: 29,
}

const operatorName: Column = {
  ...receiverName,
  name: 'operator',
  header: 'E-Commerce Operator Name',
  aliases: ['Operator Name'],
}

const value: Column = {
  name: 'suppval',
  header: 'Net value of supplies',
  aliases: ['Net Value'],
  kind: signed,
  level: 'line',
  need: 'required',
  role: 'taxable',
  width: 21,
}

const tax = (name: string, header: string, ...aliases: readonly string[]): Column => ({
  name,
  header,
  aliases: [`${header} Amount`, ...aliases],
  kind: signed,
  level: 'line',
  need: 'header',
  fallback: 0,
  role: 'tax',
  width: 16,
})

const taxes: readonly Column[] = [
  tax('igst', 'Integrated tax', 'IGST'),
  tax('cgst', 'Central tax', 'CGST'),
  tax('sgst', 'State/UT tax', 'SGST'),
  tax('cess', 'Cess'),
]

const operatorCollectsTax: Rule = {
  code: 'operator-not-tcs',
  severity: 'error',
  columns: ['nature', 'etin'],
  source: 'RET191152: who collects tax at source is registered for it, with C as 14th character',
  document: ({ fields: { nature, etin } }) =>
    String(nature).startsWith('clttx') && String(etin).charAt(13) !== 'C'
      ? { gstin: String(etin) }
      : undefined,
}

const operatorPaysTax: Rule = {
  code: 'operator-pays-tax',
  severity: 'note',
  columns: ['nature', 'igst', 'cgst', 'sgst'],
  source: 'CGST Act s. 9(5): the operator is liable for the tax, as if the supplier',
  document: ({ fields: { nature }, lines }) =>
    String(nature).startsWith('paytx') &&
    lines.some(({ igst, cgst, sgst }) => [igst, cgst, sgst].some((one) => Number(one) !== 0))
      ? {}
      : undefined,
}

export const eco: Table = {
  id: 'eco',
  section: 'supeco',
  sheets: ['eco', 'Supeco'],
  title: 'Summary For Supplies through ECO-14',
  from: '2024-01',
  // An error report has the two lists at its root.
  shape: { path: ['supeco'], member: 'nature', reported: [[]] },
  key: ['nature', 'etin'],
  rows: 'add',
  columns: [nature(SUPPLY_NATURES), operator, operatorName, value, ...taxes],
  derived: [],
  rules: [
    ownGstin('etin'),
    operatorCollectsTax,
    operatorPaysTax,
    signsMixed(['suppval', 'igst', 'cgst', 'sgst', 'cess']),
    halvesDiffer('cgst', 'sgst', 'error'),
  ],
  amounts: {
    txval: ['suppval'],
    iamt: ['igst'],
    camt: ['cgst'],
    samt: ['sgst'],
    csamt: ['cess'],
  },
  totals: [
    { column: 'etin', label: 'No. of E-Commerce Operator', how: 'distinct' },
    { column: 'suppval', label: 'Total Net Value', how: 'sum' },
    { column: 'igst', label: 'Total Integrated Tax', how: 'sum' },
    { column: 'cgst', label: 'Total Central Tax', how: 'sum' },
    { column: 'sgst', label: 'Total State/UT Tax', how: 'sum' },
    { column: 'cess', label: 'Total Cess', how: 'sum' },
  ],
}

export const ecoa = amendedEntries(eco, {
  id: 'ecoa',
  section: 'supecoa',
  sheets: ['ecoa', 'Supecoa'],
  title: 'Summary For Amended Supplies through ECO-14A',
  from: '2024-02',
  shape: { path: ['supecoa'], member: 'nature', reported: [[]] },
  key: ['nature', 'oetin', 'etin'],
  columns: [
    nature(AMENDED_SUPPLY_NATURES),
    yearColumn,
    monthColumn,
    original(operator, 'operator'),
    revised(operator),
    operatorName,
    revised(value),
    ...taxes,
  ],
  rules: [originalBeforeTable(originalMonth, '2024-01')],
  totals: eco.totals.map((total) =>
    total.column === 'etin' ? { ...total, column: 'oetin' } : total,
  ),
})
