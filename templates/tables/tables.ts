// Every table we know, in the order of the official workbook.
import { monthOf, type Period } from '../identifiers.ts'
import { at, ata, atadj, atadja } from './advances.ts'
import { b2b, b2ba } from './b2b.ts'
import type { Taxpayer } from '../taxpayer.ts'
import { b2cl, b2cla } from './b2cl.ts'
import { b2cs, b2csa } from './b2cs.ts'
import { cdnr, cdnra } from './cdnr.ts'
import { cdnur, cdnura } from './cdnur.ts'
import { docs } from './docs.ts'
import { eco, ecoa } from './eco.ts'
import {
  ecoab2b,
  ecoab2c,
  ecoaurp2b,
  ecoaurp2c,
  ecob2b,
  ecob2c,
  ecourp2b,
  ecourp2c,
} from './ecom.ts'
import { exemp } from './exemp.ts'
import { exp, expa } from './exp.ts'
import { hsn, hsnB2b, hsnB2c } from './hsn.ts'
import type { Table } from './table.ts'

export const TABLES: readonly Table[] = [
  b2b,
  b2ba,
  b2cl,
  b2cla,
  b2cs,
  b2csa,
  cdnr,
  cdnra,
  cdnur,
  cdnura,
  exp,
  expa,
  at,
  ata,
  atadj,
  atadja,
  exemp,
  hsn,
  hsnB2b,
  hsnB2c,
  docs,
  eco,
  ecoa,
  ecob2b,
  ecourp2b,
  ecob2c,
  ecourp2c,
  ecoab2b,
  ecoab2c,
  ecoaurp2b,
  ecoaurp2c,
]

/** The first two months of a quarter, in which a quarterly filer has the invoice furnishing facility only (from 01/2021). */
export const isIff = (period: Period, filing: Taxpayer['filing']): boolean =>
  filing === 'quarterly' && Number(monthOf(period).slice(5)) % 3 !== 0

/** The tables that exist in a period: some came, some split, some ended, and the IFF takes few of them. */
export function tablesOf(
  period: Period,
  filing: Taxpayer['filing'] = 'monthly',
  tables: readonly Table[] = TABLES,
): readonly Table[] {
  const month = monthOf(period)
  const iff = isIff(period, filing)
  return tables.filter(
    (table) =>
      (table.from === undefined || table.from <= month) &&
      (table.until === undefined || month <= table.until) &&
      (!iff || table.iff === true),
  )
}
