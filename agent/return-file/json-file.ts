// A file of JSON as it lies on the disk → its value, or what is wrong with it.
import { readFile, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import { parseStrictJson } from '../http/strict-json.ts'
import { asUtf8 } from './utf8.ts'

/** Bytes. The portal itself takes 5 MB at once; a year of a big trader as one file stays below. */
const LARGEST = 200_000_000

/** What stands for standard input in place of a file's name. */
const INPUT = '-'

/** Refuses `file-unreadable`, `file-too-large`, `json-truncated` and `json-damaged`, each with the fact `file`. */
export async function readJsonFile(file: string, input: Readable): Promise<Result<unknown>> {
  const bytes = file === INPUT ? done(await buffer(input)) : await readBytes(file, LARGEST)
  return bytes.ok ? parseJson(bytes.value, file) : bytes
}

export async function readBytes(file: string, largest: number): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(file)
    if (size > largest) return refuse('file-too-large', { file, megabytes: largest / 1_000_000 })
    return done(await readFile(file))
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return refuse('file-unreadable', { file, reason })
  }
}

const WHY = {
  syntax: 'it is no JSON',
  encoding: 'it is not in UTF-8',
  depth: 'it is nested deeper than any return',
  'repeated-key': 'one name stands twice in an object, so it could be read in two ways',
  key: 'it has a name that no return has',
} as const

export function parseJson(found: Uint8Array, file: string): Result<unknown> {
  if (ZIP.every((byte, i) => found[i] === byte)) {
    return refuse('json-damaged', { file, reason: 'it is packed (zip)' })
  }
  const bytes = asUtf8(found)
  const read = parseStrictJson(bytes)
  if (read.ok) return done(read.value)
  const isCut = read.reason === 'syntax' && endsOpen(new TextDecoder().decode(bytes))
  return isCut
    ? refuse('json-truncated', { file })
    : refuse('json-damaged', { file, reason: WHY[read.reason] })
}

/** How an archive begins: the portal hands out its JSON packed. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** Whether a text ends within a string or before its last bracket is closed. */
function endsOpen(text: string): boolean {
  const bare = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/gs, '')
  const count = (bracket: RegExp) => bare.match(bracket)?.length ?? 0
  return bare.trim() === '' || bare.includes('"') || count(/[[{]/g) > count(/[\]}]/g)
}
