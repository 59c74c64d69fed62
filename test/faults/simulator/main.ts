// The simulator by itself: `node test/faults/simulator/main.ts 5000`, or one seed again with all it did: `SEED=17 node …`.
import { runSeeds } from './run.ts'

const { SEED } = process.env
const [first, count] = SEED === undefined ? [1, Number(process.argv[2] ?? 1000)] : [Number(SEED), 1]
const since = performance.now()
let done = 0
let failed = false
await runSeeds(first, count, ({ seed, violations, told }) => {
  done += 1
  failed = violations.length > 0
  if (failed || SEED !== undefined) process.stdout.write(`${told.join('\n')}\n`)
  for (const { id, says, because } of violations) {
    process.stdout.write(`seed ${seed}: ${id} ${says}: ${because}\n`)
  }
  return failed ? 'enough' : 'on'
})
const seconds = (performance.now() - since) / 1000
const { user, system } = process.cpuUsage()
const busy = (user + system) / 1_000_000
process.stdout.write(
  `${done} seeds in ${seconds.toFixed(1)} s, ${(done / busy).toFixed(0)} a second of one core\n`,
)
process.exit(failed ? 1 : 0)
