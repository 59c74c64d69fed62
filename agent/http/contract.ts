// What the pane may ask of the agent: every operation with its input (parsed) and its output (typed).
// The pane imports the types of this file and nothing else of the agent.
import { z } from 'zod'
import type { Block, RowCells } from '../../templates/block.ts'
import {
  isGstin,
  isPan,
  isPeriod,
  type Environment,
  type Gstin,
  type Paise,
  type Period,
} from '../../templates/identifiers.ts'
import type { Fixes, FixesWanted } from '../../templates/fixing/fixes.ts'
import type { ReturnFigures } from '../../templates/figures.ts'
import type { MissingSheets } from '../../templates/missing-sheets.ts'
import type { Amounts } from '../../templates/payload/wire-document.ts'
import type { CauseCount } from '../../templates/problems/cause.ts'
import type { CellChange } from '../../templates/writing/cell-change.ts'
import type { Problem, Result } from '../../templates/problems/problem.ts'
import type { RowState } from '../../templates/status-column.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import type { Summary } from '../../templates/wire/answers.ts'
import type { WorkbookFile } from '../xlsx/workbook-file.ts'

// ── inputs ──────────────────────────────────────────────────────────────────────────────────────

const gstin = z.custom<Gstin>(isGstin)
const period = z.custom<Period>(isPeriod)
const paise = z.custom<Paise>((value) => Number.isSafeInteger(value) && (value as number) >= 0)
const nothing = z.strictObject({})
const ofReturn = { gstin, period }

const cell = z.union([z.string().max(32_767), z.number(), z.boolean(), z.null()])
const block = z.strictObject({
  sheet: z.string().max(31),
  firstRow: z.int().min(0).max(1_048_575),
  firstColumn: z.int().min(0).max(16_383),
  values: z.array(z.array(cell)),
  numberFormat: z.array(z.union([z.string(), z.array(z.string())])),
  hiddenRows: z.int().min(0),
  hiddenSheet: z.boolean(),
  datesFrom1904: z.literal(true).exactOptional(),
}) satisfies z.ZodType<Block>

/**
 * The open workbook as the pane read it. `boundTo` is the GSTIN an earlier save wrote into the workbook; `id` tells it from
 * other workbooks that hold the same return, `name` is what a person calls it.
 */
const workbook = {
  blocks: z.array(block),
  boundTo: z.string().optional(),
  id: z.string().max(300).optional(),
  name: z.string().max(300).optional(),
}

const names = z.array(z.string().max(31))
const documents = z.array(z.string().max(200))
const sections = z.array(z.string().max(20))

export const taxpayer = z.strictObject({
  gstin,
  username: z.string().trim().min(1).max(100),
  turnover: paise,
  turnoverToDate: paise,
  sez: z.boolean(),
  filing: z.enum(['monthly', 'quarterly']),
  signatoryPan: z.custom<string>(isPan).optional(),
}) as z.ZodType<Taxpayer>

/** EVC and login OTPs: 1–32 letters or digits, case kept. */
const otp = z.string().regex(/^[0-9A-Za-z]{1,32}$/)

// ── outputs ─────────────────────────────────────────────────────────────────────────────────────

export interface About {
  readonly version: string
  readonly environment: Environment
  /** The Sandbox key and secret are stored (always true in practice). */
  readonly hasKeys: boolean
  readonly taxpayers: readonly Taxpayer[]
  /** In practice: whose return the sample workbooks hold, and of which month. */
  readonly sample?: { readonly gstin: Gstin; readonly period: Period }
}

export interface SessionView {
  readonly signedIn: boolean
  /** ISO time. */
  readonly expiresAt?: string
  /** A company must normally sign with DSC, which no API here does; a firm or LLP sometimes. */
  readonly signing: 'evc' | 'dsc' | 'ask'
}

/** Every row with content is one of the last three; they add up to `read`. */
export interface RowCounts {
  readonly read: number
  readonly ready: number
  readonly heldBack: number
  readonly setAside: number
}

