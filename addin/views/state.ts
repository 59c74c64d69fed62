// What the pane knows, in one value. Views are functions of it; acts change it; main draws it.
import type { CheckReport } from '../../agent/http/outputs/check.ts'
import type { PlanView } from '../../agent/http/outputs/plan.ts'
import type {
  Original,
  Pull,
  ReconciledRow,
  Reconciliation,
  SheetChanges,
  Tracking,
} from '../../agent/http/outputs/portal.ts'
import type { ReturnView } from '../../agent/http/outputs/return.ts'
import type { Review, SectionRows } from '../../agent/http/outputs/review.ts'
import type { About, SessionView } from '../../agent/http/outputs/session.ts'
import type { Fixes } from '../../templates/fixing/fixes.ts'
import type { Environment, Gstin, Period } from '../../templates/identifiers.ts'
import type { Problem, Severity } from '../../templates/problems/problem.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import type { MissingSheets } from '../../templates/missing-sheets.ts'
import type { MarkReport } from '../excel/marks.ts'
import type { CellPlace } from '../excel/select.ts'
import type { StatusReport } from '../excel/status-column.ts'
import type { StatusSwitch } from '../excel/status-switch.ts'
import type { SheetNames } from '../excel/sheet-names.ts'
import type { WriteReport } from '../excel/write-cells.ts'

/** Where the pane stands before it can show the steps, and the steps themselves. */
export type Place =
  'starting' | 'welcome' | 'outside-excel' | 'agent-away' | 'pair' | 'keys' | 'portal' | Step

export const STEPS = ['connect', 'check', 'save', 'file'] as const
export type Step = (typeof STEPS)[number]

/** The return that the workbook and the pane are about. */
export interface OfReturn {
  readonly gstin: Gstin
  readonly period: Period
}

/** The problems that are listed, and painted on the sheets. */
export interface Listed {
  readonly from: 'check' | 'portal'
  readonly problems: readonly Problem[]
  /** All that were found; the list may be cut. */
  readonly count: number
  /** Undefined where they are listed only. */
  readonly marks: MarkReport | undefined
}

/** Sheets of the template that the workbook lacks, and whether and how Excel adds them. */
export interface Lacking extends MissingSheets, Omit<SheetNames, 'names'> {
  /** What was just added. */
  readonly added: readonly string[]
}

/** A return with the portal it is for. */
export interface WholeReturn extends OfReturn {
  readonly environment: Environment
}

/** What became of the check since: the user went on editing. */
export interface Since {
  /** Sheets of the check with other cells now. */
  readonly edited: readonly string[]
  /** Those of them that were not looked at again: too many cells at once, or no longer readable. */
  readonly notFollowed: readonly string[]
  readonly mended: number
  readonly found: number
  /** The problem that was on top when it was mended. */
  readonly justMended: Problem | undefined
  /** The one that came after it, if any is left. */
  readonly goesOnAt: Problem | undefined
}

/** What the portal was found to hold, and the sheets beside it. */
export interface AtPortal {
  readonly pull: Pull
  /** Undefined until the sheets were read. */
  readonly reconciliation: Reconciliation | undefined
  /** What its list is narrowed to; all sections where empty. */
  readonly kind: ReconciledRow['kind'] | 'all'
  readonly section: string
}

/** The documents of an earlier return, of which some may be amended. */
export interface Earlier {
  readonly period: Period
  /** What the portal's list of filings said of it. */
  readonly said: Tracking['said']
  /** Sections that the portal is still putting together: nothing of them is listed. */
  readonly waiting: readonly string[]
  readonly originals: readonly Original[]
  /** Ids of those to amend. */
  readonly chosen: ReadonlySet<string>
}

/** Cells that are shown before they are written. */
export interface ToWrite {
  readonly what: 'portal' | 'amendments'
  readonly changes: SheetChanges
  /** Works them out once more, from the sheets as they are by then. */
  readonly again: () => Promise<SheetChanges | undefined>
  /** The sheets changed between showing and writing, and this is what would be written now. */
  readonly isAnother?: true
}

/** What was written last, or put back of it; see `wayBack`. */
export interface Written {
  readonly what: ToWrite['what'] | 'undone'
  readonly report: WriteReport
}

/** Cells that could be mended at once, shown before any is written. */
export interface Fixing extends Fixes {
  readonly title: string
  /** The title's language. */
  readonly lang: string
  /** Cells with this problem, where they are of one cause: more than can be mended, where some are not certain. */
  readonly cells: number | undefined
}

/** What the last fix wrote, or what its undo put back; see `wayBack`. */
export interface Fixed {
  readonly report: WriteReport
  readonly undone: boolean
}

