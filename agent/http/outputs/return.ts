// Where a return stands.
import type { Environment, Gstin, Period } from '../../../templates/identifiers.ts'
import type { Problem } from '../../../templates/problems/problem.ts'
import type { Totals } from './check.ts'

export type Stage =
  | 'draft' // nothing saved yet, or changed since
  | 'saving'
  | 'saved'
  | 'savedWithErrors'
  | 'resetting'
  | 'preparing'
  | 'ready' // prepared: the summary can be reviewed
  | 'otpRequested'
  | 'filing' // sent, or lost on the way: the portal is being asked
  | 'accepted' // acknowledged, ARN not yet confirmed
  | 'filed'
  | 'filedElsewhere'
  | 'awaitingPortalSignature' // prepared here, to be signed with DSC on the portal

/** What the agent is doing for this return now. */
export interface Work {
  readonly kind: 'save' | 'prepare' | 'reset' | 'file' | 'confirm' | 'compare'
  /** Key of the step's sentence in the catalogue: `sending`, `waiting-for-portal`, `asking-portal` … */
  readonly step: string
  readonly done: number
  readonly total: number
  /** ISO times. */
  readonly since: string
  readonly nextAt?: string
  /** Set while the work cannot go on without the user. */
  readonly waitingFor?: 'sign-in'
  /** Parts of a save of which nothing has left yet: `stopSaving` keeps them here. Absent where there is none. */
  readonly unsent?: number
  /** What the portal lately took for such work, in seconds; absent where nothing is known yet. */
  readonly usual?: number
}

export interface ReturnView {
  readonly environment: Environment
  readonly gstin: Gstin
  readonly period: Period
  readonly stage: Stage
  readonly work?: Work
  /** How the last act ended when it was refused. */
  readonly refusal?: Problem
  /** What the portal refused in the last save, on cells. */
  readonly verdict: readonly Problem[]
  readonly lastSave?: {
    readonly at: string
    readonly sent: number
    readonly accepted: number
    readonly refused: number
    /** Documents in parts that were stopped before they were sent. Absent where there is none. */
    readonly stopped?: number
  }
  /** Documents held back at the last save, by name; filing is locked until they are left out knowingly. */
  readonly heldBack: readonly string[]
  readonly leftOut: boolean
  /** Prepared as a return without any supplies: there is no summary, and `checksum` is `nil` where one is asked for. */
  readonly nil: boolean
  /** The portal holds nothing of this return from us: a nil return is possible. */
  readonly empty: boolean
  /** After a save: whether the portal was found to hold what the verdict said. */
  readonly readBack?: 'same' | 'different' | 'no-answer'
  /** EVC OTPs: the one asked for and not yet used, how many are left, when the next may be asked for where not now. ISO times. */
  readonly otp?: { readonly sentAt?: string; readonly left: number; readonly nextAt?: string }
  /** Of a filing that was sent. */
  readonly signed?: Signed
  readonly ack?: string
  /** The ARN that a person read on the portal and told us, which the portal has not yet confirmed to us. */
  readonly toldArn?: string
  readonly arn?: string
  /** `YYYY-MM-DD` */
  readonly filedOn?: string
  /** How many minutes this computer's clock is ahead of the portal's (below zero: behind), where it is more than two. */
  readonly clockAhead?: number
  /** Calls made to the paid API for this return. */
  readonly calls: number
}

/** What the journal keeps of a filing. */
export interface Signed {
  /** PAN of the signatory, masked. */
  readonly signatory: string
  /** Differences between sheets and portal that the user accepted with typed words. */
  readonly differences: readonly { readonly section: string; readonly difference: Totals }[]
}
