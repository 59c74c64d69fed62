// A stolen, moved or changed record tells nothing.
import { randomBytes } from 'node:crypto'
import { chmodSync, copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openVault, type Context, type Purpose, type Vault } from '../../../agent/vault/vault.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gstr1-vault-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function vault(): Vault {
  const opened = openVault(folder, randomBytes)
  if (!opened.ok) throw new Error(opened.problem.code)
  return opened.value
}

const context: Context = { name: 'token', environment: 'live', gstin: '29AAPFU0939F1Z' }
const secret = Buffer.from('the taxpayer token')
const refused = { ok: false, problem: { code: 'vault-record' } }

test('what was sealed opens again, also after a restart', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), fc.string(), (bytes, name) => {
      const sealed = vault().seal('session', { ...context, name }, bytes)
      const opened = vault().open('session', { ...context, name }, sealed)
      expect(opened.ok && Buffer.compare(opened.value, bytes)).toBe(0)
    }),
  )
})

test('the same secret never looks the same twice', () => {
  const sealed = Array.from({ length: 100 }, () => vault().seal('session', context, secret))
  expect(new Set(sealed).size).toBe(100)
})

test('H5: one bit flipped anywhere is refused', () => {
  const keeper = vault()
  const sealed = keeper.seal('session', context, secret)
  for (let at = 0; at < sealed.length; at += 1) {
    for (let bit = 1; bit < 128; bit *= 2) {
      const flipped = String.fromCharCode(sealed.charCodeAt(at) ^ bit)
      const changed = sealed.slice(0, at) + flipped + sealed.slice(at + 1)
      expect(keeper.open('session', context, changed)).toMatchObject(refused)
    }
  }
})

test('a tag cut short is refused', () => {
  const keeper = vault()
  const sealed = keeper.seal('session', context, secret)
  const [version, nonce, text, tag = ''] = sealed.split('.')
  const short = Buffer.from(tag, 'base64url').subarray(0, 4).toString('base64url')
  expect(keeper.open('session', context, [version, nonce, text, short].join('.'))).toMatchObject(
    refused,
  )
})

test('H6: a record moved to another place is refused', () => {
  const keeper = vault()
  const sealed = keeper.seal('session', context, secret)
  const places: [Purpose, Context][] = [
    ['api-keys', context],
    ['session', { ...context, name: 'other' }],
    ['session', { ...context, environment: 'practice' }],
    ['session', { ...context, gstin: '27AAPFU0939F1Z' }],
    ['session', { name: context.name, environment: context.environment }],
  ]
  for (const [purpose, place] of places) {
    expect(keeper.open(purpose, place, sealed)).toMatchObject(refused)
  }
})

test('H4: records copied to another machine do not open', () => {
  const sealed = vault().seal('session', context, secret)
  copyFileSync(join(folder, 'vault.key'), join(folder, 'kept'))
  rmSync(join(folder, 'vault.key'))
  expect(vault().open('session', context, sealed)).toMatchObject(refused)
  copyFileSync(join(folder, 'kept'), join(folder, 'vault.key'))
  expect(vault().open('session', context, sealed).ok).toBe(true)
})

test('H8: the key file is 0600, and refused when others can read it', () => {
  vault()
  const file = join(folder, 'vault.key')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  for (const mode of [0o640, 0o604, 0o620]) {
    chmodSync(file, mode)
    expect(openVault(folder, randomBytes)).toMatchObject({
      problem: { code: 'open-to-others', facts: { path: file } },
    })
  }
})

test('a damaged key file is said, not replaced', () => {
  vault()
  const file = join(folder, 'vault.key')
  writeFileSync(file, 'short')
  expect(openVault(folder, randomBytes)).toMatchObject({ problem: { code: 'vault-key' } })
  expect(statSync(file).size).toBe(5)
})
