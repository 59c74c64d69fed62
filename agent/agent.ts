// The agent: the engine behind the door that the pane knocks at, and a side entrance for commands of the same user.
import { done, type Result } from '../templates/problems/problem.ts'
import { openEngine, type EngineOptions } from './engine.ts'
import type { Filing } from './filing/filing.ts'
import type { Pairing } from './http/pairing.ts'
import { startServer } from './http/server.ts'
import { hashToken, newToken } from './http/tokens.ts'
import { forgetRunning, tellRunning } from './running.ts'

export interface AgentOptions extends EngineOptions {
  readonly port: number
  /** Folders of this program: what webpack built, and Microsoft's office.js. */
  readonly distFolder: string
  readonly officeFolder: string
}

export interface Agent {
  readonly url: string
  readonly port: number
  readonly pairing: Pairing
  readonly filing: Filing
  close(): Promise<void>
}

/** Refuses what the engine or the port refuse. */
export async function startAgent(options: AgentOptions): Promise<Result<Agent>> {
  const { environment, dataFolder, log, randomBytes } = options
  const engine = await openEngine(options)
  if (!engine.ok) return engine
  const { handlers, filing, pairing, settings, now } = engine.value
  // Known to this process alone, so that it is worth nothing once the process has ended.
  const token = newToken(randomBytes)
  const own = hashToken(token)
  const { tokens } = settings
  const server = await startServer({
    port: options.port,
    dataFolder,
    distFolder: options.distFolder,
    officeFolder: options.officeFolder,
    handlers,
    tokens: { ...tokens, has: async (hash) => hash === own || tokens.has(hash) },
    log,
    now,
    randomBytes,
  })
  if (!server.ok) {
    await engine.value.close()
    return server
  }
  const { url, port } = server.value
  log.event('agent-started', { port, environment })
  tellRunning(dataFolder, { port, token })
  await filing.resume()
  return done({
    url,
    port,
    pairing,
    filing,
    async close() {
      forgetRunning(dataFolder)
      await server.value.close()
      await engine.value.close()
    },
  })
}
