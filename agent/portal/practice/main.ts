// The practice portal as a process of its own: node agent/portal/practice/main.ts --data FOLDER [--port N] [--pace fast] [--admin-port N]
// [--saves strict] [--originals strict] [--hsn-report object|array|lists] [--nested-report nested] [--txp-answer txpd|nested]
// [--large-above ENTRIES --large-minutes N] [--calls-per-minute N]
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
    'hsn-report': { type: 'string', default: 'by-period' },
    'txp-answer': { type: 'string', default: 'txp' },
    originals: { type: 'string', default: 'trusted' },
    'nested-report': { type: 'string', default: 'flat' },
    'large-above': { type: 'string' },
    'large-minutes': { type: 'string', default: '1' },
    'calls-per-minute': { type: 'string' },
    'admin-port': { type: 'string' },
  },
})

if (values.data === undefined) throw new Error('Say where the practice data goes: --data FOLDER')

function choice<T extends string>(
  name: 'pace' | 'saves' | 'originals' | 'hsn-report' | 'nested-report' | 'txp-answer',
  words: readonly T[],
): T {
  const chosen = words.find((word) => word === values[name])
  if (chosen === undefined) throw new Error(`--${name} is one of: ${words.join(', ')}`)
  return chosen
}

const portal = await startPractice({
  dataFolder: values.data,
  port: Number(values.port),
  pace: { human: humanPace, fast: fastPace }[choice('pace', ['human', 'fast'])],
  saves: choice('saves', ['upsert', 'strict']),
  hsnReport: choice('hsn-report', ['by-period', 'object', 'array', 'lists']),
  originals: choice('originals', ['trusted', 'strict']),
  nestedReport: choice('nested-report', ['flat', 'nested']),
  ...(values['large-above'] !== undefined && {
    largeReads: { above: Number(values['large-above']), minutes: Number(values['large-minutes']) },
  }),
  ...(values['calls-per-minute'] !== undefined && {
    callsPerMinute: Number(values['calls-per-minute']),
  }),
  txpAnswer: choice('txp-answer', ['txp', 'txpd', 'nested']),
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
