// Where a command asks: the engine in this process, or, where another agent holds the data folder, that agent.
import { setTimeout as sleep } from 'node:timers/promises'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Answer, Input, OperationName } from '../http/contract.ts'
import { openHere } from './desk-here.ts'
import { openThere } from './desk-there.ts'
import type { Program } from './program.ts'

export type Question = Exclude<OperationName, 'pair' | 'watch'>

export interface Desk {
  /** Work of `here` rests when the command ends; `there` it goes on. */
  readonly where: 'here' | 'there'
  ask<N extends Question>(name: N, input: Input<N>): Promise<Answer<N>>
  /** Has open work taken up, and tells the return whenever something moves, until the work is done or needs the user. */
  watch(of: Input<'watch'>, signal: AbortSignal): AsyncIterable<Answer<'watch'>>
  close(): Promise<void>
}

/** Milliseconds. Another command, or an agent that is just starting, holds the folder for moments only. */
const PATIENCE = 5_000
const PAUSE = 200

/**
 * Refuses what the engine refuses, `live-locked` (unless `beforeGoLive`), and, where an agent runs,
 * `agent-of-other-environment` and `agent-of-other-version`.
 */
export async function openDesk(
  program: Program,
  options: { beforeGoLive?: boolean } = {},
): Promise<Result<Desk>> {
  for (let waited = 0; ; waited += PAUSE) {
    const here = await openHere(program, options)
    if (here.ok || here.problem.code !== 'already-running') return here
    const there = await openThere(program)
    if (!there.ok) return there
    if (there.value !== undefined) return done(there.value)
    if (waited >= PATIENCE) return here
    if (program.interrupted.aborted) return refuse('interrupted')
    await sleep(PAUSE)
  }
}
