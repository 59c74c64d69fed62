// Table 9B, registered: credit and debit notes to registered persons; and table 9C, where they are amended.
import { choice } from '../columns/choice.ts'
import { INVOICE_TYPES } from '../lists/invoice-types.ts'
import {
  cessWithoutPayment,
  dateAfterPeriod,
  dateBeforePeriod,
  dateOverEighteenMonths,
  ownGstin,
  posRetired,
  valueDiffersFromLines,
} from '../rules/document-rules.ts'
import { amendedDocuments } from './amendment.ts'
import {
  applicablePercent,
  lineRate,
  placeOfSupply,
  receiverName,
  recipient,
  reverseCharge,
} from './document-columns.ts'
import {
  noteCess,
  noteDate,
  noteNumber,
  noteTaxable,
  noteTaxableZero,
  noteType,
  noteValue,
} from './note-columns.ts'
import type { Table } from './table.ts'
import { lineNumber, taxSplit } from './tax.ts'

export const cdnr: Table = {
  id: 'cdnr',
  section: 'cdnr',
  sheets: ['cdnr'],
  title: 'Summary For CDNR(9B)',
  iff: true,
  shape: { path: ['cdnr'], documents: 'nt', lines: 'itms', detail: 'itm_det' },
  key: ['ctin', 'nt_num'],
  rows: 'lines',
  series: 'note',
  minus: { column: 'ntty', value: 'C' },
  line: { column: 'rt', repeat: 'stop' },
  columns: [
    { ...recipient, width: 24.9 },
    { ...receiverName, width: 24.9 },
    noteNumber,
    noteDate,
    noteType,
    { ...placeOfSupply, width: 19.4 },
    reverseCharge,
    {
      name: 'inv_typ',
      header: 'Note Supply Type',
      aliases: ['Supply Type', 'Invoice Type'],
      kind: choice('invoice-type', INVOICE_TYPES, 'invoice-type-unknown'),
      level: 'document',
      need: 'required',
      role: 'type',
      width: 26.7,
    },
    noteValue,
    applicablePercent,
    { ...lineRate, width: 6.3 },
    noteTaxable,
    noteCess,
  ],
  derived: [lineNumber, taxSplit()],
  // No rule on retired rates or cess: a note keeps the rate of the supply it corrects.
  rules: [
    ownGstin('ctin'),
    dateAfterPeriod('nt_dt'),
    dateBeforePeriod('nt_dt'),
    dateOverEighteenMonths('nt_dt'),
    posRetired('pos'),
    noteTaxableZero,
    cessWithoutPayment('csamt', 'inv_typ'),
    valueDiffersFromLines('val', ({ rchrg }) => rchrg === 'Y'),
  ],
  totals: [
    { column: 'ctin', label: 'No. of Recipients', how: 'distinct' },
    { column: 'nt_num', label: 'No. of Notes', how: 'distinct' },
    { column: 'val', label: 'Total Note Value', how: 'once' },
    { column: 'txval', label: 'Total Taxable Value', how: 'sum' },
    { column: 'csamt', label: 'Total Cess', how: 'sum' },
  ],
}

export const cdnra = amendedDocuments(cdnr, { id: 'cdnra', title: 'Summary For CDNRA' })
