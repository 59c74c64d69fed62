// Two returns compared by meaning: document by document, in the normal form that plans compare in.
import { columnsDiffering, sameDocument } from '../../templates/payload/same-document.ts'
import { amountsOf, type WireDocument } from '../../templates/payload/wire-document.ts'
import { formatRupees } from '../../templates/money.ts'
import type { Column, Table } from '../../templates/tables/table.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { rowsFound } from '../../templates/writing/wire-rows.ts'
import { nameOfKey } from '../filing/snapshot.ts'

export interface Differences {
  readonly sections: readonly SectionCounts[]
  readonly differences: readonly DocumentDifference[]
}

export interface SectionCounts {
  readonly section: string
  readonly same: number
  readonly onlyA: number
  readonly onlyB: number
  readonly different: number
}

export interface DocumentDifference {
  readonly section: string
  readonly table: string
  /** See `keyOf`. */
  readonly key: string
  readonly document: string
  readonly kind: 'only-a' | 'only-b' | 'different'
  readonly columns: readonly ColumnDifference[]
}

export interface ColumnDifference {
  readonly column: string
  readonly a: string
  readonly b: string
}

export function differencesOf(a: readonly WireDocument[], b: readonly WireDocument[]): Differences {
  const differences: DocumentDifference[] = []
  const same = new Map<string, number>()
  const [byIdA, byIdB] = [byId(a), byId(b)]
  for (const id of new Set([...byIdA.keys(), ...byIdB.keys()])) {
    const [ofA = [], ofB = []] = [byIdA.get(id), byIdB.get(id)]
    // A number that stands twice on one side is twice as many documents.
    for (let i = 0; i < Math.max(ofA.length, ofB.length); i += 1) {
      const difference = differenceOf(ofA[i], ofB[i])
      if (difference !== undefined) differences.push(difference)
      else same.set(ofA[i]?.section ?? '', (same.get(ofA[i]?.section ?? '') ?? 0) + 1)
    }
  }
  const sections = [...new Set([...a, ...b].map(({ section }) => section))]
  return {
    sections: sections.map((section) => {
      const count = (kind: DocumentDifference['kind']) =>
        differences.filter((one) => one.section === section && one.kind === kind).length
      return {
        section,
        same: same.get(section) ?? 0,
        onlyA: count('only-a'),
        onlyB: count('only-b'),
        different: count('different'),
      }
    }),
    differences,
  }
}

const byId = (documents: readonly WireDocument[]) =>
  Map.groupBy(documents, ({ table, key }) => `${table} ${key}`)

function differenceOf(
  a: WireDocument | undefined,
  b: WireDocument | undefined,
): DocumentDifference | undefined {
  const one = a ?? b
  const table = TABLES.find(({ id }) => id === one?.table)
  if (one === undefined || table === undefined) return undefined
  const { section, key } = one
  const named = { section, table: table.id, key, document: nameOfKey(table.id, key) }
  if (a === undefined) return { ...named, kind: 'only-b', columns: [] }
  if (b === undefined) return { ...named, kind: 'only-a', columns: [] }
  if (sameDocument(table, a, b)) return undefined
  return { ...named, kind: 'different', columns: columnsOf(table, a, b) }
}

/** What differs with both values; where the columns agree, the taxes that were worked out differently. */
function columnsOf(table: Table, a: WireDocument, b: WireDocument): ColumnDifference[] {
  const headers = columnsDiffering(table, a, b)
  const columns = table.columns
    .filter(({ header }) => headers.includes(header))
    .map((column) => ({
      column: column.header,
      a: valueOf(table, column, a),
      b: valueOf(table, column, b),
    }))
    .filter((one) => one.a !== one.b)
  return columns.length > 0 ? columns : [{ column: 'Tax', a: taxOf(table, a), b: taxOf(table, b) }]
}

/** As the sheet shows it; of several lines each, by rate. */
function valueOf(table: Table, column: Column, wire: WireDocument): string {
  const rows = rowsFound(table, wire)
  const teller = table.columns.find(({ name }) => name === table.line?.column)
  const order = (found: Found) => (teller ? Number(teller.kind.fromWire(found(teller)) ?? 0) : 0)
  const of =
    column.level === 'line' ? rows.toSorted((x, y) => order(x) - order(y)) : rows.slice(0, 1)
  return of.map((found) => shown(column, found(column))).join(', ')
}

type Found = (column: Column) => unknown

/** What is missing but goes without saying, as if said; what its kind does not understand, as it stands. */
function shown({ kind, fallback }: Column, found: unknown): string {
  const isThere = found !== undefined && found !== null
  const value = isThere ? kind.fromWire(found) : fallback
  if (value !== undefined) {
    return String((kind.name === 'date' ? kind.toWire(value) : kind.write(value)) ?? '')
  }
  if (!isThere) return ''
  return typeof found === 'string' ? found : JSON.stringify(found)
}

function taxOf(table: Table, wire: WireDocument): string {
  const { iamt, camt, samt, csamt } = amountsOf(table, wire)
  return [iamt, camt, samt, csamt].map(formatRupees).join(' + ')
}
