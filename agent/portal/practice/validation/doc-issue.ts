// Section doc_issue: ranges of document numbers issued and cancelled (table 13), replaced whole.
import { z } from 'zod'
import { sha256 } from '../checksum.ts'
import { isNumber } from './document-rules.ts'
import type { Section } from './section.ts'
import { firstCode, marks, reason } from './shape.ts'
import { repeats } from './tax-rules.ts'

/** The natures of documents are numbered from 1. */
const NATURES = 12

const count = z.int().min(0).max(9_999_999_999)
const range = z.strictObject({
  num: z.int().min(1),
  from: z.string(),
  to: z.string(),
  totnum: count,
  cancel: count,
  net_issue: count,
})
type Range = z.infer<typeof range>

const nature = z.strictObject({ doc_num: z.int().min(1).max(NATURES), docs: z.array(range).min(1) })
type Nature = z.infer<typeof nature>

const issued = z.strictObject({
  doc_det: z
    .array(nature)
    .min(1)
    .refine((natures) => !repeats(natures.map(({ doc_num }) => doc_num))),
})
const emptied = z.strictObject({ flag: z.literal('D') })

/** `[{doc_num, docs}]` in order of the natures. */
const byNature = (ranges: readonly { party: string; document: unknown }[]): object[] =>
  [...Map.groupBy(ranges, ({ party }) => party).entries()]
    .map(([party, ofNature]) => ({
      doc_num: Number(party),
      docs: ofNature.map(({ document }) => document),
    }))
    .sort((a, b) => a.doc_num - b.doc_num)

export const docIssue: Section<Range> = {
  key: 'doc_issue',
  slug: 'doc-issue',
  shape: {
    schema: z.union([issued, emptied]),
    entries: (json) =>
      ((json as { doc_det?: Nature[] }).doc_det ?? []).flatMap(({ doc_num, docs }) =>
        docs.map((document) => ({ party: String(doc_num), document })),
      ),
    // Every nature comes back, also the unused ones.
    readBack: (held) => ({
      doc_issue: {
        doc_det: Array.from({ length: NATURES }, (_, index) => ({
          doc_num: index + 1,
          docs: held
            .filter(({ party }) => party === String(index + 1))
            .map(({ sent }) => sent as Range)
            .sort((a, b) => a.num - b.num),
        })),
        ...marks,
        chksum: sha256(held.map(({ hash }) => hash).join('')),
      },
    }),
    report(refused) {
      const rows = firstCode(refused)
      return { doc_det: byNature(rows), ...(rows[0] && reason(rows[0].code)) }
    },
  },
  rules: [
    { code: 'RET191203', broken: ({ document: { from, to } }) => ![from, to].every(isNumber) },
    {
      code: 'PRACTICE_DOCS',
      broken: ({ document: { totnum, cancel, net_issue } }) =>
        cancel > totnum || net_issue !== totnum - cancel,
    },
  ],
  saves: 'whole',
  numberOf: ({ party, document }) => `${party} ${String(document.num)}`,
  isDeletion: () => false,
  codes: { repeated: 'RET191172', missing: 'RET191124', empty: 'RET11416' },
  figuresOf: ({ totnum, cancel, net_issue }) => ({
    issued: totnum,
    cancelled: cancel,
    net: net_issue,
  }),
  summaryLine: () => 'DOC_ISSUE',
  liability: 0,
  early: false,
}
