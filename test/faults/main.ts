// `npm run test:faults`: the long run. More seeds and kills than every `npm test`, every pair of faults, power cuts, and the
// seeded bugs, which must all be caught. What cannot be run on this machine is said and counted as not run.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const HERE = import.meta.dirname
const ROOT = join(HERE, '../..')

const STEPS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['suites', [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'faults']],
  ['power cut', [join(HERE, 'power-cut/main.ts'), '500']],
  ['seeded bugs', [join(HERE, 'seeded-bugs/main.ts')]],
]

const failed = STEPS.filter(([name, args]) => {
  process.stdout.write(`\n${name}\n`)
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, FAULTS: 'long' },
  })
  return status !== 0
}).map(([name]) => name)

process.stdout.write(failed.length === 0 ? '\nall held\n' : `\nfailed: ${failed.join(', ')}\n`)
process.exit(failed.length === 0 ? 0 : 1)
