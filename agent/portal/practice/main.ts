// The practice portal as a process of its own: node agent/portal/practice/main.ts --data FOLDER [--port N] [--pace fast] [--admin-port N]
// Prints one line of JSON with its addresses when it is ready, and stops on SIGTERM or SIGINT.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { fastPace, humanPace } from './pace.ts'
import { startPractice } from './start.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    pace: { type: 'string', default: 'human' },
    saves: { type: 'string', default: 'upsert' },
    'admin-port': { type: 'string' },
  },
})

if (values.data === undefined) throw new Error('Say where the practice data goes: --data FOLDER')
const paces = new Map([
  ['human', humanPace],
  ['fast', fastPace],
])
const pace = paces.get(values.pace)
if (!pace) throw new Error('--pace is human or fast')
if (values.saves !== 'upsert' && values.saves !== 'strict') {
  throw new Error('--saves is upsert or strict')
}

const portal = await startPractice({
  dataFolder: values.data,
  port: Number(values.port),
  pace,
  saves: values.saves,
  ...(values['admin-port'] !== undefined && { adminPort: Number(values['admin-port']) }),
  now: () => new Date(),
  random: Math.random,
  newId: randomUUID,
  onUnexpected: (error) => {
    process.stderr.write(`${String(error)}\n`)
  },
})

process.stdout.write(`${JSON.stringify({ url: portal.url, admin: portal.admin?.url ?? null })}\n`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void portal.close().then(() => process.exit(0))
  })
}
