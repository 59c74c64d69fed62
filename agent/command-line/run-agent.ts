// `gstr1 start`, `connect` and `go-live`: the commands that open the data folder.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Environment } from '../../templates/identifiers.ts'
import { refuse, type Problem } from '../../templates/problems/problem.ts'
import { startAgent } from '../agent.ts'
import { openDataFolder } from '../data-folder.ts'
import { fitsEnvironment, writeKeys } from '../keys.ts'
import { createLog } from '../log.ts'
import { practiceOtps } from '../portal/practice/credentials.ts'
import { openDatabase } from '../store/database.ts'
import { createSettings } from '../store/settings.ts'
import { openVault } from '../vault/vault.ts'
import { inWords } from './options.ts'
import { EXIT, type Output } from './read-file.ts'

/** What the process brings along. */
export interface Program {
  readonly version: string
  readonly root: string
  readonly port: number
  readonly dataFolder: string
  readonly environment: string
  readonly randomBytes: (count: number) => Uint8Array
  readonly random: () => number
  readonly newId: () => string
  readonly output: Output
  readonly input: Readable & { isTTY?: boolean }
}

const ENVIRONMENTS: readonly string[] = ['practice', 'test', 'live'] satisfies Environment[]
const isEnvironment = (word: string): word is Environment => ENVIRONMENTS.includes(word)
const GO_LIVE = 'LIVE'

export async function runStart(program: Program, { open }: { open: boolean }): Promise<number> {
  const { output, root, environment } = program
  if (!isEnvironment(environment))
    return refused(output, refuse('environment-wrong', { found: environment }))
  if (!existsSync(join(root, 'dist/pane.html'))) return refused(output, refuse('not-built'))
  if (environment === 'live') {
    const on = await withSettings(program, ({ settings }) => settings.isOn('live'))
    if (on !== true) return refused(output, refuse('live-locked'))
  }
  const agent = await startAgent({
    environment,
    port: program.port,
    dataFolder: program.dataFolder,
    distFolder: join(root, 'dist'),
    officeFolder: join(root, 'node_modules/@microsoft/office-js/dist'),
    workbooksFolder: join(root, 'templates/workbooks'),
    version: program.version,
    log: createLog({ stream: process.stderr, now: () => new Date() }),
    newId: program.newId,
    randomBytes: program.randomBytes,
    random: program.random,
  })
  if (!agent.ok) return refused(output, agent)
  const { url, pairing, close } = agent.value
  // Before the first line is printed: whoever reads it may already ask to stop.
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

  const link = () => `${url}/preview#pair=${pairing.newCode().code}`
  output.out(`GSTR-1 for Excel is running at ${url} (${environment}).`)
  if (environment === 'practice') {
    output.out(`Practice: nothing real is filed. Every OTP is ${practiceOtps.login}.`)
  }
  const first = link()
  output.out(`\nOpen this in a browser within two minutes (Excel is not needed):\n  ${first}`)
  output.out(
    'The browser may warn that it does not know the certificate of this computer: go on to localhost,',
  )
  output.out('or stop here (Ctrl+C), run "npm run trust" once, and start again.')
  output.out(
    `\nFor the pane in Excel the code is ${pairing.newCode().code}. Press Enter for new codes, Ctrl+C to stop.`,
  )
  if (open) openBrowser(first)

  const lines = createInterface({ input: program.input })
  lines.on('line', () => output.out(`\n${link()}\nCode for Excel: ${pairing.newCode().code}`))
  await stopped
  lines.close()
  await close()
  return EXIT.clean
}

/** The system's own way to open an address; where there is none, the printed address does. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url]
  if (command === undefined) return
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

/** Key and secret come as two lines on standard input: never as arguments, which other users can see. */
export async function runConnect(program: Program): Promise<number> {
  const { output, environment, input } = program
  if (!isEnvironment(environment) || environment === 'practice') {
    return refused(output, refuse('environment-wrong', { found: environment }))
  }
  if (input.isTTY) output.notes('Key, Enter, secret, Enter:')
  const [key = '', secret = ''] = await readLines(input, 2)
  const keys = { key, secret }
  if (!fitsEnvironment(keys, environment)) {
    return refused(
      output,
      refuse('keys-of-other-environment', { found: key.slice(0, 8), environment }),
    )
  }
  return withSettings(program, async ({ settings }) => {
    await writeKeys(settings, environment, keys)
    output.out(`Stored for ${environment}.`)
    return EXIT.clean
  })
}

export async function runGoLive(program: Program): Promise<number> {
  const { output, input } = program
  output.notes(
    'From now on "gstr1 start --environment live" files real returns. This program has never yet been used on the\n' +
      `live portal; compare every figure with gst.gov.in before you sign. Type ${GO_LIVE} to go on:`,
  )
  const [word] = await readLines(input, 1)
  if (word !== GO_LIVE) return refused(output, refuse('word-not-typed', { word: GO_LIVE }))
  return withSettings(program, async ({ settings, now }) => {
    await settings.switchOn('live', now)
    output.out('Live is switched on for this installation.')
    return EXIT.clean
  })
}

async function readLines(input: Readable, count: number): Promise<string[]> {
  const lines: string[] = []
  const reader = createInterface({ input })
  for await (const line of reader) {
    lines.push(line.trim())
    if (lines.length === count) break
  }
  reader.close()
  return lines
}

async function withSettings<T>(
  program: Program,
  act: (open: { settings: ReturnType<typeof createSettings>; now: Date }) => Promise<T>,
): Promise<T | number> {
  const folder = openDataFolder(program.dataFolder)
  if (!folder.ok) return refused(program.output, folder)
  const vault = openVault(program.dataFolder, program.randomBytes)
  if (!vault.ok) return refused(program.output, vault)
  const database = await openDatabase(join(program.dataFolder, 'journal.sqlite'))
  if (!database.ok) return refused(program.output, database)
  try {
    return await act({ settings: createSettings(database.value, vault.value), now: new Date() })
  } finally {
    await database.value.destroy()
    folder.value.close()
  }
}

function refused(output: Output, { problem }: { problem: Problem }): number {
  output.notes(inWords(problem))
  return EXIT.problems
}
