// What happened to one return, as three witnesses tell it: the journal's file, the portal's ledger, and what the user was shown.
import type { DatabaseSync } from 'node:sqlite'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { Environment } from '../../templates/identifiers.ts'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import type { EventRow, OperationRow, ReturnKey, ReturnRow } from '../../agent/store/tables.ts'

/** A document or entry in the one form in which journal, ledger and sheets are compared. */
export interface Held {
  readonly section: string
  readonly key: string
  /** Its value, or the number of documents it counts. */
  readonly paise: number
}

export interface LedgerRequest {
  readonly seq: number
  readonly at: number
  readonly call: string
  readonly bodyHash: string | undefined
}

export interface LedgerFiling {
  readonly arn: string
  /** The ledger's event of it. */
  readonly event: number
  readonly body: { readonly chksum?: string; readonly isnil?: string }
}

/** One look at the return. */
export interface Seen {
  readonly view: ReturnView
  /** What the portal had filed before the agent was asked. */
  readonly filed: 'by us' | 'by others' | undefined
  /** The ledger's last event by then. */
  readonly after: number
  /** The agent sleeps: nothing is under way but what the view tells. */
  readonly asleep: boolean
}

export interface JournalRows {
  readonly returns: readonly ReturnRow[]
  readonly operations: readonly OperationRow[]
  readonly events: readonly EventRow[]
  readonly confirmed: readonly Pick<Held, 'section' | 'key'>[]
}

export interface History {
  readonly environment: Environment
  readonly journal: JournalRows
  readonly ledger: {
    readonly requests: readonly LedgerRequest[]
    readonly overlaps: number
    readonly filings: readonly LedgerFiling[]
    readonly documents: readonly Held[]
  }
  readonly seen: readonly Seen[]
  /** Checksums that the user put the confirmation and an OTP to. */
  readonly confirmations: readonly string[]
  readonly signedOnPortal: boolean
  /** Somebody changed the return's data on the portal itself. */
  readonly touchedByOthers: boolean
  /** By section, what the sheets held at the last save that was taken; not there where nobody can know. */
  readonly sheets: Readonly<Record<string, readonly Held[]>>
  /** The portal is healthy and the agent has done all it can without a person. */
  readonly atRest: boolean
  readonly secrets: readonly { readonly name: string; readonly text: string }[]
  /** Everything of the return that was written to journal and log, as text. */
  readonly written: string
  readonly perMinute: number | undefined
  /** Unexpected errors of the agent. */
  readonly faults: readonly string[]
}

/** Everything a journal holds of one return, and all of that as text. */
export function readJournal(
  database: DatabaseSync,
  { environment, gstin, period }: ReturnKey,
): { rows: JournalRows; text: string } {
  const ofReturn = (table: string, order: string) =>
    database
      .prepare(`select * from "${table}" where gstin = ? and period = ? order by ${order}`)
      .all(gstin, period)
  const operations = ofReturn('operation', 'seq') as unknown as OperationRow[]
  const ofOperations = (table: string, order: string) => {
    const all = database.prepare(
      `select * from "${table}" where operation_id = ? order by ${order}`,
    )
    return operations.flatMap(({ id }) => all.all(id))
  }
  const events = ofOperations('event', 'n') as unknown as EventRow[]
  const returns = ofReturn('return', 'period') as unknown as ReturnRow[]
  const confirmed = ofReturn('confirmed', 'key').map(({ document }) => {
    const { section, key } = JSON.parse(String(document)) as WireDocument
    return { section, key }
  })
  const secrets = database
    .prepare('select * from secret where name like ?')
    .all(`%${environment}:${gstin}`)
  const evidence = database.prepare('select * from evidence where gstin = ?').all(gstin)
  const written = [operations, events, returns, ofReturn('snapshot', 'id'), secrets, evidence]
  return { rows: { returns, operations, events, confirmed }, text: JSON.stringify(written) }
}

/** Asks the practice portal's side door. */
export type SideDoor = (name: string, input?: Record<string, string>) => Promise<unknown> | unknown

interface LedgerEvent {
  readonly seq: number
  readonly at: number
  readonly kind: string
  readonly gstin: string | null
  readonly facts: {
    readonly call?: string
    readonly bodyHash?: string
    readonly arn?: string
    readonly nil?: boolean
  }
  readonly body: string | null
}

/** What the portal's ledger holds of one return; `isOwn` tells which requests were made for it. */
export async function readLedger(
  ask: SideDoor,
  { gstin, period }: ReturnKey,
  since: number,
  isOwn: (event: LedgerEvent) => boolean = () => true,
): Promise<History['ledger']> {
  const events = (await ask('GET /events', { after: String(since) })) as LedgerEvent[]
  const filings = (await ask('GET /filings')) as (LedgerFiling & ReturnKey)[]
  const held = (await ask('GET /documents', { gstin, period })) as Record<string, Entry[]>
  const filed = events.filter((event) => event.kind === 'filed' && event.gstin === gstin)
  return {
    requests: events
      .filter((event) => event.kind === 'request' && isOwn(event))
      .map(({ seq, at, facts }) => ({
        seq,
        at,
        call: facts.call ?? '',
        bodyHash: facts.bodyHash,
      })),
    overlaps: overlapsIn(events.filter((event) => event.gstin === gstin)),
    filings: filed.map(({ seq, facts }) => ({
      arn: facts.arn ?? '',
      event: seq,
      body: filings.find(({ arn }) => arn === facts.arn)?.body ?? {},
    })),
    documents: Object.entries(held).flatMap(([section, entries]) =>
      entries.map(FORMS[section] ?? unknown(section)),
    ),
  }
}

/** The end of a nil proceed cannot be asked for (its status says that nothing is there), so it may be overlapped. */
function overlapsIn(events: readonly LedgerEvent[]): number {
  return events.filter(({ kind }, i) => {
    const before = events.slice(0, i).findLast((event) => event.kind === 'queued')
    return kind === 'overlap' && before?.facts.nil !== true
  }).length
}

interface Entry {
  readonly party: string
  readonly number: string
  readonly sent: Readonly<Record<string, unknown>>
}

/** How each section's entry is named in the journal. */
const FORMS: Readonly<Record<string, (entry: Entry) => Held>> = {
  b2b: ({ party, number, sent }) => ({
    section: 'b2b',
    key: `${party}|${number}`,
    paise: Math.round(Number(sent.val) * 100),
  }),
  doc_issue: ({ party, sent }) => ({
    section: 'doc_issue',
    key: `${party}|${String(sent.from)}|${String(sent.to)}`,
    paise: Number(sent.totnum),
  }),
}

const unknown = (section: string) => (): Held => {
  throw new Error(`the suites save nothing in ${section}`)
}
