// Section cdnura: amended notes to unregistered buyers (table 9C).
import { z } from 'zod'
import { amendsNotes, originalNote } from './amended-notes.ts'
import { cdnur, noteIdentity, noteOfExport, noteOfLargeInvoice, plainNoteRules } from './cdnur.ts'
import type { Section } from './section.ts'
import { flat } from './shape.ts'

const ofLargeInvoice = noteOfLargeInvoice.extend(originalNote)
const ofExport = noteOfExport.extend(originalNote)
const note = z.union([ofLargeInvoice, ofExport])
type Note = z.infer<typeof note>

const amending = amendsNotes<Note>(['cdnur', 'cdnura'])

export const cdnura: Section<Note> = {
  ...cdnur,
  ...amending,
  key: 'cdnura',
  slug: 'cdnura',
  shape: flat<Note>(
    'cdnura',
    {
      document: note,
      deletion: z.union([
        ofLargeInvoice.partial().required(noteIdentity),
        ofExport.partial().required(noteIdentity),
      ]),
    },
    ({ typ }) => typ,
  ),
  rules: [...amending.rules, ...plainNoteRules],
  series: 'amended note',
  summaryLine: ({ document }) => `CDNURA/${document.typ}`,
}
