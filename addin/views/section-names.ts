// What accountants call each section of the portal's JSON, its table in the GSTR-1 form, and what is counted in it;
// in the order of the return.

interface SectionName {
  readonly id: string
  readonly name: string
  /** Number of the table in the form. */
  readonly table: string
  /** Invoices and notes have a number of their own; the rest are rows of a summary. */
  readonly holds: 'documents' | 'entries'
  /** The portal takes it complete or not at all. */
  readonly whole?: true
}

const SECTIONS: readonly SectionName[] = [
  { id: 'b2b', name: 'B2B, SEZ, DE', table: '4, 6B, 6C', holds: 'documents' },
  { id: 'b2cl', name: 'B2C large', table: '5', holds: 'documents' },
  { id: 'exp', name: 'Exports', table: '6A', holds: 'documents' },
  { id: 'cdnr', name: 'Notes, registered', table: '9B', holds: 'documents' },
  { id: 'cdnur', name: 'Notes, unregistered', table: '9B', holds: 'documents' },
  { id: 'b2cs', name: 'B2C others', table: '7', holds: 'entries' },
  { id: 'nil', name: 'Nil rated, exempt, non-GST', table: '8', holds: 'entries', whole: true },
  { id: 'at', name: 'Advances received', table: '11A', holds: 'entries' },
  { id: 'txpd', name: 'Advances adjusted', table: '11B', holds: 'entries' },
  { id: 'hsn', name: 'HSN summary', table: '12', holds: 'entries', whole: true },
  { id: 'doc_issue', name: 'Documents issued', table: '13', holds: 'entries', whole: true },
  { id: 'supeco', name: 'Through e-commerce', table: '14', holds: 'entries' },
  { id: 'ecom', name: 'E-commerce operator, 9(5)', table: '15', holds: 'entries' },
  { id: 'b2ba', name: 'B2B amended', table: '9A', holds: 'documents' },
  { id: 'b2cla', name: 'B2C large amended', table: '9A', holds: 'documents' },
  { id: 'expa', name: 'Exports amended', table: '9A', holds: 'documents' },
  { id: 'cdnra', name: 'Notes, registered, amended', table: '9C', holds: 'documents' },
  { id: 'cdnura', name: 'Notes, unregistered, amended', table: '9C', holds: 'documents' },
  { id: 'b2csa', name: 'B2C others amended', table: '10', holds: 'entries' },
  { id: 'ata', name: 'Advances received, amended', table: '11', holds: 'entries' },
  { id: 'txpda', name: 'Advances adjusted, amended', table: '11', holds: 'entries' },
  { id: 'supecoa', name: 'Through e-commerce, amended', table: '14A', holds: 'entries' },
  { id: 'ecoma', name: 'E-commerce operator, 9(5), amended', table: '15A', holds: 'entries' },
]

const find = (section: string): SectionName | undefined => SECTIONS.find(({ id }) => id === section)

/** False for what the portal holds under a name of its own. */
export const isOurs = (section: string): boolean => find(section) !== undefined

/** `HSN summary (12)`; the portal's own name where we have none. */
export function sectionName(section: string): string {
  const known = find(section)
  return known === undefined ? section : `${known.name} (${known.table})`
}

export const goesWhole = (section: string): boolean => find(section)?.whole === true

/** `['document', 'documents']` or `['entry', 'entries']`, of a section or a table of the same name. */
export const whatIsCounted = (section: string): readonly [one: string, many: string] =>
  find(section)?.holds === 'documents' ? ['document', 'documents'] : ['entry', 'entries']

/** In the order of the return; what we have no name for comes last. */
export function inReturnOrder<T extends { readonly section: string }>(rows: readonly T[]): T[] {
  const place = (section: string): number => {
    const found = SECTIONS.findIndex(({ id }) => id === section)
    return found === -1 ? SECTIONS.length : found
  }
  return rows.toSorted((a, b) => place(a.section) - place(b.section))
}
