// Thousands of lives of a return on the whole engine, with crashes between any two effects and a portal that fails in every way.
import { expect, test } from 'vitest'
import { FIGURES } from './figures.ts'
import { gapsOf } from './simulator/coverage.ts'
import { runInParallel } from './simulator/parallel.ts'
import { reportOf } from './simulator/report.ts'

test(`${FIGURES.seeds} seeds break no invariant, and leave no move of an operation untried`, async () => {
  const run = await runInParallel(FIGURES.seeds)
  process.stdout.write(`simulator: ${reportOf(run)}\n`)
  expect(run.failures).toEqual([])
  expect(gapsOf(run.coverage)).toEqual({ missed: [], surprising: [] })
}, 3_600_000)
