// The sections that the practice portal knows. Another one is another row.
import { at, txpd } from './advances.ts'
import { b2b } from './b2b.ts'
import { b2cl } from './b2cl.ts'
import { b2cs } from './b2cs.ts'
import { cdnr } from './cdnr.ts'
import { cdnur } from './cdnur.ts'
import { docIssue } from './doc-issue.ts'
import { exp } from './exp.ts'
import { hsn } from './hsn.ts'
import { nil } from './nil.ts'
import type { Section } from './section.ts'

export const sections: readonly Section<unknown>[] = [
  b2b,
  b2cl,
  b2cs,
  cdnr,
  cdnur,
  exp,
  at,
  txpd,
  nil,
  hsn,
  docIssue,
]
