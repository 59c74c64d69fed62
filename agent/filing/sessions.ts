// The taxpayer's session with the portal: six hours, sealed on disk, renewed before it ends, one refresh at a time.
import { z } from 'zod'
import type { Environment, Gstin } from '../../templates/identifiers.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Outcome, Portal } from '../portal/portal.ts'
import type { Settings } from '../store/settings.ts'
import type { BeingPrepared } from './portal-section.ts'
import { refusalOf } from './refusal.ts'

export interface Sessions {
  requestOtp(gstin: Gstin): Promise<Result<{ sentAt: string }>>
  signIn(gstin: Gstin, otp: string): Promise<Result<Date>>
  signOut(gstin: Gstin): Promise<void>
  /** When the session ends; undefined where there is none. */
  expiry(gstin: Gstin): Promise<Date | undefined>
  /** A token to call with; undefined when the user must sign in. */
  token(gstin: Gstin): Promise<string | undefined>
  /** Whether the portal says by this answer that the session is over; then it is forgotten. */
  ended(gstin: Gstin, outcome: Outcome<unknown> | BeingPrepared): Promise<boolean>
}

const MINUTE = 60_000
/** A token in its last minutes is renewed; in the very last it is no longer used. */
const RENEW_AT = 20 * MINUTE
const MARGIN = MINUTE

const session = z.object({ token: z.string(), expires: z.number() })
type Session = z.infer<typeof session>

/** Codes and statuses with which the portal says that a session is over. */
const DEAD = new Set(['AUTH4033', 'AUTH4038', 'AUTH158', 'RET11402'])
/** Sandbox says 403 of a token that is over, and of an account that may or can pay no more: signing in helps only the former. */
const OF_TOKEN = /token|session/i
const OF_THE_ACCOUNT = /quota|credit|privilege|balance|wallet|recharge|subscri|plan\b|revoked/i

function saysOver(outcome: Outcome<unknown> | BeingPrepared): boolean {
  if (outcome.kind === 'refused') return DEAD.has(outcome.code)
  if (outcome.kind !== 'denied') return false
  const { status, message } = outcome
  if (status !== 403) return status === 401
  return OF_TOKEN.test(message) || !OF_THE_ACCOUNT.test(message)
}

export function createSessions(tools: {
  environment: Environment
  portal: Portal
  settings: Settings
  /** The portal's time, by which its sessions end. */
  now: () => Date
}): Sessions {
  const { environment, portal, settings, now } = tools
  const nameOf = (gstin: Gstin) => ({ purpose: 'session', environment, gstin }) as const
  const refreshing = new Map<Gstin, Promise<Session>>()

  async function stored(gstin: Gstin): Promise<Session | undefined> {
    const found = await settings.secret(nameOf(gstin), session)
    return found !== undefined && found.expires - MARGIN > now().getTime() ? found : undefined
  }

  async function renewed(gstin: Gstin, old: Session): Promise<Session> {
    const outcome = await portal.refresh({ token: old.token, gstin })
    if (outcome.kind !== 'answer') return old // still good for some minutes; tried again at the next use
    const fresh = { token: outcome.value.access_token, expires: outcome.value.session_expiry }
    await settings.setSecret(nameOf(gstin), fresh)
    return fresh
  }

  return {
    async requestOtp(gstin) {
      const taxpayer = await settings.taxpayer(environment, gstin)
      if (taxpayer === undefined) return refuse('taxpayer-unknown', { gstin })
      const outcome = await portal.requestOtp(taxpayer)
      if (outcome.kind !== 'answer') return refusalOf(outcome, 'request-otp')
      return done({ sentAt: now().toISOString() })
    },

    async signIn(gstin, otp) {
      const taxpayer = await settings.taxpayer(environment, gstin)
      if (taxpayer === undefined) return refuse('taxpayer-unknown', { gstin })
      const outcome = await portal.verifyOtp(taxpayer, otp)
      if (outcome.kind !== 'answer') return refusalOf(outcome, 'sign-in')
      const { access_token: token, session_expiry: expires } = outcome.value
      await settings.setSecret(nameOf(gstin), { token, expires })
      return done(new Date(expires))
    },

    async signOut(gstin) {
      await refreshing.get(gstin)
      const live = await stored(gstin)
      await settings.forgetSecret(nameOf(gstin))
      if (live !== undefined) await portal.logout({ token: live.token, gstin })
    },

    async expiry(gstin) {
      const live = await stored(gstin)
      return live && new Date(live.expires)
    },

    async token(gstin) {
      const live = await stored(gstin)
      if (live === undefined || live.expires - RENEW_AT > now().getTime()) return live?.token
      const underWay =
        refreshing.get(gstin) ?? renewed(gstin, live).finally(() => refreshing.delete(gstin))
      refreshing.set(gstin, underWay)
      return (await underWay).token
    },

    async ended(gstin, outcome) {
      const isOver = saysOver(outcome)
      if (isOver) await settings.forgetSecret(nameOf(gstin))
      return isOver
    },
  }
}
