// Section nil: nil-rated, exempt and non-GST supplies (table 8), replaced whole.
import { z } from 'zod'
import { netAmount, paise } from './amounts.ts'
import type { Section } from './section.ts'
import { firstCode, marks, reason } from './shape.ts'
import { sha256 } from '../checksum.ts'

const TYPES = ['INTRB2B', 'INTRAB2B', 'INTRB2C', 'INTRAB2C']

const row = z.strictObject({
  sply_ty: z.string(),
  nil_amt: netAmount,
  expt_amt: netAmount,
  ngsup_amt: netAmount,
})
type Row = z.infer<typeof row>

export const nil: Section<Row> = {
  key: 'nil',
  slug: 'nil',
  shape: {
    // No `flag`: no source knows of a deletion that works. Four rows of zeros clear it.
    schema: z.strictObject({ inv: z.array(row).min(1) }),
    entries: (json) => (json as { inv: Row[] }).inv.map((document) => ({ party: '', document })),
    readBack: (held) => ({
      nil: {
        inv: TYPES.map(
          (sply_ty) =>
            held.find(({ number }) => number === sply_ty)?.sent ?? {
              sply_ty,
              nil_amt: 0,
              expt_amt: 0,
              ngsup_amt: 0,
            },
        ),
        ...marks,
        chksum: sha256(held.map(({ hash }) => hash).join('')),
      },
    }),
    // The amounts have other names here than in the save.
    report(refused) {
      const rows = firstCode(refused)
      return {
        inv: rows.map(({ document: { sply_ty, nil_amt, expt_amt, ngsup_amt } }) => ({
          sply_ty,
          nil: nil_amt,
          expt: expt_amt,
          ngsup: ngsup_amt,
        })),
        ...(rows[0] && reason(rows[0].code)),
      }
    },
  },
  rules: [{ code: 'RET191153', broken: ({ document }) => !TYPES.includes(document.sply_ty) }],
  saves: 'whole',
  numberOf: ({ document }) => document.sply_ty,
  isDeletion: () => false,
  isNothing: ({ nil_amt, expt_amt, ngsup_amt }) =>
    [nil_amt, expt_amt, ngsup_amt].every((amount) => amount === 0),
  codes: { repeated: 'RET191190', missing: 'RET191124', empty: 'RET11416' },
  figuresOf: ({ nil_amt, expt_amt, ngsup_amt }) => ({
    nil: paise(nil_amt),
    expt: paise(expt_amt),
    ngsup: paise(ngsup_amt),
  }),
  summaryLine: () => 'NIL',
  liability: 0,
  early: false,
}