export interface SheetReport {
  readonly sheet: string
  readonly table: string
  readonly rows: RowCounts
  readonly documents: number
  readonly hiddenRows: number
  readonly hidden: boolean
  readonly totals: Totals
}

/** Count of documents and the five amounts, in paise. Credit notes count negative. */
export type Totals = Amounts

export interface CheckReport {
  readonly sheets: readonly SheetReport[]
  /** Sheets that are no table of this period, and why. */
  readonly notRead: readonly { readonly sheet: string; readonly problem: Problem }[]
  /** Errors first, then by sheet and row. At most 2,000; `problemCount` tells all. */
  readonly problems: readonly Problem[]
  readonly problemCount: number
  /** Of all of them, by cause and sheet. */
  readonly causes: readonly CauseCount[]
}

/**
 * What the portal holds otherwise than we left it: never overwritten unasked. `elsewhere` it was changed by other software,
 * `only-there` no sheet has it, `gone` it was removed there, `e-invoice` it came from an IRN and the sheet differs.
 */
export type DifferenceKind = 'elsewhere' | 'only-there' | 'gone' | 'e-invoice'

export interface Difference {
  /** Names it in `save.overwrite`. */
  readonly id: string
  readonly kind: DifferenceKind
  readonly section: string
  /** The document by number and party. */
  readonly document: string
  /** What the sheets have; absent where they have nothing under this key. */
  readonly ours?: Totals
  /** What the portal has; absent where it has nothing. */
  readonly theirs?: Totals
  /** Headers of the columns that differ, where both have it. */
  readonly columns: readonly string[]
}

/** What one Save would do to one section of the portal's copy, before anything is sent. */
export interface SectionPlan {
  readonly section: string
  readonly added: Totals
  readonly changed: Totals
  readonly removed: Totals
  readonly unchanged: number
  readonly heldBack: number
  /** Good documents that wait: the portal replaces the section whole, and something in it is held back. */
  readonly waiting: number
  /** The section is replaced whole by this save. */
  readonly whole: boolean
  /** The first ten removals by number and counterparty. */
  readonly firstRemoved: readonly string[]
  /** More than ten removals, or all of a section: the user must type their number. */
  readonly mustTypeRemovals: boolean
}

export interface PlanView {
  /** Names this very plan; it is void once another is made. */
  readonly plan: string
  readonly sections: readonly SectionPlan[]
  readonly submissions: number
  /** Documents that are not part of the plan until the user says that the sheet shall win (`save.overwrite`). At most 500. */
  readonly differences: readonly Difference[]
  readonly differenceCount: number
  /** Whether the portal was asked what it holds now; without an answer the plan rests on what it last confirmed. */
  readonly portal: 'asked' | 'not-signed-in' | 'no-answer'
  /** It brings back what the portal held before the save of this time (ISO). */
  readonly undoes?: string
  /** The last save of this return came from another workbook: `save.takeOver` must say that this is meant. */
  readonly otherWorkbook?: { readonly name: string; readonly at: string }
}

/** The plan of a save of sheets, with what was found in them. */
export interface CheckedPlan extends PlanView {
  readonly check: CheckReport
}

/** One of the portal's 23 documents. */
export interface PulledDocument {
  /** GSTN's name for it: `B2B`, `DOC ISSUE`. */
  readonly name: string
  readonly section: string
  /** `being-prepared`: the portal puts a large answer together and says in how many minutes to ask again. */
  readonly state: 'held' | 'empty' | 'being-prepared'
  readonly minutes?: number
  /** Documents or rows that our tables know. */
  readonly count: number
}

export interface Pull {
  readonly at: string
  readonly documents: readonly PulledDocument[]
  /** The portal's own JSON, sections side by side, as it handed them out. */
  readonly held: Readonly<Record<string, unknown>>
  /** Documents that now differ from what was last confirmed to us. */
  readonly differing: number
}

/**
 * A document in which sheets and portal were compared, and is not the same. `held-back`: the portal holds it, and on the
 * sheet it stands in a row with a mistake, so the two cannot be compared.
 */
