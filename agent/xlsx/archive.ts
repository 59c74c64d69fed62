// The zip around a workbook. Hostile and broken archives are refused from the directory, before anything is inflated.
import { TextDecoder } from 'node:util'
import { crc32 } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, validateFileName, type Entry } from 'yauzl'
import { Refusal } from './refusal.ts'

const MB = 1_000_000

/** The largest workbook we take on: bytes, files in the archive, cells. A big trader's month stays far below. */
export const limits = {
  packed: 20 * MB,
  unpacked: 200 * MB,
  parts: 2_000,
  cells: 5_000_000,
} as const

/** XML of a sheet shrinks 10 to 40 times; only a bomb shrinks more than this (small parts may). */
const MAX_RATIO = 100
const RATIO_FROM = 1 * MB

const SYMLINK = 0o120000
const FILE_TYPE = 0o170000

export interface Archive {
  has(path: string): boolean
  /** The text of a part, chunk by chunk. */
  text(path: string): AsyncGenerator<string>
}

export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await fromBufferPromise(buffer, {
    decodeStrings: false,
    validateEntrySizes: false,
  }).catch(damaged)

  const parts = new Map<string, Entry>()
  let declared = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const part = safeName(entry)
      if (parts.size >= limits.parts) throw tooLarge('parts', zip.entryCount)
      declared += entry.uncompressedSize
      if (declared > limits.unpacked) throw tooLarge('unpacked', declared)
      checkEntry(entry, part)
      if (parts.has(keyOf(part))) throw new Refusal('xlsx-hostile', { reason: 'duplicate', part })
      parts.set(keyOf(part), entry)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    return damaged()
  }

  let inflated = 0

  async function* inflate(entry: Entry, part: string): AsyncGenerator<Uint8Array> {
    const stream = await zip.openReadStreamPromise(entry).catch(damaged)
    let size = 0
    let crc = 0
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length
        inflated += chunk.length
        if (size > entry.uncompressedSize)
          throw new Refusal('xlsx-hostile', { reason: 'size', part })
        if (inflated > limits.unpacked) throw tooLarge('unpacked', inflated)
        crc = crc32(chunk, crc)
        yield chunk
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
        damaged()
      throw error
    }
    if (size !== entry.uncompressedSize || crc !== entry.crc32) damaged()
  }

  return {
    has: (path) => parts.has(keyOf(path)),
    async *text(path) {
      const entry = parts.get(keyOf(path))
      if (entry === undefined)
        throw new Refusal('xlsx-unreadable', { reason: 'missing', part: path })
      yield* decode(inflate(entry, path))
    },
  }
}

/** Part names are compared without case (ECMA-376 part 2, 6.2.2.3). */
const keyOf = (path: string) => path.replace(/^\//, '').toLowerCase()

function safeName(entry: Entry): string {
  const name = getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  )
  if (validateFileName(name) !== null) {
    throw new Refusal('xlsx-hostile', { reason: 'path', part: name })
  }
  return name
}

function checkEntry(entry: Entry, part: string): void {
  if (entry.isEncrypted()) throw new Refusal('xlsx-encrypted')
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK) {
    throw new Refusal('xlsx-hostile', { reason: 'link', part })
  }
  const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1)
  if (entry.uncompressedSize > RATIO_FROM && ratio > MAX_RATIO) {
    throw new Refusal('xlsx-hostile', { reason: 'ratio', part })
  }
}

/** UTF-8, or UTF-16 where a byte order mark says so. */
async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
      yield decoder.decode(chunk, { stream: true })
    }
    if (decoder !== undefined) yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) damaged()
    throw error
  }
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

export function tooLarge(
  limit: keyof typeof limits,
  actual: number,
  allowed: number = limits[limit],
): Refusal {
  return new Refusal('xlsx-too-large', { limit, actual, allowed })
}

function damaged(): never {
  throw new Refusal('xlsx-unreadable', { reason: 'damaged' })
}
