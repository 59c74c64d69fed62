// What the add-in keeps in the workbook's own settings.
import { inExcel } from './in-excel.ts'

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
