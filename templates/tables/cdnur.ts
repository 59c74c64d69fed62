// Table 9B, unregistered: notes on large inter-state invoices (table 5) and on exports (table 6A); all other notes to
// unregistered persons are netted in b2cs. And table 9C, where they are amended.
import { choice } from '../columns/choice.ts'
import { UR_TYPES } from '../lists/export-types.ts'
import {
  cessWithoutPayment,
  dateAfterPeriod,
  dateBeforePeriod,
  dateOverEighteenMonths,
  posAbroad,
  posOwnState,
  posRetired,
  valueDiffersFromLines,
} from '../rules/document-rules.ts'
import { amendedDocuments } from './amendment.ts'
import { applicablePercent, lineRate, placeOfSupply } from './document-columns.ts'
import {
  noteCess,
  noteDate,
  noteNumber,
  noteTaxable,
  noteTaxableZero,
  noteType,
  noteValue,
} from './note-columns.ts'
import type { Fields, Table } from './table.ts'
import { integratedTax, lineNumber } from './tax.ts'

const isLarge = ({ typ }: Fields): boolean => typ === 'B2CL'

export const cdnur: Table = {
  id: 'cdnur',
  section: 'cdnur',
  sheets: ['cdnur'],
  title: 'Summary For CDNUR(9B)',
  shape: { path: ['cdnur'], lines: 'itms', detail: 'itm_det' },
  key: ['nt_num'],
  rows: 'lines',
  series: 'note',
  minus: { column: 'ntty', value: 'C' },
  line: { column: 'rt', repeat: 'stop' },
  columns: [
    {
      name: 'typ',
      header: 'UR Type',
      aliases: ['Type', 'Supply Type'],
      kind: choice('ur-type', UR_TYPES, 'ur-type-unknown'),
      level: 'document',
      need: 'required',
      role: 'type',
      width: 14.7,
    },
    noteNumber,
    noteDate,
    noteType,
    { ...placeOfSupply, need: 'optional', width: 19.4 },
    noteValue,
    applicablePercent,
    { ...lineRate, width: 6.3 },
    noteTaxable,
    noteCess,
  ],
  derived: [lineNumber, integratedTax],
  // No rule on retired rates or cess: a note keeps the rate of the supply it corrects.
  rules: [
    dateAfterPeriod('nt_dt'),
    dateBeforePeriod('nt_dt'),
    dateOverEighteenMonths('nt_dt'),
    {
      code: 'note-pos-missing',
      severity: 'error',
      columns: ['pos'],
      source: 'Table 9B: B2CL notes carry the place of supply',
      document: ({ fields }) => (isLarge(fields) && fields.pos === undefined ? {} : undefined),
    },
    {
      code: 'export-note-pos',
      severity: 'error',
      columns: ['pos', 'typ'],
      source: 'Table 9B: notes on exports carry no place of supply',
      document: ({ fields }) =>
        !isLarge(fields) && fields.pos !== undefined ? { type: String(fields.typ) } : undefined,
    },
    {
      code: 'export-note-percent',
      severity: 'error',
      columns: ['diff_percent', 'typ'],
      source: 'Table 9B: the 65 % rule does not reach exports',
      document: ({ fields }) =>
        !isLarge(fields) && fields.diff_percent === 65 ? { type: String(fields.typ) } : undefined,
    },
    posOwnState('pos', isLarge),
    posAbroad('pos', isLarge),
    posRetired('pos'),
    noteTaxableZero,
    cessWithoutPayment('csamt', 'typ'),
    valueDiffersFromLines('val', (fields) => !isLarge(fields)),
  ],
  totals: [
    { column: 'nt_num', label: 'No. of Notes', how: 'distinct' },
    { column: 'val', label: 'Total Note Value', how: 'once' },
    { column: 'txval', label: 'Total Taxable Value', how: 'sum' },
    { column: 'csamt', label: 'Total Cess', how: 'sum' },
  ],
}

export const cdnura = amendedDocuments(cdnur, { id: 'cdnura', title: 'Summary For CDNURA' })
