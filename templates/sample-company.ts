// The sample company: one believable month of all tables, made from a seed, with a few mistakes planted on purpose.
// Everyone in it is invented.
import type { Cell } from './block.ts'
import type { Paise, Period } from './identifiers.ts'
import { plantMistakes, type Planted } from './sample-mistakes.ts'
import { byHsn } from './sample/hsn.ts'
import { exportsOfTheMonth, invoicesToConsumers, invoicesToRegistered } from './sample/invoices.ts'
import { notesOfTheMonth } from './sample/notes.ts'
import { gstinOf } from './sample/parties.ts'
import { randomNumbers } from './sample/random.ts'
import type { Sale } from './sample/sale.ts'
import { documentsIssued } from './sample/series.ts'
import { ADVANCES, counterSales, suppliesWithoutTax } from './sample/summaries.ts'
import { hsnB2b, hsnB2c } from './tables/hsn.ts'
import type { Document, Table } from './tables/table.ts'
import { tablesOf } from './tables/tables.ts'
import type { Taxpayer } from './taxpayer.ts'
import { rowsOf } from './writing/rows.ts'

export const SAMPLE_PERIOD = '102026' as Period

/** A proprietor who sells food and drinks to shops: PAN's fourth letter P, so that EVC is hers to give. */
export const SAMPLE_TAXPAYER: Taxpayer = {
  gstin: gstinOf('29', 'ABZPN4827F'),
  username: 'nandi.foods',
  turnover: 6_84_20_000_00 as Paise,
  turnoverToDate: 3_12_75_000_00 as Paise,
  sez: false,
  filing: 'monthly',
  signatoryPan: 'ABZPN4827F',
}

/** Rows by table id, as `buildTemplate` takes them. */
export type TableRows = Readonly<Record<string, readonly (readonly Cell[])[]>>

export interface SampleCompany {
  readonly rows: TableRows
  /** The same rows without a mistake. */
  readonly good: TableRows
  readonly planted: readonly Planted[]
}

export function sampleCompany(seed = 2026): SampleCompany {
  const documents = monthOfDocuments(seed)
  const good = Object.fromEntries(
    [...Map.groupBy(documents, ({ table }) => table.id)].map(([id, own]) => [
      id,
      own.flatMap(rowsOf),
    ]),
  )
  return { good, ...plantMistakes(documents) }
}

/** The sheets of its workbook: the tables that it has rows of. */
export const sampleTables = ({ rows }: SampleCompany): readonly Table[] =>
  tablesOf(SAMPLE_PERIOD).filter(({ id }) => id in rows)

/** Each family has chance of its own, so that a change to one leaves the others as they were. */
function monthOfDocuments(seed: number): Document[] {
  const context = {
    taxpayer: SAMPLE_TAXPAYER,
    gstin: SAMPLE_TAXPAYER.gstin,
    period: SAMPLE_PERIOD,
  }
  const chanceOf = (family: number) => randomNumbers(seed * 100 + family)
  const b2b = invoicesToRegistered(context, chanceOf(1))
  const b2cl = invoicesToConsumers(context, chanceOf(2))
  const exp = exportsOfTheMonth(context, chanceOf(3))
  const { cdnr, cdnur } = notesOfTheMonth(context, chanceOf(4))
  const counter = counterSales(context, chanceOf(5))
  const untaxed = suppliesWithoutTax()

  // Exports are told with what went to consumers: the law asks the first list of registered recipients only.
  const toOthers = [...b2cl, ...cdnur, ...exp, ...counter.flatMap(({ parts }) => parts)]
  const untaxedTo = (who: boolean) =>
    untaxed.filter(({ registered }) => registered === who).flatMap(({ items }) => items)
  const documentsOf = (sales: readonly Sale[]) => sales.map(({ document }) => document)
  return [
    ...documentsOf([...b2b, ...b2cl]),
    ...counter.map(({ entry }) => entry),
    ...documentsOf([...cdnr, ...cdnur, ...exp]),
    ...ADVANCES,
    ...untaxed.map(({ entry }) => entry),
    ...byHsn(hsnB2b, [...b2b, ...cdnr], untaxedTo(true)),
    ...byHsn(hsnB2c, toOthers, untaxedTo(false)),
    ...documentsIssued(),
  ]
}
