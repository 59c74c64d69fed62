// One number for two documents: the portal keeps the first and refuses the second (RET191133, RET191134, RET191190).
import type { Problem } from '../problems/problem.ts'
import { holdDocument, type SheetReading } from '../reading/read-sheet.ts'
import { cellFinder } from '../reading/sheet.ts'
import type { Document, Table } from '../tables/table.ts'

interface Use {
  readonly reading: SheetReading
  readonly document: Document
}

/**
 * Holds back all documents that share a number within their series, in one table or in several: only the user knows
 * which number is the wrong one.
 */
export function sameNumberTwice(readings: readonly SheetReading[]): void {
  const bySeries = Map.groupBy(readings, ({ table }) => table.series)
  for (const [series, members] of bySeries) {
    if (series === undefined) continue
    const uses = members.flatMap((reading) =>
      reading.documents.map((document) => ({ reading, document })),
    )
    for (const [number, same] of Map.groupBy(uses, numberOf)) {
      const [first] = same
      if (first === undefined || same.length < 2) continue
      first.reading.problems.push(problemOf(number, same))
      for (const { reading, document } of same) holdDocument(reading, document)
    }
  }
}

const columnOf = (table: Table, wanted: 'number' | 'party'): string | undefined =>
  table.columns.find(({ role }) => role === wanted)?.name

const numberOf = ({ document: { table, fields } }: Use): string =>
  String(fields[columnOf(table, 'number') ?? '']).toUpperCase()

function problemOf(number: string, uses: readonly Use[]): Problem {
  const cells = uses.flatMap(({ reading, document: { table, rows } }) =>
    cellFinder(reading)(rows, [columnOf(table, 'number') ?? '']),
  )
  const common = { severity: 'error', source: 'check', cells } as const
  const parties = uses.flatMap(({ document: { table, fields } }) => {
    const party = columnOf(table, 'party')
    return party === undefined ? [] : [String(fields[party])]
  })
  const oneTable = new Set(uses.map(({ reading }) => reading)).size === 1
  if (oneTable && parties.length === uses.length) {
    const facts = { number, parties: parties.join(' and ') }
    return { ...common, code: 'number-under-two-parties', facts }
  }
  const places = uses.map(
    ({ reading, document: { rows } }) => `${reading.rows.sheet}, row ${(rows[0] ?? 0) + 1}`,
  )
  return {
    ...common,
    code: 'number-in-two-places',
    facts: { number, places: places.join(' and ') },
  }
}
