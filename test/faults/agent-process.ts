// An agent in a process of its own, for tests: it can be told to die, without a word, at a named point.
import { randomBytes, randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { startAgent } from '../../agent/agent.ts'
import type { CrashPoint } from '../../agent/filing/tools.ts'
import { createLog } from '../../agent/log.ts'

export interface AgentProcessOptions {
  readonly dataFolder: string
  readonly practiceUrl: string
  readonly version?: string
  /** Dies when the point is reached for the n-th time. */
  readonly crash?: { readonly point: CrashPoint; readonly nth: number }
}

const options = JSON.parse(process.argv[2] ?? '{}') as AgentProcessOptions
const root = resolve(import.meta.dirname, '../..')
let reached = 0

const agent = await startAgent({
  environment: 'practice',
  port: 0,
  dataFolder: options.dataFolder,
  practiceUrl: options.practiceUrl,
  distFolder: join(root, 'dist'),
  officeFolder: join(root, 'node_modules/@microsoft/office-js/dist'),
  workbooksFolder: join(root, 'templates/workbooks'),
  version: options.version ?? 'test',
  log: createLog({ stream: process.stderr, now: () => new Date() }),
  newId: randomUUID,
  randomBytes,
  random: Math.random,
  pace: {
    firstPoll: 20,
    factor: 1.2,
    longest: 60,
    confirm: [20, 40, 60],
    retry: 30,
    longestRetry: 60,
    slowAfter: 60_000,
    slowPoll: 60,
    fence: 200,
  },
  at: (point) => {
    if (point === options.crash?.point && ++reached === options.crash.nth) {
      process.kill(process.pid, 'SIGKILL')
    }
    return Promise.resolve()
  },
})
if (!agent.ok) {
  process.stdout.write(`${JSON.stringify({ problem: agent.problem })}\n`)
  process.exit(1)
}
const { url, pairing } = agent.value
process.stdout.write(`${JSON.stringify({ url, code: pairing.newCode().code })}\n`)
process.on('SIGTERM', () => {
  void agent.value.close().then(() => process.exit(0))
})
