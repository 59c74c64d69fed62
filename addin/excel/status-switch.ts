// Whether the workbook has the status column switched on: a setting that says in which column each sheet has it.
import { inExcel } from './in-excel.ts'
import { settingIn } from './settings.ts'

export const STATUS_KEY = 'gstr1-for-excel-status'

/** Column of the status, from 0, by Excel's id of the sheet: ids outlive new names. */
type Columns = Readonly<Record<string, number>>

export interface StatusSwitch {
  readonly on: boolean
}

export const statusIn = (): Promise<StatusSwitch> =>
  inExcel(async (context) => ({ on: (await columnsIn(context)) !== undefined }))

/** Undefined where it is switched off. */
export async function columnsIn(context: Excel.RequestContext): Promise<Columns | undefined> {
  const value = await settingIn(context, STATUS_KEY)
  if (typeof value !== 'object' || value === null) return undefined
  const numbers = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  return Object.fromEntries(numbers)
}
