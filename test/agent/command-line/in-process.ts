// A command that asks no engine, run in this process: the same words, table of commands and outcome as the program's.
import { PassThrough } from 'node:stream'
import { createLines } from '../../../agent/command-line/lines.ts'
import { tellOutcome } from '../../../agent/command-line/tell.ts'
import { readUse } from '../../../agent/command-line/use.ts'
import type { Ended } from './gstr1.ts'

/** `isInterrupted`: someone has pressed Ctrl-C. */
export async function run(args: readonly string[], { isInterrupted = false } = {}): Promise<Ended> {
  const out: string[] = []
  const notes: string[] = []
  const pieces: string[] = []
  const output = {
    write: (piece: string) => void pieces.push(piece),
    out: (text: string) => void out.push(text),
    notes: (text: string) => void notes.push(text),
    color: false,
  }
  const stop = new AbortController()
  if (isInterrupted) stop.abort()
  const input = new PassThrough()
  const use = readUse(args)
  const outcome = use.ok
    ? await use.value.command?.run({
        given: use.value.given,
        words: use.value.words,
        program: {
          version: '0.0.0',
          root: '',
          port: 0,
          dataFolder: '',
          environment: use.value.environment,
          now: () => new Date(0),
          randomBytes: (count) => new Uint8Array(count),
          random: () => 0,
          newId: () => 'id',
          output,
          input,
          lines: createLines(input, output.notes, stop.signal),
          interrupted: stop.signal,
        },
      })
    : use
  if (outcome === undefined) throw new Error('no command')
  const code = tellOutcome(outcome, { output, json: args.includes('--json') })
  return { code, out: pieces.join('') + out.join('\n'), notes: notes.join('\n') }
}