export interface PaneState {
  /** The clock, in ms: set by main whenever it draws. */
  readonly now: number
  readonly place: Place
  /** What the pane is busy with; one thing at a time. */
  readonly busy: string | undefined
  /** What stood in the way of the last act. */
  readonly refused: Problem | undefined
  /** Read out by screen readers. */
  readonly said: string
  /** The language of `said`. */
  readonly saidIn: string
  /** The agent stopped answering while work was followed. */
  readonly agentLost: boolean
  /** A view or the words for problems could not be loaded. */
  readonly partMissing: boolean
  /** Excel has not answered for a while: a cell may be open for typing. */
  readonly excelWaits: boolean
  /** What is written can be undone in Excel, which otherwise empties its undo list. */
  readonly keepsUndo: boolean

  readonly about: About | undefined
  /** The return written into the workbook by an earlier save. */
  readonly bound: WholeReturn | undefined
  readonly taxpayer: Taxpayer | undefined
  readonly period: Period | undefined
  readonly editingTaxpayer: boolean
  readonly session: SessionView | undefined
  readonly otpSentAt: string | undefined

  readonly reading: { readonly rows: number; readonly ofRows: number } | undefined
  readonly check: CheckReport | undefined
  readonly lacking: Lacking | undefined
  readonly listed: Listed | undefined
  readonly severity: Severity | 'all'
  /** The sheet whose problems are listed; all where undefined, `''` for the return as a whole. */
  readonly sheet: string | undefined
  /** The problem shown on top, by its place in `listed`. */
  readonly chosen: number | undefined
  /** What became of selecting it: its row may be gone, its sheet hidden. */
  readonly found: 'selected' | 'gone' | 'hidden'
  readonly fixing: Fixing | undefined
  readonly fixed: Fixed | undefined
  /** The cell that was last selected among those with a problem. */
  readonly at: CellPlace | undefined
  readonly since: Since | undefined
  /** The status column, once the workbook was asked for it. */
  readonly status: (StatusSwitch & Pick<StatusReport, 'protectedSheets'>) | undefined

  readonly portal: AtPortal | undefined
  readonly earlier: Earlier | undefined
  readonly toWrite: ToWrite | undefined
  readonly written: Written | undefined

  /** Whether the user edited cells after the plan read them, and after those that were saved were read. No check mends that. */
  readonly edited: { readonly sincePlan: boolean; readonly sinceSave: boolean }
  readonly plan: PlanView | undefined
  readonly return: ReturnView | undefined
  readonly review: Review | undefined
  /** The documents behind one of its sections. */
  readonly sectionRows: SectionRows | undefined
  /** The checksum of the review whose difference the user accepted by typing it. */
  readonly acceptedDifference: string | undefined
}

/** What is known of the return that is worked on, before anything is. */
export const NOTHING_OF_RETURN = {
  session: undefined,
  otpSentAt: undefined,
  check: undefined,
  lacking: undefined,
  listed: undefined,
  severity: 'all',
  sheet: undefined,
  chosen: undefined,
  found: 'selected',
  fixing: undefined,
  fixed: undefined,
  at: undefined,
  since: undefined,
  portal: undefined,
  earlier: undefined,
  toWrite: undefined,
  written: undefined,
  edited: { sincePlan: false, sinceSave: false },
  plan: undefined,
  return: undefined,
  review: undefined,
  sectionRows: undefined,
  acceptedDifference: undefined,
} as const satisfies Partial<PaneState>

export const BEFORE_START: PaneState = {
  ...NOTHING_OF_RETURN,
  now: 0,
  place: 'starting',
  busy: undefined,
  refused: undefined,
  said: '',
  saidIn: 'en-IN',
  agentLost: false,
  partMissing: false,
  excelWaits: false,
  keepsUndo: false,
  about: undefined,
  bound: undefined,
  taxpayer: undefined,
  period: undefined,
  editingTaxpayer: false,
  reading: undefined,
  status: undefined,
}

let state = BEFORE_START
const listeners = new Set<() => void>()

export const pane = (): PaneState => state

export function change(part: Partial<PaneState>): void {
  state = { ...state, ...part }
  for (const listener of listeners) listener()
}

export function onChange(listener: () => void): void {
  listeners.add(listener)
}

/** Every view is a function of the state. */
export interface ViewProps {
  readonly state: PaneState
}

/** The return that is worked on; undefined until taxpayer and period are chosen. */
export function ofReturn({ taxpayer, period }: PaneState): OfReturn | undefined {
  return taxpayer === undefined || period === undefined
    ? undefined
    : { gstin: taxpayer.gstin, period }
}

export const isStep = (place: Place): place is Step => STEPS.some((step) => step === place)
