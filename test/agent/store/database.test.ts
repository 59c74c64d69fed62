// The journal's file: durable on every open, never opened by an older program, its promises kept by the database itself.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../agent/store/database.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gstr1-store-'))
  file = join(folder, 'journal.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function opened(): Promise<Database> {
  const database = await openDatabase(file)
  if (!database.ok) throw new Error(database.problem.code)
  return database.value
}

describe('opened, and opened again,', () => {
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['secure_delete', 1],
  ])('it has %s = %s', async (name, expected) => {
    await opened().then((database) => database.destroy())
    const database = await opened()
    const { rows } = await sql<Record<string, unknown>>`PRAGMA ${sql.raw(name)}`.execute(database)
    await database.destroy()
    expect(rows[0]?.[name]).toBe(expected)
  })

  test('it is at the same version, and sound', async () => {
    const versions: unknown[] = []
    for (let time = 0; time < 2; time += 1) {
      await opened().then((database) => database.destroy())
      const plain = new DatabaseSync(file)
      versions.push(plain.prepare('PRAGMA user_version').get()?.user_version)
      expect(plain.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
      plain.close()
    }
    expect(versions[0]).toBe(versions[1])
    expect(versions[0]).toBeGreaterThan(0)
  })
})

test('a journal of the first version is brought up to date with what it holds', async () => {
  await opened().then((database) => database.destroy())
  const old = new DatabaseSync(file)
  old.exec(`DROP INDEX snapshot_order; ALTER TABLE snapshot DROP COLUMN seq; ALTER TABLE snapshot DROP COLUMN before;
    ALTER TABLE confirmed RENAME COLUMN table_id TO section; PRAGMA user_version=1;
    DROP TABLE theirs; DROP TABLE seen; ALTER TABLE event DROP COLUMN evidence_id; DROP TABLE evidence;
    ALTER TABLE return DROP COLUMN compare_due; ALTER TABLE return DROP COLUMN read_back;
    ALTER TABLE return DROP COLUMN told_arn; ALTER TABLE return DROP COLUMN saved_from;
    ALTER TABLE return ADD COLUMN calls integer not null default 0;
    CREATE TABLE evidence (id text primary key, operation_id text not null, at text not null, call text not null,
      status integer not null, transaction_id text not null, body text not null);
    INSERT INTO operation VALUES ('op', 'practice', 'G', '102026', 'SAVE', 1, 'DONE', 4, null, '{}', 'hash', 'ref',
      null, null, null, '2026-11-11');
    INSERT INTO event VALUES ('op', 1, '2026-11-11', 'done', 'ACKED', 'DONE', '');
    INSERT INTO evidence VALUES ('ev', 'op', '2026-11-11', 'status', 200, 't', 'said');
    INSERT INTO confirmed VALUES ('practice', 'A', '102026', 'b2b', 'K', '{}');
    INSERT INTO snapshot (environment, gstin, period, id, at, content) VALUES
      ('practice', 'G', '102026', 'b', '2026-11-11', 'second'),
      ('practice', 'G', '102026', 'c', '2026-11-11', 'third'),
      ('practice', 'G', '102026', 'a', '2026-11-10', 'first'),
      ('practice', 'H', '102026', 'd', '2026-11-12', 'first')`)
  old.close()
  const database = await opened()
  const known = await database.selectFrom('confirmed').select(['table_id', 'key']).execute()
  const rows = await database.selectFrom('snapshot').selectAll().orderBy('gstin').execute()
  const events = await database.selectFrom('event').select('evidence_id').execute()
  const evidence = await database.selectFrom('evidence').selectAll().execute()
  await database.destroy()
  expect(events).toEqual([{ evidence_id: 'ev' }])
  expect(evidence).toMatchObject([
    {
      id: 'ev',
      environment: 'practice',
      gstin: 'G',
      period: '102026',
      call: 'status',
      answer: 'said',
    },
  ])
  expect(known).toEqual([{ table_id: 'b2b', key: 'K' }])
  const order = rows.sort((a, b) => a.seq - b.seq).map(({ id, content }) => `${id} ${content}`)
  expect(order).toEqual(['a first', 'd first', 'b second', 'c third'])
})

test('a file of a newer program is refused and left as it is', async () => {
  await opened().then((database) => database.destroy())
  const plain = new DatabaseSync(file)
  plain.exec('PRAGMA user_version=999; CREATE TABLE of_the_future (a TEXT)')
  plain.close()
  expect(await openDatabase(file)).toMatchObject({ problem: { code: 'journal-newer' } })
  const after = new DatabaseSync(file)
  expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 999 })
  after.close()
})

test('a file that is no database is refused', async () => {
  writeFileSync(file, 'this is not SQLite, however long it may be '.repeat(100))
  await expect(openDatabase(file)).rejects.toThrow(/not a database/)
})

test('a file that is refused is let go of', async () => {
  await opened().then((database) => database.destroy())
  const plain = new DatabaseSync(file)
  plain.exec('PRAGMA user_version=999')
  plain.close()
  expect((await openDatabase(file)).ok).toBe(false)
  // Only when no connection is left can the write-ahead log be folded back and taken away.
  const last = new DatabaseSync(file)
  expect(last.prepare('PRAGMA journal_mode=DELETE').get()).toEqual({ journal_mode: 'delete' })
  last.close()
})
