// The command line as a user has it: the real program in a process of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

export const MAIN = join(import.meta.dirname, '../../../agent/main.ts')

/** Dozens of processes start the same program: what one compiled the next ones take. */
const QUICK = { NODE_COMPILE_CACHE: join(tmpdir(), 'gstr1-test-compiled') }

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly notes: string
}

export interface Options {
  /** Typed on standard input, which then ends. */
  readonly typed?: string
  readonly environment?: Readonly<Record<string, string>>
}

export interface Running {
  readonly child: ChildProcess
  /** Resolves once standard output has said something like this. */
  said(pattern: RegExp): Promise<string>
  /** The same of standard error. */
  noted(pattern: RegExp): Promise<string>
  readonly ended: Promise<Ended>
}

export function start(args: readonly string[], { typed, environment }: Options = {}): Running {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...QUICK, ...environment },
  })
  let out = ''
  let notes = ''
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (notes += part.toString()))
  if (typed !== undefined) child.stdin.end(typed)
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, out, notes }))
  const until = async (stream: Readable, told: () => string, pattern: RegExp) => {
    while (!pattern.test(told())) {
      await Promise.race([once(stream, 'data'), ended.then(() => Promise.reject(new Error(notes)))])
    }
    return told()
  }
  return {
    child,
    ended,
    said: (pattern) => until(child.stdout, () => out, pattern),
    noted: (pattern) => until(child.stderr, () => notes, pattern),
  }
}

export const gstr1 = (args: readonly string[], options: Options = {}): Promise<Ended> =>
  start(args, { typed: '', ...options }).ended
