// Trusting our certificate for this user, and taking that back. What is run is a table, and shown before it is run.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sentence } from '../templates/problems/english.ts'
import { CERTIFICATE_NAME, loadCertificate, type Certificate } from './http/certificate.ts'

export interface Step {
  readonly command: string
  readonly args: readonly string[]
}

interface TrustSteps {
  readonly trust: Step
  readonly untrust: Step
  /** Ends with 0 when the certificate is trusted. */
  readonly isTrusted: Step
  /** What the user will see while `trust` runs. */
  readonly expect: string
}

type Named = Pick<Certificate, 'file' | 'fingerprint'>

/** The user's own store only, never the machine's. Linux has no store of its own: this is the one Chromium and Edge read. */
const STEPS: Partial<
  Record<NodeJS.Platform, (certificate: Named, home: string) => TrustSteps | undefined>
> = {
  win32: ({ file, fingerprint }) => ({
    trust: { command: 'certutil', args: ['-user', '-addstore', 'Root', file] },
    untrust: { command: 'certutil', args: ['-user', '-delstore', 'Root', fingerprint] },
    isTrusted: { command: 'certutil', args: ['-user', '-verifystore', 'Root', fingerprint] },
    expect: 'Windows asks whether to install the certificate. Press Yes.',
  }),
  darwin: ({ file, fingerprint }, home) => {
    const keychain = join(home, 'Library/Keychains/login.keychain-db')
    return {
      trust: {
        command: 'security',
        args: ['add-trusted-cert', '-p', 'ssl', '-k', keychain, file],
      },
      untrust: {
        command: 'security',
        args: ['delete-certificate', '-t', '-Z', fingerprint, keychain],
      },
      isTrusted: {
        command: 'security',
        args: ['verify-cert', '-L', '-p', 'ssl', '-s', 'localhost', '-c', file],
      },
      expect: 'macOS asks for your password.',
    }
  },
  linux: ({ file, fingerprint }, home) => {
    const folder = join(home, '.pki/nssdb')
    if (!existsSync(folder)) return undefined
    const store = ['-d', `sql:${folder}`]
    // A renewed certificate needs a name of its own, or the old one would seem to be it.
    const name = ['-n', `${CERTIFICATE_NAME} ${fingerprint.slice(0, 8)}`]
    return {
      trust: { command: 'certutil', args: [...store, '-A', '-t', 'P,,', ...name, '-i', file] },
      untrust: { command: 'certutil', args: [...store, '-D', ...name] },
      isTrusted: { command: 'certutil', args: [...store, '-L', ...name] },
      expect: 'Restart Chromium afterwards. Firefox keeps a store of its own and is not changed.',
    }
  },
}

export function trustSteps(
  platform: NodeJS.Platform,
  certificate: Named,
  home: string,
): TrustSteps | undefined {
  return STEPS[platform]?.(certificate, home)
}

export interface TrustOptions {
  readonly action: 'trust' | 'untrust'
  readonly dataFolder: string
  readonly url: string
  readonly now: Date
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly print: (line: string) => void
  /** Exit code of the step; `missing` when there is no such program. */
  readonly run: (step: Step) => Promise<number | 'missing'>
}

/** The exit code. Without a store to write to, it says what the browser will show and how to go on. */
export async function runTrust(options: TrustOptions): Promise<0 | 1> {
  const { action, print } = options
  const loaded = await loadCertificate(options.dataFolder, options.now)
  if (!loaded.ok) {
    const { what, remedy } = sentence(loaded.problem)
    print(`${what} ${remedy}`)
    return 1
  }
  const steps = trustSteps(options.platform, loaded.value, options.home)
  if (steps === undefined) {
    print(withoutTrust(options.url))
    return 1
  }
  const step = steps[action]
  print(`> ${[step.command, ...step.args.map(quoted)].join(' ')}`)
  if (action === 'trust') print(steps.expect)
  const code = await options.run(step)
  if (code === 0) {
    print(action === 'trust' ? 'Trusted, for you only.' : 'No longer trusted.')
    return 0
  }
  print(
    code === 'missing'
      ? `There is no program ${step.command} here (on Debian and Ubuntu it comes with libnss3-tools).`
      : `That did not work; ${step.command} ended with ${code}.`,
  )
  if (action === 'trust') print(withoutTrust(options.url))
  return 1
}

/** What the browser shows for a certificate it does not trust, and how to go on. */
export const withoutTrust = (url: string): string =>
  [
    `Your browser will call ${url} "not private", because the certificate was made on this computer and nobody else vouches for it.`,
    'That is expected. In Chrome and Edge press Advanced, then "Continue to localhost"; in Firefox press Advanced, then "Accept the Risk and Continue"; in Safari press Show Details, then "visit this website".',
    'Excel itself shows the pane only once the certificate is trusted.',
  ].join('\n')

const quoted = (text: string): string => (/[\s"]/.test(text) ? JSON.stringify(text) : text)

/** Runs a step; its own words go to the terminal unless `quiet`. */
export function runStep(step: Step, quiet = false): Promise<number | 'missing'> {
  return new Promise((resolve, reject) => {
    const child = spawn(step.command, step.args, { stdio: quiet ? 'ignore' : 'inherit' })
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve('missing')
      else reject(error)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
