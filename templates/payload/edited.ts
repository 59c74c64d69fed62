// How a row says that it changes what the portal holds, or is new there: in most sections by its key alone, in tables 14
// and 15 by a flag.
import { SECTIONS } from '../sections.ts'
import type { Table } from '../tables/table.ts'
import type { WireDocument } from './wire-document.ts'

/** A changed document as it is sent. */
export function edited(document: WireDocument): WireDocument {
  const flag = SECTIONS.find(({ id }) => id === document.section)?.edited
  return flag === undefined ? document : { ...document, body: { ...document.body, flag } }
}

/** A new document as it is sent. One that was held by the portal before, as an undo has it, lacks what only new ones carry. */
export function asNew(document: WireDocument, tables: readonly Table[]): WireDocument {
  const constants = tables.find(({ id }) => id === document.table)?.shape.constants
  return constants === undefined
    ? document
    : { ...document, body: { ...document.body, ...constants } }
}
