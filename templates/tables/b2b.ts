// Tables 4A, 4B, 6B, 6C: supplies to registered persons, SEZ and deemed exports; and table 9A, where they are amended.
import { choice } from '../columns/choice.ts'
import { INVOICE_TYPES } from '../lists/invoice-types.ts'
import {
  cessAfterItsEnd,
  cessWithoutPayment,
  dateAfterPeriod,
  dateBeforePeriod,
  dateOverEighteenMonths,
  ownGstin,
  posRetired,
  rateOutOfDate,
  valueDiffersFromLines,
} from '../rules/document-rules.ts'
import { amendedDocuments } from './amendment.ts'
import {
  applicablePercent,
  cess,
  invoiceDate,
  invoiceNumber,
  invoiceValue,
  lineRate,
  operator,
  placeOfSupply,
  receiverName,
  recipient,
  reverseCharge,
  taxable,
} from './document-columns.ts'
import type { Table } from './table.ts'
import { lineNumber, taxSplit } from './tax.ts'

export const b2b: Table = {
  id: 'b2b',
  section: 'b2b',
  sheets: ['b2b,sez,de', 'b2b'],
  title: 'Summary For B2B, SEZ, DE (4A, 4B, 6B, 6C)',
  iff: true,
  shape: { path: ['b2b'], documents: 'inv', lines: 'itms', detail: 'itm_det' },
  key: ['ctin', 'inum'],
  rows: 'lines',
  series: 'invoice',
  line: { column: 'rt', repeat: 'stop' },
  columns: [
    recipient,
    receiverName,
    invoiceNumber,
    invoiceDate,
    invoiceValue,
    placeOfSupply,
    { ...reverseCharge, need: 'optional', fallback: 'N' },
    applicablePercent,
    {
      name: 'inv_typ',
      header: 'Invoice Type',
      kind: choice('invoice-type', INVOICE_TYPES, 'invoice-type-unknown'),
      level: 'document',
      need: 'required',
      role: 'type',
      width: 24,
    },
    operator,
    lineRate,
    taxable,
    cess,
  ],
  derived: [lineNumber, taxSplit()],
  rules: [
    ownGstin('ctin'),
    dateAfterPeriod('idt'),
    dateBeforePeriod('idt'),
    dateOverEighteenMonths('idt'),
    posRetired('pos'),
    rateOutOfDate('rt', 'idt'),
    cessAfterItsEnd('csamt', 'idt'),
    cessWithoutPayment('csamt', 'inv_typ'),
    valueDiffersFromLines('val', ({ rchrg }) => rchrg === 'Y'),
    {
      code: 'cbw-needs-reverse-charge',
      severity: 'error',
      columns: ['rchrg', 'inv_typ'],
      source: 'Table 4: type CBW is reported with reverse charge Y',
      document: ({ fields }) => (fields.inv_typ === 'CBW' && fields.rchrg !== 'Y' ? {} : undefined),
    },
    {
      code: 'deemed-export-reverse-charge',
      severity: 'error',
      columns: ['rchrg', 'inv_typ'],
      source: 'Table 6C: a deemed export is never on reverse charge',
      document: ({ fields }) => (fields.inv_typ === 'DE' && fields.rchrg === 'Y' ? {} : undefined),
    },
  ],
  totals: [
    { column: 'ctin', label: 'No. of Recipients', how: 'distinct' },
    { column: 'inum', label: 'No. of Invoices', how: 'distinct' },
    { column: 'val', label: 'Total Invoice Value', how: 'once' },
    { column: 'txval', label: 'Total Taxable Value', how: 'sum' },
    { column: 'csamt', label: 'Total Cess', how: 'sum' },
  ],
}

export const b2ba = amendedDocuments(b2b, { id: 'b2ba', title: 'Summary For B2BA' })
