// The command line: reads the words, starts the agent or answers at once. From the clone: npm run -s gstr1 -- …
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { HELP } from './command-line/help.ts'
import { inWords, parseCommand, type Given } from './command-line/options.ts'
import { EXIT, runCheck, runJson, type Output } from './command-line/read-file.ts'
import { runConnect, runGoLive, runStart, type Program } from './command-line/run-agent.ts'
import { runDoctor } from './doctor.ts'
import { hardenProcess } from './hardening.ts'
import { runStep, runTrust } from './trust.ts'

const ROOT = resolve(import.meta.dirname, '..')
const DEFAULT_PORT = 3443

const output: Output = {
  out: (text) => process.stdout.write(`${text}\n`),
  notes: (text) => process.stderr.write(`${text}\n`),
  color: process.stdout.isTTY && process.env.NO_COLOR === undefined,
}

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string
}

function programOf(given: Given): Program {
  return {
    version,
    root: ROOT,
    port: Number(given.port ?? DEFAULT_PORT),
    dataFolder: resolve(given.data ?? join(homedir(), '.gstr1-for-excel')),
    environment: given.environment ?? 'practice',
    randomBytes,
    random: Math.random,
    newId: randomUUID,
    output,
    input: process.stdin,
  }
}

async function run(args: readonly string[]): Promise<number> {
  const parsed = parseCommand(args)
  if (!parsed.ok) return usage(inWords(parsed.problem))
  const { command = 'start', rest, given } = parsed.value
  if (given.help) return say(HELP)
  if (given.version) return say(version)
  const program = programOf(given)
  if (!Number.isInteger(program.port) || program.port < 0 || program.port > 65_535) {
    return usage(`“${given.port ?? ''}” is no port.`)
  }
  const [file, ...more] = rest
  const reads = command === 'check' || command === 'json'
  if (more.length > 0 || (file !== undefined && !reads))
    return usage(`Too many words: ${rest.join(' ')}`)
  if (reads) {
    if (file === undefined) return usage(`${command} needs a workbook.`)
    return command === 'check' ? runCheck(file, given, output) : runJson(file, given, output)
  }
  switch (command) {
    case 'start':
      return runStart(program, { open: given.open ?? false })
    case 'connect':
      return runConnect(program)
    case 'go-live':
      return runGoLive(program)
    case 'trust':
    case 'untrust':
      return runTrust({
        action: command,
        dataFolder: program.dataFolder,
        url: `https://localhost:${program.port}`,
        now: new Date(),
        platform: process.platform,
        home: homedir(),
        print: output.out,
        run: runStep,
      })
    case 'doctor':
      return runDoctor({
        port: program.port,
        dataFolder: program.dataFolder,
        distFolder: join(ROOT, 'dist'),
        json: given.json ?? false,
        now: new Date(),
        nodeVersion: process.versions.node,
        platform: process.platform,
        environment: process.env,
        home: homedir(),
        print: output.out,
        run: (step) => runStep(step, true),
      })
    default:
      return usage(`There is no command ${command}.`)
  }
}

function say(text: string): number {
  output.out(text)
  return EXIT.clean
}

function usage(reason: string): number {
  output.notes(`${reason}\n\n${HELP}`)
  return EXIT.usage
}

const hardened = hardenProcess(process.env)
if (hardened.ok) process.exitCode = await run(process.argv.slice(2))
else {
  output.notes(inWords(hardened.problem))
  process.exitCode = EXIT.problems
}
