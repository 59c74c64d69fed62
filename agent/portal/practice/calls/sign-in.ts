// Platform token, sign-in of a taxpayer by OTP, refresh, logout, and the EVC OTP for signing.
import { z } from 'zod'
import { granted, platform, refused, rejected } from '../answers.ts'
import type { Call } from '../call.ts'
import { practiceKeys } from '../credentials.ts'
import { isCompany, isPan } from '../gstin.ts'
import { issue, redeem } from '../one-time-password.ts'
import { hasApiAccess, isSignatory } from '../registry.ts'
import * as sessions from '../sessions.ts'

const user = z.strictObject({
  username: z.string().trim().min(1),
  gstin: z.string().toUpperCase(),
})
const signatory = z.strictObject({ pan: z.string() })
const HERE = '/gst/compliance/tax-payer'

export const signInCalls: readonly Call[] = [
  {
    name: 'authenticate',
    method: 'POST',
    path: '/authenticate',
    token: 'none',
    handle(portal, { secret }) {
      if (secret !== practiceKeys.secret) return rejected(401, 'The API secret is wrong.')
      return platform(sessions.openPlatform(portal))
    },
  },
  {
    name: 'requestOtp',
    method: 'POST',
    path: `${HERE}/otp`,
    token: 'platform',
    handle(portal, { body }) {
      const asked = user.safeParse(body)
      if (!asked.success) return rejected(400, 'The body must be {username, gstin}.')
      const { username, gstin } = asked.data
      if (!hasApiAccess(gstin)) return refused('AUTH4037')
      if ((sessions.ownerOf(portal, username) ?? gstin) !== gstin) return refused('AUTH4041')
      if (sessions.openSessions(portal, username) >= portal.settings.sessions) {
        return refused('AUTH403')
      }
      issue(portal, 'login', gstin, username)
      return granted()
    },
  },
  {
    name: 'verifyOtp',
    method: 'POST',
    path: `${HERE}/otp/verify`,
    token: 'platform',
    handle(portal, { body, query }) {
      const asked = user.safeParse(body)
      if (!asked.success) return rejected(400, 'The body must be {username, gstin}.')
      const { username, gstin } = asked.data
      const outcome = redeem(portal, 'login', gstin, username, query.get('otp') ?? '')
      if (outcome === 'none') return refused('AUTH4033')
      if (outcome === 'wrong') return refused('AUTH4034')
      sessions.remember(portal, username, gstin)
      return granted(sessions.openTaxpayer(portal, gstin, username))
    },
  },
  {
    name: 'refresh',
    method: 'POST',
    path: `${HERE}/session/refresh`,
    token: 'taxpayer',
    handle(portal, _, { gstin, username, tokenHash }) {
      sessions.close(portal, tokenHash)
      return granted(sessions.openTaxpayer(portal, gstin, username))
    },
  },
  {
    name: 'logout',
    method: 'POST',
    path: `${HERE}/logout`,
    token: 'taxpayer',
    handle(portal, _, { tokenHash }) {
      sessions.close(portal, tokenHash)
      return granted()
    },
  },
  {
    name: 'requestEvc',
    method: 'POST',
    path: `${HERE}/evc/otp`,
    token: 'taxpayer',
    handle(portal, { body, query }, { gstin }) {
      if (query.get('gstr') !== 'gstr-1') return rejected(422, 'gstr must be gstr-1.')
      const asked = signatory.safeParse(body)
      if (!asked.success) return rejected(400, 'The body must be {pan}.')
      const { pan } = asked.data
      if (!isPan(pan)) return refused('OTP0006')
      if (isCompany(gstin)) return refused('RT_FIL_31')
      if (!isSignatory(pan)) return refused('OTP0010')
      issue(portal, 'evc', gstin, pan)
      return granted()
    },
  },
]
