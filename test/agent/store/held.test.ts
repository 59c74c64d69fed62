// What the journal knows of the portal's side: what it confirmed, and where it was found to hold something else.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../agent/store/database.ts'
import { createHeld, type Held, type Theirs } from '../../../agent/store/held.ts'
import { createJournal, type Journal } from '../../../agent/store/journal.ts'
import type { ReturnKey } from '../../../agent/store/tables.ts'
import type { WireDocument } from '../../../templates/payload/wire-document.ts'
import { gstin, PERIOD, TAXPAYER } from '../../sheets.ts'

const KEY: ReturnKey = { environment: 'practice', gstin: TAXPAYER.gstin, period: PERIOD }
const OTHER: ReturnKey = { ...KEY, gstin: gstin('29AAKFT4821M1Z') }

let folder: string
let database: Database
let journal: Journal
let held: Held

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gstr1-held-'))
  const opened = await openDatabase(join(folder, 'journal.sqlite'))
  if (!opened.ok) throw new Error(opened.problem.code)
  database = opened.value
  journal = createJournal(database, { now: () => new Date(), newId: randomUUID })
  held = createHeld(database)
})
afterEach(async () => {
  await database.destroy()
  rmSync(folder, { recursive: true })
})

const document = (key: string, val = 1): WireDocument => ({
  section: 'b2b',
  table: 'b2b',
  key,
  party: {},
  body: { val },
  path: ['b2b'],
})
const there = (key: string, val: number): Theirs => ({
  table: 'b2b',
  key,
  document: document(key, val),
})
const gone = (key: string): Theirs => ({ table: 'b2b', key, document: undefined })

const confirm = (...documents: WireDocument[]) => journal.intend(KEY, [], { confirmed: documents })

test('a section as it was found replaces what was found before, and nothing of other returns', async () => {
  await held.found(OTHER, 'b2b', { differing: [there('B', 2)], alike: [] }, 'other')
  await held.found(KEY, 'b2b', { differing: [there('A', 2), gone('C')], alike: [] }, 'first')
  await held.found(KEY, 'b2b', { differing: [there('A', 3)], alike: [document('D')] }, 'second')
  expect(await held.theirs(KEY)).toEqual([there('A', 3)])
  expect(await held.confirmed(KEY)).toEqual([document('D')])
  expect([...(await held.seen(KEY))]).toEqual([['b2b', 'second']])
  expect(await held.theirs(OTHER)).toEqual([there('B', 2)])
})

test('a section read without its checksum is looked at again next time', async () => {
  await held.found(KEY, 'b2b', { differing: [], alike: [] }, 'first')
  await held.found(KEY, 'b2b', { differing: [], alike: [] }, undefined)
  expect([...(await held.seen(KEY))]).toEqual([])
})

test('what the portal confirms afterwards is no difference any more', async () => {
  await held.found(KEY, 'b2b', { differing: [there('A', 2), gone('B')], alike: [] }, undefined)
  await confirm(document('A', 5))
  await journal.intend(KEY, [], { removed: [{ table: 'b2b', key: 'B' }] })
  expect(await held.theirs(KEY)).toEqual([])
  expect(await held.confirmed(KEY)).toEqual([document('A', 5)])
})

test('it holds anything where something is confirmed and not gone, or found there', async () => {
  expect(await held.any(KEY)).toBe(false)
  await confirm(document('A'), document('B'))
  expect(await held.any(KEY)).toBe(true)
  await held.found(KEY, 'b2b', { differing: [gone('A'), gone('B')], alike: [] }, undefined)
  expect(await held.any(KEY)).toBe(false)
  await held.found(
    KEY,
    'b2b',
    { differing: [gone('A'), gone('B'), there('C', 1)], alike: [] },
    undefined,
  )
  expect(await held.any(KEY)).toBe(true)
  expect(await held.any(OTHER)).toBe(false)
})
