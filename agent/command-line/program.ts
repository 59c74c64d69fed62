// What the process brings along for every command, and what a command gives back.
import type { Readable } from 'node:stream'
import type { Environment } from '../../templates/identifiers.ts'
import { done, type Result } from '../../templates/problems/problem.ts'
import type { Lines } from './lines.ts'
import type { Given } from './options.ts'

/** Where a command writes: results to `out` by lines, or to `write` by pieces; notes to `notes`. Colour only where a person looks. */
export interface Output {
  readonly write: (piece: string) => void
  readonly out: (text: string) => void
  readonly notes: (text: string) => void
  readonly color: boolean
}

export interface Program {
  readonly version: string
  readonly root: string
  readonly port: number
  readonly dataFolder: string
  readonly environment: Environment
  readonly now: () => Date
  readonly randomBytes: (count: number) => Uint8Array
  readonly random: () => number
  readonly newId: () => string
  readonly output: Output
  readonly input: Readable
  readonly lines: Lines
  /** Ctrl-C. */
  readonly interrupted: AbortSignal
}

/** One use of a command. */
export interface Call {
  readonly program: Program
  readonly given: Given
  /** What stands beside the options: a workbook. */
  readonly words: readonly string[]
}

/** What a command has to say: to a script the value, to a person the lines. */
export interface Said {
  readonly exit: number
  readonly value: unknown
  readonly lines: readonly string[]
}

export const said = (value: unknown, lines: readonly string[], exit = 0): Result<Said> =>
  done({ exit, value, lines })
