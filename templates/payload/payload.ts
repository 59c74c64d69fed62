// Wire documents ⇄ the portal's JSON: the same tree for what we save, what the portal hands back and what it refuses.
import type { Gstin, Paise, Period } from '../identifiers.ts'
import { rupees } from '../money.ts'
import type { Table } from '../tables/table.ts'
import {
  asList,
  asObject,
  fromWire,
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

/** The body of one save: the head and the documents' sections. A section without documents does not appear (RET191106). */
export function payloadOf(
  head: PayloadHead,
  documents: readonly WireDocument[],
  tables: readonly Table[],
): JsonObject {
  const payload: JsonObject = {
    gstin: head.gstin,
    fp: head.period,
    ...(head.turnover !== undefined && { gt: rupees(head.turnover) }),
    ...(head.turnoverToDate !== undefined && { cur_gt: rupees(head.turnoverToDate) }),
  }
  for (const table of tables) {
    const own = documents.filter((document) => document.table === table.id)
    for (const path of distinctPaths(own)) {
      const there = own.filter((document) => document.path.join('.') === path.join('.'))
      place(payload, path, listOf(table, there))
    }
  }
  return payload
}

function distinctPaths(documents: readonly WireDocument[]): (readonly string[])[] {
  return [...new Map(documents.map(({ path }) => [path.join('.'), path])).values()]
}

/** Documents in their groups (or bare, where the table has none), in the order they came. */
function listOf(table: Table, documents: readonly WireDocument[]): JsonObject[] {
  const { documents: listName, counter } = table.shape
  const numbered = (body: JsonObject, index: number): JsonObject =>
    counter === undefined ? body : { [counter]: index + 1, ...body }
  if (listName === undefined) return documents.map(({ body }, i) => numbered(body, i))
  const groups = new Map<string, { party: JsonObject; bodies: JsonObject[] }>()
  for (const { party, body } of documents) {
    const id = JSON.stringify(party)
    const group = groups.get(id)
    if (group) group.bodies.push(body)
    else groups.set(id, { party, bodies: [body] })
  }
  return [...groups.values()].map(({ party, bodies }) => ({
    ...party,
    [listName]: bodies.map(numbered),
  }))
}

function place(payload: JsonObject, path: readonly string[], list: Json[]): void {
  let at = payload
  for (const step of path.slice(0, -1)) {
    const next = asObject(at[step])
    at[step] = next
    at = next
  }
  at[path.at(-1) ?? ''] = list
}

/** Every document of a table in a payload, a portal download or an error report. */
export function documentsIn(table: Table, payload: unknown): WireDocument[] {
  const found: WireDocument[] = []
  for (const { path, list } of listsAt(table, payload)) {
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
    visit({ section: table.section, table: table.id, key, party, body, path })
  }
}

interface List {
  readonly path: readonly string[]
  readonly list: JsonObject[]
}

/** The outermost lists of a table, wherever they stand: one, or one for each member. */
export function listsAt(table: Table, payload: unknown): List[] {
  const { path, reported } = table.shape
  const places = reported === undefined ? [path] : [path, reported]
  return places.flatMap((place) => listsUnder(table, payload, place))
}

function listsUnder(table: Table, payload: unknown, place: readonly string[]): List[] {
  const { path, member } = table.shape
  const at = place.reduce<unknown>((json, step) => asObject(json)[step], payload)
  if (member === undefined) return [{ path, list: asList(at) }]
  const isMember = (name: string) =>
    table.columns.some((column) => column.name === member && column.kind.fromWire(name) === name)
  return Object.entries(asObject(at))
    .filter(([name]) => isMember(name))
    .map(([name, list]) => ({ path: [...path, name], list: asList(list) }))
}
