// The engine: data folder, vault, journal, portal, sessions and filing, put together behind the contract's handlers.
// It has no door of its own: the agent serves it to panes, and a command may use it in its own process.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '../templates/identifiers.ts'
import { done, type Result } from '../templates/problems/problem.ts'
import { SAMPLE_TAXPAYER } from '../templates/sample-company.ts'
import { createChanges } from './changes.ts'
import { openDataFolder } from './data-folder.ts'
import { systemClock, type Clock } from './clock.ts'
import { PRACTICE_PACE, REAL_PACE, type Pace } from './filing/pace.ts'
import { createFiling, type Filing } from './filing/filing.ts'
import { createSessions } from './filing/sessions.ts'
import type { Tools } from './filing/tools.ts'
import { createHandlers } from './handlers.ts'
import type { Handlers } from './http/contract.ts'
import { createPairing, type Pairing } from './http/pairing.ts'
import { createPortalTime } from './portal-time.ts'
import { readKeys } from './keys.ts'
import type { Log } from './log.ts'
import { practiceKeys } from './portal/practice/credentials.ts'
import { startPractice } from './portal/practice/start.ts'
import { CALLS_A_MINUTE, createSandbox, HOSTS } from './portal/sandbox/sandbox.ts'
import { openDatabase } from './store/database.ts'
import { createEvidence } from './store/evidence.ts'
import { createHeld } from './store/held.ts'
import { createJournal } from './store/journal.ts'
import { createSettings, type Settings } from './store/settings.ts'
import { openVault } from './vault/vault.ts'

export interface EngineOptions {
  readonly environment: Environment
  readonly dataFolder: string
  /** Folder of the committed workbooks. */
  readonly workbooksFolder: string
  readonly version: string
  readonly log: Log
  readonly newId: () => string
  readonly randomBytes: (count: number) => Uint8Array
  readonly random: () => number
  /** For tests: a practice portal that runs elsewhere on this machine, another clock or pace, a place to stop at. */
  readonly practiceUrl?: string
  readonly clock?: Clock
  readonly pace?: Pace
  readonly at?: Tools['at']
}

export interface Engine {
  readonly handlers: Handlers
  readonly filing: Filing
  readonly pairing: Pairing
  readonly settings: Settings
  readonly now: () => Date
  close(): Promise<void>
}

/** Refuses what the data folder, the vault or the journal refuse. Open work rests until `filing.resume` is called. */
export async function openEngine(options: EngineOptions): Promise<Result<Engine>> {
  const { environment, log, newId, randomBytes, clock = systemClock } = options
  const folder = openDataFolder(options.dataFolder)
  if (!folder.ok) return folder
  const vault = openVault(options.dataFolder, randomBytes)
  if (!vault.ok) {
    folder.value.close()
    return vault
  }
  const now = () => clock.now()
  const portalTime = createPortalTime(clock)
  const fault = (error: unknown) =>
    log.event('agent-fault', { id: newId(), operation: 'work', error })

  const opened = await openDatabase(join(options.dataFolder, 'journal.sqlite'))
  if (!opened.ok) {
    folder.value.close()
    return opened
  }
  const database = opened.value
  const journal = createJournal(database, { now, newId })
  const evidence = createEvidence(database, { environment, now, newId })
  const settings = createSettings(database, vault.value)
  const practice = await practicePortal()
  const portal = createSandbox({
    base: environment === 'practice' ? practice.url : HOSTS[environment],
    keys: async () => (environment === 'practice' ? practiceKeys : readKeys(settings, environment)),
    now,
    random: options.random,
    perMinute: CALLS_A_MINUTE[environment],
    record: (call) => evidence.record(call),
    heardTime: (moment) => portalTime.heard(moment),
  })
  if (environment === 'practice' && (await settings.taxpayers(environment)).length === 0) {
    await settings.setTaxpayer(environment, SAMPLE_TAXPAYER)
  }

  const changes = createChanges()
  const sessions = createSessions({ environment, portal, settings, now: () => portalTime.now() })
  const filing = createFiling({
    environment,
    journal,
    held: createHeld(database),
    evidence,
    settings,
    portal,
    sessions,
    clock,
    portalTime,
    pace: options.pace ?? (environment === 'practice' ? PRACTICE_PACE : REAL_PACE),
    newId,
    random: options.random,
    at: options.at ?? (() => Promise.resolve()),
    fault,
    moved: ({ gstin, period }) => changes.tell(`${gstin} ${period}`),
  })
  const pairing = createPairing({ tokens: settings.tokens, now, randomBytes })
  const handlers = createHandlers({
    version: options.version,
    environment,
    filing,
    sessions,
    settings,
    pairing,
    changes,
    workbooks: options.workbooksFolder,
  })
  const close = async (): Promise<void> => {
    await filing.stop()
    await practice.close()
    await database.destroy()
    folder.value.close()
  }
  return done({ handlers, filing, pairing, settings, now, close })

  async function practicePortal(): Promise<{ url: string; close: () => Promise<void> }> {
    const elsewhere = { url: options.practiceUrl ?? '', close: () => Promise.resolve() }
    if (environment !== 'practice' || options.practiceUrl !== undefined) return elsewhere
    const dataFolder = join(options.dataFolder, 'practice')
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    return startPractice({ dataFolder, now, random: options.random, newId, onUnexpected: fault })
  }
}
