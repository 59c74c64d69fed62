// Columns of credit and debit notes. Their amounts are positive: the note type says which way they count.
import { amount } from '../columns/amount.ts'
import { choice } from '../columns/choice.ts'
import { date } from '../columns/date.ts'
import { documentNumber } from '../columns/document-number.ts'
import { NOTE_TYPES } from '../lists/note-types.ts'
import { cess, taxable } from './document-columns.ts'
import type { Column, Rule } from './table.ts'

const inLine = amount({ digits: 11, negative: 'note-amount-negative' })

export const noteNumber: Column = {
  name: 'nt_num',
  header: 'Note Number',
  aliases: [
    'Note No',
    'Credit Note Number',
    'Credit Note No',
    'Debit Note Number',
    'Credit/Debit Note Number',
    'Credit/Debit Note No',
    'Note/Refund Voucher Number',
    'Voucher No',
  ],
  kind: documentNumber,
  level: 'document',
  need: 'required',
  role: 'number',
  width: 27.7,
}

export const noteDate: Column = {
  name: 'nt_dt',
  header: 'Note Date',
  aliases: [
    'Date of Note',
    'Credit Note Date',
    'Debit Note Date',
    'Credit/Debit Note Date',
    'Note/Refund Voucher Date',
  ],
  kind: date,
  level: 'document',
  need: 'required',
  role: 'date',
  width: 24.9,
}

export const noteType: Column = {
  name: 'ntty',
  header: 'Note Type',
  aliases: ['Document Type', 'Credit/Debit', 'C/D', 'Type of Note'],
  kind: choice('note-type', NOTE_TYPES, 'note-type-unknown'),
  level: 'document',
  need: 'required',
  role: 'note-type',
  width: 14.7,
}

export const noteValue: Column = {
  name: 'val',
  header: 'Note Value',
  aliases: [
    'Total Note Value',
    'Credit Note Value',
    'Debit Note Value',
    'Credit/Debit Note Value',
    'Note/Refund Voucher Value',
  ],
  kind: amount({ digits: 13, negative: 'note-amount-negative' }),
  level: 'document',
  need: 'required',
  role: 'value',
  width: 20.9,
}

export const noteTaxable: Column = { ...taxable, kind: inLine }
export const noteCess: Column = { ...cess, kind: inLine }

export const noteTaxableZero: Rule = {
  code: 'note-taxable-zero',
  severity: 'error',
  columns: ['txval'],
  source: 'Table 9B: the taxable value of a note is above 0',
  line: ({ txval }) => (txval === 0 ? {} : undefined),
}