export interface ReconciledRow {
  /** Names it in `fromPortal.documents`. */
  readonly id: string
  readonly kind: 'different' | 'only-here' | 'only-there' | 'held-back'
  readonly section: string
  /** The document by number and party. */
  readonly document: string
  readonly ours?: Totals
  readonly theirs?: Totals
  /** Where both have it: what differs, as each side has it. */
  readonly columns: readonly {
    readonly column: string
    readonly ours: string
    readonly theirs: string
  }[]
  /** The first of its rows, where a sheet has it. */
  readonly cells?: RowCells
}

export interface Reconciliation {
  /** Of every section that was compared: how many documents are the same, and how many of each kind. */
  readonly sections: readonly ({ readonly section: string; readonly same: number } & Readonly<
    Record<ReconciledRow['kind'], number>
  >)[]
  /** At most 20,000; the counts tell all. */
  readonly rows: readonly ReconciledRow[]
  /** Sheets that could not be read: what the portal holds of their tables is not compared. */
  readonly notRead: CheckReport['notRead']
}

/** Cells to write into the workbook; nothing is written by the agent. */
export interface SheetChanges {
  /** Added before, as the template has them. */
  readonly newSheets: readonly string[]
  readonly changes: readonly CellChange[]
  /** How many documents they are. */
  readonly documents: number
  /** The first ten by number and party, and the sheet. */
  readonly first: readonly { readonly document: string; readonly sheet: string }[]
  /** Documents that are not among them, or that are and want a look, and why. At most 100 each; the counts tell all. */
  readonly left: readonly Told[]
  readonly leftCount: number
  readonly warned: readonly Told[]
  readonly warnedCount: number
}

export interface Told {
  readonly document: string
  readonly problem: Problem
}

/** A document of an earlier return that a later one may amend. */
export interface Original {
  /** Names it in `amend.documents`. */
  readonly id: string
  readonly section: string
  readonly document: string
  readonly totals: Totals
}

/** What the portal's lists of filings say. */
export interface Tracking {
  readonly said: 'filed' | 'not-listed' | 'no-information'
  readonly arn?: string
  /** `YYYY-MM-DD` */
  readonly filedOn?: string
}

export interface Preference {
  /** `Q1` … `Q4` and how the taxpayer files in it: monthly or quarterly. */
  readonly quarters: readonly { readonly quarter: string; readonly preference: 'M' | 'Q' }[]
}

/** What became of each row of one sheet. */
export interface SheetRowStates {
  readonly sheet: string
  /** From 0. */
  readonly headerRow: number
  /** Of the rows below the header, in order; null where a row says nothing. */
  readonly rows: readonly (RowState | null)[]
  /** What the portal said of the refused ones, by row from 0. */
  readonly refusals: readonly {
    readonly row: number
    readonly code: string
    readonly message: string
  }[]
}

export interface RowStates {
  readonly sheets: readonly SheetRowStates[]
  readonly arn?: string
}

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

/**
 * Why a document is not the same on both sides. `rounding` its taxes differ within ₹1 a line; `changed-there`, `only-there`
 * and `gone` other software did it; `refused` by the portal in the last save; `waiting` held back with its section or left
 * as the portal has it; `not-sent` for another reason; `still-there` the portal has it from an earlier save, the sheets hold
 * it back or no longer have it.
 */
export type DifferenceCause =
  | 'rounding'
  | 'changed-there'
  | 'only-there'
  | 'gone'
  | 'refused'
  | 'waiting'
  | 'not-sent'
  | 'still-there'

/** Part of a difference: what these documents have more on the portal than in the sheets. */
export interface Explained {
  readonly cause: DifferenceCause
  readonly documents: number
  readonly amounts: Totals
}

/** A document behind a section of the review. */
export interface SectionRow {
  /** By number and party. */
  readonly document: string
  readonly state: 'same' | DifferenceCause
  /** Absent where the sheets have no good document of this key. */
  readonly sheet?: Totals
  readonly portal?: Totals
  /** Where it was read at the last save; none where only the portal has it. */
  readonly cells: readonly RowCells[]
}

