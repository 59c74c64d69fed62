// What time it is at the portal: sessions, periods and OTPs go by its clock, and this computer's may be wrong.
import type { Clock } from './clock.ts'

export interface PortalTime {
  /** An answer told the portal's time. */
  heard(moment: Date): void
  /** The portal's time as far as it was heard, else this computer's. */
  now(): Date
  /** How far this computer is ahead of the portal, in milliseconds; below zero it is behind. */
  ahead(): number
}

export function createPortalTime(clock: Clock): PortalTime {
  let ahead = 0
  return {
    heard: (moment) => {
      ahead = clock.now().getTime() - moment.getTime()
    },
    now: () => new Date(clock.now().getTime() - ahead),
    ahead: () => ahead,
  }
}

const INDIA_AHEAD = 5.5 * 60 * 60_000

/** `YYYY-MM-DD` of a moment in India, where the returns are due. */
export const dayInIndia = (moment: Date): string =>
  new Date(moment.getTime() + INDIA_AHEAD).toISOString().slice(0, 10)

/** `15:12 IST` of a moment. */
export const timeInIndia = (moment: Date): string =>
  `${new Date(moment.getTime() + INDIA_AHEAD).toISOString().slice(11, 16)} IST`

/** `YYYY-MM` of a moment in India, where the periods are. */
export const monthInIndia = (moment: Date): string => dayInIndia(moment).slice(0, 7)
