// The worker on a real journal, at the one moment that no timing can hit on purpose.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../../../agent/clock.ts'
import { PRACTICE_PACE } from '../../../agent/filing/pace.ts'
import type { Tools } from '../../../agent/filing/tools.ts'
import { createWorker } from '../../../agent/filing/worker.ts'
import { openDatabase } from '../../../agent/store/database.ts'
import { createJournal } from '../../../agent/store/journal.ts'
import { PERIOD, TAXPAYER } from '../../sheets.ts'

const KEY = { environment: 'practice', gstin: TAXPAYER.gstin, period: PERIOD } as const

test('a sign-in that comes just as the worker stops to wait for it is not lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gstr1-worker-'))
  const database = await openDatabase(join(folder, 'journal.sqlite'))
  if (!database.ok) throw new Error(database.problem.code)
  const journal = createJournal(database.value, { now: () => new Date(), newId: randomUUID })
  const operations = await journal.intend(KEY, [{ kind: 'SAVE', snapshot: undefined, body: '{}' }])
  let signedIn = false
  const sent = Promise.withResolvers<string>()
  const worker = createWorker({
    journal,
    clock: systemClock,
    pace: PRACTICE_PACE,
    sessions: { token: () => Promise.resolve(signedIn ? 'token' : undefined) },
    portal: {
      save: (_: unknown, body: string) => {
        sent.resolve(body)
        return Promise.resolve({ kind: 'not-sent', reason: 'the test is over' })
      },
    },
    at: () => Promise.resolve(),
    fault: sent.reject,
    moved: () => {
      if (signedIn || worker.workOf(KEY, operations)?.waitingFor === undefined) return
      signedIn = true
      worker.kick(KEY)
    },
    // The rest of the tools is not asked for before the save is sent.
  } as unknown as Tools)
  worker.kick(KEY)
  await expect(sent.promise).resolves.toBe('{}')
  await worker.stop()
  await database.value.destroy()
  rmSync(folder, { recursive: true })
}, 3000)
