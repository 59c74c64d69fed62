// One document as the portal's JSON holds it, apart from its place in a payload: the unit of plans, chunks and verdicts.
import type { Paise } from '../identifiers.ts'
import type { Kind, Value } from '../columns/kind.ts'
import { paise } from '../money.ts'
import {
  keyOf,
  type AmountNames,
  type Column,
  type Document,
  type Fields,
  type Level,
  type Shape,
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
export const toWire = (document: Document): WireDocument => ({
  section: document.table.section,
  table: document.table.id,
  key: document.key,
  party: partyOf(document),
  body: bodyOf(document),
  path: pathOf(document),
})

export const pathOf = ({ table: { shape }, fields }: Document): readonly string[] =>
  shape.member === undefined ? shape.path : [...shape.path, String(fields[shape.member])]

export const partyOf = ({ table, fields }: Document): JsonObject =>
  written(membersOf(table).party, fields)

export function bodyOf({ table, fields, lines }: Document): JsonObject {
  const { shape } = table
  const members = membersOf(table)
  const body = written(members.document, fields)
  if (shape.constants !== undefined) Object.assign(body, shape.constants)
  if (shape.lines === undefined) return write(members.line, lines[0] ?? {}, body)
  body[shape.lines] = lines.map((line) => lineToWire(shape, members, line))
  return body
}

/** The number of a line stands beside its detail. */
function lineToWire({ detail }: Shape, members: Members, line: Fields): JsonObject {
  if (detail === undefined) return written(members.line, line)
  const outer = written(members.number, line)
  outer[detail] = written(members.line, line)
  return outer
}

/** A value that is sent, and how the wire spells it. */
interface Member {
  readonly name: string
  readonly toWire: Kind['toWire']
}

/** The members by level: derived values, then the columns in their order; `number` is what stands beside a line's detail. */
type Members = Readonly<Record<Level | 'number', readonly Member[]>>

const cache = new WeakMap<Table, Members>()

export function membersOf(table: Table): Members {
  const known = cache.get(table)
  if (known) return known
  const at = (level: Level): Member[] => [
    ...table.derived
      .filter((derived) => derived.level === level)
      .flatMap(({ names, money }) =>
        names.map((name) => ({ name, toWire: money ? inRupees : asItIs })),
      ),
    ...table.columns
      .filter((column) => column.level === level && isMember(table, column))
      .map(({ name, kind: { toWire } }) => ({ name, toWire })),
  ]
  const isNumber = ({ name }: Member) => table.shape.detail !== undefined && name === 'num'
  const members = {
    party: at('party'),
    document: at('document'),
    line: at('line').filter((member) => !isNumber(member)),
    number: at('line').filter(isNumber),
  }
  cache.set(table, members)
  return members
}

const inRupees = (value: Value): number => Number(value) / 100
const asItIs = (value: Value): Value => value

const written = (members: readonly Member[], values: Fields): JsonObject =>
  write(members, values, {})

/**
 * As the wire spells them; blanks are left out. Here and wherever else something is done at every cell, the loop counts:
 * an iterator for a few cells costs as much as what is done with them.
 */
function write(members: readonly Member[], values: Fields, into: JsonObject): JsonObject {
  for (let i = 0; i < members.length; i += 1) {
    const member = members[i]
    if (member === undefined) continue
    const value = values[member.name]
    const json = value === undefined ? undefined : member.toWire(value)
    if (json !== undefined) into[member.name] = json
  }
  return into
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
  const isAbsent = value === undefined || value === null || value === ''
  const used = isAbsent ? column.fallback : column.kind.fromWire(value)
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

export const NO_AMOUNTS: Amounts = noAmounts()

export function noAmounts(): Sum {
  const none = 0 as Paise
  return { count: 0, txval: none, iamt: none, camt: none, samt: none, csamt: none }
}

export function amountsOf(table: Table, wire: WireDocument): Amounts {
  const sum = noAmounts()
  addAmountsOf(table, wire, sum)
  return sum
}

/** Amounts while they are summed: one object for all documents. */
export type Sum = { -readonly [name in keyof Amounts]: Amounts[name] }

/** Of a document that is not in the portal's words yet. */
export function addAmountsIn({ table, fields, lines }: Document, into: Sum): void {
  const { amounts, minus } = table
  const sign = minus && fields[minus.column] === minus.value ? -1 : 1
  if (amounts?.count === undefined) into.count += 1
  for (let i = 0; i < lines.length; i += 1)
    addAmountsFrom(amounts, lines[i] ?? {}, sign, into, inPaise)
}

export function addAmountsOf(table: Table, wire: WireDocument, into: Sum): void {
  const { shape, amounts, minus } = table
  const sign = minus && wire.body[minus.column] === minus.value ? -1 : 1
  if (amounts?.count === undefined) into.count += 1
  const lines = shape.lines === undefined ? [wire.body] : wire.body[shape.lines]
  if (!Array.isArray(lines)) return
  for (let i = 0; i < lines.length; i += 1) {
    const json = asObject(lines[i])
    const line = shape.detail === undefined ? json : asObject(json[shape.detail])
    addAmountsFrom(amounts, line, sign, into)
  }
}

/** Amounts from rupees in the members that make each up; without members of its own the count is 0. */
export function amountsFrom(
  names: AmountNames,
  members: Readonly<Record<string, unknown>>,
): Amounts {
  const sum = noAmounts()
  addAmountsFrom(names, members, 1, sum)
  return sum
}

function addAmountsFrom(
  names: AmountNames = {},
  members: Readonly<Record<string, unknown>>,
  sign: 1 | -1,
  into: Sum,
  read = inRupeesOf,
): void {
  const { txval, iamt, camt, samt, csamt } = members
  const sumOf = (parts: readonly string[]) =>
    parts.reduce((sum, part) => sum + read(members[part]), 0)
  for (const member of names.count ?? []) into.count += sign * Number(members[member] ?? 0)
  into.txval = plus(into.txval, sign, names.txval ? sumOf(names.txval) : read(txval))
  into.iamt = plus(into.iamt, sign, names.iamt ? sumOf(names.iamt) : read(iamt))
  into.camt = plus(into.camt, sign, names.camt ? sumOf(names.camt) : read(camt))
  into.samt = plus(into.samt, sign, names.samt ? sumOf(names.samt) : read(samt))
  into.csamt = plus(into.csamt, sign, names.csamt ? sumOf(names.csamt) : read(csamt))
}

const plus = (sum: Paise, sign: 1 | -1, amount: number): Paise => (sum + sign * amount) as Paise

/** Paise of a member: of the wire's, which is rupees, and of ours. */
const inRupeesOf = (rupees: unknown): number =>
  rupees === undefined ? 0 : paise(Number(rupees ?? 0))
const inPaise = (amount: unknown): number => Number(amount ?? 0)

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
