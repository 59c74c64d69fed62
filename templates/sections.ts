// The sections of the portal's JSON: how each is saved, read back and named in the summary. A section is not a table:
// several sheets may feed one.
import type { JsonObject } from './payload/wire-document.ts'

export interface Section {
  readonly id: string
  /** `upsert`: rows are replaced one by one, by key. `whole`: the section is replaced, so it is sent complete or not at all. */
  readonly saved: 'upsert' | 'whole'
  /** What a whole section is sent as when nothing is left in it. */
  readonly emptied?: JsonObject
  /** Last step of the document GET's path. */
  readonly slug: string
  /** `sec_nm` of the summary entries that add up to it. */
  readonly summary: readonly string[]
}

export const SECTIONS: readonly Section[] = [
  { id: 'b2b', saved: 'upsert', slug: 'b2b', summary: ['B2B'] },
  { id: 'b2cl', saved: 'upsert', slug: 'b2cl', summary: ['B2CL'] },
  { id: 'cdnr', saved: 'upsert', slug: 'cdnr', summary: ['CDNR'] },
  { id: 'cdnur', saved: 'upsert', slug: 'cdnur', summary: ['CDNUR'] },
  { id: 'exp', saved: 'upsert', slug: 'exp', summary: ['EXP'] },
]
