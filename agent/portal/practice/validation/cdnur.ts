// Section cdnur: credit and debit notes to unregistered buyers, for large invoices and exports (table 9B).
import { z } from 'zod'
import { checksum, deletionFlag, differential, documentValue, paise } from './amounts.ts'
import { interStateItems } from './b2cl.ts'
import { noteType, refundRule } from './cdnr.ts'
import { dateRule, isPlace, numberRule } from './document-rules.ts'
import type { Rule, Section } from './section.ts'
import { flat } from './shape.ts'
import { lineNumberRule, negative, numberedLines, rateRules, sumOf, taxRules } from './tax-rules.ts'

const common = {
  ntty: noteType,
  nt_num: z.string(),
  nt_dt: z.string(),
  val: documentValue,
  flag: deletionFlag,
  chksum: checksum,
  itms: interStateItems,
}
export const noteOfLargeInvoice = z.strictObject({
  ...common,
  typ: z.literal('B2CL'),
  pos: z.string(),
  diff_percent: differential,
})
/** Neither a place of supply nor 65 %. */
export const noteOfExport = z.strictObject({ ...common, typ: z.enum(['EXPWP', 'EXPWOP']) })
const note = z.union([noteOfLargeInvoice, noteOfExport])
type Note = z.infer<typeof note>

export const noteIdentity = { nt_num: true, typ: true, flag: true } as const

/** All but the date's, which is another for an amendment. */
export const plainNoteRules: readonly Rule<Note>[] = [
  refundRule,
  numberRule(({ nt_num }) => nt_num),
  {
    code: 'RET191112',
    broken: ({ document }) => document.typ === 'B2CL' && !isPlace(document.pos, 'India'),
  },
  {
    code: 'RET191160',
    broken: ({ document }, { homeState }) => document.typ === 'B2CL' && document.pos === homeState,
  },
  lineNumberRule,
  ...rateRules<Note>(numberedLines),
  ...taxRules<Note>({
    lines: numberedLines,
    isIntraState: () => false,
    isUntaxed: ({ document }) => document.typ === 'EXPWOP',
    share: (document) => (document.typ === 'B2CL' ? document.diff_percent : undefined),
  }),
]

export const cdnur: Section<Note> = {
  key: 'cdnur',
  slug: 'cdnur',
  shape: flat<Note>(
    'cdnur',
    {
      document: note,
      deletion: z.union([
        noteOfLargeInvoice.partial().required(noteIdentity),
        noteOfExport.partial().required(noteIdentity),
      ]),
    },
    ({ typ }) => typ,
  ),
  rules: [dateRule('RET191115', ({ nt_dt }) => nt_dt), ...plainNoteRules],
  saves: 'upsert',
  series: 'note',
  numberOf: ({ document }) => document.nt_num,
  isDeletion: ({ flag }) => flag === 'D',
  codes: { repeated: 'RET191190', missing: 'RET191124', empty: 'RET11416' },
  figuresOf(document) {
    const figures = { val: paise(document.val), ...sumOf(numberedLines(document)) }
    return document.ntty === 'C' ? negative(figures) : figures
  },
  summaryLine: ({ document }) => `CDNUR/${document.typ}`,
  liability: 1,
  early: false,
}
