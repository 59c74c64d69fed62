// OTPs of both purposes: the newest one counts, for ten minutes, once, and three wrong tries end it.
import type { Portal } from './portal.ts'

const LIFE_MS = 10 * 60 * 1000
const TRIES = 3

type Purpose = 'login' | 'evc'

/** `holder` is the user name at sign-in and the signatory's PAN for an EVC. */
export function issue(portal: Portal, purpose: Purpose, gstin: string, holder: string): void {
  portal.ledger.run(
    'insert or replace into otp (purpose, gstin, holder, issued_at) values (?, ?, ?, ?)',
    purpose,
    gstin,
    holder,
    portal.now(),
  )
}

/** Uses the OTP up where it is right; counts the try where it is wrong. `none` was issued, or it is used, void or too old. */
export function redeem(
  portal: Portal,
  purpose: Purpose,
  gstin: string,
  holder: string,
  typed: string,
): 'right' | 'wrong' | 'none' {
  const { ledger, settings } = portal
  const issued = ledger.one<{ issued_at: number; wrong: number; used: number }>(
    'select issued_at, wrong, used from otp where purpose = ? and gstin = ? and holder = ?',
    purpose,
    gstin,
    holder,
  )
  const alive =
    issued?.used === 0 && issued.wrong < TRIES && portal.now() - issued.issued_at <= LIFE_MS
  if (!alive) return 'none'
  const right = typed === settings.otps[purpose]
  ledger.run(
    `update otp set ${right ? 'used = 1' : 'wrong = wrong + 1'} where purpose = ? and gstin = ?`,
    purpose,
    gstin,
  )
  return right ? 'right' : 'wrong'
}
