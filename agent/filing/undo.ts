// Undoing a save: what the portal held of everything it touched, and the plan that brings that back.
import { TABLES } from '../../templates/tables/tables.ts'
import type { Theirs } from '../store/held.ts'
import { heldBy, idOf, type PortalSide, type SectionChanges, type TableState } from './plan.ts'

/** One document that a save touches, as the portal held it before; without `document` it held none. */
export type Before = Theirs

export function beforeOf(portal: PortalSide, changes: readonly SectionChanges[]): Before[] {
  const held = heldBy(portal)
  const touched = changes.flatMap(({ added, changed, removed }) => [
    ...added,
    ...changed,
    ...removed,
  ])
  return touched.map(({ table, key }) => ({ table, key, document: held.get(`${table} ${key}`) }))
}

/**
 * The tables a save touched as they must be for the portal to hold again what it held before; all else in them as it is
 * there now. An e-invoice that the save overwrote comes back without its IRN, which only its registry can give.
 */
export function tablesBefore(portal: PortalSide, before: readonly Before[]): TableState[] {
  const wanted = heldBy(portal)
  for (const one of before) {
    if (one.document === undefined) wanted.delete(idOf(one))
    else wanted.set(idOf(one), one.document)
  }
  const touched = new Set(before.map(({ table }) => table))
  return TABLES.filter(({ id }) => touched.has(id)).map((table) => ({
    table,
    documents: [...wanted.values()].filter((document) => document.table === table.id),
    held: [],
  }))
}

/** Of `JSON.stringify`, which leaves out what is undefined. */
export const beforeIn = (json: string): Before[] =>
  (JSON.parse(json) as Partial<Before>[] as Before[]).map((one) => ({
    ...one,
    document: one.document,
  }))
