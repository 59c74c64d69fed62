// How a command finds the agent that runs on its data folder: a private file with the port and a token made for this.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { done, type Result } from '../templates/problems/problem.ts'
import { readPrivateFile, writePrivateFile } from './private-files.ts'

const running = z.object({ port: z.int(), token: z.string() })
export type Running = z.infer<typeof running>

const fileIn = (folder: string): string => join(folder, 'running.json')

export function tellRunning(folder: string, agent: Running): void {
  writePrivateFile(fileIn(folder), JSON.stringify(agent))
}

export function forgetRunning(folder: string): void {
  rmSync(fileIn(folder), { force: true })
}

/**
 * What the last agent left. A killed one leaves its file behind, so this proves nothing: the folder's lock says whether
 * anyone runs, and the token opens nothing but the process that made it. Refuses `open-to-others`, `not-yours`.
 */
export function findRunning(folder: string): Result<Running | undefined> {
  const stored = readPrivateFile(fileIn(folder))
  if (!stored.ok) return stored
  try {
    return done(running.safeParse(JSON.parse(stored.value?.toString('utf8') ?? '')).data)
  } catch {
    return done(undefined) // none, or not ours
  }
}
