// The portal's verdict on one submission: which documents it took, which it refused and why, and on which cells that lands.
import { documentsIn, eachIn, listsAt } from '../../templates/payload/payload.ts'
import {
  asObject,
  type JsonObject,
  type WireDocument,
} from '../../templates/payload/wire-document.ts'
import { portalCode } from '../../templates/problems/portal-codes.ts'
import type { Problem } from '../../templates/problems/problem.ts'
import type { Table } from '../../templates/tables/table.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import type { ErrorReport } from '../../templates/wire/answers.ts'
import { cellsFor, nameOfKey, type Snapshot } from './snapshot.ts'

/** One document the portal did not take. */
export interface Refusal {
  readonly table: string
  readonly section: string
  readonly key: string
  readonly code: string
  readonly message: string
}

/** Kept with the operation. `unmatched` is what an error report says beyond the documents that were sent. */
export interface Verdict {
  readonly sent: number
  readonly refusals: readonly Refusal[]
  readonly unmatched: readonly { readonly code: string; readonly message: string }[]
}

/** The documents of a request body. A removal has `flag: "D"`. */
export const sentIn = (body: string, tables: readonly Table[]): WireDocument[] => {
  const payload: unknown = JSON.parse(body)
  return tables.flatMap((table) => documentsIn(table, payload))
}

export const isRemoval = ({ body }: WireDocument): boolean => body.flag === 'D'

/** Reads a `PE` report. A code stands on a group, or around its list, and means every document in it. */
export function verdictOf(
  sent: readonly WireDocument[],
  report: ErrorReport,
  tables: readonly Table[],
): Verdict {
  const refusals: Refusal[] = []
  const known = new Set(sent.map(({ table, key }) => `${table} ${key}`))
  const read = new Set<string>()
  /** A group may be of one of two tables: `hsn` reports rows without saying whether B2B or B2C. */
  const groups = new Map<JsonObject, { code: string; message: string; found: boolean }>()
  for (const table of tables) {
    for (const { path, place, list, around } of listsAt(table, report)) {
      read.add(place[0] ?? '')
      for (const json of list) {
        const group = groups.get(json) ?? {
          code: String(json.error_cd ?? around.error_cd ?? ''),
          message: String(json.error_msg ?? around.error_msg ?? ''),
          found: false,
        }
        groups.set(json, group)
        const { code, message } = group
        eachIn(table, json, path, ({ key }) => {
          if (!known.has(`${table.id} ${key}`)) return
          group.found = true
          refusals.push({ table: table.id, section: table.section, key, code, message })
        })
      }
    }
  }
  const lost = [...groups.values()].filter(({ found }) => !found)
  const unread = Object.entries(report).filter(([name]) => !read.has(name))
  const unmatched = [
    ...lost.map(({ code, message }) => ({ code, message })),
    ...unread.map(([name, part]) => {
      const { error_cd: code, error_msg: message } = asObject(part)
      return {
        code: String(code ?? name),
        message: String(message ?? JSON.stringify(part)).slice(0, 500),
      }
    }),
  ]
  return { sent: sent.length, refusals, unmatched }
}

/** Documents the portal took: those sent that no refusal names. */
export function acceptedOf(sent: readonly WireDocument[], verdict: Verdict): WireDocument[] {
  const refused = new Set(verdict.refusals.map(({ table, key }) => `${table} ${key}`))
  return sent.filter(({ table, key }) => !refused.has(`${table} ${key}`))
}

/** The verdict as problems on cells, one for each refused document. */
export function problemsOf(
  verdict: Verdict,
  snapshot: Snapshot,
  tables: readonly Table[] = TABLES,
): Problem[] {
  const onCells = verdict.refusals.map(({ table, key, code, message }) =>
    portalProblem('save', code, message, {
      cells: cellsFor(snapshot, table, key, portalCode('save', code)?.roles ?? [], tables),
      facts: { document: nameOfKey(table, key) },
    }),
  )
  return [
    ...onCells,
    ...verdict.unmatched.map(({ code, message }) =>
      code === '' ? errorsUnnamed : portalProblem('save', code, message),
    ),
  ]
}

const errorsUnnamed: Problem = {
  code: 'errors-unnamed',
  severity: 'error',
  source: 'portal',
  cells: [],
  facts: {},
}

/** A report of errors that names no row. What the portal holds then tells what it took. */
export const UNNAMED = { code: '', message: '' } as const

/** Something the portal said no to. */
export const portalProblem = (
  operation: string,
  code: string,
  message: string,
  more: Pick<Partial<Problem>, 'cells' | 'facts'> = {},
): Problem => ({
  code: 'portal',
  severity: 'error',
  source: 'portal',
  cells: more.cells ?? [],
  facts: { operation, code, message, ...more.facts },
})
