// Remembers in the workbook itself whose return, and of which period, it holds. Nothing secret is ever kept there.
import { inExcel } from './in-excel.ts'
import { forgetSetting } from './settings.ts'

export interface Binding {
  readonly gstin: string
  /** MMYYYY */
  readonly period: string
}

const KEY = 'gstr1-for-excel'

/** Nothing when the workbook was never saved from here, or what stands there is not ours. */
export async function readBinding(): Promise<Binding | undefined> {
  return inExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(KEY)
    setting.load('value')
    await context.sync()
    if (setting.isNullObject) return undefined
    const value: unknown = setting.value
    return isBinding(value) ? { gstin: value.gstin, period: value.period } : undefined
  })
}

export async function writeBinding({ gstin, period }: Binding): Promise<void> {
  await inExcel(async (context) => {
    context.workbook.settings.add(KEY, { gstin, period })
    await context.sync()
  })
}

export const forgetBinding = (): Promise<void> => forgetSetting(KEY)

function isBinding(value: unknown): value is Binding {
  return (
    typeof value === 'object' &&
    value !== null &&
    'gstin' in value &&
    typeof value.gstin === 'string' &&
    'period' in value &&
    typeof value.period === 'string'
  )
}
