// The documents of a JSON file, whose return they are, and what of the file no table knows.
import { z } from 'zod'
import { isGstin, isPeriod, type Gstin, type Period } from '../../templates/identifiers.ts'
import { eachIn, listsAt } from '../../templates/payload/payload.ts'
import type { JsonObject, WireDocument } from '../../templates/payload/wire-document.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Table } from '../../templates/tables/table.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { isEmpty, levelsOf, recognise, type Recognised } from './recognise.ts'
import { unreadIn, type Seen, type Unread } from './unread.ts'

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

/** What the user says of the file; it must agree with what the file says of itself. */
export interface Told {
  readonly gstin?: Gstin | undefined
  readonly period?: Period | undefined
}

/**
 * Refuses what `recognise` refuses, `return-not-named`, `json-of-another-gstin`, `json-of-another-period`, and
 * `json-head-wrong` where the file says of itself what cannot be.
 */
export function readReturn(json: unknown, file: string, told: Told): Result<ReturnFile> {
  const known = recognise(json, file)
  if (!known.ok) return known
  const named = nameOf(json, file, told)
  if (!named.ok) return named
  return done({ kind: known.value.kind, ...named.value, ...contentOf(known.value) })
}

/** Other software writes numbers, and lower case; a number has lost the zero of 092026. */
const member = z
  .union([z.string(), z.number()])
  .transform((found) => String(found).trim().toUpperCase() || undefined)
  .optional()
  .catch(undefined)
const month = member.transform((found) => found?.replace(/^\d{5}$/, '0$&'))

const headSchema = z.object({ gstin: member, fp: month, ret_period: month })

function nameOf(json: unknown, file: string, told: Told): Result<{ gstin: Gstin; period: Period }> {
  const heads = levelsOf(json).map((level) => headSchema.parse(level))
  const own = heads.find((head) => head.gstin !== undefined)?.gstin
  const fp = heads.map((head) => head.fp ?? head.ret_period).find(Boolean)
  if (own !== undefined && !isGstin(own)) return refuse('json-head-wrong', { file, found: own })
  if (fp !== undefined && !isPeriod(fp)) return refuse('json-head-wrong', { file, found: fp })
  const gstin = own ?? told.gstin
  const period = fp ?? told.period
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
  const seen: Seen = { read: new Set(), holders: new Set() }
  let removals = 0
  for (const table of TABLES) {
    for (const { path, list, around } of listsAt(table, json)) {
      seen.holders.add(around)
      for (const group of list) {
        // One may be of several tables (`hsn` reports rows without saying whose): the first takes it.
        if (seen.read.has(group) || seen.holders.has(group)) continue
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
        see(seen, table, group, found, refusal !== undefined)
      }
    }
  }
  return { documents, removals, unread: unreadIn(json, seen) }
}

/** A group that holds no document was read only where its list says so, and nothing is reported of it. */
function see(
  { read, holders }: Seen,
  { shape: { documents } }: Table,
  group: JsonObject,
  found: number,
  isReported: boolean,
): void {
  const list = documents === undefined ? group : group[documents]
  if (documents === undefined) read.add(group)
  else if (found > 0) {
    holders.add(group)
    read.add(list)
  } else if (Array.isArray(list) && isEmpty(list) && !isReported) read.add(group)
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
