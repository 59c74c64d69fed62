// The journal's database: SQLite, durable on every commit, opened by one process. SQL is Kysely's, portable to PostgreSQL.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely'
import { done, type Result } from '../../templates/problems/problem.ts'
import { migrate } from './migrations.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** What must hold at every open; read back, since some are per connection and silently default. */
const PRAGMAS: readonly (readonly [name: string, set: string, expected: unknown])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['secure_delete', 'ON', 1],
]

/** Refuses `journal-newer`. Throws where the file is no database, or cannot be made durable. */
export async function openDatabase(file: string): Promise<Result<Database>> {
  const sqlite = new DatabaseSync(file, { timeout: 5000 })
  for (const [name, set, expected] of PRAGMAS) {
    sqlite.exec(`PRAGMA ${name}=${set}`)
    const row = sqlite.prepare(`PRAGMA ${name}`).get()
    if (row?.[name] !== expected) {
      sqlite.close()
      throw new Error(`SQLite does not keep ${name}=${set}; the journal would not be safe`)
    }
  }
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(sqlite) }) })
  const migrated = await migrate(database)
  if (migrated.ok) return done(database)
  await database.destroy()
  return migrated
}

/** node:sqlite in the shape Kysely knows: a statement that returns rows is a reader. */
function adapt(sqlite: DatabaseSync): SqliteDatabase {
  /** Kysely asks for the same few statements over and over. */
  const prepared = new Map<string, StatementSync>()
  return {
    close: () => sqlite.close(),
    prepare(sql) {
      const statement = prepared.get(sql) ?? sqlite.prepare(sql)
      prepared.set(sql, statement)
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
    },
  }
}
