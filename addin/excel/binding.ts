// Remembers in the workbook itself whose return it holds, of which period and for which portal. Nothing secret is ever kept there.
import { inExcel } from './in-excel.ts'
import { forgetSetting, settingIn } from './settings.ts'

export interface Binding {
  readonly gstin: string
  /** MMYYYY */
  readonly period: string
  /** `practice`, `test` or `live`. */
  readonly environment: string
}

const KEY = 'gstr1-for-excel'

/** Nothing when the workbook was never saved from here, or what stands there is not ours. */
export async function readBinding(): Promise<Binding | undefined> {
  return inExcel(async (context) => {
    const value = await settingIn(context, KEY)
    return isBinding(value) ? only(value) : undefined
  })
}

export async function writeBinding(binding: Binding): Promise<void> {
  await inExcel(async (context) => {
    context.workbook.settings.add(KEY, only(binding))
    await context.sync()
  })
}

export const forgetBinding = (): Promise<void> => forgetSetting(KEY)

const PARTS = ['gstin', 'period', 'environment'] as const

const isBinding = (value: unknown): value is Binding =>
  typeof value === 'object' &&
  value !== null &&
  PARTS.every((part) => typeof (value as Record<string, unknown>)[part] === 'string')

/** Its three parts, whatever else the object may carry. */
const only = ({ gstin, period, environment }: Binding): Binding => ({ gstin, period, environment })
