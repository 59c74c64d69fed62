// One number for two documents: the portal keeps the first and refuses the second (RET191133, RET191134, RET191190); and
// two amendments of one document, of which the offline tool drops the second.
import type { Value } from '../columns/kind.ts'
import { financialYearOn } from '../financial-year.ts'
import type { Problem } from '../problems/problem.ts'
import { holdDocument, type SheetReading } from '../reading/read-sheet.ts'
import { cellFinder } from '../reading/sheet.ts'
import { columnOf, keyParts, type Document, type Role } from '../tables/table.ts'

interface Use {
  readonly reading: SheetReading
  readonly document: Document
}

/** A number and the date that says in which financial year it is unique. */
interface Numbered {
  readonly number: Role
  readonly date: Role
}

const ITS_OWN: Numbered = { number: 'number', date: 'date' }
const ORIGINAL: Numbered = { number: 'original-number', date: 'original-date' }

/**
 * Holds back all documents that share a number within their series and its financial year, in one table or in several,
 * and all that amend one original: only the user knows which of them is wrong. A table of no series has documents of many
 * suppliers: there a number is one document only with its parties.
 */
export function sameNumberTwice(readings: readonly SheetReading[]): void {
  const bySeries = Map.groupBy(readings, ({ table }) => table.series ?? table.id)
  for (const members of bySeries.values()) {
    if (members[0]?.table.series !== undefined) holdRepeated(members, ITS_OWN, sameNumber)
    holdRepeated(members, ORIGINAL, amendedTwice)
  }
}

function holdRepeated(
  readings: readonly SheetReading[],
  which: Numbered,
  problemOf: (number: string, uses: readonly Use[]) => Problem,
): void {
  const often = numbersUsedTwice(readings, which.number)
  if (often.size === 0) return
  const uses = readings.flatMap((reading) => {
    const number = columnOf(reading.table, which.number)?.name ?? ''
    return reading.documents
      .filter(({ fields }) => often.has(upperOf(fields[number])))
      .map((document) => ({ reading, document }))
  })
  for (const [number, same] of Map.groupBy(uses, (use) => numberOf(use, which))) {
    const [first] = same
    if (number === undefined || first === undefined || same.length < 2) continue
    first.reading.problems.push(problemOf(valueOf(first, which.number) ?? '', same))
    for (const { reading, document } of same) holdDocument(reading, document)
  }
}

/** Numbers that stand on several documents, whatever their years and parties: mostly none, and then all is well. */
function numbersUsedTwice(readings: readonly SheetReading[], role: Role): ReadonlySet<unknown> {
  const used = new Set<string>()
  const often = new Set<string>()
  for (const { table, documents } of readings) {
    const column = columnOf(table, role)
    if (column === undefined) continue
    for (const { fields } of documents) {
      const number = upperOf(fields[column.name])
      if (number === undefined) continue
      const before = used.size
      if (used.add(number).size === before) often.add(number)
    }
  }
  return often
}

const upperOf = (value: Value | undefined): string | undefined =>
  value === undefined ? undefined : String(value).toUpperCase()

const valueOf = ({ document: { table, fields } }: Use, role: Role): string | undefined =>
  upperOf(fields[columnOf(table, role)?.name ?? ''])

function numberOf(use: Use, { number, date }: Numbered): string | undefined {
  const own = valueOf(use, number)
  const { table, fields } = use.document
  const parties = table.series === undefined ? keyParts(table, fields).slice(0, -1) : []
  return own && [...parties, own, financialYearOn(valueOf(use, date) ?? '')].join('|')
}

const inSheets = (uses: readonly Use[], role: Role) =>
  ({
    severity: 'error',
    source: 'check',
    cells: uses.flatMap(({ reading, document: { table, rows } }) =>
      cellFinder(reading)(rows, [columnOf(table, role)?.name ?? '']),
    ),
  }) as const

const placesOf = (uses: readonly Use[]): string =>
  uses
    .map(({ reading, document: { rows } }) => `${reading.rows.sheet}, row ${(rows[0] ?? 0) + 1}`)
    .join(' and ')

function sameNumber(number: string, uses: readonly Use[]): Problem {
  const common = inSheets(uses, 'number')
  const parties = uses.flatMap((use) => valueOf(use, 'party') ?? [])
  const oneTable = new Set(uses.map(({ reading }) => reading)).size === 1
  if (oneTable && parties.length === uses.length) {
    const facts = { number, parties: parties.join(' and ') }
    return { ...common, code: 'number-under-two-parties', facts }
  }
  return { ...common, code: 'number-in-two-places', facts: { number, places: placesOf(uses) } }
}

const amendedTwice = (number: string, uses: readonly Use[]): Problem => ({
  ...inSheets(uses, 'original-number'),
  code: 'amended-twice',
  facts: { number, places: placesOf(uses) },
})
