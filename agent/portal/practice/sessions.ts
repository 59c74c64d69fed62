// Tokens: the platform's (24 hours) and the taxpayer's (6 hours). Only their hashes are kept.
import type { SessionGrant } from '../../../templates/wire/answers.ts'
import type { PortalCode } from './codes.ts'
import { sha256 } from './checksum.ts'
import type { Portal } from './portal.ts'

const HOUR_MS = 60 * 60 * 1000
const LIFE_MS = { platform: 24 * HOUR_MS, taxpayer: 6 * HOUR_MS }

export interface TaxpayerSession {
  readonly gstin: string
  readonly username: string
  readonly tokenHash: string
}

export function openPlatform(portal: Portal): { access_token: string } {
  return { access_token: open(portal, 'platform').token }
}

export function openTaxpayer(portal: Portal, gstin: string, username: string): SessionGrant {
  const { token, endsAt } = open(portal, 'taxpayer', gstin, username)
  portal.ledger.append({ at: portal.now(), kind: 'session', gstin, facts: { opened: username } })
  return { access_token: token, session_expiry: endsAt, token_expiry: endsAt }
}

export function close(portal: Portal, tokenHash: string): void {
  portal.ledger.run('update session set closed = 1 where token_hash = ?', tokenHash)
}

export function openSessions(portal: Portal, username: string): number {
  return (
    portal.ledger.one<{ count: number }>(
      'select count(*) as count from session where username = ? and closed = 0 and ends_at > ?',
      username,
      portal.now(),
    )?.count ?? 0
  )
}

/** What a bare token stands for: `unknown` also where it is of the platform and has run out. */
export function sessionOf(
  portal: Portal,
  token: string,
): 'platform' | TaxpayerSession | PortalCode | 'unknown' {
  const tokenHash = sha256(token)
  const found = portal.ledger.one<{
    kind: string
    gstin: string | null
    username: string | null
    ends_at: number
    closed: number
  }>('select kind, gstin, username, ends_at, closed from session where token_hash = ?', tokenHash)
  if (!found) return 'unknown'
  const over = found.ends_at <= portal.now()
  if (found.gstin === null || found.username === null) return over ? 'unknown' : 'platform'
  if (found.closed === 1) return 'AUTH4033'
  if (over) return 'AUTH4038'
  return { gstin: found.gstin, username: found.username, tokenHash }
}

/** The GSTIN that a user name belongs to, from the first sign-in that succeeded. */
export function ownerOf({ ledger }: Portal, username: string): string | undefined {
  return ledger.one<{ gstin: string }>('select gstin from username where username = ?', username)
    ?.gstin
}

export function remember({ ledger }: Portal, username: string, gstin: string): void {
  ledger.run('insert or ignore into username values (?, ?)', username, gstin)
}

function open(
  portal: Portal,
  kind: 'platform' | 'taxpayer',
  gstin: string | null = null,
  username: string | null = null,
): { token: string; endsAt: number } {
  const token = portal.newId()
  const endsAt = portal.now() + LIFE_MS[kind]
  portal.ledger.run(
    'insert into session (token_hash, kind, gstin, username, ends_at) values (?, ?, ?, ?, ?)',
    sha256(token),
    kind,
    gstin,
    username,
    endsAt,
  )
  return { token, endsAt }
}
