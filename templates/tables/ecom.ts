// Table 15: supplies under s. 9(5) through an e-commerce operator, told by the operator, who pays the tax on them; apart for
// registered and unregistered (`urp`) suppliers and recipients. And table 15A, where they are amended.
import { amount } from '../columns/amount.ts'
import { choice } from '../columns/choice.ts'
import { gstin } from '../columns/gstin.ts'
import { DOCUMENT_TYPES } from '../lists/invoice-types.ts'
import { originalBeforeTable, originalDated, originalMonth } from '../rules/amendment-rules.ts'
import {
  cessAfterItsEnd,
  cessWithoutPayment,
  dateAfterPeriod,
  dateBeforePeriod,
  dateOverEighteenMonths,
  ownGstin,
  posAbroad,
  posRetired,
  rateOutOfDate,
  valueDiffersFromLines,
} from '../rules/document-rules.ts'
import { cessPastItsEnd, rateOutOfPeriod } from '../rules/entry-rules.ts'
import { amendedDocuments, amendedEntries, monthColumn, yearColumn } from './amendment.ts'
import {
  cess,
  invoiceDate,
  invoiceNumber,
  invoiceValue,
  lineRate,
  placeOfSupply,
  receiverName,
  recipient,
  taxable,
} from './document-columns.ts'
import type { Column, Derived, Rule, Shape, Table } from './table.ts'
import { lineNumber, supplyType, taxSplit } from './tax.ts'

const supplier: Column = {
  name: 'stin',
  header: 'Supplier GSTIN/UIN',
  aliases: ['Supplier GSTIN', 'GSTIN of Supplier'],
  kind: gstin,
  level: 'party',
  need: 'required',
  role: 'party',
  width: 22.7,
}
const supplierName: Column = {
  ...receiverName,
  name: 'supplier',
  header: 'Supplier Name',
  aliases: ['Seller Name'],
}
const buyer: Column = {
  ...recipient,
  name: 'rtin',
  header: 'Recipient GSTIN/UIN',
  aliases: ['Recipient GSTIN', 'GSTIN/UIN of Recipient'],
}
const buyerName: Column = {
  ...receiverName,
  name: 'recipient',
  header: 'Recipient Name',
  aliases: ['Receiver Name'],
}
const number: Column = {
  ...invoiceNumber,
  header: 'Document Number',
  aliases: ['Document No', 'Doc No'],
}
const date: Column = { ...invoiceDate, header: 'Document Date', aliases: ['Date of Document'] }
const value: Column = {
  ...invoiceValue,
  header: 'Value of supplies made',
  aliases: ['Document Value'],
}
const type: Column = {
  name: 'inv_typ',
  header: 'Document type',
  kind: choice('document-type', DOCUMENT_TYPES, 'invoice-type-unknown'),
  level: 'document',
  need: 'required',
  role: 'type',
  width: 27,
}
const lines = [lineRate, taxable, cess] as const
const document = [number, date, value, placeOfSupply, type, ...lines] as const

const signed = amount({ digits: 11, signed: true })
const net: Column = { ...taxable, kind: signed }
const netCess: Column = { ...cess, kind: signed }
const rateOfEntry: Column = { ...lineRate, level: 'document' }
const entry = [placeOfSupply, net, rateOfEntry, netCess] as const
const supplierOfEntry: Column = { ...supplier, level: 'document' }

/** New rows say that they are new, unlike those of other sections. */
const placed = (section: string, list: string, more: Partial<Shape>): Shape => ({
  ...more,
  path: [section, list],
  reported: [[`ecom_${list}`]],
  constants: { flag: 'N' },
})

const BEGAN = '2024-01'
const AMENDED_FROM = '2024-02'

const totalsOf = (...parties: Table['totals']): Table['totals'] => [
  ...parties,
  { column: 'txval', label: 'Total Taxable Value', how: 'sum' },
  { column: 'csamt', label: 'Total Cess', how: 'sum' },
]
const suppliers = { column: 'stin', label: 'No. of Supplier', how: 'distinct' } as const
const documentTotals = [
  { column: 'rtin', label: 'No. of Recipients', how: 'distinct' },
  { column: 'inum', label: 'No. of Documents', how: 'distinct' },
  { column: 'val', label: 'Total Value', how: 'once' },
] as const

const documentRules: readonly Rule[] = [
  ownGstin('rtin'),
  dateAfterPeriod('idt'),
  dateBeforePeriod('idt'),
  dateOverEighteenMonths('idt'),
  posRetired('pos'),
  rateOutOfDate('rt', 'idt'),
  cessAfterItsEnd('csamt', 'idt'),
  cessWithoutPayment('csamt', 'inv_typ'),
  valueDiffersFromLines('val'),
]

const supplierIsRecipient: Rule = {
  code: 'supplier-is-recipient',
  severity: 'error',
  columns: ['stin', 'rtin'],
  source: 'RET191113: nobody supplies to themselves',
  document: ({ fields: { stin, rtin } }) => (stin === rtin ? { gstin: String(stin) } : undefined),
}

