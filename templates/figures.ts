// What a return comes to: tax by rate and by head, over all that owes tax. Credit notes and adjusted advances are taken off.
import {
  addAmounts,
  amountsFrom,
  amountsOf,
  asList,
  asObject,
  NO_AMOUNTS,
  type Amounts,
  type JsonObject,
  type WireDocument,
} from './payload/wire-document.ts'
import type { HsnSide } from './rules/hsn-totals.ts'
import { numberColumn, type Table } from './tables/table.ts'
import { TABLES } from './tables/tables.ts'

/** Taxable value and taxes in paise, of the lines of one rate. */
export interface RateFigures extends Omit<Amounts, 'count'> {
  /** In basis points: 18 % is 1800. */
  readonly rate: number
}

export interface ReturnFigures {
  /** The sum of `rates`. It counts all invoices and notes; entries of summary tables have no number of their own. */
  readonly owed: Amounts
  /** What the taxpayer pays, by rate in ascending order. Amendments are not in it: of them only the difference counts. */
  readonly rates: readonly RateFigures[]
  /** Supplies on which the recipient pays the tax (s. 9(3), 9(4) CGST Act): in no rate above. */
  readonly reverseCharge: Amounts
  /** Already taken off above; amounts below zero. */
  readonly creditNotes: Amounts
  /** Nil rated, exempt and non-GST supplies (table 8). */
  readonly untaxed: Amounts
  /** Documents and entries that amend an earlier period. */
  readonly amended: number
  readonly hsn: readonly HsnSide[]
}

/**
 * Sections whose tax is owed for the period, as the portal adds up its liability: adjusted advances (11B) are taken off.
 * Tables 12 and 13 only sum up, and table 14 tells again what stands in others.
 */
export const OWED: Readonly<Record<string, 1 | -1>> = {
  b2b: 1,
  b2cl: 1,
  b2cs: 1,
  cdnr: 1,
  cdnur: 1,
  exp: 1,
  at: 1,
  txpd: -1,
  ecom: 1,
}

const AMENDING = new Set([
  ...['b2ba', 'b2cla', 'b2csa', 'cdnra', 'cdnura', 'expa'],
  ...['ata', 'txpda', 'supecoa', 'ecoma'],
])

export function figuresOf(
  documents: readonly WireDocument[],
  hsn: readonly HsnSide[],
): ReturnFigures {
  const rates = new Map<number, Amounts>()
  const sum = { reverseCharge: NO_AMOUNTS, creditNotes: NO_AMOUNTS, untaxed: NO_AMOUNTS }
  let numbered = 0
  let amended = 0
  for (const document of documents) {
    const table = TABLE_NAMED.get(document.table)
    if (table === undefined) continue
    const owed = OWED[table.section]
    if (AMENDING.has(table.section)) amended += 1
    if (table.section === 'nil') sum.untaxed = addAmounts(sum.untaxed, amountsOf(table, document))
    if (owed === undefined) continue
    if (numberColumn(table) !== undefined) numbered += 1
    if (isCreditNote(table, document)) {
      sum.creditNotes = addAmounts(sum.creditNotes, amountsOf(table, document))
    }
    if (document.body.rchrg === 'Y') {
      sum.reverseCharge = addAmounts(sum.reverseCharge, amountsOf(table, document), owed)
      continue
    }
    const sign = isCreditNote(table, document) ? -1 : 1
    for (const line of linesOf(table, document)) {
      const rate = Math.round(Number(line.rt ?? document.body.rt ?? 0) * 100)
      const amounts = amountsFrom(table.amounts ?? {}, line)
      rates.set(rate, addAmounts(rates.get(rate) ?? NO_AMOUNTS, amounts, owed === sign ? 1 : -1))
    }
  }
  const owed = [...rates.values()].reduce((total, one) => addAmounts(total, one), NO_AMOUNTS)
  return {
    owed: { ...owed, count: numbered },
    rates: [...rates]
      .toSorted(([a], [b]) => a - b)
      .map(([rate, { txval, iamt, camt, samt, csamt }]) => ({
        rate,
        txval,
        iamt,
        camt,
        samt,
        csamt,
      })),
    ...sum,
    amended,
    hsn,
  }
}

const TABLE_NAMED = new Map(TABLES.map((table) => [table.id, table]))

const isCreditNote = ({ minus }: Table, { body }: WireDocument): boolean =>
  minus !== undefined && body[minus.column] === minus.value

function linesOf({ shape }: Table, { body }: WireDocument): JsonObject[] {
  if (shape.lines === undefined) return [body]
  const lines = asList(body[shape.lines])
  const { detail } = shape
  return detail === undefined ? lines : lines.map((line) => asObject(line[detail]))
}
