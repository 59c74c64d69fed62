// The words of the command line: every option, and the facts that options name.
import { parseArgs } from 'node:util'
import {
  isGstin,
  isPeriod,
  type Gstin,
  type Paise,
  type Period,
} from '../../templates/identifiers.ts'
import { paise } from '../../templates/money.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'

interface Option {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  readonly multiple?: boolean
  /** What the value is called in the help. */
  readonly value?: string
  readonly help: string
}

/** Everything that any command takes. */
export const OPTIONS = {
  help: { type: 'boolean', short: 'h', help: 'says this' },
  version: { type: 'boolean', help: 'says which version this is' },
  json: { type: 'boolean', help: 'one JSON document on standard output, also of a problem' },
  data: { type: 'string', value: 'FOLDER', help: 'the data folder; ~/.gstr1-for-excel otherwise' },
  environment: {
    type: 'string',
    value: 'practice|test|live',
    help: 'practice, the default, needs no account and files nothing real',
  },
  gstin: { type: 'string', value: 'GSTIN', help: 'the taxpayer' },
  period: { type: 'string', value: 'MMYYYY', help: 'the month of the return' },
  timeout: {
    type: 'string',
    value: 'SECONDS',
    help: 'how long to wait for the portal (900); afterwards the exit code is 4',
  },
  port: { type: 'string', value: '3443', help: 'where the agent listens' },
  open: { type: 'boolean', help: 'opens the preview in a browser' },
  username: { type: 'string', value: 'NAME', help: 'login name on gst.gov.in' },
  gt: { type: 'string', value: 'RUPEES', help: 'turnover of the year before' },
  'cur-gt': { type: 'string', value: 'RUPEES', help: 'turnover of this year so far' },
  sez: { type: 'boolean', help: 'the taxpayer is an SEZ unit or developer' },
  'no-sez': { type: 'boolean', help: 'the taxpayer is no SEZ unit' },
  quarterly: { type: 'boolean', help: 'the taxpayer files by the quarter' },
  monthly: { type: 'boolean', help: 'the taxpayer files by the month' },
  pan: { type: 'string', value: 'PAN', help: 'PAN of the person who signs' },
  'send-otp': { type: 'boolean', help: 'only has the portal send the OTP, and ends' },
  'otp-stdin': { type: 'boolean', help: 'asks for no new OTP, reads the one sent before' },
  'dry-run': { type: 'boolean', help: 'shows what would change, sends nothing' },
  removals: {
    type: 'string',
    value: 'NUMBER',
    help: 'allows so many removals from the portal, exactly',
  },
  overwrite: {
    type: 'string',
    multiple: true,
    value: 'ID|all',
    help: 'where the portal holds something else, the sheet shall win; may be repeated',
  },
  'take-over': { type: 'boolean', help: 'this workbook takes the place of the one saved before' },
  wait: { type: 'boolean', help: 'stays until nothing is under way any more' },
  'no-wait': { type: 'boolean', help: 'leaves the work to the agent that runs' },
  form: {
    type: 'string',
    value: 'long|short',
    help: 'long, the default, names the counterparties',
  },
  confirm: { type: 'string', value: 'WORD', help: 'what would otherwise be typed' },
  nil: { type: 'boolean', help: 'there were no supplies' },
  checksum: {
    type: 'string',
    value: 'CHECKSUM',
    help: 'files nothing but the summary of this review',
  },
  'leave-out': { type: 'boolean', help: 'files without the documents that are held back' },
  'with-differences': { type: 'boolean', help: 'files though portal and sheets differ' },
  out: {
    type: 'string',
    value: 'FILE',
    help: 'the file to write; pull writes to standard output without it',
  },
  force: { type: 'boolean', help: 'writes over the file that is there' },
  table: { type: 'string', value: 'SHEET', help: 'of a CSV file: which sheet it is, such as b2b' },
  arn: { type: 'string', value: 'ARN', help: 'as gst.gov.in shows it' },
} as const satisfies Record<string, Option>

export type OptionName = keyof typeof OPTIONS
export type Given = ReturnType<typeof parse>['values']

export const optionCalled = (name: OptionName): Option => OPTIONS[name]

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: true,
  })

/** Refuses `usage` (facts: reason). */
export function parseWords(
  args: readonly string[],
): Result<{ command: string | undefined; words: string[]; given: Given }> {
  try {
    const { values, positionals } = parse(args)
    const [command, ...words] = positionals
    return done({ command, words, given: values })
  } catch (error) {
    return refuse('usage', { reason: error instanceof Error ? error.message : String(error) })
  }
}

export function gstinOf({ gstin = '' }: Given): Result<Gstin> {
  return isGstin(gstin) ? done(gstin) : refuse('gstin-wrong', { found: gstin })
}

/** What is said of a file that may say it itself. Refuses `gstin-wrong` and `period-wrong`. */
export function toldOf({
  gstin,
  period,
}: Given): Result<{ gstin: Gstin | undefined; period: Period | undefined }> {
  if (gstin !== undefined && !isGstin(gstin)) return refuse('gstin-wrong', { found: gstin })
  if (period !== undefined && !isPeriod(period)) return refuse('period-wrong', { found: period })
  return done({ gstin, period })
}

/** The return that `--gstin` and `--period` name. */
export function returnOf(given: Given): Result<{ gstin: Gstin; period: Period }> {
  const gstin = gstinOf(given)
  if (!gstin.ok) return gstin
  const { period = '' } = given
  return isPeriod(period)
    ? done({ gstin: gstin.value, period })
    : refuse('period-wrong', { found: period })
}

/** A whole number from 0 up; `undefined` where the option is not given. Refuses `number-wrong`. */
export function numberOf(
  given: Given,
  option: 'port' | 'timeout' | 'removals',
  highest = Number.MAX_SAFE_INTEGER,
): Result<number | undefined> {
  const text = given[option]
  if (text === undefined) return done(undefined)
  return /^\d{1,9}$/.test(text) && Number(text) <= highest
    ? done(Number(text))
    : refuse('number-wrong', { found: text, option: `--${option}` })
}

/** Rupees as paise; `undefined` where the option is not given. Refuses `turnover-wrong`. */
export function rupeesOf(given: Given, option: 'gt' | 'cur-gt'): Result<Paise | undefined> {
  const text = given[option]
  if (text === undefined) return done(undefined)
  return /^\d+(\.\d{1,2})?$/.test(text)
    ? done(paise(Number(text)))
    : refuse('turnover-wrong', { option: `--${option}`, found: text })
}
