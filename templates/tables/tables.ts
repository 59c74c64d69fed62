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
]

/**
 * The tables that exist in a period: some came, some split, some ended. In the first two months of a quarter a
 * quarterly filer has the invoice furnishing facility (IFF) only, which takes few of them (from 01/2021).
 */
export function tablesOf(
  period: Period,
  filing: Taxpayer['filing'] = 'monthly',
  tables: readonly Table[] = TABLES,
): readonly Table[] {
  const month = monthOf(period)
  const iff = filing === 'quarterly' && Number(month.slice(5)) % 3 !== 0
  return tables.filter(
    (table) =>
      (table.from === undefined || table.from <= month) &&
      (table.until === undefined || month <= table.until) &&
      (!iff || table.iff === true),
  )
}
