// The zip around a workbook. Hostile and broken archives are refused from the directory, before anything is inflated.
import { TextDecoder } from 'node:util'
import { crc32 } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, validateFileName, type Entry } from 'yauzl'
import { LIMITS, Refusal } from './refusal.ts'

/** XML of a sheet shrinks 10 to 40 times; only a bomb shrinks more than this (small parts may). */
const MAX_RATIO = 100
const RATIO_FROM = 1_000_000

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
      const part = keyOf(nameOf(entry))
      if (parts.size >= LIMITS.parts) throw new Refusal('parts')
      declared += entry.uncompressedSize
      if (declared > LIMITS.unpacked) throw new Refusal('unpacked')
      checkEntry(entry)
      if (parts.has(part)) throw new Refusal('twice')
      parts.set(part, entry)
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    return damaged()
  }

  let inflated = 0

  async function* inflate(entry: Entry): AsyncGenerator<Uint8Array> {
    const stream = await zip.openReadStreamPromise(entry).catch(damaged)
    let size = 0
    let crc = 0
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length
        inflated += chunk.length
        if (size > entry.uncompressedSize) throw new Refusal('size')
        if (inflated > LIMITS.unpacked) throw new Refusal('unpacked')
        crc = crc32(chunk, crc)
        yield chunk
      }
    } catch (error) {
      const isZlibs = error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))
      throw isZlibs ? new Refusal('damaged') : error
    }
    if (size !== entry.uncompressedSize || crc !== entry.crc32) damaged()
  }

  return {
    has: (path) => parts.has(keyOf(path)),
    async *text(path) {
      const entry = parts.get(keyOf(path))
      if (entry === undefined) throw new Refusal('incomplete')
      yield* decode(inflate(entry))
    },
  }
}

/** Part names are compared without case (ECMA-376 part 2, 6.2.2.3). */
const keyOf = (path: string) => path.replace(/^\//, '').toLowerCase()

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  if (validateFileName(name) !== null) throw new Refusal('path')
  return name
}

function checkEntry(entry: Entry): void {
  if (entry.isEncrypted()) throw new Refusal('encrypted')
  const unixMode = entry.externalFileAttributes >>> 16
  if ((unixMode & FILE_TYPE) === SYMLINK) throw new Refusal('link')
  const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1)
  if (entry.uncompressedSize > RATIO_FROM && ratio > MAX_RATIO) throw new Refusal('ratio')
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
    throw error instanceof TypeError ? new Refusal('damaged') : error
  }
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function damaged(): never {
  throw new Refusal('damaged')
}
