// Schema changes, numbered and forward only. A store newer than this program is not opened.
import { sql, type Kysely } from 'kysely'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Tables } from './tables.ts'

type Migration = (database: Kysely<Tables>) => Promise<void>

const RETURN_KEY = ['environment', 'gstin', 'period'] as const
/** States in which a filing counts as under way or done: there may be one of them for a return. */
const LIVE_FILE = sql<boolean>`kind = 'FILE' and state in ('INTENT', 'SENT', 'UNKNOWN', 'DONE')`
/** States in which a write may be at the portal: there may be one for a return, of any kind. */
const IN_FLIGHT = sql<boolean>`state in ('SENT', 'ACKED', 'UNKNOWN')`

const MIGRATIONS: readonly Migration[] = [
  first,
  keepByTable,
  orderOfSnapshots,
  everyCall,
  whatThePortalHolds,
  beforeSaves,
]

/** Refuses `journal-newer`. */
export async function migrate(database: Kysely<Tables>): Promise<Result<undefined>> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(database)
  const version = rows[0]?.user_version ?? 0
  if (version > MIGRATIONS.length) return refuse('journal-newer')
  for (let i = version; i < MIGRATIONS.length; i += 1) {
    await database.transaction().execute(async (transaction) => {
      await MIGRATIONS[i]?.(transaction)
      await sql`PRAGMA user_version=${sql.raw(String(i + 1))}`.execute(transaction)
    })
  }
  return done(undefined)
}

async function first(database: Kysely<Tables>): Promise<void> {
  const { schema } = database
  await schema
    .createTable('pane')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('paired_at', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('switch')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('secret')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('taxpayer')
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('gstin', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('taxpayer_key', ['environment', 'gstin'])
    .execute()
  await schema
    .createTable('return')
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('gstin', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('summary', 'text')
    .addColumn('reviewed_checksum', 'text')
    .addColumn('reviewed_at', 'text')
    .addColumn('evc_checksum', 'text')
    .addColumn('evc_at', 'text')
    .addColumn('left_out', 'text')
    .addColumn('awaiting_signature', 'integer', (column) => column.notNull())
    .addColumn('ack', 'text')
    .addColumn('arn', 'text')
    .addColumn('filed_on', 'text')
    .addColumn('filed_elsewhere', 'integer', (column) => column.notNull())
    .addColumn('refusal', 'text')
    .addColumn('calls', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('return_key', [...RETURN_KEY])
    .execute()
  await schema
    .createTable('operation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('gstin', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('snapshot_id', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('body_sha256', 'text', (column) => column.notNull())
    .addColumn('reference_id', 'text')
    .addColumn('sent_at', 'text')
    .addColumn('fence_until', 'text')
    .addColumn('outcome', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('operation_order', [...RETURN_KEY, 'seq'])
    .execute()
  await schema
    .createIndex('one_live_file')
    .unique()
    .on('operation')
    .columns([...RETURN_KEY])
    .where(LIVE_FILE)
    .execute()
  await schema
    .createIndex('one_write_in_flight')
    .unique()
    .on('operation')
    .columns([...RETURN_KEY])
    .where(IN_FLIGHT)
    .execute()
  await schema
    .createTable('event')
    .addColumn('operation_id', 'text', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('from_state', 'text')
    .addColumn('to_state', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_key', ['operation_id', 'n'])
    .execute()
  await schema
    .createTable('evidence')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('operation_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('call', 'text', (column) => column.notNull())
    .addColumn('status', 'integer', (column) => column.notNull())
    .addColumn('transaction_id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('snapshot')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('gstin', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('confirmed')
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('gstin', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('confirmed_key', [...RETURN_KEY, 'section', 'key'])
    .execute()
}

/** Two tables of one section can hold the same key (`hsn`). Until then every table had a section of its own name. */
async function keepByTable({ schema }: Kysely<Tables>): Promise<void> {
  await schema.alterTable('confirmed').renameColumn('section', 'table_id').execute()
}

/** What was kept so far is numbered by its time, which is all that is known of its order. */
async function orderOfSnapshots(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .alterTable('snapshot')
    .addColumn('seq', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await sql`update snapshot set seq = (
    select count(*) from snapshot as before
    where before.environment = snapshot.environment and before.gstin = snapshot.gstin
      and before.period = snapshot.period
      and (before.at < snapshot.at or (before.at = snapshot.at and before.id <= snapshot.id))
  )`.execute(database)
  await database.schema
    .createIndex('snapshot_order')
    .unique()
    .on('snapshot')
    .columns([...RETURN_KEY, 'seq'])
    .execute()
}

/** Every call to the portal is kept, not only those that moved an operation; an event points at the one it rests on. */
async function everyCall(database: Kysely<Tables>): Promise<void> {
  const { schema } = database
  await schema.alterTable('event').addColumn('evidence_id', 'text').execute()
  await sql`update event set evidence_id = (
    select id from evidence where evidence.operation_id = event.operation_id and evidence.at = event.at
  )`.execute(database)
  await schema.alterTable('evidence').renameTo('evidence_of_operations').execute()
  await schema
    .createTable('evidence')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('gstin', 'text')
    .addColumn('period', 'text')
    .addColumn('call', 'text', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('body_sha256', 'text')
    .addColumn('status', 'integer', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('transaction_id', 'text', (column) => column.notNull())
    .execute()
  await sql`insert into evidence
    select e.id, e.at, o.environment, o.gstin, o.period, e.call, '', null, e.status, e.body, e.transaction_id
    from evidence_of_operations e join operation o on o.id = e.operation_id`.execute(database)
  await schema.dropTable('evidence_of_operations').execute()
  await schema.alterTable('return').dropColumn('calls').execute()
  await schema
    .createIndex('evidence_of_return')
    .on('evidence')
    .columns(['environment', 'gstin', 'period', 'call'])
    .execute()
}

async function whatThePortalHolds({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('theirs')
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('gstin', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('table_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('document', 'text')
    .addPrimaryKeyConstraint('theirs_key', [...RETURN_KEY, 'table_id', 'key'])
    .execute()
  await schema
    .createTable('seen')
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('gstin', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('checksum', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('seen_key', [...RETURN_KEY, 'section'])
    .execute()
  await schema
    .alterTable('return')
    .addColumn('compare_due', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema.alterTable('return').addColumn('read_back', 'text').execute()
  await schema.alterTable('return').addColumn('told_arn', 'text').execute()
  await schema.alterTable('return').addColumn('saved_from', 'text').execute()
}

/** Saves made until then cannot be undone: nobody noted what they changed. */
async function beforeSaves({ schema }: Kysely<Tables>): Promise<void> {
  await schema.alterTable('snapshot').addColumn('before', 'text').execute()
}
