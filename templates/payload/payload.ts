// Wire documents ⇄ the portal's JSON: the same tree for what we save, what the portal hands back and what it refuses.
import type { Gstin, Paise, Period } from '../identifiers.ts'
import { rupees } from '../money.ts'
import type { Table } from '../tables/table.ts'
import { ownMembers } from './own-members.ts'
import {
  asList,
  asObject,
  fromWire,
  membersOf,
  type Json,
  type JsonObject,
  type WireDocument,
} from './wire-document.ts'

export interface PayloadHead {
  readonly gstin: Gstin
  readonly period: Period
  /** Left out where unknown; the API wants both, a payload for other uses does not. */
  readonly turnover?: Paise | undefined
  readonly turnoverToDate?: Paise | undefined
}

/** A document's place in a payload, and what is put there. */
export interface Placed<Body> {
  readonly table: string
  readonly path: readonly string[]
  readonly party: JsonObject
  readonly body: Body
}

/** A payload whose bodies may be something else than JSON as yet. */
export type Tree<Body> = Json | Body | Tree<Body>[] | { [name: string]: Tree<Body> }
type Branch<Body> = Record<string, Tree<Body>>

/** The body of one save: the head and the documents' sections. A section without documents does not appear (RET191106). */
export const payloadOf = (
  head: PayloadHead,
  documents: readonly WireDocument[],
  tables: readonly Table[],
): JsonObject => treeOf(head, documents, tables) as JsonObject

export function treeOf<Body extends object>(
  head: PayloadHead,
  documents: readonly Placed<Body>[],
  tables: readonly Table[],
): Branch<Body> {
  const payload: Branch<Body> = {
    gstin: head.gstin,
    fp: head.period,
    ...(head.turnover !== undefined && { gt: rupees(head.turnover) }),
    ...(head.turnoverToDate !== undefined && { cur_gt: rupees(head.turnoverToDate) }),
  }
  const byTable = Map.groupBy(documents, ({ table }) => table)
  for (const table of tables) {
    const ofTable = byTable.get(table.id) ?? []
    for (const there of listsOfPaths(table, ofTable)) {
      place(payload, there[0]?.path ?? [], listOf(table, there))
    }
  }
  return payload
}

/** Documents by their paths, which differ only where a column tells the last step. */
function listsOfPaths<Body>({ shape }: Table, documents: readonly Placed<Body>[]) {
  if (shape.member !== undefined) return Map.groupBy(documents, ({ path }) => path.join()).values()
  return documents.length === 0 ? [] : [documents]
}

/** Documents in their groups (or bare, where the table has none), in the order they came. */
function listOf<Body extends object>(
  table: Table,
  documents: readonly Placed<Body>[],
): Tree<Body>[] {
  const { documents: listName, counter } = table.shape
  const numbered = (bodies: Body[]): Tree<Body>[] =>
    counter === undefined ? bodies : bodies.map((body, i) => ({ [counter]: i + 1, ...body }))
  if (listName === undefined) return numbered(documents.map(({ body }) => body))
  const [only, ...others] = membersOf(table).party
  const idOf = others.length === 0 ? idByMember(only?.name ?? '') : JSON.stringify
  const groups = new Map<string, { party: JsonObject; bodies: Body[] }>()
  for (const { party, body } of documents) {
    const id = idOf(party)
    const group = groups.get(id)
    if (group) group.bodies.push(body)
    else groups.set(id, { party, bodies: [body] })
  }
  return [...groups.values()].map(({ party, bodies }) => ({
    ...party,
    [listName]: numbered(bodies),
  }))
}

/** A party of one member is known by it, and no JSON need be written to compare it. */
const idByMember =
  (name: string) =>
  (party: JsonObject): string => {
    const member = party[name]
    return typeof member === 'string' ? member : JSON.stringify(party)
  }

function place<Body>(payload: Branch<Body>, path: readonly string[], list: Tree<Body>[]): void {
  let at = payload
  for (const step of path.slice(0, -1)) {
    const next: Branch<Body> = asObject(at[step])
    at[step] = next
    at = next
  }
  at[path.at(-1) ?? ''] = list
}

/** Every document of a table in a payload or a portal download. */
export function documentsIn(table: Table, payload: unknown): WireDocument[] {
  const found: WireDocument[] = []
  const { path: own, downloaded = [] } = table.shape
  for (const { path, list } of listsIn(table, payload, [own, ...downloaded])) {
    for (const group of list) eachIn(table, group, path, (wire) => found.push(wire))
  }
  return found
}

/** Calls back for every document of one group (or for the document itself, where the table has no groups). */
export function eachIn(
  table: Table,
  group: JsonObject,
  path: readonly string[],
  visit: (wire: WireDocument) => void,
): void {
  const { documents } = table.shape
  const bodies = documents === undefined ? [group] : asList(group[documents])
  const party: JsonObject =
    documents === undefined
      ? {}
      : Object.fromEntries(Object.entries(group).filter(([name]) => name !== documents))
  for (const body of bodies) {
    const { key } = fromWire(table, { party, body, path })
    visit({
      section: table.section,
      table: table.id,
      key,
      path,
      ...ownMembers(table, party, body),
      ...(typeof body.irn === 'string' && body.irn !== '' && { irn: body.irn }),
    })
  }
}

/** One of a table's outermost lists, where the portal's answer has it. */
interface List {
  /** Where a payload has it. */
  readonly path: readonly string[]
  /** Where this answer has it. */
  readonly place: readonly string[]
  readonly list: JsonObject[]
  /** What stands around the list: an error report of `nil`, `hsn` or `doc_issue` has its code there. */
  readonly around: JsonObject
}

/** A table's lists in an error report, wherever they stand: one, or one for each member, or one in each group. */
export function listsAt(table: Table, report: unknown): List[] {
  const { path, downloaded = [], reported = [] } = table.shape
  return listsIn(table, report, [path, ...downloaded, ...reported])
}

const listsIn = (table: Table, json: unknown, places: readonly (readonly string[])[]): List[] =>
  rootsOf(json).flatMap((root) => places.flatMap((place) => listsUnder(table, root, place)))

/** The answer itself and the objects in its `data`, one within the other: some answers are wrapped once more than others. */
function rootsOf(json: unknown): JsonObject[] {
  const root = asObject(json)
  return Object.keys(root).length === 0 ? [] : [root, ...rootsOf(root.data)]
}

function listsUnder(table: Table, payload: unknown, place: readonly string[]): List[] {
  const { path, member } = table.shape
  if (member !== undefined) {
    const isMember = (name: string) =>
      table.columns.some((column) => column.name === member && column.kind.fromWire(name) === name)
    const names = objectsUnder(payload, place).flatMap(Object.keys).filter(isMember)
    return [...new Set(names)].flatMap((name) => listsNamed(payload, place, name, [...path, name]))
  }
  return listsNamed(payload, place.slice(0, -1), place.at(-1) ?? '', path)
}

function listsNamed(
  payload: unknown,
  parents: readonly string[],
  name: string,
  path: readonly string[],
): List[] {
  return objectsUnder(payload, parents).flatMap((around) =>
    Array.isArray(around[name])
      ? [{ path, place: [...parents, name], list: asList(around[name]), around }]
      : [],
  )
}

/** The objects at a place; where a list stands on the way, those in each of its groups. */
function objectsUnder(payload: unknown, place: readonly string[]): JsonObject[] {
  let objects = [asObject(payload)]
  for (const step of place) {
    objects = objects.flatMap((json) =>
      Array.isArray(json[step]) ? asList(json[step]) : [asObject(json[step])],
    )
  }
  return objects
}
