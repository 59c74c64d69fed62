// A plan as an ordered list of request bodies. Removals go first and must be over before anything that needs their numbers.
import { payloadOf, type PayloadHead } from '../../templates/payload/payload.ts'
import type { WireDocument } from '../../templates/payload/wire-document.ts'
import type { Table } from '../../templates/tables/table.ts'
import type { SectionChanges } from './plan.ts'

/** Bytes of one body. The portal takes about 5 MB; smaller parts fail smaller. */
export const CHUNK_BYTES = 1024 * 1024

export function submissionsOf(
  head: PayloadHead,
  changes: readonly SectionChanges[],
  tables: readonly Table[],
  limit = CHUNK_BYTES,
): string[] {
  const removals = changes.flatMap(({ removed }) => removed.map(flagged))
  const upserts = changes.flatMap(({ changed, added }) => [...changed, ...added])
  return [removals, upserts].flatMap((documents) =>
    chunksOf(documents, limit).map((chunk) => JSON.stringify(payloadOf(head, chunk, tables))),
  )
}

/** A removal sends the whole document with `flag: "D"`. */
const flagged = (document: WireDocument): WireDocument => ({
  ...document,
  body: { ...document.body, flag: 'D' },
})

/** Documents in parts that stay under the limit; the head and the groups around them are allowed for. */
function chunksOf(documents: readonly WireDocument[], limit: number): WireDocument[][] {
  const chunks: WireDocument[][] = []
  let chunk: WireDocument[] = []
  let size = HEAD_BYTES
  for (const document of documents) {
    const own =
      Buffer.byteLength(JSON.stringify(document.body) + JSON.stringify(document.party)) +
      GROUP_BYTES
    if (chunk.length > 0 && size + own > limit) {
      chunks.push(chunk)
      chunk = []
      size = HEAD_BYTES
    }
    chunk.push(document)
    size += own
  }
  if (chunk.length > 0) chunks.push(chunk)
  return chunks
}

const HEAD_BYTES = 256
const GROUP_BYTES = 32
