// The practice portal's memory: one SQLite file with an append-only list of events beside the current state.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

const VERSION = 3

const SCHEMA = `
create table event (
  seq integer primary key,
  at integer not null,
  kind text not null,
  gstin text,
  period text,
  facts text not null
) strict;
create trigger event_never_changes before update on event
  begin select raise(abort, 'events are only appended'); end;
create trigger event_never_leaves before delete on event
  begin select raise(abort, 'events are only appended'); end;

create table request_body (
  event integer primary key references event (seq),
  body text not null
) strict;

create table session (
  token_hash text primary key,
  kind text not null,
  gstin text,
  username text,
  ends_at integer not null,
  closed integer not null default 0
) strict;

create table username (
  username text primary key,
  gstin text not null
) strict;

create table otp (
  purpose text not null,
  gstin text not null,
  holder text not null,
  issued_at integer not null,
  wrong integer not null default 0,
  used integer not null default 0,
  primary key (purpose, gstin)
) strict;

create table submission (
  seq integer primary key,
  reference_id text not null unique,
  gstin text not null,
  period text not null,
  action text not null,
  nil integer not null,
  request integer references event (seq),
  doomed text,
  starts_at integer not null,
  ends_at integer not null,
  word text,
  report text
) strict;
create index submission_open on submission (ends_at) where word is null;

create table return_state (
  gstin text not null,
  period text not null,
  version integer not null,
  ready_version integer,
  ready_nil integer not null default 0,
  checksums_at integer not null,
  primary key (gstin, period)
) strict;

create table entry (
  gstin text not null,
  period text not null,
  section text not null,
  party text not null,
  number text not null,
  saved_at integer not null,
  sent text not null,
  primary key (gstin, period, section, party, number)
) strict, without rowid;
create index entry_number on entry (gstin, period, number);

create table total (
  gstin text not null,
  period text not null,
  section text not null,
  line text not null,
  party text not null,
  records integer not null,
  figures text not null,
  mix text not null,
  primary key (gstin, period, section, line, party)
) strict, without rowid;

create table summary_read (
  gstin text not null,
  period text not null,
  version integer not null,
  chksum text not null,
  primary key (gstin, period, version)
) strict;

create table filing (
  gstin text not null,
  period text not null,
  ack text not null unique,
  arn text not null unique,
  filed_at integer not null,
  shown_at integer not null,
  body text not null,
  primary key (gstin, period)
) strict;

create table registry (
  gstin text primary key,
  active integer not null
) strict;

create table preference (
  gstin text primary key,
  quarterly integer not null
) strict;

create table clock (
  one integer primary key check (one = 1),
  ahead integer not null
) strict;
insert into clock values (1, 0);
`

/** What version 3 added. */
const ADDED = `
alter table entry add column beside text not null default '{}';

create table prepared (
  token text primary key,
  gstin text not null,
  asked text not null,
  ready_at integer not null
) strict;

create table track_cache (
  asked text primary key,
  answer text not null
) strict;

create table quarter_preference (
  gstin text not null,
  quarter text not null,
  quarterly integer not null,
  primary key (gstin, quarter)
) strict;
`

export interface Event {
  readonly at: number
  readonly kind:
    'request' | 'queued' | 'overlap' | 'settled' | 'fault' | 'filed' | 'session' | 'admin'
  readonly gstin?: string
  readonly period?: string
  readonly facts: object
}

export interface Ledger {
  /** The first row. `Row` names the columns that the statement selects. */
  one<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[]
  run(sql: string, ...values: SQLInputValue[]): void
  /** Returns the event's sequence number. */
  append(event: Event): number
  /** All or nothing, on disk when it returns. */
  transaction<T>(work: () => T): T
  close(): void
}

/** `practice.sqlite` in the folder, which is made where it is missing. */
export function ledgerIn(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  return join(dataFolder, 'practice.sqlite')
}

/** Opens or makes the file; `:memory:` leaves none. Throws where the file is of another version. */
export function openLedger(path: string): Ledger {
  const database = new DatabaseSync(path)
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')

  const statements = new Map<string, StatementSync>()
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, known)
    return known
  }

  const ledger: Ledger = {
    one: <Row>(sql: string, ...values: SQLInputValue[]) =>
      prepared(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: SQLInputValue[]) => prepared(sql).all(...values) as Row[],
    run: (sql, ...values) => {
      prepared(sql).run(...values)
    },
    append: ({ at, kind, gstin, period, facts }) =>
      Number(
        prepared('insert into event (at, kind, gstin, period, facts) values (?, ?, ?, ?, ?)').run(
          at,
          kind,
          gstin ?? null,
          period ?? null,
          JSON.stringify(facts),
        ).lastInsertRowid,
      ),
    transaction: (work) => {
      database.exec('begin immediate')
      try {
        const result = work()
        database.exec('commit')
        return result
      } catch (error) {
        database.exec('rollback')
        throw error
      }
    },
    close: () => {
      database.close()
    },
  }

  const version = ledger.one<{ user_version: number }>('pragma user_version')?.user_version
  const missing = version === 0 ? SCHEMA + ADDED : version === 2 ? ADDED : undefined
  if (missing) {
    ledger.transaction(() => {
      database.exec(`${missing} pragma user_version = ${VERSION}`)
    })
  } else if (version !== VERSION) {
    database.close()
    throw new Error(`${path} was made by another version. Move it away to start a new practice.`)
  }
  return ledger
}
