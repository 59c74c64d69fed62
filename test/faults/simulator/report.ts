// A run of seeds in words.
import type { Coverage } from './coverage.ts'
import type { SeedResult } from './seed.ts'

const sum = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((all, one) => all + one, 0)

interface Figures {
  readonly seeds: number
  readonly seconds: number
  readonly coverage: Coverage
}

export function reportOf({ seeds, seconds, coverage }: Figures): string {
  const { moves, stages, deaths } = coverage
  const speed = (seeds / seconds).toFixed(0)
  return (
    `${seeds} seeds in ${seconds.toFixed(0)} s (${speed} a second): ${sum(deaths)} crashes at ${deaths.size} points, ` +
    `${sum(moves)} moves of ${moves.size} kinds, ${stages.size} stages`
  )
}

/** How to see it again, and what happened. */
export const failureOf = ({ seed, violations, told }: SeedResult): string =>
  [
    ...told,
    ...violations.map(({ id, says, because }) => `${id}, ${says}: ${because}`),
    `again: SEED=${seed} node test/faults/simulator/main.ts`,
  ].join('\n')
