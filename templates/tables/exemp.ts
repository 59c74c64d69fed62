// Table 8: nil-rated, exempt and non-GST supplies, four entries at most, without tax.
import { amount } from '../columns/amount.ts'
import { choice } from '../columns/choice.ts'
import { EXEMPT_SUPPLIES } from '../lists/exempt-supplies.ts'
import type { Column, Table } from './table.ts'

const bucket = (name: string, header: string, width: number): Column => ({
  name,
  header,
  kind: amount({ digits: 11, signed: true }),
  level: 'line',
  need: 'header',
  fallback: 0,
  role: 'taxable',
  width,
})

export const exemp: Table = {
  id: 'exemp',
  section: 'nil',
  sheets: ['exemp'],
  title: 'Summary For Nil rated, exempted and non GST outward supplies (8)',
  shape: { path: ['nil', 'inv'] },
  key: ['sply_ty'],
  rows: 'add',
  columns: [
    {
      name: 'sply_ty',
      header: 'Description',
      kind: choice('exempt-supply', EXEMPT_SUPPLIES, 'exempt-supply-unknown'),
      level: 'document',
      need: 'required',
      role: 'type',
      width: 38.1,
    },
    { ...bucket('nil_amt', 'Nil Rated Supplies', 24.1), aliases: ['Nil Rated'] },
    {
      ...bucket('expt_amt', 'Exempted(other than nil rated/non GST supply)', 24.9),
      aliases: ['Exempted', 'Exempted Supplies'],
    },
    { ...bucket('ngsup_amt', 'Non-GST Supplies', 24), aliases: ['Non-GST'] },
  ],
  derived: [],
  rules: [],
  amounts: { txval: ['nil_amt', 'expt_amt', 'ngsup_amt'] },
  totals: [
    { column: 'nil_amt', label: 'Total Nil Rated Supplies', how: 'sum' },
    { column: 'expt_amt', label: 'Total Exempted Supplies', how: 'sum' },
    { column: 'ngsup_amt', label: 'Total Non-GST Supplies', how: 'sum' },
  ],
}
