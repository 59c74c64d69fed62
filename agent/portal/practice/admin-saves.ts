// Changes of a return that come from elsewhere: by other software, and by the e-invoice system. They happen at once.
import { z } from 'zod'
import { sha256 } from './checksum.ts'
import { indianDay, onTheWire } from './dates.ts'
import type { EInvoice } from './entries.ts'
import { isFiled } from './filings.ts'
import type { Portal, ReturnKey } from './portal.ts'
import { save } from './saving.ts'
import type { Outcome } from './submissions.ts'

const sections = z.record(z.string(), z.unknown())
export const foreignSave = z.strictObject({ gstin: z.string(), period: z.string(), sections })

/** The sections that the e-invoice system fills. */
export const eInvoices = z.strictObject({
  gstin: z.string(),
  period: z.string(),
  sections: z.partialRecord(z.enum(['b2b', 'cdnr', 'cdnur', 'exp']), z.unknown()),
  /** `DD-MM-YYYY`; today where it is left out. */
  irngendate: z.string().optional(),
})

/** Sections as in a save; with the flag D it deletes. What it holds already is replaced. */
export function saveElsewhere(portal: Portal, { sections, ...key }: z.infer<typeof foreignSave>) {
  return saveAtOnce(portal, key, sections)
}

/** A taxpayer who saves such a document again has it as an ordinary one after that. */
export function register(
  portal: Portal,
  { sections, irngendate, ...key }: z.infer<typeof eInvoices>,
): Outcome {
  return saveAtOnce(portal, key, sections, (number) => ({
    irn: sha256(`${key.gstin} ${number}`),
    irngendate: irngendate ?? onTheWire(indianDay(portal.now())),
    srctyp: 'e-Invoice',
  }))
}

function saveAtOnce(
  portal: Portal,
  { gstin, period }: ReturnKey,
  sections: object,
  registered?: (number: string) => EInvoice,
): Outcome {
  if (isFiled(portal, { gstin, period })) throw new Error('The return is filed.')
  return save(portal, {
    key: { gstin, period },
    body: { gstin, fp: period, gt: 0, cur_gt: 0, ...sections },
    at: portal.now(),
    manner: { saves: 'upsert', ...(registered && { registered }) },
  })
}
