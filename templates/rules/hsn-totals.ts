// Table 12 sums up the documents. From 05/2025 the portal compares the two, apart for registered and for other recipients,
// and warns where they differ; so do we, where all that is summed up can be known.
import type { Problem } from '../problems/problem.ts'
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

const SIDES: readonly Side[] = [
  {
    hsn: 'hsn(b2b)',
    documents: ['b2b', 'cdnr', 'ecob2b', 'ecourp2b'],
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

/** `unread`: ids of the tables whose sheets could not be read. */
export function hsnAgainstDocuments(
  readings: readonly SheetReading[],
  unread: ReadonlySet<string>,
): void {
  const byTable = new Map(readings.map((reading) => [reading.table.id, reading]))
  for (const side of SIDES) {
    const hsn = byTable.get(side.hsn)
    const of = [...side.documents, EXEMPT].flatMap((id) => byTable.get(id) ?? [])
    const tables = [side.hsn, ...side.documents, EXEMPT, ...side.amended]
    if (hsn === undefined || of.length === 0 || tables.some((id) => unread.has(id))) continue
    if ([hsn, ...of].some(({ held }) => held.length > 0)) continue
    if (side.amended.some((id) => hasRows(byTable.get(id)))) continue
    hsn.problems.push(...differences(hsn, of, side))
  }
}

const hasRows = (reading: SheetReading | undefined): boolean =>
  reading !== undefined && reading.documents.length + reading.held.length > 0

function differences(hsn: SheetReading, of: readonly SheetReading[], side: Side): Problem[] {
  const own = sumsOf(hsn.documents)
  const theirs = sumsOf(of.flatMap(({ documents }) => documents.filter(belongsTo(side))))
  const differs = (a: number, b: number) => Math.abs(a - b) > ROUNDING + theirs.lines
  const told = (code: string, inHsn: number, documents: number): Problem => ({
    code,
    severity: 'warning',
    source: 'check',
    cells: [],
    facts: { sheet: hsn.rows.sheet, hsn: inHsn, documents },
  })
  return [
    ...(differs(own.taxable, theirs.taxable)
      ? [told('hsn-taxable-differs', own.taxable, theirs.taxable)]
      : []),
    ...(differs(own.tax, theirs.tax) ? [told('hsn-tax-differs', own.tax, theirs.tax)] : []),
  ]
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
