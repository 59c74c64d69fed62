// The journal's own guarantees, whatever the code above it does: one live filing and one write in flight for a return,
// one writer for an operation, all of a move or nothing of it.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WireDocument } from '../../../templates/payload/wire-document.ts'
import { openDatabase, type Database } from '../../../agent/store/database.ts'
import { createHeld } from '../../../agent/store/held.ts'
import { createJournal, type Journal } from '../../../agent/store/journal.ts'
import type { OperationKind, OperationRow, ReturnKey } from '../../../agent/store/tables.ts'
import { gstin, PERIOD, TAXPAYER } from '../../sheets.ts'

const KEY: ReturnKey = { environment: 'practice', gstin: TAXPAYER.gstin, period: PERIOD }
const OTHER: ReturnKey = { ...KEY, gstin: gstin('29AAKFT4821M1Z') }

let folder: string
let database: Database
let journal: Journal
const open: Database[] = []

let now: string

async function openJournal(): Promise<Journal> {
  const opened = await openDatabase(join(folder, 'journal.sqlite'))
  if (!opened.ok) throw new Error(opened.problem.code)
  database = opened.value
  open.push(database)
  return createJournal(database, { now: () => new Date(now), newId: randomUUID })
}
beforeEach(async () => {
  now = '2026-11-11T06:00:00Z'
  folder = mkdtempSync(join(tmpdir(), 'gstr1-journal-'))
  journal = await openJournal()
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.destroy()
  rmSync(folder, { recursive: true })
})

async function intend(kind: OperationKind, key = KEY): Promise<OperationRow> {
  const [row] = await journal.intend(key, [{ kind, snapshot: undefined, body: '{}' }])
  if (row === undefined) throw new Error('nothing intended')
  return row
}

const states = async (key = KEY): Promise<string[]> =>
  (await journal.operationsOf(key)).map(({ kind, state }) => `${kind} ${state}`)

describe('one live filing for a return', () => {
  test('of many that are intended at once, one is', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => intend('FILE')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await states()).toEqual(['FILE INTENT'])
  })

  test.each([
    ['sent', ['send'], false],
    ['of unknown outcome', ['send', 'lost'], false],
    ['done', ['send', 'done'], false],
    ['proved done', ['send', 'lost', 'proved-done'], false],
    ['refused', ['send', 'refused'], true],
    ['that never left', ['send', 'not-sent'], true],
    ['given up', ['send', 'lost', 'give-up'], true],
  ] as const)('after one %s, another may begin: %s', async (_, events, may) => {
    let row = await intend('FILE')
    for (const event of events) row = await journal.move(row, event)
    const again = intend('FILE')
    await (may ? expect(again).resolves.toBeDefined() : expect(again).rejects.toThrow(/UNIQUE/))
  })

  test('returns do not stand in each other’s way', async () => {
    await intend('FILE')
    await intend('FILE', OTHER)
    await intend('FILE', { ...KEY, environment: 'test' })
    await expect(intend('FILE')).rejects.toThrow(/UNIQUE/)
  })
})

describe('one write in flight for a return', () => {
  test.each([
    ['SAVE', 'SAVE'],
    ['SAVE', 'PROCEED'],
    ['PROCEED', 'FILE'],
    ['FILE', 'SAVE'],
  ] as const)('of %s and %s sent at once, one is', async (a, b) => {
    const rows = [await intend(a), await intend(b)]
    const tries = await Promise.allSettled(rows.map((row) => journal.move(row, 'send')))
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await states()).toEqual([`${a} SENT`, `${b} INTENT`])
  })

  test('it stands in the way until it is over', async () => {
    const [first, second] = [await intend('SAVE'), await intend('SAVE')]
    const sent = await journal.move(first, 'send')
    await expect(journal.move(second, 'send')).rejects.toThrow(/UNIQUE/)
    const lost = await journal.move(sent, 'lost')
    await expect(journal.move(second, 'send')).rejects.toThrow(/UNIQUE/)
    await journal.move(lost, 'proved-done')
    await journal.move(second, 'send')
  })
})

describe('one writer for an operation', () => {
  test('of two that hold the same row, the second is told', async () => {
    const row = await intend('SAVE')
    const other = await openJournal()
    await journal.move(row, 'send')
    await expect(other.move(row, 'send')).rejects.toThrow(/moved by another/)
    expect(await states()).toEqual(['SAVE SENT'])
  })

  test('an impossible event changes nothing', async () => {
    const row = await intend('FILE')
    await expect(journal.move(row, 'done')).rejects.toThrow(/FILE cannot done from INTENT/)
    expect(await states()).toEqual(['FILE INTENT'])
  })
})

