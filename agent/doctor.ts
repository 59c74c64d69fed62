// The doctor: what this installation needs, what is there, and what to do about the difference.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { findChromium } from '../scripts/chromium.cjs'
import { sentence } from '../templates/problems/english.ts'
import type { Problem } from '../templates/problems/problem.ts'
import { findCertificate, type Certificate } from './http/certificate.ts'
import { checkPrivate } from './private-files.ts'
import { trustSteps, type Step } from './trust.ts'

export interface DoctorOptions {
  readonly port: number
  readonly dataFolder: string
  readonly distFolder: string
  readonly json: boolean
  readonly now: Date
  readonly nodeVersion: string
  readonly platform: NodeJS.Platform
  readonly environment: NodeJS.ProcessEnv
  readonly home: string
  readonly print: (line: string) => void
  /** Runs a step without showing what it says. */
  readonly run: (step: Step) => Promise<number | 'missing'>
}

/** `bad` keeps the agent from working; `note` is worth knowing. */
interface Finding {
  readonly about: string
  readonly state: 'good' | 'note' | 'bad'
  readonly words: string
}

type Examination = (options: DoctorOptions) => Promise<Finding> | Finding

const OLDEST_NODE = 24

const EXAMINATIONS: readonly Examination[] = [
  examineNode,
  examineFolder,
  examineCertificate,
  examineTrust,
  examinePort,
  examinePane,
  examineBrowser,
]

/** Exit code: 1 when something is bad. `--json` prints the findings as one array. */
export async function runDoctor(options: DoctorOptions): Promise<0 | 1> {
  const findings: Finding[] = []
  for (const examine of EXAMINATIONS) findings.push(await examine(options))
  if (options.json) options.print(JSON.stringify(findings, undefined, 2))
  else for (const finding of findings) options.print(rowOf(finding))
  return findings.some(({ state }) => state === 'bad') ? 1 : 0
}

const rowOf = ({ about, state, words }: Finding): string =>
  `${about.padEnd(20)}${state.padEnd(6)}${words}`

function examineNode({ nodeVersion }: DoctorOptions): Finding {
  const about = 'Node'
  return Number.parseInt(nodeVersion, 10) >= OLDEST_NODE
    ? { about, state: 'good', words: nodeVersion }
    : {
        about,
        state: 'bad',
        words: `${nodeVersion}, but ${OLDEST_NODE} or newer is needed. Start with npm, which uses the one in node_modules: npm start`,
      }
}

function examineFolder({ dataFolder }: DoctorOptions): Finding {
  const about = 'Data folder'
  if (!existsSync(dataFolder)) {
    return { about, state: 'note', words: `${dataFolder} is not made yet; the first start does it` }
  }
  const checked = checkPrivate(dataFolder)
  return checked.ok
    ? { about, state: 'good', words: `${dataFolder}, readable by you only` }
    : { about, state: 'bad', words: inWords(checked.problem) }
}

function examineCertificate({ dataFolder, now }: DoctorOptions): Finding {
  const about = 'Certificate'
  const found = findCertificate(dataFolder)
  if (!found.ok) return { about, state: 'bad', words: inWords(found.problem) }
  if (found.value === undefined) {
    return { about, state: 'note', words: 'not made yet; the first start does it' }
  }
  const until = found.value.expires.toISOString().slice(0, 10)
  return found.value.expires > now
    ? { about, state: 'good', words: `valid until ${until}, renewed by itself before` }
    : { about, state: 'note', words: `ended on ${until}; the next start makes a new one` }
}

async function examineTrust(options: DoctorOptions): Promise<Finding> {
  const about = 'Trust'
  const certificate = certificateOf(options)
  const steps = certificate && trustSteps(options.platform, certificate, options.home)
  if (steps === undefined) {
    return {
      about,
      state: 'note',
      words: 'the browser will ask once whether to go on to localhost',
    }
  }
  return (await options.run(steps.isTrusted)) === 0
    ? { about, state: 'good', words: 'this user trusts the certificate' }
    : { about, state: 'note', words: 'not trusted, and Excel needs it: npm run trust' }
}

async function examinePort(options: DoctorOptions): Promise<Finding> {
  const about = `Port ${options.port}`
  const owner = await ownerOf(options.port, certificateOf(options))
  const words = {
    nobody: 'free',
    us: 'the agent is running',
    other: 'taken by another program. End that program, or the agent cannot start',
  }[owner]
  return { about, state: owner === 'other' ? 'bad' : 'good', words }
}

function examinePane({ distFolder }: DoctorOptions): Finding {
  const about = 'Pane'
  return existsSync(join(distFolder, 'taskpane.html'))
    ? { about, state: 'good', words: 'built' }
    : { about, state: 'bad', words: 'not built: npm run build' }
}

function examineBrowser({ platform, environment, home }: DoctorOptions): Finding {
  const about = 'Browser for tests'
  const browser = findChromium(platform, environment, home)
  return browser === undefined
    ? { about, state: 'note', words: 'none found; npm test says how to get one' }
    : { about, state: 'good', words: browser }
}

function certificateOf({ dataFolder }: DoctorOptions): Certificate | undefined {
  const found = findCertificate(dataFolder)
  return found.ok ? found.value : undefined
}

function inWords(problem: Problem): string {
  const { what, remedy } = sentence(problem)
  return `${what} ${remedy}`
}

/** Our own agent is known by its certificate. */
function ownerOf(
  port: number,
  certificate: Certificate | undefined,
): Promise<'nobody' | 'us' | 'other'> {
  return new Promise((resolve) => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      servername: 'localhost',
      rejectUnauthorized: false, // nothing is sent: only the certificate is looked at
      timeout: 2_000,
    })
    const end = (owner: 'nobody' | 'us' | 'other'): void => {
      socket.destroy()
      resolve(owner)
    }
    socket.on('secureConnect', () => {
      const shown = socket.getPeerCertificate().fingerprint.replaceAll(':', '')
      end(shown === certificate?.fingerprint ? 'us' : 'other')
    })
    socket.on('timeout', () => end('other'))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      end(error.code === 'ECONNREFUSED' ? 'nobody' : 'other')
    })
  })
}
