// The document sheets as the official workbook has them: title, headers in their order, labels of the totals.
import { expect, test } from 'vitest'
import { b2cl } from '../../../templates/tables/b2cl.ts'
import { cdnr } from '../../../templates/tables/cdnr.ts'
import { cdnur } from '../../../templates/tables/cdnur.ts'
import { exp } from '../../../templates/tables/exp.ts'

const PERCENT = 'Applicable % of Tax Rate'

test.each([
  {
    table: b2cl,
    title: 'Summary For B2CL(5)',
    headers: [
      'Invoice Number',
      'Invoice date',
      'Invoice Value',
      'Place Of Supply',
      PERCENT,
      'Rate',
      'Taxable Value',
      'Cess Amount',
      'E-Commerce GSTIN',
    ],
    totals: [
      ['A', 'No. of Invoices'],
      ['C', 'Total Inv Value'],
      ['G', 'Total Taxable Value'],
      ['H', 'Total Cess'],
    ],
  },
  {
    table: cdnr,
    title: 'Summary For CDNR(9B)',
    headers: [
      'GSTIN/UIN of Recipient',
      'Receiver Name',
      'Note Number',
      'Note Date',
      'Note Type',
      'Place Of Supply',
      'Reverse Charge',
      'Note Supply Type',
      'Note Value',
      PERCENT,
      'Rate',
      'Taxable Value',
      'Cess Amount',
    ],
    totals: [
      ['A', 'No. of Recipients'],
      ['C', 'No. of Notes'],
      ['I', 'Total Note Value'],
      ['L', 'Total Taxable Value'],
      ['M', 'Total Cess'],
    ],
  },
  {
    table: cdnur,
    title: 'Summary For CDNUR(9B)',
    headers: [
      'UR Type',
      'Note Number',
      'Note Date',
      'Note Type',
      'Place Of Supply',
      'Note Value',
      PERCENT,
      'Rate',
      'Taxable Value',
      'Cess Amount',
    ],
    totals: [
      ['B', 'No. of Notes'],
      ['F', 'Total Note Value'],
      ['I', 'Total Taxable Value'],
      ['J', 'Total Cess'],
    ],
  },
  {
    table: exp,
    title: 'Summary For EXP(6)',
    headers: [
      'Export Type',
      'Invoice Number',
      'Invoice date',
      'Invoice Value',
      'Port Code',
      'Shipping Bill Number',
      'Shipping Bill Date',
      'Rate',
      'Taxable Value',
      'Cess Amount',
    ],
    totals: [
      ['B', 'No. of Invoices'],
      ['D', 'Total Invoice Value'],
      ['F', 'No. of Shipping Bill'],
      ['I', 'Total Taxable Value'],
    ],
  },
])('$table.id', ({ table, title, headers, totals }) => {
  expect(table.title).toBe(title)
  expect(table.columns.map(({ header }) => header)).toEqual(headers)
  const letter = (name: string) => 'ABCDEFGHIJKLM'[table.columns.findIndex((c) => c.name === name)]
  expect(table.totals.map(({ column, label }) => [letter(column), label])).toEqual(totals)
})
