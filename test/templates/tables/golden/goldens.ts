// The golden cases of every table.
import { at, ata, atadj, atadja } from './advances.ts'
import { b2ba, b2cla, cdnra, cdnura, expa } from './amended-documents.ts'
import { b2b } from './b2b.ts'
import { b2cl } from './b2cl.ts'
import { b2cs } from './b2cs.ts'
import { b2csa } from './b2csa.ts'
import { cdnr } from './cdnr.ts'
import { cdnur } from './cdnur.ts'
import { docs } from './docs.ts'
import { exemp } from './exemp.ts'
import { exp } from './exp.ts'
import type { Golden } from './golden.ts'
import { hsn, hsnB2b, hsnB2c } from './hsn.ts'

export const GOLDENS: readonly Golden[] = [
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
