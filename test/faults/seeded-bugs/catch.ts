// Runs what should catch a bug in a copy of the tree, and tells what did.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Catcher } from './bugs.ts'

export type Caught =
  | { readonly kind: 'caught'; readonly by: string }
  | { readonly kind: 'survived' }
  | { readonly kind: 'not run'; readonly why: string }

export function catchIn(folder: string, catcher: Catcher): Caught {
  if ('seeds' in catcher) return bySeeds(folder, catcher.seeds)
  if ('images' in catcher) return byImages(folder, catcher.images)
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs')
  const { status, text } = run(folder, [vitest, 'run', '--project', catcher.project, catcher.test])
  const [, name] = /FAIL\s+(.+)/.exec(plain(text)) ?? []
  return status === 0 ? { kind: 'survived' } : { kind: 'caught', by: name ?? catcher.test }
}

function bySeeds(folder: string, seeds: number): Caught {
  const { status, text } = run(folder, ['test/faults/simulator/main.ts', String(seeds)])
  if (status === 0) return { kind: 'survived' }
  const [, seed] = /again: SEED=(\d+)/.exec(text) ?? []
  const [, invariant] = /^(I\d+, [^:]+):/m.exec(text) ?? []
  if (seed === undefined) return { kind: 'not run', why: text.slice(-500) }
  return { kind: 'caught', by: `seed ${seed} (${invariant ?? ''})` }
}

function byImages(folder: string, images: number): Caught {
  const { status, text } = run(folder, ['test/faults/power-cut/main.ts', String(images)])
  if (text.includes('not run')) return { kind: 'not run', why: text.trim() }
  return status === 0 ? { kind: 'survived' } : { kind: 'caught', by: `power cut: ${text.trim()}` }
}

function run(cwd: string, args: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, SEED: undefined, NODE_OPTIONS: undefined },
  })
  return { status, text: stdout + stderr }
}

const ESCAPE = String.fromCharCode(27)
const plain = (text: string) => text.replaceAll(new RegExp(`${ESCAPE}\\[[0-9;]*m`, 'g'), '')
