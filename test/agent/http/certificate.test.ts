// The certificate serves localhost and nothing else, and its key stays with this user.
import { X509Certificate } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadCertificate, type Certificate } from '../../../agent/http/certificate.ts'
import { runAgent } from './running-agent.ts'

const DAY = 24 * 60 * 60 * 1000
const start = new Date('2026-11-01T00:00:00Z')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gstr1-certificate-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function load(now: Date): Promise<Certificate> {
  const loaded = await loadCertificate(folder, now)
  if (!loaded.ok) throw new Error(loaded.problem.code)
  return loaded.value
}

test('it is a P-256 leaf for this machine only, signed by itself, for 397 days', async () => {
  const { certificate } = await load(start)
  const parsed = new X509Certificate(certificate)
  expect(parsed.ca).toBe(false)
  expect(parsed.subjectAltName).toBe(
    'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
  )
  expect(parsed.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']) // Node means the extended one: serverAuth
  expect(parsed.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
  expect(parsed.verify(parsed.publicKey)).toBe(true)
  const days = (Date.parse(parsed.validTo) - Date.parse(parsed.validFrom)) / DAY
  expect(days).toBe(397)
})

test('it is kept until 60 days are left, then made anew', async () => {
  const first = await load(start)
  const last = new Date(first.expires.getTime() - 60 * DAY - 1)
  expect((await load(last)).fingerprint).toBe(first.fingerprint)
  const renewed = await load(new Date(last.getTime() + 1))
  expect(renewed.fingerprint).not.toBe(first.fingerprint)
  expect(readFileSync(renewed.file, 'utf8').trim()).toBe(renewed.certificate.trim())
})

test('its key is readable by this user only, and is refused when others can read it', async () => {
  await load(start)
  const file = join(folder, 'localhost.pem')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  chmodSync(file, 0o644)
  expect(await loadCertificate(folder, start)).toMatchObject({
    problem: { code: 'open-to-others', facts: { path: file, mode: '0644' } },
  })
})

test('a torn file is replaced', async () => {
  await load(start)
  const file = join(folder, 'localhost.pem')
  writeFileSync(file, readFileSync(file).subarray(0, 150))
  expect((await load(start)).expires > start).toBe(true)
})

test('who trusts exactly this certificate is connected without a warning', async () => {
  const agent = await runAgent()
  const ca = readFileSync(join(agent.folder, 'localhost.crt'))
  const status = await new Promise((resolve, reject) => {
    get({ host: 'localhost', port: agent.port, path: '/preview', ca }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
  expect(status).toBe(200)
  await agent.close()
})
