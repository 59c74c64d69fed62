// One agent a folder, for one user; and a process that nobody can look into.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDataFolder } from '../../agent/data-folder.ts'
import { hardenProcess } from '../../agent/hardening.ts'

const project = join(import.meta.dirname, '../..')
let place: string
let folder: string
const children: ChildProcess[] = []
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'gstr1-data-'))
  folder = join(place, 'data')
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(place, { recursive: true })
})

/** Another process that runs this and then stays alive, once it has said something. */
async function elsewhere(
  code: string,
): Promise<{ said: string; child: ChildProcess; heard: () => string }> {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', `${code}; setInterval(() => 0, 1e6)`],
    { cwd: project },
  )
  children.push(child)
  let heard = ''
  child.stderr.on('data', (chunk: Buffer) => {
    heard += chunk.toString()
  })
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('exit', () => reject(new Error(heard)))
  })
  return { said, child, heard: () => heard }
}

const opening = (path: string): string => `
  const { openDataFolder } = await import('./agent/data-folder.ts')
  const opened = openDataFolder(${JSON.stringify(path)})
  globalThis.kept = opened
  console.log(opened.ok ? 'open' : opened.problem.code)`

test('it is made for this user only', () => {
  const opened = openDataFolder(folder)
  expect(opened.ok).toBe(true)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  if (opened.ok) opened.value.close()
})

test('one that others may read is refused', () => {
  mkdirSync(folder)
  chmodSync(folder, 0o755)
  expect(openDataFolder(folder)).toMatchObject({
    problem: { code: 'open-to-others', facts: { path: folder, mode: '0755' } },
  })
})

test('a second agent is told that one is running, and gets in when that one is killed', async () => {
  const first = await elsewhere(opening(folder))
  expect(first.said).toBe('open')
  expect(openDataFolder(folder)).toMatchObject({
    problem: { code: 'already-running', facts: { folder } },
  })
  first.child.kill('SIGKILL')
  await new Promise((resolve) => first.child.once('exit', resolve))
  const second = openDataFolder(folder)
  expect(second.ok).toBe(true)
  if (second.ok) second.value.close()
})

test('H9: SIGUSR1 opens no debugger, and files are made for this user only', async () => {
  const file = join(place, 'made')
  const { said, child, heard } = await elsewhere(`
    const { hardenProcess } = await import('./agent/hardening.ts')
    const { writeFileSync } = await import('node:fs')
    hardenProcess({})
    writeFileSync(${JSON.stringify(file)}, '')
    process.on('SIGUSR2', () => console.error('still here'))
    console.log('ready')`)
  expect(said).toBe('ready')
  child.kill('SIGUSR1')
  child.kill('SIGUSR2')
  await expect.poll(heard).toContain('still here')
  expect(heard()).not.toContain('Debugger')
  expect(existsSync(file) && statSync(file).mode & 0o777).toBe(0o600)
})

test.each([
  [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'NODE_TLS_REJECT_UNAUTHORIZED'],
  [{ NODE_OPTIONS: '--max-old-space-size=100 --inspect=0.0.0.0:1' }, 'NODE_OPTIONS'],
])('%o is refused', (environment, variable) => {
  expect(hardenProcess(environment)).toMatchObject({
    problem: { code: 'unsafe-environment', facts: { variable } },
  })
})