describe('a move is one commit', () => {
  const document: WireDocument = {
    table: 'b2b',
    section: 'b2b',
    key: 'A|1',
    party: {},
    body: { inum: '1' },
  } as unknown as WireDocument
  const evidence = { id: 'call-1', transaction: 't' }

  test('with its reason, its evidence, the documents and the return', async () => {
    const sent = await journal.move(await intend('SAVE'), 'send')
    const acked = await journal.move(sent, 'reference', { patch: { reference_id: 'ref-1' } })
    await journal.move(acked, 'done', {
      evidence,
      confirmed: [document],
      ofReturn: { refusal: null, ack: 'A' },
    })
    expect(await createHeld(database).confirmed(KEY)).toEqual([document])
    expect(await journal.returnOf(KEY)).toMatchObject({ ack: 'A' })
    const events = await database.selectFrom('event').selectAll().execute()
    expect(
      events.map(({ n, name, to_state, evidence_id }) => [n, name, to_state, evidence_id]),
    ).toEqual([
      [1, 'intend', 'INTENT', null],
      [2, 'send', 'SENT', null],
      [3, 'reference', 'ACKED', null],
      [4, 'done', 'DONE', 'call-1'],
    ])
  })

  test('documents of one key in two tables of a section are two', async () => {
    const inTable = (table: string) => ({ ...document, section: 'hsn', table })
    const [first, second] = [inTable('hsn(b2b)'), inTable('hsn(b2c)')]
    const sent = await journal.move(await intend('SAVE'), 'send')
    await journal.move(sent, 'done', { confirmed: [first, second] })
    const held = createHeld(database)
    expect(await held.confirmed(KEY)).toEqual([first, second])
    const again = await journal.move(await intend('SAVE'), 'send')
    await journal.move(again, 'done', { removed: [first] })
    expect(await held.confirmed(KEY)).toEqual([second])
  })

  test('or nothing of it, when the second writer comes too late', async () => {
    const sent = await journal.move(await intend('FILE'), 'send')
    await journal.move(sent, 'done', { ofReturn: { ack: 'first' } })
    const late = journal.move(sent, 'lost', {
      evidence,
      confirmed: [document],
      ofReturn: { ack: 'late' },
    })
    await expect(late).rejects.toThrow(/moved by another/)
    expect(await journal.returnOf(KEY)).toMatchObject({ ack: 'first' })
    expect(await createHeld(database).confirmed(KEY)).toEqual([])
    expect(await states()).toEqual(['FILE DONE'])
  })

  test('intents of one save stand in order, under one snapshot, or not at all', async () => {
    const snapshot = { id: 'snap', content: '{}' }
    const save = { kind: 'SAVE', snapshot: 'snap', body: '{}' } as const
    await journal.intend(KEY, [save, save], { snapshot })
    await expect(journal.intend(KEY, [save, save], { snapshot })).rejects.toThrow(/UNIQUE/)
    expect((await journal.operationsOf(KEY)).map(({ seq }) => seq)).toEqual([1, 2])
  })
})

test('the last snapshot is the one kept last, though the clock was set back', async () => {
  for (const [id, at] of [
    ['b', '06:00:00'],
    ['c', '06:00:00'],
    ['a', '05:59:00'],
  ] as const) {
    now = `2026-11-11T${at}Z`
    await journal.intend(KEY, [], { snapshot: { id, content: '{}' } })
    await journal.intend(OTHER, [], { snapshot: { id: `other ${id}`, content: '{}' } })
    expect((await journal.lastSnapshot(KEY))?.id).toBe(id)
  }
})

test('what is not over is found again after reopening, and only that', async () => {
  const done = await journal.move(await intend('SAVE'), 'send')
  await journal.move(done, 'refused')
  expect(await journal.unfinished()).toEqual([])
  await intend('PROCEED')
  const filed = await journal.move(await intend('FILE', OTHER), 'send')
  await journal.move(filed, 'done', { ofReturn: { ack: 'A' } })

  await database.destroy()
  open.length = 0
  journal = await openJournal()
  expect(await journal.unfinished()).toEqual([KEY, OTHER])
  await journal.changeReturn(OTHER, { arn: 'AA290226000001X' })
  expect(await journal.unfinished()).toEqual([KEY])
})
