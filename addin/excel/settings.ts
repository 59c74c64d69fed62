// What the add-in keeps in the workbook's own settings.
import { inExcel } from './in-excel.ts'

/** What a setting holds; undefined where it is not there. Not ours to trust: whoever asks looks at what it is. */
export async function settingIn(context: Excel.RequestContext, key: string): Promise<unknown> {
  const setting = context.workbook.settings.getItemOrNullObject(key)
  setting.load('value')
  await context.sync()
  return setting.isNullObject ? undefined : setting.value
}

/** Deletes a setting, if it is there. */
export const forgetSetting = (key: string): Promise<void> =>
  inExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(key)
    setting.load('value')
    await context.sync()
    if (setting.isNullObject) return
    setting.delete()
    await context.sync()
  })
