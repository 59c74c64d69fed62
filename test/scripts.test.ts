// The pre-flight installs what the lockfile says, once, on whatever Node is there; and finds a browser or says how to get one.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Linter } from 'eslint'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findChromium } from '../scripts/chromium.cjs'

const root = join(import.meta.dirname, '..')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gstr1-scripts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text, { mode: 0o755 })
  return file
}

describe('pre-flight', () => {
  /** A project whose one package lies beside it, so that npm needs no network. */
  function writeProject(version: string): void {
    const itself = { name: 'small', version, dependencies: { beside: 'file:beside' } }
    write('package.json', JSON.stringify(itself))
    write('beside/package.json', '{"name":"beside","version":"1.0.0"}')
    const packages = {
      '': itself,
      beside: { version: '1.0.0' },
      'node_modules/beside': { resolved: 'beside', link: true },
    }
    const lock = { name: 'small', version, lockfileVersion: 3, requires: true, packages }
    write('package-lock.json', JSON.stringify(lock))
  }

  beforeEach(() => {
    cpSync(join(root, 'scripts/pre.cjs'), join(folder, 'scripts/pre.cjs'))
    cpSync(join(root, 'scripts/chromium.cjs'), join(folder, 'scripts/chromium.cjs'))
    writeProject('1.0.0')
  })

  function pre(args: string[] = [], environment: Record<string, string> = {}) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(folder, 'scripts/pre.cjs'), ...args],
      { encoding: 'utf8', env: { ...process.env, ...environment } },
    )
    return { status, said: stdout + stderr }
  }

  test('installs when nothing is there, is quiet the next time, and installs again for a new lockfile', () => {
    expect(pre()).toMatchObject({
      status: 0,
      said: expect.stringContaining('Installing') as string,
    })
    expect(pre()).toEqual({ status: 0, said: '' })
    writeProject('1.0.1')
    expect(pre().said).toContain('Installing')
    expect(pre().said).toBe('')
  })

  test('a failed installation is said in words and tried again', () => {
    write('package-lock.json', '{"lockfileVersion":3,"packages":{}}')
    const failed = pre()
    expect(failed.status).toBe(1)
    expect(failed.said).toContain('could not be installed')
    expect(pre().said).toContain('Installing')
  })

  test('CHROMIUM is taken at its word', () => {
    const browser = write('browser', '')
    expect(pre(['--browser'], { CHROMIUM: browser }).status).toBe(0)
    const missing = pre(['--browser'], { CHROMIUM: join(folder, 'nowhere') })
    expect(missing.status).toBe(1)
    expect(missing.said).toContain('there is nothing')
  })

  test.each(['pre.cjs', 'chromium.cjs'])('%s is JavaScript that Node 8 can read', (name) => {
    const code = readFileSync(join(root, 'scripts', name), 'utf8')
    const languageOptions = { ecmaVersion: 2017, sourceType: 'script' } as const
    expect(new Linter().verify(code, { languageOptions })).toEqual([])
  })
})

describe('finding a browser', () => {
  // On Windows, as it names its programs by the environment alone: what this computer has installed is not found.
  test('the newest that Playwright keeps, by number', () => {
    const environment = { PLAYWRIGHT_BROWSERS_PATH: join(folder, 'cache') }
    const keep = (version: number) => write(`cache/chromium-${version}/chrome-win/chrome.exe`, '')
    const older = keep(999)
    expect(findChromium('win32', environment, folder)).toBe(older)
    const newest = keep(1201)
    keep(1100)
    expect(findChromium('win32', environment, folder)).toBe(newest)
  })

  test('on Windows, where programs are kept', () => {
    const chrome = write('Google\\Chrome\\Application\\chrome.exe', '')
    expect(existsSync(chrome)).toBe(true)
    expect(findChromium('win32', { PROGRAMFILES: folder }, folder)).toBe(chrome)
  })

  test('none at all', () => {
    expect(findChromium('win32', {}, folder)).toBeUndefined()
  })
})
