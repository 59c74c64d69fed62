// What the filing code works with; everything that is not pure comes in here.
import type { Environment } from '../../templates/identifiers.ts'
import type { PortalTime } from '../portal-time.ts'
import type { Portal } from '../portal/portal.ts'
import type { EvidenceStore } from '../store/evidence.ts'
import type { Held } from '../store/held.ts'
import type { Journal } from '../store/journal.ts'
import type { Settings } from '../store/settings.ts'
import type { ReturnKey } from '../store/tables.ts'
import type { Clock } from '../clock.ts'
import type { Pace } from './pace.ts'
import type { Sessions } from './sessions.ts'

export interface Tools {
  readonly environment: Environment
  readonly journal: Journal
  readonly held: Held
  readonly evidence: EvidenceStore
  readonly settings: Settings
  readonly portal: Portal
  readonly sessions: Sessions
  readonly clock: Clock
  readonly portalTime: PortalTime
  readonly pace: Pace
  readonly newId: () => string
  /** From 0 to below 1. */
  readonly random: () => number
  /** Named points at which tests stop the process; does nothing in production. */
  readonly at: (point: CrashPoint) => Promise<void>
  /** An unexpected error in work that nobody waits for. */
  readonly fault: (error: unknown) => void
  /** Something of this return has moved: whoever watches looks again. */
  readonly moved: (key: ReturnKey) => void
}

const STEPS = ['before-sent', 'sent', 'answered', 'acknowledged', 'polled', 'over'] as const
type StepPoint = `${'save' | 'proceed' | 'reset'}:${(typeof STEPS)[number]}`
const FILE_POINTS = [
  'checked',
  'intended',
  'sent',
  'answered',
  'acknowledged',
  'confirmed',
] as const

/** Every moment between two effects on the way of a write. */
export type CrashPoint =
  'save:intended' | 'save:compared' | StepPoint | `file:${(typeof FILE_POINTS)[number]}`

export const CRASH_POINTS: readonly CrashPoint[] = [
  'save:intended',
  'save:compared',
  ...STEPS.flatMap((step) => [`save:${step}`, `proceed:${step}`, `reset:${step}`] as const),
  ...FILE_POINTS.map((point) => `file:${point}` as const),
]
