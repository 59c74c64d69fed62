// What the portal adds to the rows it hands out. A save never carries it; an IRN tells an e-invoice.
import type { JsonObject, WireDocument } from './wire-document.ts'

const DOWNLOAD_ONLY = new Set([
  'cfs',
  'cflag',
  'flag',
  'updby',
  'chksum',
  'd_flag',
  'opd',
  'irn',
  'irngendate',
  'srctyp',
])

/** The document without what only a download has. */
export const forUpload = (document: WireDocument): WireDocument => ({
  ...document,
  party: without(document.party),
  body: without(document.body),
})

const without = (json: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(json).filter(([name]) => !DOWNLOAD_ONLY.has(name)))

/** Reported by the e-invoice system, which filled it into the return by itself. */
export const isEInvoice = ({ body }: WireDocument): boolean =>
  typeof body.irn === 'string' && body.irn !== ''
