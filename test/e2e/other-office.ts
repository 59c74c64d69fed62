// Software of another office, on the practice portal of the rehearsal: an agent of its own, opened and closed with it.
import { afterAll, beforeAll } from 'vitest'
import { startAgentProcess, temporaryFolder, type AgentProcess } from '../faults/processes.ts'
import { job } from './rehearsal-desk.ts'

export let others: AgentProcess
const folder = temporaryFolder()

beforeAll(async () => {
  others = await startAgentProcess({ dataFolder: folder.path, practiceUrl: job.practiceUrl }, {})
})
afterAll(async () => {
  await others.stop()
  folder.remove()
})
