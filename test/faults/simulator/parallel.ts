// The seeds shared out among processes, one for each core that a run may use.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { newCoverage, type Coverage } from './coverage.ts'

export interface Part {
  readonly seeds: number
  readonly failure: string | undefined
  readonly coverage: { readonly [name in keyof Coverage]: readonly (readonly [string, number])[] }
}

export interface Whole {
  readonly seeds: number
  readonly seconds: number
  readonly failures: readonly string[]
  readonly coverage: Coverage
}

export async function runInParallel(seeds: number, processes = 2): Promise<Whole> {
  const since = performance.now()
  const share = Math.ceil(seeds / processes)
  const parts = await Promise.all(
    Array.from({ length: processes }, (_, i) => {
      const first = i * share + 1
      return runPart(first, Math.min(share, seeds - first + 1))
    }),
  )
  return {
    seeds: parts.reduce((all, part) => all + part.seeds, 0),
    seconds: (performance.now() - since) / 1000,
    failures: parts.flatMap(({ failure }) => failure ?? []),
    coverage: parts.reduce((all, part) => added(all, part.coverage), newCoverage()),
  }
}

async function runPart(first: number, count: number): Promise<Part> {
  const child = fork(join(import.meta.dirname, 'main.ts'), [String(count), String(first)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, SEED: undefined },
  })
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the simulator ended with ${String(code)}`)
    }),
  ])) as [Part]
  return message
}

function added(all: Coverage, part: Part['coverage']): Coverage {
  for (const name of ['moves', 'stages', 'deaths'] as const) {
    for (const [what, times] of part[name]) all[name].set(what, (all[name].get(what) ?? 0) + times)
  }
  return all
}
