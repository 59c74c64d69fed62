// The documents of a JSON file, whose return they are, and what of the file no table knows.
import { z } from 'zod'
import { isGstin, isPeriod, type Gstin, type Period } from '../../templates/identifiers.ts'
import { eachIn, listsAt } from '../../templates/payload/payload.ts'
import {
  asObject,
  type JsonObject,
  type WireDocument,
} from '../../templates/payload/wire-document.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Table } from '../../templates/tables/table.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { levelsOf, recognise, type Recognised } from './recognise.ts'

export interface ReturnFile {
  readonly kind: Recognised['kind']
  readonly gstin: Gstin
  readonly period: Period
  readonly documents: readonly FileDocument[]
  /** Documents that a payload takes away from the portal: no sheet can say that. */
  readonly removals: number
  readonly unread: readonly Unread[]
}

export interface FileDocument {
  readonly table: Table
  readonly wire: WireDocument
  /** Why the portal did not take it, each reason once; none outside of an error report. */
  readonly refusals: readonly Refusal[]
}

export interface Refusal {
  readonly code: string
  readonly message: string
}

/** A part of the file that no table knows. */
export interface Unread {
  readonly name: string
  readonly json: string
}

/** What the user says of the file; it must agree with what the file says of itself. */
export interface Told {
  readonly gstin?: Gstin | undefined
  readonly period?: Period | undefined
}

/**
 * Refuses what `recognise` refuses, `return-not-named`, `json-of-another-gstin`, `json-of-another-period`, and for what
 * the file itself says `gstin-wrong` and `period-wrong`.
 */
export function readReturn(json: unknown, file: string, told: Told): Result<ReturnFile> {
  const known = recognise(json, file)
  if (!known.ok) return known
  const named = nameOf(json, file, told)
  if (!named.ok) return named
  return done({ kind: known.value.kind, ...named.value, ...contentOf(known.value) })
}

const headSchema = z.object({
  gstin: z.string().optional().catch(undefined),
  fp: z.string().optional().catch(undefined),
  ret_period: z.string().optional().catch(undefined),
})

function nameOf(json: unknown, file: string, told: Told): Result<{ gstin: Gstin; period: Period }> {
  const heads = levelsOf(json).map((level) => headSchema.parse(level))
  const own = heads.find((head) => head.gstin !== undefined)?.gstin
  const month = heads.map(({ fp, ret_period }) => fp ?? ret_period).find(Boolean)
  if (own !== undefined && !isGstin(own)) return refuse('gstin-wrong', { found: own })
  if (month !== undefined && !isPeriod(month)) return refuse('period-wrong', { found: month })
  const gstin = own ?? told.gstin
  const period = month ?? told.period
  if (gstin === undefined || period === undefined) {
    const options = [...(gstin ? [] : ['--gstin']), ...(period ? [] : ['--period'])].join(' and ')
    return refuse('return-not-named', { file, options })
  }
  if (told.gstin !== undefined && told.gstin !== gstin) {
    return refuse('json-of-another-gstin', { file, found: gstin, given: told.gstin })
  }
  if (told.period !== undefined && told.period !== period) {
    return refuse('json-of-another-period', { file, found: period, given: told.period })
  }
  return done({ gstin, period })
}

function contentOf({ json, kind }: Recognised) {
  const documents: (FileDocument & { refusals: Refusal[] })[] = []
  /** A report has a document once for each of its mistakes. */
  const reported = new Map<string, Refusal[]>()
  const unread: Unread[] = []
  const read = new Set<string>()
  /** A group may be of one of several tables (`hsn` reports rows without saying whose): the first takes it. */
  const taken = new Set<JsonObject>()
  let removals = 0
  for (const table of TABLES) {
    for (const { path, place, list, around } of listsAt(table, json)) {
      read.add(place[0] ?? '')
      for (const group of list) {
        if (taken.has(group)) continue
        taken.add(group)
        const refusal = kind === 'error-report' ? refusalOf(group, around) : undefined
        let found = 0
        eachIn(table, asNamed(table, group), path, (wire) => {
          found += 1
          const id = JSON.stringify([table.id, wire.party, wire.body])
          const known = refusal && reported.get(id)
          const refusals = refusal ? [refusal] : []
          if (wire.body.flag === 'D') removals += 1
          else if (known) known.push(...refusals)
          else {
            documents.push({ table, wire, refusals })
            if (refusal) reported.set(id, refusals)
          }
        })
        if (found === 0 && refusal) unread.push(partOf(place.join('.'), group))
      }
    }
  }
  for (const level of levelsOf(json)) {
    for (const [name, part] of Object.entries(level)) {
      if (!read.has(name) && !ABOUT.has(name) && !isEmpty(part)) unread.push(partOf(name, part))
    }
  }
  return { documents, removals, unread }
}

const refusalOf = (group: JsonObject, around: JsonObject): Refusal => ({
  code: String(group.error_cd ?? around.error_cd ?? ''),
  message: String(group.error_msg ?? around.error_msg ?? ''),
})

/** Names that only error reports have been seen to use, by table. */
const REPORTED_AS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  exemp: { nil: 'nil_amt', expt: 'expt_amt', ngsup: 'ngsup_amt' },
}

function asNamed({ id }: Table, group: JsonObject): JsonObject {
  const names = REPORTED_AS[id]
  if (names === undefined) return group
  return Object.fromEntries(
    Object.entries(group).map(([name, json]) => [names[name] ?? name, json]),
  )
}

/** What stands beside the sections: whose return it is, and the portal's wrapping. */
const ABOUT: ReadonlySet<string> = new Set(
  `gstin fp ret_period gt cur_gt version hash filing_typ fil_dt data code timestamp transaction_id message status_cd
  action form_typ chksum`.split(/\s+/),
)

const isEmpty = (json: unknown): boolean =>
  json === null || json === '' || (Array.isArray(json) ? json.length === 0 : isBareObject(json))

const isBareObject = (json: unknown): boolean =>
  typeof json === 'object' && Object.keys(asObject(json)).length === 0

const partOf = (name: string, json: unknown): Unread => ({ name, json: JSON.stringify(json) })
