// Files and folders that only this user may read. Windows has no such modes: there the user's profile is the wall.
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { done, refuse, type Result } from '../templates/problems/problem.ts'

const hasModes = process.platform !== 'win32'

/** Makes the folder if it is missing (0700). Refuses `open-to-others` when someone else may look into it. */
export function makePrivateFolder(folder: string): Result<string> {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true })
    if (hasModes) chmodSync(folder, 0o700)
  }
  return checkPrivate(folder)
}

/** The file's bytes, `undefined` when there is none. Refuses `open-to-others`. */
export function readPrivateFile(file: string): Result<Buffer | undefined> {
  if (!existsSync(file)) return done(undefined)
  const checked = checkPrivate(file)
  return checked.ok ? done(readFileSync(file)) : checked
}

/** Written whole or not at all: a new file (0600), synced, renamed over the old one. */
export function writePrivateFile(file: string, bytes: Uint8Array | string): void {
  const fresh = `${file}.new`
  const handle = openSync(fresh, 'w', 0o600)
  try {
    if (hasModes) chmodSync(fresh, 0o600)
    writeSync(handle, Buffer.from(bytes))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(fresh, file)
}

/** The path itself when no group and nobody else has a right on it. */
export function checkPrivate(path: string): Result<string> {
  if (!hasModes) return done(path)
  const { mode, uid } = statSync(path)
  if (uid !== process.getuid?.()) return refuse('not-yours', { path })
  if ((mode & 0o077) === 0) return done(path)
  return refuse('open-to-others', { path, mode: (mode & 0o777).toString(8).padStart(4, '0') })
}
