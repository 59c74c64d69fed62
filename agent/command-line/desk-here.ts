// The engine in this process: the same handlers that the agent serves, with the same parsing before them.
import { join } from 'node:path'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { openEngine } from '../engine.ts'
import type { Answer } from '../http/contract.ts'
import { parseInput, type Handler } from '../http/routes.ts'
import { createLog } from '../log.ts'
import type { Desk } from './desk.ts'
import type { Program } from './program.ts'

export async function openHere(program: Program, { beforeGoLive = false }): Promise<Result<Desk>> {
  const { environment, newId, now } = program
  const log = createLog({ stream: process.stderr, now })
  const engine = await openEngine({
    environment,
    dataFolder: program.dataFolder,
    workbooksFolder: join(program.root, 'templates/workbooks'),
    version: program.version,
    log,
    newId,
    randomBytes: program.randomBytes,
    random: program.random,
  })
  if (!engine.ok) return engine
  const { handlers, filing, settings, close } = engine.value
  if (environment === 'live' && !beforeGoLive && !(await settings.isOn('live'))) {
    await close()
    return refuse('live-locked')
  }
  const unheard = new AbortController().signal

  return done({
    where: 'here',
    close,
    async ask(name, input) {
      const parsed = parseInput(name, input)
      if (!parsed.ok) return parsed
      try {
        const answer = await ((handlers[name] as Handler)(
          parsed.value,
          unheard,
        ) as Promise<unknown>)
        return answer as Answer<typeof name>
      } catch (error) {
        const id = newId()
        log.event('agent-fault', { id, operation: name, error })
        return refuse('agent-fault', { id })
      }
    },
    async *watch(of, signal) {
      await filing.resume(of.gstin)
      for await (const view of handlers.watch(of, signal)) yield done(view)
    },
  })
}
