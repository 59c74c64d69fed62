// Rows of one return, whichever table they are in.
import type { ExpressionBuilder } from 'kysely'
import type { ReturnKey, Tables } from './tables.ts'

type Kept = 'return' | 'operation' | 'snapshot' | 'confirmed' | 'theirs' | 'seen'

export const keyOf = ({ environment, gstin, period }: ReturnKey): ReturnKey => ({
  environment,
  gstin,
  period,
})

export const ofReturn =
  ({ environment, gstin, period }: ReturnKey) =>
  <T extends Kept>(eb: ExpressionBuilder<Tables, T>) =>
    // Kysely cannot see that each of these tables has all three columns.
    eb.and({ environment, gstin, period } as never)
