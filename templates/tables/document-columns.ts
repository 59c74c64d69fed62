// Columns that several document tables have in common; a table changes what differs, mostly the width.
import { amount } from '../columns/amount.ts'
import { date } from '../columns/date.ts'
import { documentNumber } from '../columns/document-number.ts'
import { gstin } from '../columns/gstin.ts'
import { percent } from '../columns/percent.ts'
import { pos } from '../columns/pos.ts'
import { rate } from '../columns/rate.ts'
import { text } from '../columns/text.ts'
import { yesNo } from '../columns/yes-no.ts'
import type { Column } from './table.ts'

export const recipient: Column = {
  name: 'ctin',
  header: 'GSTIN/UIN of Recipient',
  aliases: ['GSTIN of Recipient', 'GSTIN/UIN', 'Recipient GSTIN', 'Customer GSTIN'],
  kind: gstin,
  level: 'party',
  need: 'required',
  role: 'party',
  width: 22.7,
}

export const receiverName: Column = {
  name: 'receiver',
  header: 'Receiver Name',
  aliases: ['Recipient Name', 'Customer Name', 'Party Name'],
  kind: text,
  level: 'document',
  need: 'optional',
  sheetOnly: true,
  width: 22.7,
}

export const invoiceNumber: Column = {
  name: 'inum',
  header: 'Invoice Number',
  aliases: ['Invoice No', 'Inv No'],
  kind: documentNumber,
  level: 'document',
  need: 'required',
  role: 'number',
  width: 17.9,
}

export const invoiceDate: Column = {
  name: 'idt',
  header: 'Invoice date',
  aliases: ['Date of Invoice', 'Inv Date'],
  kind: date,
  level: 'document',
  need: 'required',
  role: 'date',
  width: 13,
}

export const invoiceValue: Column = {
  name: 'val',
  header: 'Invoice Value',
  aliases: ['Total Invoice Value'],
  kind: amount({ digits: 13 }),
  level: 'document',
  need: 'required',
  role: 'value',
  width: 19.6,
}

export const placeOfSupply: Column = {
  name: 'pos',
  header: 'Place Of Supply',
  aliases: ['POS'],
  kind: pos,
  level: 'document',
  need: 'required',
  role: 'pos',
  width: 20,
}

export const reverseCharge: Column = {
  name: 'rchrg',
  header: 'Reverse Charge',
  aliases: ['RCM Applicable'],
  kind: yesNo,
  level: 'document',
  need: 'required',
  width: 14.9,
}

export const applicablePercent: Column = {
  name: 'diff_percent',
  header: 'Applicable % of Tax Rate',
  kind: percent,
  level: 'document',
  need: 'optional',
  fallback: 100,
  width: 14.9,
}

export const operator: Column = {
  name: 'etin',
  header: 'E-Commerce GSTIN',
  kind: text,
  level: 'document',
  need: 'blank',
  sheetOnly: true,
  role: 'operator',
  width: 19.3,
}

export const lineRate: Column = {
  name: 'rt',
  header: 'Rate',
  aliases: ['Rate %', 'GST%', 'GST Rate', 'Tax Rate'],
  kind: rate,
  level: 'line',
  need: 'required',
  role: 'rate',
  width: 7.4,
}

export const taxable: Column = {
  name: 'txval',
  header: 'Taxable Value',
  kind: amount({ digits: 11 }),
  level: 'line',
  need: 'required',
  role: 'taxable',
  width: 20,
}

export const cess: Column = {
  name: 'csamt',
  header: 'Cess Amount',
  aliases: ['Cess'],
  kind: amount({ digits: 11 }),
  level: 'line',
  need: 'optional',
  fallback: 0,
  width: 12.4,
}
