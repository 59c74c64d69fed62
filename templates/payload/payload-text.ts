// The text of a payload, piece by piece: a long return stands in memory neither as one text nor a second time as JSON.
import type { Document, Table } from '../tables/table.ts'
import { treeOf, type PayloadHead, type Placed, type Tree } from './payload.ts'
import { bodyOf, partyOf, pathOf, type JsonObject } from './wire-document.ts'

type Write = (piece: string) => void

/** Calls back with the pieces. */
export function writePayload(
  head: PayloadHead,
  documents: readonly Document[],
  tables: readonly Table[],
  write: Write,
): void {
  writeTree(treeOf(head, documents.map(placed), tables), write)
}

/** A document that is put into the portal's words only when it is written. */
class Unwritten {
  readonly document: Document

  constructor(document: Document) {
    this.document = document
  }
}

type Body = Unwritten | JsonObject

function placed(document: Document): Placed<Body> {
  const { table } = document
  // Numbered ones are few: entries of HSN, and the documents issued.
  const body = table.shape.counter === undefined ? new Unwritten(document) : bodyOf(document)
  return { table: table.id, path: pathOf(document), party: partyOf(document), body }
}

function writeTree(tree: Tree<Body>, write: Write): void {
  if (tree instanceof Unwritten) return write(JSON.stringify(bodyOf(tree.document)))
  if (typeof tree !== 'object' || tree === null) return write(JSON.stringify(tree))
  if (Array.isArray(tree)) return writeList(tree, write)
  let before = '{'
  for (const [name, part] of Object.entries(tree)) {
    write(`${before}${JSON.stringify(name)}:`)
    writeTree(part, write)
    before = ','
  }
  write('}')
}

/** Documents written at once: one alone costs twice its share, and all would be the whole return. */
const AT_ONCE = 256

function writeList(list: readonly Tree<Body>[], write: Write): void {
  let before = '['
  for (let i = 0; i < list.length;) {
    write(before)
    before = ','
    const documents = documentsFrom(list, i)
    if (documents.length === 0) writeTree(list[i] ?? null, write)
    else write(JSON.stringify(documents.map(bodyOf)).slice(1, -1))
    i += Math.max(documents.length, 1)
  }
  write(']')
}

function documentsFrom(list: readonly Tree<Body>[], start: number): Document[] {
  const documents: Document[] = []
  for (let i = start; i < start + AT_ONCE; i += 1) {
    const part = list[i]
    if (!(part instanceof Unwritten)) break
    documents.push(part.document)
  }
  return documents
}
