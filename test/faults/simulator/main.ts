// The simulator by itself: `node test/faults/simulator/main.ts 5000`, or one seed again with all it did: `SEED=17 node …`.
import { gapsOf } from './coverage.ts'
import { failureOf, reportOf } from './report.ts'
import type { Part } from './parallel.ts'
import { runSeeds } from './run.ts'

const { SEED } = process.env
const [, , count = '1000', first = '1'] = process.argv
const run = await (SEED === undefined
  ? runSeeds(Number(first), Number(count))
  : runSeeds(Number(SEED), 1, ({ told }) => process.stdout.write(`${told.join('\n')}\n`)))
if (run.failed !== undefined) process.stdout.write(`${failureOf(run.failed)}\n`)
else if (SEED === undefined) process.stdout.write(`${JSON.stringify(gapsOf(run.coverage))}\n`)
process.stdout.write(`${reportOf(run)}\n`)
const { moves, stages, deaths } = run.coverage
const part: Part = {
  seeds: run.seeds,
  failure: run.failed && failureOf(run.failed),
  coverage: { moves: [...moves], stages: [...stages], deaths: [...deaths] },
}
if (process.send !== undefined) await new Promise((sent) => process.send?.(part, sent))
process.exit(run.failed === undefined ? 0 : 1)
