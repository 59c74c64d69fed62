// Table 12: supplies by HSN, unit and rate; from 05/2025 apart for registered (`hsn(b2b)`) and other recipients (`hsn(b2c)`).
// Its taxes are typed, not worked out: exports and SEZ supplies without payment have a rate and no tax.
import { amount } from '../columns/amount.ts'
import { choice } from '../columns/choice.ts'
import { hsn as code, isService } from '../columns/hsn.ts'
import type { Kind } from '../columns/kind.ts'
import { quantity } from '../columns/quantity.ts'
import { text } from '../columns/text.ts'
import { NO_UNIT, UNITS } from '../lists/units.ts'
import { cessPastItsEnd, rateOutOfPeriod } from '../rules/entry-rules.ts'
import { cess, lineRate, taxable } from './document-columns.ts'
import type { Column, Rule, Table } from './table.ts'

const tax = (
  kind: Kind,
  name: string,
  header: string,
  aliases: readonly string[],
  width: number,
): Column => ({
  name,
  header,
  aliases,
  kind,
  level: 'line',
  need: 'header',
  fallback: 0,
  role: 'tax',
  width,
})

/** `description`: what the wire calls what the user typed. */
const columnsOf = (description: string, signed: Kind): readonly Column[] => [
  {
    name: 'hsn_sc',
    header: 'HSN',
    aliases: ['HSN/SAC', 'HSN Code', 'HSN/SAC Code'],
    kind: code,
    level: 'document',
    need: 'required',
    role: 'hsn',
    width: 22.6,
  },
  {
    name: description,
    header: 'Description',
    kind: text,
    level: 'document',
    need: 'optional',
    rowsDiffer: 'first-wins',
    width: 14.1,
  },
  {
    name: 'uqc',
    header: 'UQC',
    aliases: ['Unit', 'Unit Quantity Code'],
    kind: choice('uqc', UNITS, 'uqc-unknown'),
    level: 'document',
    need: 'header',
    fallback: NO_UNIT,
    role: 'uqc',
    width: 19.3,
  },
  {
    name: 'qty',
    header: 'Total Quantity',
    aliases: ['Quantity', 'Qty'],
    kind: quantity,
    level: 'line',
    need: 'header',
    fallback: 0,
    role: 'quantity',
    width: 13.4,
  },
  {
    name: 'total',
    header: 'Total Value',
    kind: signed,
    level: 'line',
    need: 'optional',
    sheetOnly: true,
    width: 23.7,
  },
  { ...lineRate, level: 'document', width: 15.3 },
  { ...taxable, kind: signed, width: 29.1 },
  tax(signed, 'iamt', 'Integrated Tax Amount', ['Integrated Tax', 'IGST', 'IGST Amount'], 21),
  tax(signed, 'camt', 'Central Tax Amount', ['Central Tax', 'CGST', 'CGST Amount'], 18.6),
  tax(
    signed,
    'samt',
    'State/UT Tax Amount',
    ['State/UT Tax', 'State Tax', 'SGST', 'SGST Amount'],
    20.1,
  ),
  { ...cess, kind: signed },
]

/** Above this turnover of the year before, six digits (Notification 78/2020-CT). */
const FIVE_CRORE = 5_00_00_000_00

const rules: readonly Rule[] = [
  {
    code: 'hsn-too-short',
    severity: 'error',
    columns: ['hsn_sc'],
    source: 'RET191350',
    document: ({ fields }, { taxpayer: { turnover } }) =>
      turnover !== undefined && turnover > FIVE_CRORE && String(fields.hsn_sc).length < 6
        ? { code: String(fields.hsn_sc), turnover }
        : undefined,
  },
  {
    code: 'service-with-unit',
    severity: 'error',
    columns: ['uqc'],
    source: 'RET191353',
    document: ({ fields }) =>
      isService(fields.hsn_sc) && fields.uqc !== NO_UNIT
        ? { code: String(fields.hsn_sc), unit: String(fields.uqc) }
        : undefined,
  },
  {
    code: 'service-with-quantity',
    severity: 'error',
    columns: ['qty'],
    source: 'RET191355',
    line: (line, { fields }) =>
      isService(fields.hsn_sc) && line.qty !== 0
        ? { code: String(fields.hsn_sc), quantity: Number(line.qty) / 100 }
        : undefined,
  },
  {
    code: 'goods-without-unit',
    severity: 'error',
    columns: ['uqc'],
    source: 'RET191353',
    document: ({ fields }) =>
      !isService(fields.hsn_sc) && fields.uqc === NO_UNIT
        ? { code: String(fields.hsn_sc) }
        : undefined,
  },
  {
    code: 'goods-without-quantity',
    severity: 'warning',
    columns: ['qty'],
    source: 'Table 12 asks for the quantity of goods; a correction of value alone has none',
    line: (line, { fields }) =>
      !isService(fields.hsn_sc) && line.qty === 0 ? { code: String(fields.hsn_sc) } : undefined,
  },
  {
    code: 'halves-differ',
    severity: 'warning',
    columns: ['camt', 'samt'],
    source: 'CGST and SGST are levied at one rate; the portal only warns',
    line: ({ camt, samt }) =>
      camt === samt ? undefined : { central: Number(camt), state: Number(samt) },
  },
  rateOutOfPeriod('rt'),
  cessPastItsEnd('csamt'),
]

const common = {
  section: 'hsn',
  title: 'Summary For HSN(12)',
  key: ['hsn_sc', 'uqc', 'rt'],
  rows: 'add',
  derived: [],
  rules,
  totals: [
    { column: 'hsn_sc', label: 'No. of HSN', how: 'distinct' },
    { column: 'total', label: 'Total Value', how: 'sum' },
    { column: 'txval', label: 'Total Taxable Value', how: 'sum' },
    { column: 'iamt', label: 'Total Integrated Tax', how: 'sum' },
    { column: 'camt', label: 'Total Central Tax', how: 'sum' },
    { column: 'samt', label: 'Total State/UT Tax', how: 'sum' },
    { column: 'csamt', label: 'Total Cess', how: 'sum' },
  ],
} as const

/** Before 05/2021 records had a value in place of the rate; those returns can no longer be filed (CGST Act s. 37(5)). */
export const hsn: Table = {
  ...common,
  id: 'hsn',
  sheets: ['hsn'],
  from: '2021-05',
  until: '2025-04',
  shape: { path: ['hsn', 'data'], reported: [['hsnsum', 'data']], counter: 'num' },
  columns: columnsOf('desc', amount({ digits: 11, signed: true })),
}

const hsnTable = (id: string, list: string): Table => ({
  ...common,
  id,
  sheets: [id],
  from: '2025-05',
  // A report of refused rows may still have them under the one list of earlier periods.
  shape: {
    path: ['hsn', list],
    reported: [
      ['hsn', 'data'],
      ['hsnsum', 'data'],
    ],
    counter: 'num',
  },
  columns: columnsOf('user_desc', amount({ digits: 13, signed: true })),
})

export const hsnB2b = hsnTable('hsn(b2b)', 'hsn_b2b')
export const hsnB2c = hsnTable('hsn(b2c)', 'hsn_b2c')