/** A page of them: what differs comes first. `count` of all that were asked for, `differing` of the section. */
export interface SectionRows {
  readonly section: string
  readonly only: 'all' | 'differing'
  readonly from: number
  readonly rows: readonly SectionRow[]
  readonly count: number
  readonly differing: number
}

export interface Review {
  /** Names the summary that was reviewed; filing is bound to it. */
  readonly checksum: string
  readonly takenAt: string
  readonly rows: readonly {
    readonly section: string
    readonly sheet: Totals
    readonly portal: Totals
    readonly difference: Totals
    /** Causes and `unexplained` add up to the difference. */
    readonly explained: readonly Explained[]
    readonly unexplained: Totals
  }[]
  readonly ties: boolean
  readonly heldBack: readonly string[]
  /** Of the sheets at the last save; absent where that was saved by an earlier version. */
  readonly figures?: ReturnFigures
}

// ── the table ───────────────────────────────────────────────────────────────────────────────────

/** An operation: how its input is parsed, and what it gives. `progress` operations answer with a stream, one JSON object a line. */
export interface Operation<I extends z.ZodType, O> {
  readonly input: I
  readonly access: 'anyone' | 'paired'
  readonly progress: boolean
  /** Largest request body, in bytes. */
  readonly limit: number
  readonly output?: O
}

const KIB = 1024
const MIB = 1024 * KIB

const ask = <O, I extends z.ZodType>(input: I, limit = 16 * KIB): Operation<I, O> => ({
  input,
  access: 'paired',
  progress: false,
  limit,
})

