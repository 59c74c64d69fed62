// Whether another EVC OTP must still wait. Apart from its view, which comes later than the pane's own clock.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import type { PaneState } from '../state.ts'

type Otp = ReturnView['otp']

/** The next cannot be asked for yet. */
export const mustWait = (otp: Otp, now: number): boolean =>
  otp?.nextAt !== undefined && Date.parse(otp.nextAt) > now

/** A time in the view runs down: the pane is drawn every second. */
export const countsDown = ({ return: view, now }: PaneState): boolean => mustWait(view?.otp, now)
