// The sections of the portal's JSON: how each is saved, read back and named in the summary. A section is not a table:
// several sheets may feed one (its tables say so in `section`).
import { EXEMPT_SUPPLIES } from './lists/exempt-supplies.ts'
import type { JsonObject } from './payload/wire-document.ts'
import type { AmountNames } from './tables/table.ts'

export interface Section {
  readonly id: string
  /** `upsert`: rows are replaced one by one, by key. `whole`: the section is replaced, so it is sent complete or not at all. */
  readonly saved: 'upsert' | 'whole'
  /** What a whole section is sent as when nothing is left in it (nil has no removal: four rows of zeros). */
  readonly emptied?: JsonObject
  /** Last step of the document GET's path. */
  readonly slug: string
  /** `sec_nm` of its summary entry; further names are parts, which count only where the first holds nothing. */
  readonly summary: readonly string[]
  /** The entry's members that make up an amount, where they are not those of an ordinary entry; `[]`: not compared. */
  readonly summaryAmounts?: AmountNames
}

/** A section whose rows are replaced one by one. Its parts in the summary are named after it. */
const byRow = (
  id: string,
  { slug = id, summary = id.toUpperCase(), parts = [] as readonly string[] } = {},
): Section => ({
  id,
  saved: 'upsert',
  slug,
  summary: [summary, ...parts.map((part) => `${summary}_${part}`)],
})

const REGISTERED = { parts: ['4A', '4B', '6C', 'SEZWOP', 'SEZWP'] }

export const SECTIONS: readonly Section[] = [
  byRow('b2b', REGISTERED),
  byRow('b2ba', REGISTERED),
  byRow('b2cl'),
  byRow('b2cla'),
  byRow('b2cs'),
  byRow('b2csa'),
  byRow('cdnr'),
  byRow('cdnra'),
  byRow('cdnur'),
  byRow('cdnura'),
  byRow('exp'),
  byRow('expa'),
  byRow('at'),
  byRow('ata'),
  byRow('txpd', { slug: 'txp' }),
  byRow('txpda', { slug: 'txpa' }),
  {
    id: 'nil',
    saved: 'whole',
    emptied: {
      inv: EXEMPT_SUPPLIES.map(({ wire }) => ({
        sply_ty: wire,
        nil_amt: 0,
        expt_amt: 0,
        ngsup_amt: 0,
      })),
    },
    slug: 'nil',
    summary: ['NIL'],
    // Nobody has seen whether an entry of zeros counts there.
    summaryAmounts: { count: [], txval: ['ttl_nilsup_amt', 'ttl_expt_amt', 'ttl_ngsup_amt'] },
  },
  {
    id: 'hsn',
    saved: 'whole',
    emptied: { flag: 'D' },
    slug: 'hsn',
    summary: ['HSN', 'HSN_B2B', 'HSN_B2C'],
  },
  {
    id: 'doc_issue',
    saved: 'whole',
    emptied: { flag: 'D' },
    slug: 'doc-issue',
    summary: ['DOC_ISSUE'],
    summaryAmounts: { count: ['net_doc_issued'] },
  },
]
