// What rules look at besides the cells of a workbook: whose return it is and of which month.
import type { Block } from '../../templates/block.ts'
import { monthOf, type Gstin, type Period } from '../../templates/identifiers.ts'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Context } from '../../templates/tables/table.ts'
import type { Taxpayer } from '../../templates/taxpayer.ts'
import { monthInIndia } from '../portal-time.ts'
import type { Tools } from './tools.ts'

export interface WorkbookOf {
  readonly gstin: Gstin
  readonly period: Period
  readonly blocks: readonly Block[]
  readonly boundTo?: string | undefined
  /** Tells the workbook from others that hold the same return. */
  readonly id?: string | undefined
  readonly name?: string | undefined
}

/** Rules take the taxpayer's facts where they are known; from here they are. */
export type ContextOfTaxpayer = Context & { taxpayer: Taxpayer }

/** Refuses `taxpayer-unknown`, `period-not-begun` and `workbook-of-another-gstin`. */
export async function contextOf(
  { settings, environment, portalTime }: Tools,
  { gstin, period, boundTo }: Pick<WorkbookOf, 'gstin' | 'period' | 'boundTo'>,
): Promise<Result<ContextOfTaxpayer>> {
  const taxpayer = await settings.taxpayer(environment, gstin)
  if (taxpayer === undefined) return refuse('taxpayer-unknown', { gstin })
  if (monthOf(period) > monthInIndia(portalTime.now())) {
    return refuse('period-not-begun', { month: monthOf(period) })
  }
  if (boundTo !== undefined && boundTo !== gstin) {
    return refuse('workbook-of-another-gstin', { bound: boundTo, gstin })
  }
  return done({ taxpayer, gstin, period })
}
