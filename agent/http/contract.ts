// What the pane may ask of the agent: every operation with its input (parsed) and its output (typed).
// The pane imports the types of this file and of outputs/, and nothing else of the agent.
import { z } from 'zod'
import type { Block } from '../../templates/block.ts'
import {
  isGstin,
  isPan,
  isPeriod,
  type Gstin,
  type Paise,
  type Period,
} from '../../templates/identifiers.ts'
import type { Fixes, FixesWanted } from '../../templates/fixing/fixes.ts'
import type { MissingSheets } from '../../templates/missing-sheets.ts'
import type { Result } from '../../templates/problems/problem.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import type { Summary } from '../../templates/wire/answers.ts'
import type { WorkbookFile } from '../xlsx/workbook-file.ts'
import type { CheckReport } from './outputs/check.ts'
import type { CheckedPlan, PlanView } from './outputs/plan.ts'
import type {
  Original,
  Preference,
  Pull,
  Reconciliation,
  SheetChanges,
  Tracking,
} from './outputs/portal.ts'
import type { ReturnView } from './outputs/return.ts'
import type { Review, SectionRows } from './outputs/review.ts'
import type { About, SessionView } from './outputs/session.ts'

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

  check: ask<
    CheckReport,
    z.ZodType<OfReturn & WorkbookInput & { rowStates?: boolean | undefined }>
  >(z.strictObject({ ...ofReturn, ...workbook, rowStates: z.boolean().optional() }), 64 * MIB),
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
