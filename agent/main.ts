// The command line: reads the words, runs the command, tells its outcome. From the clone: npm run -s gstr1 -- …
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { refuse, type Result } from '../templates/problems/problem.ts'
import { helpOf, overview } from './command-line/help.ts'
import { createLines } from './command-line/lines.ts'
import type { Output, Program } from './command-line/program.ts'
import { tellOutcome } from './command-line/tell.ts'
import { readUse, type Use } from './command-line/use.ts'
import { hardenProcess } from './hardening.ts'
import { createLog } from './log.ts'

const ROOT = resolve(import.meta.dirname, '..')
const DEFAULT_PORT = 3443

const output: Output = {
  write: (piece) => process.stdout.write(piece),
  out: (text) => process.stdout.write(`${text}\n`),
  notes: (text) => process.stderr.write(`${text}\n`),
  color: process.stdout.isTTY && process.env.NO_COLOR === undefined,
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string
}

function programOf({ given, environment, port = DEFAULT_PORT }: Use, stop: AbortSignal): Program {
  return {
    version,
    root: ROOT,
    port,
    dataFolder: resolve(given.data ?? join(homedir(), '.gstr1-for-excel')),
    environment,
    now: () => new Date(),
    randomBytes,
    random: Math.random,
    newId: randomUUID,
    output,
    input: process.stdin,
    lines: createLines(process.stdin, output.notes, stop),
    interrupted: stop,
  }
}

async function run(args: readonly string[]): Promise<number> {
  const hardened = hardenProcess(process.env)
  const use = hardened.ok ? readUse(args) : hardened
  if (!use.ok) return tellOutcome(use, { output, json: args.includes('--json') })
  const { command, words, given } = use.value
  if (given.version) return say(version)
  if (given.help) return say(command === undefined ? overview() : helpOf(command))
  if (command === undefined) return say(overview())

  const stop = new AbortController()
  // Once: a second Ctrl-C ends the process at once, as everywhere.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const program = programOf(use.value, stop.signal)
  const outcome = await command.run({ program, given, words }).catch(fault)
  program.lines.close()
  return tellOutcome(outcome, { output, json: given.json ?? false })
}

/** An error nobody expected: what may be told of it goes to standard error, and a script still gets its document. */
function fault(error: unknown): Result<never> {
  const id = randomUUID()
  const log = createLog({ stream: process.stderr, now: () => new Date() })
  log.event('agent-fault', { id, operation: 'command', error })
  return refuse('agent-fault', { id })
}

function say(text: string): number {
  output.out(text)
  return 0
}

// Whoever reads may stop reading (| head): the work goes on, and nobody is told what nobody reads.
let isLost = false
process.stdout.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE' || isLost) return
  isLost = true
  // It may be heard of only after the end.
  process.exitCode = tellOutcome(refuse('output-lost', { reason: code }), { output, json: false })
})
process.stderr.on('error', () => undefined)
const exit = await run(process.argv.slice(2))
process.exitCode = isLost ? exit || process.exitCode : exit
