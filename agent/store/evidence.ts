// Every call to the portal and what came back: durable before anything is made of the answer.
import type { Environment, Gstin } from '../../templates/identifiers.ts'
import type { PortalOperation } from '../../templates/problems/portal-codes.ts'
import type { PortalCall } from '../portal/portal.ts'
import type { Database } from './database.ts'
import type { ReturnKey } from './tables.ts'

export interface EvidenceStore {
  /** Gives the id under which it is kept. */
  record(call: PortalCall): Promise<string>
  /** Calls that left for this return. */
  count(key: ReturnKey): Promise<number>
  /** When such calls left for a taxpayer, since a moment; in order. */
  since(gstin: Gstin, call: PortalOperation, moment: Date): Promise<Date[]>
}

export function createEvidence(
  database: Database,
  tools: { environment: Environment; now: () => Date; newId: () => string },
): EvidenceStore {
  const { environment } = tools
  return {
    async record({ operation, request, bodySha256, gstin, period, status, answer, transaction }) {
      const id = tools.newId()
      await database
        .insertInto('evidence')
        .values({
          id,
          at: tools.now().toISOString(),
          environment,
          gstin: gstin ?? null,
          period: period ?? null,
          call: operation,
          request,
          body_sha256: bodySha256 ?? null,
          status,
          answer,
          transaction_id: transaction,
        })
        .execute()
      return id
    },

    async count({ gstin, period }) {
      const { calls } = await database
        .selectFrom('evidence')
        .select((column) => column.fn.countAll<number>().as('calls'))
        .where('environment', '=', environment)
        .where('gstin', '=', gstin)
        .where('period', '=', period)
        .executeTakeFirstOrThrow()
      return Number(calls)
    },

    async since(gstin, call, moment) {
      const rows = await database
        .selectFrom('evidence')
        .select('at')
        .where('environment', '=', environment)
        .where('gstin', '=', gstin)
        .where('call', '=', call)
        .where('at', '>', moment.toISOString())
        .orderBy('at')
        .execute()
      return rows.map(({ at }) => new Date(at))
    },
  }
}
