// The sections of GSTR-1 that the practice portal knows. Another one is another row.
import { at, txpd } from './advances.ts'
import { ata, txpda } from './amended-advances.ts'
import { b2b } from './b2b.ts'
import { b2ba } from './b2ba.ts'
import { b2cl } from './b2cl.ts'
import { b2cla } from './b2cla.ts'
import { b2cs } from './b2cs.ts'
import { b2csa } from './b2csa.ts'
import { cdnr } from './cdnr.ts'
import { cdnra } from './cdnra.ts'
import { cdnur } from './cdnur.ts'
import { cdnura } from './cdnura.ts'
import { docIssue } from './doc-issue.ts'
import { ecomB2b, ecomB2c, ecomUrp2b, ecomUrp2c } from './ecom.ts'
import { ecomaB2ba, ecomaB2ca, ecomaUrp2ba, ecomaUrp2ca } from './ecoma.ts'
import { exp } from './exp.ts'
import { expa } from './expa.ts'
import { hsn } from './hsn.ts'
import { nil } from './nil.ts'
import { amendedSupplies, supplies } from './operators.ts'
import type { Section } from './section.ts'

export const sections: readonly Section<unknown>[] = [
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
  txpd,
  txpda,
  nil,
  hsn,
  docIssue,
  ...supplies,
  ...amendedSupplies,
  ecomB2b,
  ecomB2c,
  ecomUrp2b,
  ecomUrp2c,
  ecomaB2ba,
  ecomaB2ca,
  ecomaUrp2ba,
  ecomaUrp2ca,
]
