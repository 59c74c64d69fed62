// A plan as an ordered list of request bodies. Removals go first and must be over before anything that needs their numbers.
import { asNew, edited } from '../../templates/payload/edited.ts'
import { payloadOf, type PayloadHead } from '../../templates/payload/payload.ts'
import type { JsonObject, WireDocument } from '../../templates/payload/wire-document.ts'
import { SECTIONS, type Section } from '../../templates/sections.ts'
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
  const byRow = changes.filter(({ section }) => !isWhole(section))
  const removals = byRow.flatMap(({ removed }) => removed.map(flagged))
  const upserts = byRow.flatMap(({ changed, added }) => [
    ...changed.map(edited),
    ...added.map((document) => asNew(document, tables)),
  ])
  const chunks = [removals, upserts].flatMap((documents) => chunksOf(documents, limit))
  return [
    ...chunks.map((chunk) => JSON.stringify(payloadOf(head, chunk, tables))),
    ...changes.flatMap(({ section, whole }) =>
      whole === undefined ? [] : JSON.stringify(wholePayload(head, section, whole, tables)),
    ),
  ]
}

const isWhole = (section: string): boolean =>
  SECTIONS.some(({ id, saved }) => id === section && saved === 'whole')

/** One request for all of a section, however large: the portal keeps only the last one. */
function wholePayload(
  head: PayloadHead,
  section: string,
  documents: readonly WireDocument[],
  tables: readonly Table[],
): JsonObject {
  const payload = payloadOf(head, documents, tables)
  if (documents.length > 0) return payload
  const emptied = SECTIONS.find(({ id }) => id === section)?.emptied
  return emptied === undefined ? payload : { ...payload, [section]: emptied }
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

/** The sections a request body carries. */
export const sectionsIn = (body: string): Set<string> => {
  const payload = JSON.parse(body) as JsonObject
  return new Set(SECTIONS.map(({ id }) => id).filter((id) => id in payload))
}

/** Sections that a request replaces whole, and those of them it leaves empty. */
export function wholeSectionsIn(body: string): { replaced: Set<string>; emptied: Set<string> } {
  const payload = JSON.parse(body) as JsonObject
  const whole = SECTIONS.filter(({ id, saved }) => saved === 'whole' && id in payload)
  const isEmptied = ({ id, emptied }: Section) =>
    JSON.stringify(payload[id]) === JSON.stringify(emptied)
  return {
    replaced: new Set(whole.map(({ id }) => id)),
    emptied: new Set(whole.filter(isEmptied).map(({ id }) => id)),
  }
}
