// The documents behind one section of a review, a page at a time: what differs comes first, each with the way to its rows.
import { done, type Result } from '../../templates/problems/problem.ts'
import type { SectionRow, SectionRows } from '../http/outputs/review.ts'
import type { ReturnKey } from '../store/tables.ts'
import { bothSides } from './review.ts'
import { readState } from './return-view.ts'
import { sidesOf, type DocumentSides } from './sides.ts'
import { cellsFor, nameOfKey, type Snapshot } from './snapshot.ts'
import type { Tools } from './tools.ts'

const PAGE = 50

export interface RowsOf {
  readonly section: string
  /** The first to be shown, from 0. */
  readonly from: number
  readonly only: 'all' | 'differing'
}

export async function rowsOfSection(
  tools: Tools,
  key: ReturnKey,
  { section, from, only }: RowsOf,
): Promise<Result<SectionRows>> {
  const state = await readState(tools, key)
  const all = sidesOf(await bothSides(tools, key, state), section)
  const differing = all.filter((one) => one.state !== 'same')
  const same = only === 'all' ? all.filter((one) => one.state === 'same') : []
  const wanted = [...differing, ...same]
  return done({
    section,
    only,
    from,
    rows: wanted.slice(from, from + PAGE).map(rowOf(state.snapshot?.content)),
    count: wanted.length,
    differing: differing.length,
  })
}

const rowOf =
  (snapshot: Snapshot | undefined) =>
  ({ table, key, sheet, portal, state }: DocumentSides): SectionRow => ({
    document: nameOfKey(table.id, key),
    state,
    ...(sheet !== undefined && { sheet }),
    ...(portal !== undefined && { portal }),
    cells: snapshot === undefined ? [] : cellsFor(snapshot, table.id, key, ['number']),
  })
