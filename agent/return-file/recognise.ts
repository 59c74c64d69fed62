// What a JSON file is: a GSTR-1 (as it is sent, or as the portal hands it out), an error report, or something else.
import { asList, asObject, type JsonObject } from '../../templates/payload/wire-document.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { TABLES } from '../../templates/tables/tables.ts'
import { portalProblem } from '../filing/verdict.ts'

export interface Recognised {
  readonly kind: 'return' | 'error-report'
  /** Holds the sections, at its root or within `data`. */
  readonly json: JsonObject
}

/** Members that only one kind of file has, and what that is. */
const OTHERS: readonly { readonly looks: string; readonly members: readonly string[] }[] = [
  { looks: 'a GSTR-3B', members: ['sup_details', 'inter_sup', 'inward_sup', 'itc_elg'] },
  { looks: 'a GSTR-2B', members: ['docdata', 'itcsumm', 'cpsumm', 'rtnprd'] },
  { looks: 'a GSTR-9', members: ['table4', 'table5', 'table6', 'table9'] },
  { looks: 'an e-invoice', members: ['SellerDtls', 'DocDtls', 'SignedInvoice', 'Irn'] },
  { looks: 'an e-way bill', members: ['billLists', 'ewbNo', 'ewayBillNo'] },
  { looks: 'the summary of a return, which has no documents', members: ['sec_sum'] },
]
/** A GSTR-2A has the sections of a GSTR-1; its groups tell when the supplier filed. */
const OF_2A = ['fldtr1', 'flprdr1']

const placesOf = (which: 'sent' | 'reported'): Set<string> =>
  new Set(
    TABLES.flatMap(({ shape: { path, downloaded = [], reported = [] } }) =>
      (which === 'sent' ? [path, ...downloaded] : reported).flatMap(([first]) => first ?? []),
    ),
  )
const SENT = placesOf('sent')
const REPORTED = placesOf('reported')
/** Table 14 in an error report. */
const OPERATORS = ['clttx', 'paytx', 'clttxa', 'paytxa']

/** What stands beside the sections: whose return it is, and the portal's wrapping. */
export const ABOUT: ReadonlySet<string> = new Set(
  `gstin fp ret_period gt cur_gt version hash filing_typ fil_dt data code timestamp transaction_id message status_cd
  action form_typ chksum`.split(/\s+/),
)

/** Refuses `not-a-gstr1-json` (facts: file, looks), and what the portal refuses where a report names no document. */
export function recognise(json: unknown, file: string): Result<Recognised> {
  const notOne = (looks: string) => refuse('not-a-gstr1-json', { file, looks })
  const levels = levelsOf(json)
  const reported = levels.find((level) => Object.keys(asObject(level.error_report)).length > 0)
  if (reported !== undefined) return reportOf(asObject(reported.error_report))

  const has = (...members: readonly string[]) =>
    levels.some((level) => members.some((name) => Object.hasOwn(level, name)))
  const other = OTHERS.find(({ members }) => has(...members))
  if (other !== undefined) return notOne(other.looks)
  if (levels.some(isOf2a)) return notOne('a GSTR-2A')

  if (Array.isArray(json) && json.length > 1) return notOne('a list of several files')

  const bare = levels.find((level) => 'error_cd' in level || isReport(level))
  if (bare !== undefined) return reportOf(bare)
  if (has(...SENT) || levels.some(isBareHead)) {
    return done({ kind: 'return', json: levels[0] ?? {} })
  }
  return notOne(
    has('status_cd') ? 'an answer of the portal that names no documents' : 'something else',
  )
}

/** The object and those in its `data`, one within the other; of a list the first. */
export function levelsOf(json: unknown): JsonObject[] {
  const levels: JsonObject[] = []
  let at = asObject(Array.isArray(json) ? json[0] : json)
  while (Object.keys(at).length > 0) {
    levels.push(at)
    at = asObject(at.data)
  }
  return levels
}

function reportOf(report: JsonObject): Result<Recognised> {
  const { error_cd: code, error_msg: message } = report
  if (code === undefined) return done({ kind: 'error-report', json: report })
  return { ok: false, problem: portalProblem('save', String(code), String(message ?? '')) }
}

/** A code on a section, on a group of its list, or on one of the lists in it. */
const isReport = (level: JsonObject): boolean =>
  Object.entries(level).some(
    ([name, section]) =>
      (SENT.has(name) || REPORTED.has(name) || OPERATORS.includes(name)) &&
      [section, ...Object.values(asObject(section))]
        .flatMap((part) => [asObject(part), ...asList(part)])
        .some((part) => 'error_cd' in part),
  )

/** A return without supplies; beside sections of another form it would be that form. */
const isBareHead = (level: JsonObject): boolean =>
  'gstin' in level &&
  'fp' in level &&
  Object.entries(level).every(([name, part]) => ABOUT.has(name) || isWord(part) || isEmpty(part))

const isWord = (json: unknown): boolean => typeof json !== 'object'

const isOf2a = (level: JsonObject): boolean =>
  asList(level.b2b).some((group) => OF_2A.some((name) => name in group))

export const isEmpty = (json: unknown): boolean =>
  json === null || json === '' || (Array.isArray(json) ? json.length === 0 : isBareObject(json))

const isBareObject = (json: unknown): boolean =>
  typeof json === 'object' && Object.keys(asObject(json)).length === 0
