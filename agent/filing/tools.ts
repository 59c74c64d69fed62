// What the filing code works with; everything that is not pure comes in here.
import type { Environment } from '../../templates/identifiers.ts'
import type { Portal } from '../portal/portal.ts'
import type { Journal } from '../store/journal.ts'
import type { Settings } from '../store/settings.ts'
import type { ReturnKey } from '../store/tables.ts'
import type { Clock, Pace } from './clock.ts'
import type { Sessions } from './sessions.ts'

export interface Tools {
  readonly environment: Environment
  readonly journal: Journal
  readonly settings: Settings
  readonly portal: Portal
  readonly sessions: Sessions
  readonly clock: Clock
  readonly pace: Pace
  readonly newId: () => string
  /** Named points at which tests stop the process; does nothing in production. */
  readonly at: (point: CrashPoint) => Promise<void>
  /** An unexpected error in work that nobody waits for. */
  readonly fault: (error: unknown) => void
  /** Something of this return has moved: whoever watches looks again. */
  readonly moved: (key: ReturnKey) => void
}

/** Every moment between two effects on the way of a write. */
export const CRASH_POINTS = [
  'save:intended',
  'save:before-sent',
  'save:sent',
  'save:answered',
  'save:acknowledged',
  'save:polled',
  'save:over',
  'proceed:sent',
  'proceed:answered',
  'proceed:over',
  'file:checked',
  'file:intended',
  'file:sent',
  'file:answered',
  'file:acknowledged',
  'file:confirmed',
] as const
export type CrashPoint = (typeof CRASH_POINTS)[number]
