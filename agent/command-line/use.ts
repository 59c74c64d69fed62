// One use of the program: which command with which options, refused where the table of commands does not have it.
import { isEnvironment, type Environment } from '../../templates/identifiers.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { COMMANDS, type Command } from './commands.ts'
import { numberOf, parseWords, type Given } from './options.ts'

export interface Use {
  /** None where only --help or --version was asked for. */
  readonly command: Command | undefined
  readonly words: readonly string[]
  readonly given: Given
  readonly environment: Environment
  readonly port: number | undefined
}

/** What `gstr1` alone does. */
const USUAL = 'start'
const HIGHEST_PORT = 65_535
const EXCLUSIVE = [
  ['send-otp', 'otp-stdin'],
  ['sez', 'no-sez'],
  ['quarterly', 'monthly'],
] as const

export function readUse(args: readonly string[]): Result<Use> {
  const parsed = parseWords(args)
  if (!parsed.ok) return parsed
  const { words, given } = parsed.value
  const environment = environmentOf(given)
  if (!environment.ok) return environment
  const port = numberOf(given, 'port', HIGHEST_PORT)
  if (!port.ok) return port
  const use = { words, given, environment: environment.value, port: port.value }
  const asksOnly = given.help === true || given.version === true
  if (parsed.value.command === undefined && asksOnly) return done({ ...use, command: undefined })

  const name = parsed.value.command ?? USUAL
  const command = COMMANDS.find((one) => one.name === name)
  if (command === undefined) return refuse('command-unknown', { command: name })
  const fits = asksOnly ? done(undefined) : fitting(command, words, given)
  return fits.ok ? done({ ...use, command }) : fits
}

/** What was typed is not repeated where no word belongs: it may be an OTP. */
function fitting(
  { name: command, words: wanted = [], needs = [], takes }: Command,
  words: readonly string[],
  given: Given,
): Result<undefined> {
  const taken: ReadonlySet<string> = new Set([...needs, ...takes])
  const stray = Object.keys(given).find((option) => !taken.has(option))
  if (stray !== undefined) return refuse('option-not-taken', { command, option: `--${stray}` })
  const missing = needs.find((option) => given[option] === undefined)
  if (missing !== undefined) return refuse('option-missing', { command, option: `--${missing}` })
  const word = wanted[words.length]
  if (word !== undefined) return refuse('word-missing', { command, word })
  if (words.length > wanted.length) return refuse('words-too-many', { command })
  const both = EXCLUSIVE.find((pair) => pair.every((option) => given[option] === true))
  if (both === undefined) return done(undefined)
  return refuse('options-exclude', { options: both.map((option) => `--${option}`).join(', ') })
}

function environmentOf({ environment = 'practice' }: Given): Result<Environment> {
  return isEnvironment(environment)
    ? done(environment)
    : refuse('environment-wrong', { found: environment })
}
