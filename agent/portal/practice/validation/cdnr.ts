// Section cdnr: credit and debit notes to registered buyers (table 9B), as portal-side rules.
import { z } from 'zod'
import { checksum, deletionFlag, differential, documentValue, paise } from './amounts.ts'
import { dateRule, numberRule, placeRule, receiverRules, typeRule } from './document-rules.ts'
import {
  registeredItems,
  registeredTax,
  specialZoneRule,
  tableOf,
  withEveryHead,
} from './registered.ts'
import type { Rule, Section } from './section.ts'
import { grouped } from './shape.ts'
import { lineNumberRule, negative, numberedLines, rateRules, sumOf, taxRules } from './tax-rules.ts'

/** Credit, debit; refund vouchers exist, but not here. */
export const noteType = z.enum(['C', 'D', 'R'])

export const refundRule: Rule<{ ntty: z.infer<typeof noteType> }> = {
  code: 'RET191193',
  broken: ({ document }) => document.ntty === 'R',
}

export const registeredNote = z.strictObject({
  ntty: noteType,
  nt_num: z.string(),
  nt_dt: z.string(),
  val: documentValue,
  pos: z.string(),
  rchrg: z.enum(['Y', 'N']),
  inv_typ: z.string(),
  diff_percent: differential,
  flag: deletionFlag,
  chksum: checksum,
  itms: registeredItems,
})
type Note = z.infer<typeof registeredNote>

/** All but the date's, which is another for an amendment. */
export const registeredNoteRules: readonly Rule<Note>[] = [
  ...receiverRules,
  refundRule,
  numberRule(({ nt_num }) => nt_num),
  placeRule(({ document }) => document.pos, 'abroad'),
  typeRule,
  lineNumberRule,
  ...rateRules<Note>(numberedLines),
  specialZoneRule,
  ...taxRules<Note>(registeredTax),
]

export const cdnr: Section<Note> = {
  key: 'cdnr',
  slug: 'cdnr',
  shape: grouped<Note>('cdnr', 'ctin', 'nt', {
    document: registeredNote,
    deletion: registeredNote.partial().required({ nt_num: true, flag: true }),
    isNote: true,
    show: withEveryHead,
  }),
  rules: [dateRule('RET191115', ({ nt_dt }) => nt_dt), ...registeredNoteRules],
  saves: 'upsert',
  series: 'note',
  numberOf: ({ document }) => document.nt_num,
  isDeletion: ({ flag }) => flag === 'D',
  codes: { repeated: 'RET191190', missing: 'RET191124', empty: 'RET11416' },
  figuresOf(document) {
    const figures = { val: paise(document.val), ...sumOf(numberedLines(document)) }
    return document.ntty === 'C' ? negative(figures) : figures
  },
  summaryLine: ({ document }) => `CDNR/CDNR_${tableOf(document)}`,
  liability: 1,
  counterparty: 'ctin',
  early: true,
}
