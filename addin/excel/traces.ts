// Everything that this add-in leaves in a workbook, taken away again.
import { forgetBinding } from './binding.ts'
import { forgetIdentity } from './identity.ts'
import { removeMarks } from './marks.ts'
import { removeStatus } from './status-column.ts'

/**
 * Marks, the status column, and what the workbook's settings say of us. Sheets that are protected by now keep what stands
 * on them, and are named.
 */
export async function removeTraces(): Promise<{ readonly protectedSheets: readonly string[] }> {
  const marked = await removeMarks()
  const status = await removeStatus()
  await forgetBinding()
  await forgetIdentity()
  return { protectedSheets: [...new Set([...marked, ...status.protectedSheets])] }
}