const documents = {
  section: 'ecom',
  from: BEGAN,
  iff: true,
  rows: 'lines',
  line: { column: 'rt', repeat: 'stop' },
  derived: [supplyType, lineNumber, taxSplit()],
} as const
const inParty = { documents: 'inv', lines: 'itms', detail: 'itm_det' }

export const ecob2b: Table = {
  ...documents,
  id: 'ecob2b',
  sheets: ['ecob2b', 'Ecom B2B'],
  title: 'Summary For Supplies U/s 9(5)-15-B2B',
  shape: placed('ecom', 'b2b', inParty),
  key: ['stin', 'rtin', 'inum'],
  columns: [supplier, supplierName, buyer, buyerName, ...document],
  rules: [ownGstin('stin'), supplierIsRecipient, ...documentRules],
  totals: totalsOf(suppliers, ...documentTotals),
}

export const ecourp2b: Table = {
  ...documents,
  id: 'ecourp2b',
  sheets: ['ecourp2b', 'Ecom URP2B'],
  title: 'Summary For Supplies U/s 9(5)-15-URP2B',
  shape: placed('ecom', 'urp2b', inParty),
  key: ['rtin', 'inum'],
  columns: [buyer, buyerName, ...document],
  rules: documentRules,
  totals: totalsOf(...documentTotals),
}

const entryRules: readonly Rule[] = [
  posAbroad('pos'),
  posRetired('pos'),
  rateOutOfPeriod('rt'),
  cessPastItsEnd('csamt'),
]

const entries = {
  section: 'ecom',
  from: BEGAN,
  rows: 'add',
  derived: [supplyType, taxSplit({ all: true })],
} as const

export const ecob2c: Table = {
  ...entries,
  id: 'ecob2c',
  sheets: ['ecob2c', 'Ecom B2C'],
  title: 'Summary For Supplies U/s 9(5)-15-B2C',
  shape: placed('ecom', 'b2c', {}),
  key: ['stin', 'pos', 'rt'],
  columns: [supplierOfEntry, supplierName, ...entry],
  rules: [ownGstin('stin'), ...entryRules],
  totals: totalsOf(suppliers),
}

export const ecourp2c: Table = {
  ...entries,
  id: 'ecourp2c',
  sheets: ['ecourp2c', 'Ecom URP2C'],
  title: 'Summary For Supplies U/s 9(5)-15-URP2C',
  shape: placed('ecom', 'urp2c', {}),
  key: ['pos', 'rt'],
  columns: entry,
  rules: entryRules,
  totals: totalsOf(),
}

const amendedDocument = {
  section: 'ecoma',
  from: AMENDED_FROM,
  rules: [originalBeforeTable(originalDated('oidt'), BEGAN)],
} as const

export const ecoab2b = amendedDocuments(ecob2b, {
  ...amendedDocument,
  id: 'ecoab2b',
  title: 'Summary For Supplies U/s 9(5)-15A-B2B',
  shape: placed('ecoma', 'b2ba', inParty),
})

export const ecoaurp2b = amendedDocuments(
  // On this sheet the type stands before the place of supply.
  {
    ...ecourp2b,
    columns: [buyer, buyerName, number, date, value, type, placeOfSupply, ...lines],
  },
  {
    ...amendedDocument,
    id: 'ecoaurp2b',
    title: 'Summary For Supplies U/s 9(5)-15A-URP2B',
    shape: placed('ecoma', 'urp2ba', inParty),
  },
)

const amendedEntry = {
  section: 'ecoma',
  from: AMENDED_FROM,
  rows: 'lines',
  line: { column: 'rt', repeat: 'add' },
  rules: [originalBeforeTable(originalMonth, BEGAN)],
} as const

/** The sheet has one supplier: a wrong one cannot be amended. */
const sameSupplier: Derived = {
  level: 'document',
  names: ['ostin'],
  of(into, { fields }) {
    if (fields.stin !== undefined) into.ostin = fields.stin
  },
}

export const ecoab2c = amendedEntries(
  { ...ecob2c, derived: [sameSupplier, ...ecob2c.derived] },
  {
    ...amendedEntry,
    id: 'ecoab2c',
    title: 'Summary For Supplies U/s 9(5)-15A-B2C',
    shape: placed('ecoma', 'b2ca', { documents: 'posItms', lines: 'itms' }),
    key: ['stin', 'pos'],
    columns: [
      yearColumn,
      monthColumn,
      supplierOfEntry,
      supplierName,
      { ...placeOfSupply, level: 'party' },
      lineRate,
      net,
      netCess,
    ],
  },
)

export const ecoaurp2c = amendedEntries(ecourp2c, {
  ...amendedEntry,
  id: 'ecoaurp2c',
  title: 'Summary For Supplies U/s 9(5)-15A-URP2C',
  shape: placed('ecoma', 'urp2ca', { lines: 'itms' }),
  key: ['pos'],
  columns: [yearColumn, monthColumn, placeOfSupply, lineRate, net, netCess],
})
