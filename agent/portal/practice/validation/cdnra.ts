// Section cdnra: amended notes to registered buyers (table 9C).
import type { z } from 'zod'
import { amendsNotes, originalNote } from './amended-notes.ts'
import { cdnr, registeredNote, registeredNoteRules } from './cdnr.ts'
import { tableOf, withEveryHead } from './registered.ts'
import type { Section } from './section.ts'
import { grouped } from './shape.ts'

const note = registeredNote.extend(originalNote)
type Note = z.infer<typeof note>

const amending = amendsNotes<Note>(['cdnr', 'cdnra'])

export const cdnra: Section<Note> = {
  ...cdnr,
  ...amending,
  key: 'cdnra',
  slug: 'cdnra',
  shape: grouped<Note>('cdnra', 'ctin', 'nt', {
    document: note,
    deletion: note.partial().required({ nt_num: true, flag: true }),
    isNote: true,
    show: withEveryHead,
  }),
  rules: [...amending.rules, ...registeredNoteRules],
  series: 'amended note',
  summaryLine: ({ document }) => `CDNRA/CDNRA_${tableOf(document)}`,
}
