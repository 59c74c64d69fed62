// Tables 5A, 5B: inter-state supplies to unregistered persons, large enough to be reported one by one; and table 9A, where
// they are amended.
import { monthOf } from '../identifiers.ts'
import { B2CL_LIMITS } from '../lists/b2cl-limits.ts'
import {
  cessAfterItsEnd,
  dateAfterPeriod,
  dateBeforePeriod,
  dateOverEighteenMonths,
  posAbroad,
  posOwnState,
  posRetired,
  rateOutOfDate,
  valueDiffersFromLines,
} from '../rules/document-rules.ts'
import { amendedDocuments, originalNumber, originalPlace, revised } from './amendment.ts'
import {
  applicablePercent,
  cess,
  invoiceDate,
  invoiceNumber,
  invoiceValue,
  lineRate,
  operator,
  placeOfSupply,
  taxable,
} from './document-columns.ts'
import type { Column, Table } from './table.ts'
import { integratedTax, lineNumber } from './tax.ts'

const number: Column = { ...invoiceNumber, width: 22.7 }
const place: Column = { ...placeOfSupply, level: 'party', width: 19.4 }
const others = [applicablePercent, { ...lineRate, width: 5.7 }, taxable, cess, operator] as const

export const b2cl: Table = {
  id: 'b2cl',
  section: 'b2cl',
  sheets: ['b2cl'],
  title: 'Summary For B2CL(5)',
  shape: { path: ['b2cl'], documents: 'inv', lines: 'itms', detail: 'itm_det' },
  key: ['inum'],
  rows: 'lines',
  series: 'invoice',
  line: { column: 'rt', repeat: 'stop' },
  columns: [number, invoiceDate, invoiceValue, place, ...others],
  derived: [lineNumber, integratedTax],
  rules: [
    dateAfterPeriod('idt'),
    dateBeforePeriod('idt'),
    dateOverEighteenMonths('idt'),
    posOwnState('pos'),
    posAbroad('pos'),
    posRetired('pos'),
    rateOutOfDate('rt', 'idt'),
    cessAfterItsEnd('csamt', 'idt'),
    valueDiffersFromLines('val'),
    {
      code: 'b2cl-not-above-limit',
      severity: 'error',
      columns: ['val'],
      source: 'RET191180; rule 59(4)',
      document({ fields }, { period }) {
        const limit = B2CL_LIMITS.findLast(({ from }) => from <= monthOf(period))?.limit ?? 0
        const value = Number(fields.val)
        return value > limit ? undefined : { value, limit }
      },
    },
  ],
  totals: [
    { column: 'inum', label: 'No. of Invoices', how: 'distinct' },
    { column: 'val', label: 'Total Inv Value', how: 'once' },
    { column: 'txval', label: 'Total Taxable Value', how: 'sum' },
    { column: 'csamt', label: 'Total Cess', how: 'sum' },
  ],
}

/** The invoice stays in its state: the place of supply is the original's. */
export const b2cla = amendedDocuments(b2cl, {
  id: 'b2cla',
  title: 'Summary For B2CLA',
  columns: [
    ...originalNumber(number, invoiceDate),
    originalPlace(place),
    revised(number),
    revised(invoiceDate),
    invoiceValue,
    ...others,
  ],
})
