// Every document of a return from both sides, what the sheets held at the last save and what we know the portal to hold,
// and why the two differ. Reviews add this up; the drill-down shows it row by row.
import {
  addAmounts,
  asList,
  NO_AMOUNTS,
  type Amounts,
  type WireDocument,
} from '../../templates/payload/wire-document.ts'
import type { Table } from '../../templates/tables/table.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { DifferenceCause } from '../../templates/problems/difference-words.ts'
import { heldBy, idOf, type PortalSide } from './plan.ts'
import { amountsIn, nameOfKey, type Snapshot } from './snapshot.ts'
import { isNothing } from './summary.ts'

/** What is known of both sides of a return. */
export interface BothSides {
  readonly snapshot: Snapshot | undefined
  readonly portal: PortalSide
  /** `table key` of what the portal refused in the last save. */
  readonly refused: ReadonlySet<string>
}

export interface DocumentSides {
  readonly table: Table
  readonly key: string
  /** Absent where the sheets have no good document of this key. */
  readonly sheet?: Amounts
  /** Absent where the portal holds none. */
  readonly portal?: Amounts
  readonly state: 'same' | DifferenceCause
}

/**
 * The documents of one section: those of the sheets in their order, then those that only the portal has. None where an
 * earlier version kept no amounts of the sheets' documents: the portal's would all seem to be too many.
 */
export function sidesOf(both: BothSides, section: string): DocumentSides[] {
  if (both.snapshot !== undefined && both.snapshot.figures === undefined) return []
  const tables = new Map(
    TABLES.filter((table) => table.section === section).map((table) => [table.id, table]),
  )
  const held = heldBy(both.portal)
  const stateOf = judge(both)
  const sides: DocumentSides[] = []
  const seen = new Set<string>()
  for (const [id, { amounts }] of Object.entries(both.snapshot?.places ?? {})) {
    const [name, key] = partsOf(id)
    const table = tables.get(name)
    if (table === undefined || amounts === undefined) continue
    seen.add(id)
    const there = held.get(id)
    const portal = there && amountsIn(there)
    sides.push({
      table,
      key,
      sheet: amounts,
      ...(portal !== undefined && { portal }),
      state: stateOf(table, id, amounts, there),
    })
  }
  for (const [id, there] of held) {
    const table = tables.get(there.table)
    if (table === undefined || seen.has(id)) continue
    const { key } = there
    const state = stateOf(table, id, undefined, there)
    sides.push({ table, key, portal: amountsIn(there), state })
  }
  return sides
}

/** What the portal has more than the sheets. */
export const differenceOf = ({ sheet = NO_AMOUNTS, portal = NO_AMOUNTS }: DocumentSides): Amounts =>
  addAmounts(portal, sheet, -1)

function partsOf(id: string): [table: string, key: string] {
  const end = id.indexOf(' ')
  return [id.slice(0, end), id.slice(end + 1)]
}

function judge({ snapshot, portal, refused }: BothSides) {
  const known = new Set(portal.base.map(idOf))
  const elsewhere = new Set(portal.theirs.map(idOf))
  const behind = new Set(snapshot?.heldBack ?? [])
  const isBehind = (id: string) => behind.has(nameOfKey(...partsOf(id)))

  return (
    table: Table,
    id: string,
    sheet: Amounts | undefined,
    there: WireDocument | undefined,
  ): DocumentSides['state'] => {
    if (refused.has(id)) return 'refused'
    if (sheet === undefined) {
      const isOthers = elsewhere.has(id) && !known.has(id)
      return isOthers || there?.irn !== undefined ? 'only-there' : 'still-there'
    }
    if (there === undefined) {
      if (elsewhere.has(id)) return 'gone'
      return isBehind(id) ? 'waiting' : 'not-sent'
    }
    const difference = addAmounts(amountsIn(there), sheet, -1)
    const isOthers = elsewhere.has(id) || there.irn !== undefined
    // Differs in what carries no amount: a date, a place of supply.
    if (isNothing(difference)) return isBehind(id) && isOthers ? 'changed-there' : 'same'
    if (isRounding(difference, linesIn(table, there))) return 'rounding'
    if (isOthers) return 'changed-there'
    return isBehind(id) ? 'waiting' : 'not-sent'
  }
}

/** Each line's tax may be rounded by another rule: within one rupee a line and head, and nothing else differs. */
const ROUNDING = 100

const isRounding = ({ count, txval, ...taxes }: Amounts, lines: number): boolean =>
  count === 0 &&
  txval === 0 &&
  Object.values(taxes).every((tax) => Math.abs(tax) < ROUNDING * Math.max(1, lines))

const linesIn = ({ shape }: Table, { body }: WireDocument): number =>
  shape.lines === undefined ? 1 : asList(body[shape.lines]).length
