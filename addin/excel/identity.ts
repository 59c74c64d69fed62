// What tells a workbook from others that hold the same return: a random id in its own settings, beside the binding.
// It opens nothing and means nothing elsewhere. A copy of the file is the same workbook.
import { inExcel } from './in-excel.ts'
import { forgetSetting, settingIn } from './settings.ts'

const KEY = 'gstr1-for-excel-workbook'

/** Undefined in a workbook for which nothing was ever planned. */
export const readIdentity = (): Promise<string | undefined> =>
  inExcel(async (context) => idIn(context))

/** The workbook's id, made if it has none yet. */
export const makeIdentity = (): Promise<string> =>
  inExcel(async (context) => {
    const known = await idIn(context)
    if (known !== undefined) return known
    const id = crypto.randomUUID()
    context.workbook.settings.add(KEY, id)
    await context.sync()
    return id
  })

export const forgetIdentity = (): Promise<void> => forgetSetting(KEY)

async function idIn(context: Excel.RequestContext): Promise<string | undefined> {
  const value = await settingIn(context, KEY)
  return typeof value === 'string' && value !== '' ? value : undefined
}
