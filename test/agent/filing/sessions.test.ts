// A session with the portal on a real store: what ends it, and what does not.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSessions, type Sessions } from '../../../agent/filing/sessions.ts'
import type { Outcome, Portal } from '../../../agent/portal/portal.ts'
import { openDatabase, type Database } from '../../../agent/store/database.ts'
import { createSettings } from '../../../agent/store/settings.ts'
import { openVault } from '../../../agent/vault/vault.ts'
import { TAXPAYER } from '../../sheets.ts'

const { gstin } = TAXPAYER
const NOW = Date.parse('2026-11-05T06:00:00Z')
const MINUTE = 60_000
const evidence = { id: '1', transaction: '' }

let folder: string
let database: Database
let sessions: Sessions
/** A refresh was asked for; the portal answers it. */
let asked: PromiseWithResolvers<void>
let answered: PromiseWithResolvers<void>

const grant = (token: string, minutes: number) =>
  ({
    kind: 'answer',
    value: { access_token: token, session_expiry: NOW + minutes * MINUTE, token_expiry: 0 },
    evidence,
  }) as const

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gstr1-sessions-'))
  const vault = openVault(folder, randomBytes)
  const opened = await openDatabase(join(folder, 'journal.sqlite'))
  if (!vault.ok || !opened.ok) throw new Error('no store')
  database = opened.value
  const settings = createSettings(database, vault.value)
  await settings.setTaxpayer('test', TAXPAYER)
  asked = Promise.withResolvers()
  answered = Promise.withResolvers()
  // The portal's three calls of a session, answered as Sandbox does.
  const portal: Partial<Portal> = {
    verifyOtp: (_, otp) => Promise.resolve(grant('first', Number(otp))),
    refresh: async () => {
      asked.resolve()
      await answered.promise
      return grant('second', 360)
    },
    logout: () => Promise.resolve({ kind: 'answer', value: undefined, evidence }),
  }
  const now = () => new Date(NOW)
  sessions = createSessions({ environment: 'test', portal: portal as Portal, settings, now })
})
afterEach(async () => {
  await database.destroy()
  rmSync(folder, { recursive: true })
})

/** So many minutes before its end. */
const signIn = (minutes: number) => sessions.signIn(gstin, String(minutes))

const denied = (status: number, message: string): Outcome<never> => ({
  kind: 'denied',
  status,
  message,
  evidence,
})
const refused = (code: string): Outcome<never> => ({ kind: 'refused', code, message: '', evidence })

test.each<[string, Outcome<never>]>([
  ['the code of a dead session', refused('AUTH4033')],
  ['401', denied(401, 'Unauthorized')],
  ['403 of the token', denied(403, 'Token is invalid or expired')],
  ['403 without a reason', denied(403, 'Forbidden')],
])('%s ends it', async (_what, outcome) => {
  await signIn(300)
  expect(await sessions.ended(gstin, outcome)).toBe(true)
  expect(await sessions.token(gstin)).toBeUndefined()
})

test.each<[string, Outcome<never>]>([
  ['a refusal of what was sent', refused('RET191106')],
  ['400', denied(400, 'Bad request')],
  ['403, since the quota is used up', denied(403, 'Quota exhausted. Please recharge your wallet.')],
  ['403, since the account may not', denied(403, 'Insufficient privilege')],
])('%s does not: a new OTP would help nobody', async (_what, outcome) => {
  await signIn(300)
  expect(await sessions.ended(gstin, outcome)).toBe(false)
  expect(await sessions.token(gstin)).toBe('first')
})

test('whoever signs out stays signed out, also while it was being renewed', async () => {
  await signIn(10)
  const token = sessions.token(gstin)
  await asked.promise
  const out = sessions.signOut(gstin)
  await Promise.race([out, new Promise((resolve) => setTimeout(resolve, 100))])
  answered.resolve()
  await Promise.all([token, out])
  expect(await sessions.expiry(gstin)).toBeUndefined()
})
