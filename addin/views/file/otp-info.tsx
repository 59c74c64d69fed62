// How many more EVC OTPs there are, and when the next can be asked for.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { counted } from '../../ui/amounts.ts'
import { clockTime, countdown } from '../../ui/dates.ts'
import { mustWait } from './otp-wait.ts'

export function OtpInfo({ otp, now }: { otp: ReturnView['otp']; now: number }) {
  if (otp === undefined) return null
  const { left, nextAt } = otp
  const isWaiting = mustWait(otp, now)
  if (!isWaiting && (left === 0 || left === 3)) return null
  return (
    <p class="hint otp">
      {isWaiting && left === 0 && 'Three were asked for within 15 minutes. '}
      {isWaiting && nextAt !== undefined
        ? `Another can be asked for ${countdown(nextAt, now)}, at ${clockTime(nextAt)}.`
        : `${counted(left, 'more OTP')} possible in these 15 minutes.`}
    </p>
  )
}
