// EVC OTPs go to a person's phone: three in a quarter of an hour are enough, and the portal's resend wants a minute between.
import type { Gstin } from '../../templates/identifiers.ts'
import type { ReturnView } from '../http/outputs/return.ts'
import type { Tools } from './tools.ts'

const MINUTE = 60_000
const OTPS = 3
const WINDOW = 15 * MINUTE

export interface OtpsLeft {
  readonly left: number
  /** When the next may be asked for, where none is left now. */
  readonly until?: Date
}

export async function otpsLeft(
  { evidence, clock }: Pick<Tools, 'evidence' | 'clock'>,
  gstin: Gstin,
): Promise<OtpsLeft> {
  const since = new Date(clock.now().getTime() - WINDOW)
  const recent = await evidence.since(gstin, 'request-evc', since)
  const left = Math.max(0, OTPS - recent.length)
  const [first] = recent
  return first === undefined || left > 0
    ? { left }
    : { left, until: new Date(first.getTime() + WINDOW) }
}

/** `sentAt`: ISO time of the OTP that was asked for and not yet used. */
export function otpView(
  { left, until }: OtpsLeft,
  sentAt: string | null,
): NonNullable<ReturnView['otp']> {
  const resend = sentAt === null ? undefined : new Date(Date.parse(sentAt) + MINUTE)
  const next = until ?? resend
  return {
    left,
    ...(sentAt !== null && { sentAt }),
    ...(next !== undefined && { nextAt: next.toISOString() }),
  }
}
