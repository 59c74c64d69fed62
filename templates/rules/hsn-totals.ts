// Table 12 sums up the documents. From 05/2025 the portal compares the two, apart for registered and for other recipients,
// and warns where they differ; so do we, where all that is summed up can be known.
import { problemOf, type Problem } from '../problems/problem.ts'
import type { SheetReading } from '../reading/read-sheet.ts'
import type { Document, Fields } from '../tables/table.ts'

interface Side {
  readonly hsn: string
  /** Tables whose documents it sums up. */
  readonly documents: readonly string[]
  /** Of an amendment only the difference counts, and no sheet has the original's amounts. */
  readonly amended: readonly string[]
  /** How the entries of table 8 that belong here end. */
  readonly exempt: string
}

/** Tables of the documents to registered persons. */
export const TO_REGISTERED: readonly string[] = ['b2b', 'cdnr', 'ecob2b', 'ecourp2b']

const SIDES: readonly Side[] = [
  {
    hsn: 'hsn(b2b)',
    documents: TO_REGISTERED,
    amended: ['b2ba', 'cdnra', 'ecoab2b', 'ecoaurp2b'],
    exempt: 'B2B',
  },
  {
    hsn: 'hsn(b2c)',
    documents: ['b2cl', 'b2cs', 'cdnur', 'exp', 'ecob2c', 'ecourp2c'],
    amended: ['b2cla', 'b2csa', 'cdnura', 'expa', 'ecoab2c', 'ecoaurp2c'],
    exempt: 'B2C',
  },
]

/** What has no rate. Supplies outside GST have no HSN either. */
const EXEMPT = 'exemp'
const UNTAXED = ['nil_amt', 'expt_amt'] as const
const TAXES = ['iamt', 'camt', 'samt', 'csamt'] as const

/** One rupee, and one paisa a line: taxes are rounded line by line, and those of HSN are typed. */
const ROUNDING = 100

/** Taxable value and all taxes together, in paise. */
interface Sums {
  readonly taxable: number
  readonly tax: number
}

/** A table of HSN beside the documents that it sums up. */
export interface HsnSide {
  readonly hsn: string
  /** Absent where part of what is summed up cannot be known. */
  readonly compared?: { readonly hsn: Sums; readonly documents: Sums; readonly ties: boolean }
  readonly why?: 'unread' | 'no-documents' | 'held-back' | 'amended'
}

/** `unread`: ids of the tables whose sheets could not be read. A side without a sheet of HSN is not among them (see missing-tables.ts). */
export function hsnAgainstDocuments(
  readings: readonly SheetReading[],
  unread: ReadonlySet<string>,
): HsnSide[] {
  const byTable = new Map(readings.map((reading) => [reading.table.id, reading]))
  return SIDES.flatMap((side) => {
    const hsn = byTable.get(side.hsn)
    if (hsn === undefined) return []
    const of = [...side.documents, EXEMPT].flatMap((id) => byTable.get(id) ?? [])
    const why = whyNot(side, [hsn, ...of], byTable, unread)
    return [why === undefined ? compared(hsn, of, side) : { hsn: side.hsn, why }]
  })
}

function whyNot(
  side: Side,
  read: readonly SheetReading[],
  byTable: ReadonlyMap<string, SheetReading>,
  unread: ReadonlySet<string>,
): HsnSide['why'] {
  const tables = [...side.documents, EXEMPT, ...side.amended]
  if (tables.some((id) => unread.has(id))) return 'unread'
  if (read.length === 1) return 'no-documents'
  if (read.some(({ held }) => held.length > 0)) return 'held-back'
  return side.amended.some((id) => hasRows(byTable.get(id))) ? 'amended' : undefined
}

const hasRows = (reading: SheetReading | undefined): boolean =>
  reading !== undefined && reading.documents.length + reading.held.length > 0

/** Tells the differences as problems of the sheet of HSN. */
function compared(hsn: SheetReading, of: readonly SheetReading[], side: Side): HsnSide {
  const own = sumsOf(hsn.documents)
  const theirs = sumsOf(of.flatMap(({ documents }) => documents.filter(belongsTo(side))))
  const differs = (a: number, b: number) => Math.abs(a - b) > ROUNDING + theirs.lines
  const told = (code: string, inHsn: number, documents: number): Problem =>
    problemOf('warning', code, { sheet: hsn.rows.sheet, hsn: inHsn, documents })
  const problems = [
    ...(differs(own.taxable, theirs.taxable)
      ? [told('hsn-taxable-differs', own.taxable, theirs.taxable)]
      : []),
    ...(differs(own.tax, theirs.tax) ? [told('hsn-tax-differs', own.tax, theirs.tax)] : []),
  ]
  hsn.problems.push(...problems)
  const sums = ({ taxable, tax }: Sums): Sums => ({ taxable, tax })
  return {
    hsn: side.hsn,
    compared: { hsn: sums(own), documents: sums(theirs), ties: problems.length === 0 },
  }
}

const belongsTo =
  ({ exempt }: Side) =>
  ({ table, fields }: Document): boolean =>
    table.id !== EXEMPT || String(fields.sply_ty).endsWith(exempt)

function sumsOf(documents: readonly Document[]) {
  const sums = { taxable: 0, tax: 0, lines: 0 }
  for (const { table, fields, lines } of documents) {
    const sign = table.minus && fields[table.minus.column] === table.minus.value ? -1 : 1
    const taxable = table.id === EXEMPT ? UNTAXED : (['txval'] as const)
    for (const line of lines) {
      sums.taxable += sign * sumOf(line, taxable)
      sums.tax += sign * sumOf(line, TAXES)
      sums.lines += 1
    }
  }
  return sums
}

const sumOf = (line: Fields, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + Number(line[name] ?? 0), 0)
