// An unprotected copy of a protected sheet, for official templates whose protection forbids to mark cells.
import { inExcel } from './in-excel.ts'

const SUFFIX = ' (protected)'
/** Excel's longest sheet name. */
const LONGEST = 31

/**
 * Copies the sheet, takes the protection off the copy and gives it the sheet's name; the original is renamed and
 * hidden, so that there are never two sheets of one table. `password`: the protection has one (or the workbook's
 * structure is locked), and everything is as it was.
 */
export async function makeWorkingCopy(sheet: string): Promise<'made' | 'password'> {
  const copy = await unprotectedCopy(sheet)
  if (copy === undefined) return 'password'
  await inExcel(async (context) => {
    const sheets = context.workbook.worksheets
    sheets.load('items/name')
    await context.sync()
    const taken = new Set(sheets.items.map(({ name }) => name.toLowerCase()))
    const original = sheets.getItem(sheet)
    original.name = freeName(sheet, taken)
    const working = sheets.getItem(copy)
    working.name = sheet
    working.activate()
    original.visibility = 'Hidden'
    await context.sync()
  })
  return 'made'
}

/** The name that Excel gave to the copy; nothing when it could not be made, and then there is none. */
async function unprotectedCopy(sheet: string): Promise<string | undefined> {
  const name = await inExcel(async (context) => {
    const original = context.workbook.worksheets.getItem(sheet)
    const copy = original.copy('After', original)
    copy.load('name')
    return (await succeeds(context)) ? copy.name : undefined
  })
  if (name === undefined) return undefined
  // A batch of its own: one that is tried again must not copy again.
  return inExcel(async (context) => {
    const copy = context.workbook.worksheets.getItem(name)
    copy.protection.unprotect()
    if (await succeeds(context)) return name
    copy.delete()
    await context.sync()
    return undefined
  })
}

/** Excel gives `AccessDenied` or `InvalidArgument` for a missing password, depending on its version. */
async function succeeds(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync()
    return true
  } catch (error) {
    const code = error instanceof OfficeExtension.Error ? error.code : ''
    if (code === 'AccessDenied' || code === 'InvalidArgument') return false
    throw error
  }
}

function freeName(sheet: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? SUFFIX : ` (protected ${number})`
    const name = sheet.slice(0, LONGEST - suffix.length) + suffix
    if (!taken.has(name.toLowerCase())) return name
  }
}
