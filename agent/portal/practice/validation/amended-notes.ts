// What amended notes have in common (table 9C): where the original is, and that its kind stays.
import { z } from 'zod'
import { amendsDocuments } from './amendments.ts'

export const originalNote = { ont_num: z.string(), ont_dt: z.string() }

interface Note {
  readonly ont_num: string
  readonly ont_dt: string
  readonly nt_num: string
  readonly nt_dt: string
  readonly ntty: string
}

export function amendsNotes<D extends Note>(sections: readonly string[]) {
  const amending = amendsDocuments<D>({
    sections,
    original: ({ ont_num, ont_dt }) => ({ number: ont_num, date: ont_dt }),
    revised: ({ nt_num, nt_dt }) => ({ number: nt_num, date: nt_dt }),
    dateOf: (original) => (original as Note).nt_dt,
    codes: { missing: 'RET191159', taken: 'RET191123', date: 'RET191126', party: 'RET191200' },
  })
  return {
    ...amending,
    rules: [
      ...amending.rules,
      {
        code: 'RET191199',
        unless: ['RET191159', 'RET191158', 'RET191198'],
        broken: (sent, { past }) =>
          (amending.originals(sent, past) ?? []).some(
            (one) => (one.sent as Note).ntty !== sent.document.ntty,
          ),
      },
    ],
  } satisfies typeof amending
}
