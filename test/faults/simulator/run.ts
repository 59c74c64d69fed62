// Many seeds, one after another; a fresh world now and then, so that none of them grows old.
import { runSeed, type SeedResult } from './seed.ts'
import { openWorld } from './world.ts'

/** A journal that many seeds share, small enough to be read quickly. */
const SEEDS_A_WORLD = 20

/** Calls back with every result; ends early where that says so. */
export async function runSeeds(
  first: number,
  count: number,
  look: (result: SeedResult) => 'on' | 'enough',
): Promise<void> {
  for (let from = first; from < first + count; from += SEEDS_A_WORLD) {
    const world = openWorld()
    try {
      const until = Math.min(from + SEEDS_A_WORLD, first + count)
      for (let seed = from; seed < until; seed += 1) {
        const result = await runSeed(world, seed, seed - from)
        if (look(result) === 'enough') return
        // What a broken run left open would trouble the next.
        if (result.violations.length > 0) break
      }
    } finally {
      world.close()
    }
  }
}
