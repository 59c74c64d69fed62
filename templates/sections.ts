// The sections of the portal's JSON: how each is saved, read back and named in the summary. A section is not a table:
// several sheets may feed one.

export interface Section {
  readonly id: string
  /** `upsert`: rows are replaced one by one, by key. `whole`: the section is replaced, so it is sent complete or not at all. */
  readonly saved: 'upsert' | 'whole'
  /** Last step of the document GET's path. */
  readonly slug: string
  /** `sec_nm` of the summary entries that add up to it. */
  readonly summary: readonly string[]
}

export const SECTIONS: readonly Section[] = [
  { id: 'b2b', saved: 'upsert', slug: 'b2b', summary: ['B2B'] },
  { id: 'b2cl', saved: 'upsert', slug: 'b2cl', summary: ['B2CL'] },
]
