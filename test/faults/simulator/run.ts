// Many seeds, one after another; a fresh world now and then, so that none of them grows old.
import { cover, newCoverage, type Coverage } from './coverage.ts'
import { runSeed, type SeedResult } from './seed.ts'
import { openWorld } from './world.ts'

/** A journal that a few seeds share, small enough to be read quickly. */
const SEEDS_A_WORLD = 20

export interface Run {
  readonly seeds: number
  readonly seconds: number
  /** The first seed that broke an invariant, where one did: the run ends with it. */
  readonly failed: SeedResult | undefined
  readonly coverage: Coverage
}

export async function runSeeds(
  first: number,
  count: number,
  look: (result: SeedResult) => void = () => undefined,
): Promise<Run> {
  const coverage = newCoverage()
  const since = performance.now()
  let seeds = 0
  let failed: SeedResult | undefined
  for (let from = first; from < first + count && failed === undefined; from += SEEDS_A_WORLD) {
    const world = openWorld()
    try {
      const until = Math.min(from + SEEDS_A_WORLD, first + count)
      for (let seed = from; seed < until && failed === undefined; seed += 1) {
        const result = await runSeed(world, seed, seed - from)
        seeds += 1
        look(result)
        if (result.history !== undefined) cover(coverage, result.history, result.diedAt)
        if (result.violations.length > 0) failed = result
      }
    } finally {
      world.close()
    }
  }
  return { seeds, seconds: (performance.now() - since) / 1000, failed, coverage }
}
