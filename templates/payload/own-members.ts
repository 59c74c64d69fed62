// What a definition knows of a wire object. The rest of a download is the portal's own (checksums, who uploaded, the marks of
// e-invoices): sent back, it would be refused (RET191106).
import type { Level, Table } from '../tables/table.ts'
import { asList, asObject, isMember, type Json, type JsonObject } from './wire-document.ts'

/** A document's members that a save may carry; `flag` stays where it is the definition's own, or a removal. */
export function ownMembers(
  table: Table,
  party: JsonObject,
  body: JsonObject,
): { party: JsonObject; body: JsonObject } {
  const { lines, constants } = table.shape
  const names = namesOf(table)
  const own = picked(body, lines === undefined ? names.bare : names.document)
  for (const [name, value] of Object.entries(constants ?? {}))
    if (body[name] === value) own[name] = value
  if (body.flag === 'D') own.flag = 'D'
  if (lines !== undefined && body[lines] !== undefined)
    own[lines] = asList(body[lines]).map((line) => ownLine(table, line, names.line))
  return { party: picked(party, names.party), body: own }
}

function ownLine({ shape }: Table, line: JsonObject, names: ReadonlySet<string>): JsonObject {
  if (shape.detail === undefined) return picked(line, names)
  const detail = { [shape.detail]: picked(asObject(line[shape.detail]), names) }
  return line.num === undefined ? detail : { num: line.num, ...detail }
}

const picked = (json: JsonObject, names: ReadonlySet<string>): JsonObject => {
  const own: Record<string, Json> = {}
  for (const name in json) if (names.has(name)) own[name] = json[name] ?? null
  return own
}

/** Names of the members by level; `bare` are those of a document that is its own line. */
type Names = Readonly<Record<Level | 'bare', ReadonlySet<string>>>

const cache = new WeakMap<Table, Names>()

function namesOf(table: Table): Names {
  const known = cache.get(table)
  if (known) return known
  const at = (...levels: readonly Level[]) =>
    new Set([
      ...table.columns.flatMap((column) =>
        levels.includes(column.level) && isMember(table, column) ? [column.name] : [],
      ),
      ...table.derived.flatMap(({ level, names }) => (levels.includes(level) ? names : [])),
    ])
  const names = {
    party: at('party'),
    document: at('document'),
    line: at('line'),
    bare: at('document', 'line'),
  }
  cache.set(table, names)
  return names
}
