// Table 7: supplies to consumers below the limit of table 5, net of notes; an entry for each place, rate and percentage. And
// table 10, where those of an earlier month are amended: an entry for each place, with a line for each rate.
import { amount } from '../columns/amount.ts'
import { choice } from '../columns/choice.ts'
import { posAbroad, posRetired } from '../rules/document-rules.ts'
import { cessPastItsEnd, rateOutOfPeriod } from '../rules/entry-rules.ts'
import { amendedEntries, monthColumn, yearColumn } from './amendment.ts'
import {
  applicablePercent,
  cess,
  lineRate,
  operator,
  placeOfSupply,
  taxable,
} from './document-columns.ts'
import type { Column, Table } from './table.ts'
import { supplyType, taxSplit } from './tax.ts'

const signed = amount({ digits: 11, signed: true })

/** The list still offers `E`, which is refused: sales through an operator are OE here, and told again in table 14. */
const TYPES = [{ wire: 'OE', label: 'OE', aliases: ['Other than E-Commerce'] }]

const type: Column = {
  name: 'typ',
  header: 'Type',
  kind: choice('b2cs-type', TYPES, 'b2cs-type-unknown'),
  level: 'document',
  need: 'required',
  role: 'type',
  width: 22.4,
}
const place: Column = { ...placeOfSupply, width: 19.4 }
const value: Column = { ...taxable, kind: signed, width: 20.6 }
const cessOf: Column = { ...cess, kind: signed }

export const b2cs: Table = {
  id: 'b2cs',
  section: 'b2cs',
  sheets: ['b2cs'],
  title: 'Summary For B2CS(7)',
  shape: { path: ['b2cs'] },
  key: ['typ', 'pos', 'rt', 'diff_percent'],
  rows: 'add',
  columns: [
    type,
    place,
    applicablePercent,
    { ...lineRate, level: 'document', width: 5.6 },
    value,
    cessOf,
    operator,
  ],
  derived: [supplyType, taxSplit()],
  rules: [posAbroad('pos'), posRetired('pos'), rateOutOfPeriod('rt'), cessPastItsEnd('csamt')],
  totals: [
    { column: 'txval', label: 'Total Taxable  Value', how: 'sum' },
    { column: 'csamt', label: 'Total Cess', how: 'sum' },
  ],
}

export const b2csa = amendedEntries(b2cs, {
  id: 'b2csa',
  title: 'Summary For B2CSA',
  shape: { path: ['b2csa'], lines: 'itms' },
  key: ['typ', 'pos', 'diff_percent'],
  rows: 'lines',
  line: { column: 'rt', repeat: 'add' },
  columns: [
    yearColumn,
    monthColumn,
    place,
    type,
    applicablePercent,
    lineRate,
    value,
    cessOf,
    operator,
  ],
})
