// One practice portal, one journal file and one clock, shared by many seeds one after another, each with a taxpayer of its own.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openPractice, type OpenPractice } from '../../../agent/portal/practice/open.ts'
import { fastPace, humanPace, type Pace } from '../../../agent/portal/practice/pace.ts'
import { openVault, type Vault } from '../../../agent/vault/vault.ts'
import { HeldClock } from '../held-clock.ts'
import { oneOf, randomFrom, type Random } from './random.ts'
import { wireTo, type Wire } from './wire.ts'

export interface World {
  readonly clock: HeldClock
  readonly practice: OpenPractice
  readonly wire: Wire
  readonly vault: Vault
  readonly journalFile: string
  /** Another reader of the journal, for comparing; made with the first life. */
  readonly journal: () => DatabaseSync
  /** How long the portal takes, in milliseconds; `track` is how long its list of filings is behind. */
  pace: Pace
  /** Chance and names start anew with every seed. */
  begin(random: Random): void
  newId(): string
  random(): number
  close(): void
}

/** Every commit waits for the disk; a disk in memory waits least. */
const MEMORY_DISK = '/dev/shm'

export function openWorld(): World {
  const folder = mkdtempSync(join(existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir(), 'gstr1-seeds-'))
  const clock = new HeldClock('2026-11-05T06:00:00Z')
  const vault = openVault(folder, randomBytes)
  if (!vault.ok) throw new Error(vault.problem.code)
  let random = randomFrom(0)
  let ids = 0
  const newId = (): string => `id-${(ids += 1)}`
  const practice = openPractice({
    file: ':memory:',
    pace: {
      get queue() {
        return world.pace.queue
      },
      get work() {
        return world.pace.work
      },
      get checksum() {
        return world.pace.checksum
      },
      get track() {
        return world.pace.track
      },
    },
    sessions: 1000,
    bodiesKept: Infinity,
    now: () => clock.now(),
    random: () => random(),
    newId,
    wait: (milliseconds) =>
      milliseconds > 0 ? clock.sleep(milliseconds, NEVER) : Promise.resolve(),
  })
  let reader: DatabaseSync | undefined
  const world: World = {
    journal: () => (reader ??= new DatabaseSync(world.journalFile, { readOnly: true })),
    clock,
    practice,
    wire: wireTo(practice, clock),
    vault: vault.value,
    journalFile: join(folder, 'journal.sqlite'),
    pace: fastPace,
    begin(seeded) {
      random = seeded
      practice.admin('DELETE /faults')
      world.pace = oneOf(random, PACES)
      world.wire.unreachable = 0
    },
    newId,
    random: () => random(),
    close() {
      practice.close()
      reader?.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return world
}

/** A real portal takes up to two minutes. */
const PACES: readonly Pace[] = [
  fastPace,
  fastPace,
  humanPace,
  { queue: 10_000, work: 20_000, checksum: 5_000, track: 60_000 },
]
const NEVER = new AbortController().signal
