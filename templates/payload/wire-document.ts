// One document as the portal's JSON holds it, apart from its place in a payload: the unit of plans, chunks and verdicts.
import type { Paise } from '../identifiers.ts'
import { paise } from '../money.ts'
import {
  keyOf,
  type AmountName,
  type AmountNames,
  type Column,
  type Document,
  type Fields,
  type Level,
  type Table,
} from '../tables/table.ts'

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
export type JsonObject = Record<string, Json>

export interface WireDocument {
  readonly section: string
  readonly table: string
  readonly key: string
  /** Members of the group it hangs in (`ctin`); documents with equal ones share a group. */
  readonly party: JsonObject
  readonly body: JsonObject
  /** Path to the outermost list. */
  readonly path: readonly string[]
  /** The e-invoice system filled it into the return by itself, under this number. Only what the portal hands out has one. */
  readonly irn?: string
}

/** A document as it is sent. Its derived values must be in place (see derive). */
export function toWire(document: Document): WireDocument {
  const { table, fields } = document
  const { shape } = table
  const lines = document.lines.map((line) => {
    const sent = membersOf(table, 'line', line)
    if (shape.detail === undefined) return sent
    const { num, ...detail } = sent
    return num === undefined ? { [shape.detail]: detail } : { num, [shape.detail]: detail }
  })
  const body: JsonObject = { ...membersOf(table, 'document', fields), ...shape.constants }
  if (shape.lines !== undefined) body[shape.lines] = lines
  else Object.assign(body, lines[0])
  const path =
    shape.member === undefined ? shape.path : [...shape.path, String(fields[shape.member])]
  return {
    section: table.section,
    table: table.id,
    key: document.key,
    party: membersOf(table, 'party', fields),
    body,
    path,
  }
}

/** The columns of a level in their order, then the derived values, as the wire spells them; blanks are left out. */
function membersOf(table: Table, level: Level, values: Fields): JsonObject {
  const members: JsonObject = {}
  for (const derived of table.derived) {
    if (derived.level !== level) continue
    for (const name of derived.names) {
      const value = values[name]
      if (value !== undefined) members[name] = derived.money ? Number(value) / 100 : value
    }
  }
  for (const column of table.columns) {
    const value = values[column.name]
    if (column.level !== level || !isMember(table, column) || value === undefined) continue
    const json = column.kind.toWire(value)
    if (json !== undefined) members[column.name] = json
  }
  return members
}

/** Whether a column is a member of its own on the wire. */
export const isMember = ({ shape }: Table, { name, sheetOnly, partOf }: Column): boolean =>
  !sheetOnly && partOf === undefined && name !== shape.member

/** The document a wire object stands for. Members no column knows (download-only keys, derived values) are dropped. */
export function fromWire(
  table: Table,
  wire: Pick<WireDocument, 'party' | 'body' | 'path'>,
): Document {
  const { shape } = table
  const fields: Fields = {}
  for (const column of table.columns) {
    if (column.level === 'line') continue
    read(column, column.level === 'party' ? wire.party : wire.body, fields)
  }
  if (shape.member !== undefined) {
    const member = wire.path.at(-1)
    if (member !== undefined) fields[shape.member] = member
  }
  const list = shape.lines === undefined ? [wire.body] : (wire.body[shape.lines] ?? [])
  const lines = asList(list).map((json) => {
    const item = shape.detail === undefined ? json : asObject(json[shape.detail] ?? {})
    const line: Fields = {}
    for (const column of table.columns) if (column.level === 'line') read(column, item, line)
    return line
  })
  return { table, key: keyOf(table, fields), fields, lines, rows: [] }
}

function read(column: Column, json: JsonObject, into: Fields): void {
  if (column.sheetOnly) return
  const value = json[column.partOf ?? column.name]
  const known = value === undefined || value === null ? undefined : column.kind.fromWire(value)
  const used = known ?? column.fallback
  if (used !== undefined) into[column.name] = used
}

export const asObject = (json: unknown): JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonObject) : {}

export const asList = (json: unknown): JsonObject[] =>
  Array.isArray(json) ? json.map(asObject) : []

/** Count and the five amounts of one wire document, in paise; taxes that are not there are zero. See `Table.minus`. */
export interface Amounts {
  readonly count: number
  readonly txval: Paise
  readonly iamt: Paise
  readonly camt: Paise
  readonly samt: Paise
  readonly csamt: Paise
}

export const NO_AMOUNTS: Amounts = zero(0)

function zero(count: number): Amounts {
  const none = 0 as Paise
  return { count, txval: none, iamt: none, camt: none, samt: none, csamt: none }
}

export function amountsOf(table: Table, wire: WireDocument): Amounts {
  const { shape } = table
  const lines = shape.lines === undefined ? [wire.body] : asList(wire.body[shape.lines])
  const sign = table.minus && wire.body[table.minus.column] === table.minus.value ? -1 : 1
  let sum = zero(table.amounts?.count === undefined ? 1 : 0)
  for (const json of lines) {
    const line = shape.detail === undefined ? json : asObject(json[shape.detail])
    const own = amountsFrom(table.amounts, (name) => Number(line[name] ?? 0))
    sum = addAmounts(sum, own, sign)
  }
  return sum
}

/** Amounts from rupees as `read` finds them under the names that make each up; without a name of its own the count is 0. */
export function amountsFrom(names: AmountNames = {}, read: (name: string) => number): Amounts {
  const at = (name: Exclude<AmountName, 'count'>) =>
    (names[name] ?? [name]).reduce((sum, member) => sum + paise(read(member)), 0) as Paise
  return {
    count: (names.count ?? []).reduce((sum, member) => sum + read(member), 0),
    txval: at('txval'),
    iamt: at('iamt'),
    camt: at('camt'),
    samt: at('samt'),
    csamt: at('csamt'),
  }
}

export function addAmounts(a: Amounts, b: Amounts, sign: 1 | -1 = 1): Amounts {
  const add = (x: Paise, y: Paise) => (x + sign * y) as Paise
  return {
    count: a.count + sign * b.count,
    txval: add(a.txval, b.txval),
    iamt: add(a.iamt, b.iamt),
    camt: add(a.camt, b.camt),
    samt: add(a.samt, b.samt),
    csamt: add(a.csamt, b.csamt),
  }
}
