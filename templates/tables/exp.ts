// Table 6A: exports, with payment of IGST or without (LUT, bond); and table 9A, where they are amended.
import { choice } from '../columns/choice.ts'
import { date } from '../columns/date.ts'
import { portCode } from '../columns/port-code.ts'
import { shippingBill } from '../columns/shipping-bill.ts'
import { EXPORT_TYPES } from '../lists/export-types.ts'
import {
  cessAfterItsEnd,
  cessWithoutPayment,
  dateAfterPeriod,
  dateBeforePeriod,
  dateOverEighteenMonths,
  rateOutOfDate,
  valueDiffersFromLines,
} from '../rules/document-rules.ts'
import { amendedDocuments } from './amendment.ts'
import {
  cess,
  invoiceDate,
  invoiceNumber,
  invoiceValue,
  lineRate,
  taxable,
} from './document-columns.ts'
import type { Rule, Table } from './table.ts'
import { integratedTax } from './tax.ts'

const billIncomplete: Rule = {
  code: 'shipping-bill-incomplete',
  severity: 'error',
  columns: ['sbnum', 'sbdt'],
  source: 'Table 6A: number and date of the bill stand together',
  document: ({ fields: { sbnum, sbdt } }) =>
    (sbnum === undefined) === (sbdt === undefined) ? undefined : {},
}

const billBeforeInvoice: Rule = {
  code: 'shipping-bill-before-invoice',
  severity: 'warning',
  columns: ['sbdt', 'idt'],
  source: 'RET191176; the offline tool lets it pass, so the portal decides',
  document: ({ fields: { sbdt, idt } }) =>
    sbdt !== undefined && idt !== undefined && sbdt < idt
      ? { bill: sbdt, invoice: idt }
      : undefined,
}

const billNone: Rule = {
  code: 'shipping-bill-none',
  severity: 'note',
  columns: ['sbpcode', 'sbnum', 'sbdt'],
  source: 'CGST rule 96(1): the shipping bill is the application for refund',
  document: ({ fields: { exp_typ, sbpcode, sbnum } }) =>
    exp_typ === 'WPAY' && (sbpcode === undefined || sbnum === undefined) ? {} : undefined,
}

export const exp: Table = {
  id: 'exp',
  section: 'exp',
  sheets: ['exp'],
  title: 'Summary For EXP(6)',
  shape: { path: ['exp'], documents: 'inv', lines: 'itms' },
  key: ['exp_typ', 'inum'],
  rows: 'lines',
  series: 'invoice',
  line: { column: 'rt', repeat: 'stop' },
  columns: [
    {
      name: 'exp_typ',
      header: 'Export Type',
      aliases: ['Type of Export', 'Type'],
      kind: choice('export-type', EXPORT_TYPES, 'export-type-unknown'),
      level: 'party',
      need: 'required',
      role: 'type',
      width: 21,
    },
    { ...invoiceNumber, width: 15.3 },
    invoiceDate,
    invoiceValue,
    {
      name: 'sbpcode',
      header: 'Port Code',
      aliases: ['Port', 'Shipping Port Code'],
      kind: portCode,
      level: 'document',
      need: 'optional',
      role: 'shipping-bill',
      width: 9.6,
    },
    {
      name: 'sbnum',
      header: 'Shipping Bill Number',
      aliases: ['Shipping Bill No', 'SB Number', 'SB No'],
      kind: shippingBill,
      level: 'document',
      need: 'optional',
      role: 'shipping-bill',
      width: 19.3,
    },
    {
      name: 'sbdt',
      header: 'Shipping Bill Date',
      aliases: ['SB Date'],
      kind: date,
      level: 'document',
      need: 'optional',
      role: 'shipping-bill',
      width: 16.1,
    },
    { ...lineRate, width: 5.6 },
    taxable,
    cess,
  ],
  derived: [integratedTax],
  rules: [
    dateAfterPeriod('idt'),
    dateBeforePeriod('idt'),
    dateOverEighteenMonths('idt'),
    billIncomplete,
    billBeforeInvoice,
    billNone,
    rateOutOfDate('rt', 'idt'),
    cessAfterItsEnd('csamt', 'idt'),
    cessWithoutPayment('csamt', 'exp_typ'),
    // The buyer abroad is seldom charged the IGST that is paid and refunded.
    valueDiffersFromLines('val', () => true),
  ],
  totals: [
    { column: 'inum', label: 'No. of Invoices', how: 'distinct' },
    { column: 'val', label: 'Total Invoice Value', how: 'once' },
    { column: 'sbnum', label: 'No. of Shipping Bill', how: 'distinct' },
    { column: 'txval', label: 'Total Taxable Value', how: 'sum' },
  ],
}

export const expa = amendedDocuments(exp, { id: 'expa', title: 'Summary For EXPA' })
