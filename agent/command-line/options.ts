// The words of the command line: what may follow which command, checked before anything is done.
import { parseArgs } from 'node:util'
import {
  isGstin,
  isPeriod,
  type Gstin,
  type Paise,
  type Period,
} from '../../templates/identifiers.ts'
import { paise } from '../../templates/money.ts'
import { sentence } from '../../templates/problems/english.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'

/** Everything any command takes. */
const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  json: { type: 'boolean' },
  gstin: { type: 'string' },
  period: { type: 'string' },
  gt: { type: 'string' },
  'cur-gt': { type: 'string' },
  sez: { type: 'boolean' },
  quarterly: { type: 'boolean' },
  port: { type: 'string' },
  data: { type: 'string' },
  environment: { type: 'string' },
  open: { type: 'boolean' },
} as const

export type Given = ReturnType<typeof parse>['values']

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })

/** Refuses `usage` (facts: reason). */
export function parseCommand(
  args: readonly string[],
): Result<{ command: string | undefined; rest: string[]; given: Given }> {
  try {
    const { values, positionals } = parse(args)
    const [command, ...rest] = positionals
    return done({ command, rest, given: values })
  } catch (error) {
    return refuse('usage', { reason: error instanceof Error ? error.message : String(error) })
  }
}

/** The return a file is read for, as `--gstin`, `--period` and the taxpayer's facts name it. */
export interface ReturnOptions {
  readonly gstin: Gstin
  readonly period: Period
  readonly sez: boolean
  readonly filing: 'monthly' | 'quarterly'
  readonly turnover: Paise | undefined
  readonly turnoverToDate: Paise | undefined
}

export function returnOptions(given: Given): Result<ReturnOptions> {
  const { gstin = '', period = '' } = given
  if (!isGstin(gstin)) return refuse('gstin-wrong', { found: gstin })
  if (!isPeriod(period)) return refuse('period-wrong', { found: period })
  const turnover = rupeesOf(given.gt)
  const turnoverToDate = rupeesOf(given['cur-gt'])
  if (turnover === 'wrong')
    return refuse('turnover-wrong', { option: '--gt', found: given.gt ?? '' })
  if (turnoverToDate === 'wrong') {
    return refuse('turnover-wrong', { option: '--cur-gt', found: given['cur-gt'] ?? '' })
  }
  return done({
    gstin,
    period,
    sez: given.sez ?? false,
    filing: given.quarterly ? 'quarterly' : 'monthly',
    turnover,
    turnoverToDate,
  })
}

function rupeesOf(text: string | undefined): Paise | undefined | 'wrong' {
  if (text === undefined) return undefined
  return /^\d+(\.\d{1,2})?$/.test(text) ? paise(Number(text)) : 'wrong'
}

/** A problem on one line, as a terminal shows it. */
export function inWords(problem: Parameters<typeof sentence>[0]): string {
  const { title, what, remedy } = sentence(problem)
  return [`${title}.`, what, remedy].filter((part) => part !== '').join(' ')
}
