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

export const SECTIONS: readonly Section[] = [
  { id: 'b2b', saved: 'upsert', slug: 'b2b', summary: ['B2B'] },
  { id: 'b2cl', saved: 'upsert', slug: 'b2cl', summary: ['B2CL'] },
  { id: 'b2cs', saved: 'upsert', slug: 'b2cs', summary: ['B2CS'] },
  { id: 'cdnr', saved: 'upsert', slug: 'cdnr', summary: ['CDNR'] },
  { id: 'cdnur', saved: 'upsert', slug: 'cdnur', summary: ['CDNUR'] },
  { id: 'exp', saved: 'upsert', slug: 'exp', summary: ['EXP'] },
  { id: 'at', saved: 'upsert', slug: 'at', summary: ['AT'] },
  { id: 'txpd', saved: 'upsert', slug: 'txp', summary: ['TXPD'] },
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
