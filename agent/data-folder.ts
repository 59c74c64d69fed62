// The folder that holds everything the agent keeps: this user's alone, and one agent's at a time.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { done, refuse, type Result } from '../templates/problems/problem.ts'
import { makePrivateFolder } from './private-files.ts'

export interface DataFolder {
  readonly path: string
  /** Lets the next agent in. The operating system does the same when this process dies. */
  close(): void
}

const SQLITE_BUSY = 5

/** Opens the folder for one agent. Refuses `already-running`, `open-to-others`, `not-yours`. */
export function openDataFolder(path: string): Result<DataFolder> {
  const folder = makePrivateFolder(path)
  if (!folder.ok) return folder
  // An open exclusive transaction is the one lock that Node offers which dies with the process on every system.
  const lock = new DatabaseSync(join(path, 'agent.lock'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) {
      return refuse('already-running', { folder: path })
    }
    throw error
  }
  return done({ path, close: () => lock.close() })
}
