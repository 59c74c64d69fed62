// How a row says that it changes what the portal holds: in most sections by its key alone, in tables 14 and 15 by a flag.
import { SECTIONS } from '../sections.ts'
import type { WireDocument } from './wire-document.ts'

/** A changed document as it is sent. */
export function edited(document: WireDocument): WireDocument {
  const flag = SECTIONS.find(({ id }) => id === document.section)?.edited
  return flag === undefined ? document : { ...document, body: { ...document.body, flag } }
}
