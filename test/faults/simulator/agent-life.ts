// One life of the agent, put together as agent.ts does, without its door and its folder's lock, on a world in this process.
import type { Clock } from '../../../agent/clock.ts'
import { createFiling, type Filing } from '../../../agent/filing/filing.ts'
import { REAL_PACE } from '../../../agent/filing/pace.ts'
import { createSessions, type Sessions } from '../../../agent/filing/sessions.ts'
import { practiceKeys } from '../../../agent/portal/practice/credentials.ts'
import { createPortalTime } from '../../../agent/portal-time.ts'
import { CALLS_A_MINUTE, createSandbox } from '../../../agent/portal/sandbox/sandbox.ts'
import { openDatabase } from '../../../agent/store/database.ts'
import { createEvidence } from '../../../agent/store/evidence.ts'
import { createHeld } from '../../../agent/store/held.ts'
import { createJournal } from '../../../agent/store/journal.ts'
import { createSettings, type Settings } from '../../../agent/store/settings.ts'
import type { Environment } from '../../../templates/identifiers.ts'
import { Mortal } from './mortal.ts'
import type { World } from './world.ts'

export interface AgentLife {
  readonly filing: Filing
  readonly sessions: Sessions
  readonly settings: Settings
  readonly mortal: Mortal
  /** Unexpected errors while it lived. */
  readonly faults: string[]
  /** Ends it in an orderly way. */
  stop(): Promise<void>
}

export async function startLife(
  world: World,
  environment: Environment = 'practice',
): Promise<AgentLife> {
  const mortal = new Mortal()
  const faults: string[] = []
  const opened = await openDatabase(world.journalFile)
  if (!opened.ok) throw new Error(opened.problem.code)
  const database = opened.value
  const end = new AbortController()
  void mortal.died.then(() => {
    // What was not committed is gone, and nobody of the dead wakes up again.
    void database.destroy()
    end.abort()
  })
  const clock: Clock = {
    now: () => world.clock.now(),
    async sleep(milliseconds, signal) {
      await mortal.at('asleep')
      await world.clock.sleep(milliseconds, AbortSignal.any([signal, end.signal]))
      if (mortal.dead) await mortal.at('awake')
    },
  }
  const now = () => clock.now()
  const portalTime = createPortalTime(clock)
  const { newId } = world
  const kept = database.withPlugin(mortal.journal)
  const journal = createJournal(kept, { now, newId })
  const evidence = createEvidence(kept, { environment, now, newId })
  const settings = createSettings(kept, world.vault)
  const portal = mortal.portal(
    createSandbox({
      base: 'http://practice',
      keys: () => Promise.resolve(practiceKeys),
      now,
      random: () => world.random(),
      perMinute: CALLS_A_MINUTE.live,
      record: (call) => evidence.record(call),
      heardTime: (moment) => portalTime.heard(moment),
      send: world.wire.send,
    }),
  )
  const sessions = createSessions({
    environment,
    portal,
    settings,
    now: () => portalTime.now(),
  })
  const filing = createFiling({
    environment,
    journal,
    held: createHeld(kept),
    evidence,
    settings,
    portal,
    sessions,
    portalTime,
    clock,
    pace: REAL_PACE,
    newId,
    random: () => world.random(),
    at: (point) => mortal.at(point),
    fault: (error) => {
      if (!mortal.dead) faults.push(String(error))
    },
    moved: () => undefined,
  })
  await filing.resume()
  return {
    filing,
    sessions,
    settings,
    mortal,
    faults,
    async stop() {
      await filing.stop()
      await database.destroy()
    },
  }
}
