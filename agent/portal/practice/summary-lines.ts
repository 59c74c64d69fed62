// The lines of GSTR-1's summary in the portal's order, also where they are empty, and the figures each carries.
import type { Head } from './totals.ts'

/** A figure is the sum of a head over the line's entries. */
export type Figures = Readonly<Record<string, Head>>

export interface SummaryLine {
  readonly name: string
  readonly figures: Figures
  /** The figures are counts, not rupees: numbers even where amounts are strings. */
  readonly counts?: boolean
  /** Lines of their own in the list, of which this one is the sum. */
  readonly parts?: readonly string[]
  /** Lines inside this one, in the long form. An entry says `CDNR/CDNR_4A` for them. */
  readonly inside?: readonly string[]
}

export const taxed: Figures = {
  ttl_val: 'val',
  ttl_tax: 'txval',
  ttl_igst: 'iamt',
  ttl_cgst: 'camt',
  ttl_sgst: 'samt',
  ttl_cess: 'csamt',
}

/** Beside its totals, an amendment tells the difference to the original. */
const amended: Figures = {
  ...taxed,
  act_val: 'act_val',
  act_tax: 'act_txval',
  act_igst: 'act_iamt',
  act_cgst: 'act_camt',
  act_sgst: 'act_samt',
  act_cess: 'act_csamt',
}

const nilRated: Figures = { ttl_expt_amt: 'expt', ttl_ngsup_amt: 'ngsup', ttl_nilsup_amt: 'nil' }

const issued: Figures = {
  ttl_doc_issued: 'issued',
  ttl_doc_cancelled: 'cancelled',
  net_doc_issued: 'net',
}

const REGISTERED = ['4A', '4B', '6C', 'SEZWOP', 'SEZWP']
const OPERATED = ['DE', 'REG', 'SEZWOP', 'SEZWP', 'UNREG']
const UNREGISTERED_NOTES = ['B2CL', 'EXPWP', 'EXPWOP']
const EXPORTS = ['EXPWP', 'EXPWOP']

const under = (name: string, suffixes: readonly string[]): string[] =>
  suffixes.map((suffix) => `${name}_${suffix}`)

const line = (name: string, figures = taxed): SummaryLine => ({ name, figures })

/** A line and, right after it, the lines that it sums. */
const withParts = (name: string, suffixes: readonly string[], figures = taxed): SummaryLine[] => [
  { name, figures, parts: under(name, suffixes) },
  ...under(name, suffixes).map((part) => line(part, figures)),
]

export const summaryLines: readonly SummaryLine[] = [
  line('AT'),
  line('ATA', amended),
  ...withParts('B2B', REGISTERED),
  ...withParts('B2BA', REGISTERED, amended),
  line('B2CL'),
  line('B2CLA', amended),
  line('B2CS'),
  line('B2CSA', amended),
  ...withParts('ECOM', OPERATED),
  ...withParts('ECOMA', OPERATED, amended),
  ...withParts('HSN', ['B2B', 'B2C']),
  line('NIL', nilRated),
  line('TXPD'),
  line('TXPDA', amended),
  { ...line('DOC_ISSUE', issued), counts: true },
  { ...line('CDNR'), inside: under('CDNR', REGISTERED) },
  { ...line('CDNRA', amended), inside: under('CDNRA', REGISTERED) },
  { ...line('CDNUR'), inside: UNREGISTERED_NOTES },
  { ...line('CDNURA', amended), inside: UNREGISTERED_NOTES },
  { ...line('EXP'), inside: EXPORTS },
  { ...line('EXPA', amended), inside: EXPORTS },
  { ...line('SUPECOM'), inside: under('SUPECOM', ['14A', '14B']) },
  { ...line('SUPECOMA', amended), inside: under('SUPECOMA', ['14A', '14B']) },
]
