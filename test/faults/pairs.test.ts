// Whatever two faults a portal shows along one filing: the return is filed once, as it was reviewed, and truly told.
import { expect, test } from 'vitest'
import { FIGURES } from './figures.ts'
import { PAIRS, runPairs } from './simulator/pairs.ts'

test(`${Math.min(FIGURES.pairs, PAIRS.length)} of ${PAIRS.length} pairs of faults break no invariant`, async () => {
  const { pairs, failures } = await runPairs(FIGURES.pairs)
  process.stdout.write(`fault pairs: ${pairs} of ${PAIRS.length}\n`)
  expect(failures).toEqual([])
}, 3_600_000)