export const contract = {
  pair: {
    ...ask<{ token: string }, z.ZodObject<{ code: z.ZodString }>>(
      z.strictObject({ code: z.string().max(16) }),
    ),
    access: 'anyone',
  },
  about: ask<About, typeof nothing>(nothing),
  setKeys: ask<About, z.ZodType<{ key: string; secret: string }>>(
    z.strictObject({ key: z.string().trim().min(1), secret: z.string().trim().min(1) }),
  ),
  setTaxpayer: ask<Taxpayer, typeof taxpayer>(taxpayer),

  session: ask<SessionView, z.ZodType<{ gstin: Gstin }>>(z.strictObject({ gstin })),
  requestOtp: ask<{ sentAt: string }, z.ZodType<{ gstin: Gstin }>>(z.strictObject({ gstin })),
  signIn: ask<SessionView, z.ZodType<{ gstin: Gstin; otp: string }>>(
    z.strictObject({ gstin, otp }),
  ),
  signOut: ask<SessionView, z.ZodType<{ gstin: Gstin }>>(z.strictObject({ gstin })),

  check: ask<CheckReport, z.ZodType<{ gstin: Gstin; period: Period } & WorkbookInput>>(
    z.strictObject({ ...ofReturn, ...workbook }),
    64 * MIB,
  ),
  rowStates: ask<RowStates, z.ZodType<{ gstin: Gstin; period: Period } & WorkbookInput>>(
    z.strictObject({ ...ofReturn, ...workbook }),
    64 * MIB,
  ),
  /** Cells that can be mended all at once: of one cause, on one sheet, or, where neither is named, all that can. Writes nothing. */
  fixes: ask<Fixes, z.ZodType<OfReturn & WorkbookInput & { wanted: FixesWanted }>>(
    z.strictObject({
      ...ofReturn,
      ...workbook,
      wanted: z.strictObject({
        cause: z
          .strictObject({ code: z.string().max(100), column: z.string().max(300) })
          .optional(),
        sheet: z.string().max(31).optional(),
      }),
    }),
    64 * MIB,
  ),
  plan: ask<CheckedPlan, z.ZodType<{ gstin: Gstin; period: Period } & WorkbookInput>>(
    z.strictObject({ ...ofReturn, ...workbook }),
    64 * MIB,
  ),
  /** What it would take to bring back what the portal held before the last save; `save` sends it. */
  planUndo: ask<PlanView, z.ZodType<OfReturn>>(z.strictObject(ofReturn)),
  /** `overwrite` names the differences in which the sheet shall win; a removal among them counts in `removals`. */
  save: ask<
    ReturnView,
    z.ZodType<
      OfReturn & {
        plan: string
        removals?: number | undefined
        overwrite?: string[] | undefined
        takeOver?: boolean | undefined
      }
    >
  >(
    z.strictObject({
      ...ofReturn,
      plan: z.string(),
      removals: z.int().optional(),
      overwrite: z.array(z.string().max(200)).optional(),
      takeOver: z.boolean().optional(),
    }),
    MIB,
  ),
  /** Keeps back what a save has not yet sent. */
  stopSaving: ask<ReturnView, z.ZodType<OfReturn>>(z.strictObject(ofReturn)),
  /** Which sheets of the period's template a workbook with sheets of these names lacks, and all that is on them. */
  missingSheets: ask<MissingSheets, z.ZodType<OfReturn & { names: string[] }>>(
    z.strictObject({ ...ofReturn, names: z.array(z.string().max(31)) }),
    MIB,
  ),
  state: ask<ReturnView, z.ZodType<OfReturn>>(z.strictObject(ofReturn)),
  /** One `ReturnView` whenever something moves, until the work is done or waits for the user. */
  watch: { ...ask<ReturnView, z.ZodType<OfReturn>>(z.strictObject(ofReturn)), progress: true },

  prepare: ask<ReturnView, z.ZodType<OfReturn>>(z.strictObject(ofReturn)),
  /** A return without any supplies: typed `NIL`. Refused while the portal holds something. */
  prepareNil: ask<ReturnView, z.ZodType<OfReturn & { confirmation: string }>>(
    z.strictObject({ ...ofReturn, confirmation: z.string() }),
  ),
  /** Has the portal forget everything saved for the period: typed `RESET`. */
  reset: ask<ReturnView, z.ZodType<OfReturn & { confirmation: string }>>(
    z.strictObject({ ...ofReturn, confirmation: z.string() }),
  ),
  review: ask<Review, z.ZodType<OfReturn>>(z.strictObject(ofReturn)),
  /** Asks the portal nothing. */
  rowsOf: ask<
    SectionRows,
    z.ZodType<OfReturn & { section: string; from: number; only: 'all' | 'differing' }>
  >(
    z.strictObject({
      ...ofReturn,
      section: z.string().max(40),
      from: z.int().min(0),
      only: z.enum(['all', 'differing']),
    }),
  ),
  /** `documents` must be exactly the names in `ReturnView.heldBack`. */
  leaveOut: ask<ReturnView, z.ZodType<OfReturn & { documents: string[] }>>(
    z.strictObject({ ...ofReturn, documents: z.array(z.string()) }),
    MIB,
  ),
  requestEvc: ask<ReturnView, z.ZodType<OfReturn & { checksum: string }>>(
    z.strictObject({ ...ofReturn, checksum: z.string() }),
  ),
  /**
   * `confirmation` is the last four characters of the GSTIN, typed. Where the review does not tie, `differences` must be
   * `FILE WITH THIS DIFFERENCE`, typed.
   */
  file: ask<
    ReturnView,
    z.ZodType<
      OfReturn & {
        checksum: string
        otp: string
        confirmation: string
        differences?: string | undefined
      }
    >
  >(
    z.strictObject({
      ...ofReturn,
      checksum: z.string(),
      otp,
      confirmation: z.string(),
      differences: z.string().max(100).optional(),
    }),
  ),
  /** The outcome of a filing is lost and a person who looked on the portal says it is not there: typed `NOT FILED`. */
  notFiled: ask<ReturnView, z.ZodType<OfReturn & { confirmation: string }>>(
    z.strictObject({ ...ofReturn, confirmation: z.string() }),
  ),
  /** The outcome of a filing is lost and a person read its ARN on the portal; it stays unconfirmed until the portal tells us. */
  filedOnPortal: ask<ReturnView, z.ZodType<OfReturn & { arn: string }>>(
    z.strictObject({ ...ofReturn, arn: z.string().regex(/^[0-9A-Z]{15}$/) }),
  ),
  /** The user signed with DSC on the portal: look for the ARN. */
  signedOnPortal: ask<ReturnView, z.ZodType<OfReturn>>(z.strictObject(ofReturn)),

  /** Reads what the portal holds of a return, all 23 documents; changes nothing there. */
  pull: ask<Pull, z.ZodType<OfReturn>>(z.strictObject(ofReturn)),
  summary: ask<Summary, z.ZodType<OfReturn & { form: 'long' | 'short' }>>(
    z.strictObject({ ...ofReturn, form: z.enum(['long', 'short']) }),
  ),
  track: ask<Tracking, z.ZodType<OfReturn>>(z.strictObject(ofReturn)),

  /** Sheets against what the last pull found, in these sections; asks the portal nothing. */
  reconcile: ask<Reconciliation, z.ZodType<OfReturn & WorkbookInput & { sections: string[] }>>(
    z.strictObject({ ...ofReturn, ...workbook, sections }),
    64 * MIB,
  ),
  /** The cells that make the sheets say what the portal holds of these documents. `names`: of all sheets of the workbook. */
  fromPortal: ask<SheetChanges, z.ZodType<OfReturn & WorkbookInput & Chosen>>(
    z.strictObject({ ...ofReturn, ...workbook, sections, names, documents }),
    64 * MIB,
  ),
  /** What a pull of the return `from` found and a later return can amend. */
  originals: ask<readonly Original[], z.ZodType<OfReturn & { from: Period }>>(
    z.strictObject({ ...ofReturn, from: period }),
  ),
  /** The cells that put amendments of these documents of `from` into the sheets of this return. */
  amend: ask<
    SheetChanges,
    z.ZodType<OfReturn & WorkbookInput & Omit<Chosen, 'sections'> & { from: Period }>
  >(z.strictObject({ ...ofReturn, ...workbook, names, documents, from: period }), 64 * MIB),
  /** `financialYear` is `2026-27`. */
  preference: ask<Preference, z.ZodType<{ gstin: Gstin; financialYear: string }>>(
    z.strictObject({ gstin, financialYear: z.string().regex(/^20\d\d-\d\d$/) }),
  ),

  /** For the preview only: a workbook file in and out, and the sample company. */
  openWorkbook: ask<WorkbookFile, z.ZodType<{ name: string; base64: string }>>(
    z.strictObject({ name: z.string().max(255), base64: z.string() }),
    30 * MIB,
  ),
  sampleWorkbook: ask<WorkbookFile, z.ZodType<{ which: 'plain' | 'protected' }>>(
    z.strictObject({ which: z.enum(['plain', 'protected']) }),
  ),
  writeWorkbook: ask<{ base64: string }, z.ZodType<{ workbook: WorkbookFile }>>(
    z.strictObject({ workbook: z.custom<WorkbookFile>((value) => typeof value === 'object') }),
    64 * MIB,
  ),
} satisfies Record<string, Operation<z.ZodType, unknown>>

interface OfReturn {
  gstin: Gstin
  period: Period
}
interface WorkbookInput {
  blocks: Block[]
  boundTo?: string | undefined
  id?: string | undefined
  name?: string | undefined
}

interface Chosen {
  sections: string[]
  names: string[]
  documents: string[]
}

// ── what follows from the table ─────────────────────────────────────────────────────────────────

export type OperationName = keyof typeof contract
export type Input<N extends OperationName> = z.infer<(typeof contract)[N]['input']>
export type Output<N extends OperationName> = NonNullable<(typeof contract)[N]['output']>
/** What travels back: the value, or the problem in words' place. */
export type Answer<N extends OperationName> = Result<Output<N>>

/** One function an operation; a `progress` one yields its outputs. */
export type Handlers = {
  [N in OperationName]: (
    input: Input<N>,
    signal: AbortSignal,
  ) => (typeof contract)[N]['progress'] extends true ? AsyncIterable<Output<N>> : Promise<Answer<N>>
}
